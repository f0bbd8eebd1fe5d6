"""The charity that runs the house: its name, colours, senders and clocks, changed without a developer."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from people import contrast
from people.enums import Nations

THINKING_DAYS_FLOOR = 3
FEWEST_FLOOR = 5
"""Below five people anybody who knows one of them can say who it is; no charity may go lower."""
colour = RegexValidator(r"^#[0-9A-Fa-f]{6}$", "Write the colour as # and six signs, like #9F3A22.")
EMBER, WATER = "#9F3A22", "#12504B"
# A path of our own, or a site that keeps what it is asked to itself. No quotes, no spaces, no second slash.
safe_exit = RegexValidator(
    r"^(/(?![/\\])[\w\-./?=&%]*|https://[\w\-.]+(:\d+)?(/[\w\-./?=&%#~+]*)?)$",
    "Write a page of this site, like /weather/, or a whole address that starts with https://.",
)


@register_setting(icon="home", order=10)
class Organisation(BaseGenericSetting):  # type: ignore[misc]  # Wagtail ships no types
    """One row. Takes effect on the next request. Never here: two acts, silence is not yes, stop at once."""

    name = models.CharField(max_length=80, default="Storybank")
    strapline = models.CharField(max_length=160, blank=True)
    logo = models.ForeignKey(
        "people.Picture", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    colour_ember = models.CharField("colour for actions", max_length=7, default=EMBER, validators=[colour])
    colour_water = models.CharField("colour for links", max_length=7, default=WATER, validators=[colour])
    sender_name = models.CharField(
        "who messages come from",
        max_length=60,
        default="The team",
        help_text="Ordinary words. Not the charity's name if that gives people away.",
    )
    sender_email = models.EmailField("address messages come from", default="team@storybank.example")
    phone = models.CharField(max_length=30, blank=True)
    address = models.TextField(max_length=300, blank=True)
    nation = models.CharField(
        "where you work",
        max_length=20,
        choices=Nations.choices,
        default=Nations.ENGLAND_AND_WALES,
        help_text="Helplines for these people stand first; others say for whom they are.",
    )
    service_user_word = models.CharField(
        "your word for the people you work with", max_length=40, default="person with lived experience"
    )
    exit_url = models.CharField(
        "where “Leave this page” goes",
        max_length=200,
        default="/weather/",
        validators=[safe_exit],
        help_text="A plain page that anyone might look at. Check that prison computers can open it.",
    )
    thinking_days = models.PositiveSmallIntegerField(
        default=7,
        validators=[MinValueValidator(THINKING_DAYS_FLOOR), MaxValueValidator(60)],
        help_text=f"Days between the first and the second yes. Never fewer than {THINKING_DAYS_FLOOR}.",
    )
    fewest = models.PositiveSmallIntegerField(
        "how few people are few",
        default=10,
        validators=[MinValueValidator(FEWEST_FLOOR), MaxValueValidator(1000)],
        help_text=f"Fewer people than this could be one somebody knows. Never below {FEWEST_FLOOR}.",
    )
    cover_hours = models.CharField("when someone answers", max_length=120, default="Monday to Friday, 9 to 5")
    fictional = models.BooleanField(default=False, editable=False)
    set_up_done = models.BooleanField(default=False, editable=False)

    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("strapline")], "Who you are"),
        MultiFieldPanel([FieldPanel("colour_ember"), FieldPanel("colour_water")], "Your two colours"),
        MultiFieldPanel(
            [
                FieldPanel("sender_name"),
                FieldPanel("sender_email"),
                FieldPanel("phone"),
                FieldPanel("address"),
                FieldPanel("nation"),
            ],
            "How people hear from you",
        ),
        MultiFieldPanel(
            [
                FieldPanel("thinking_days"),
                FieldPanel("fewest"),
                FieldPanel("cover_hours"),
                FieldPanel("exit_url"),
                FieldPanel("service_user_word"),
            ],
            "How you work",
        ),
    ]

    class Meta:
        verbose_name = "organisation"

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Colours that cannot be read are refused here, so that no page has to cope with them.

        The hours stand inside sentences, so that a full stop of their own would be one too many.
        """
        super().clean()
        self.cover_hours = self.cover_hours.strip().rstrip(".")
        self.name = " ".join(self.name.split())
        errors = {
            field: complaint
            for field in ("colour_ember", "colour_water")
            if (complaint := _complaint(getattr(self, field), field))
        }
        if errors:
            raise ValidationError(errors)

    @classmethod
    def load(cls, request_or_site: Any = None) -> "Organisation":
        """The one row, made with its defaults when missing."""
        found: Organisation = super().load(request_or_site)
        return found


def _complaint(value: str, field: str) -> str:
    try:
        colour(value)
    except ValidationError:
        return ""  # the field says this one itself
    return contrast.complaint(value, name=field.removeprefix("colour_"))
