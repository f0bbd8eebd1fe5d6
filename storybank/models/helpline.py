"""A helpline, as data with its source: an unchecked number is worse than none."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel

from people import clock
from people.enums import Nations
from storybank.enums import Spoken
from storybank.helplines.choosing import NOT_SHOWN, STALE
from storybank.helplines.hours import HoursNotClear, opening

a_number = RegexValidator(
    r"^[0-9+][0-9 ]{2,24}$", "Write the number with figures and spaces, like 01632 960123."
)
TYPED_LIKE = (
    "One line for each kind of day, like: Monday to Friday 9:00-20:00. Then: Saturday, Sunday 10:00-15:00. "
    "Then: Bank holidays closed (or: as usual). Day and night, every day: Always."
)


class Helpline(ClusterableModel):  # type: ignore[misc]  # modelcluster ships no types
    """Older than 180 days since the last check: a task. Older than 270: not shown.

    `opening` is what a page can count with; `hours` is only said where nothing is typed there.
    """

    name = models.CharField(max_length=80)
    phone = models.CharField(max_length=40, validators=[a_number])
    about = models.CharField("what it is for", max_length=160)
    about_cy = models.CharField("what it is for, in Welsh", max_length=160, blank=True)
    opening = models.TextField("when somebody answers", max_length=400, blank=True, help_text=TYPED_LIKE)
    hours = models.CharField(
        "hours in other words",
        max_length=80,
        blank=True,
        help_text="Only where the box above cannot say it. Nobody is then told whether it is open now.",
    )
    nation = models.CharField("for people in", max_length=40, choices=Nations.choices, default=Nations.UK)
    languages = models.CharField(max_length=60, choices=Spoken.choices, default=Spoken.ENGLISH)
    free = models.BooleanField(default=True)
    from_prison = models.BooleanField("can be rung from prison", default=False)
    example = models.BooleanField("an example, not a real line", default=False)
    always = models.BooleanField("shown beside every story", default=False)
    themes = ParentalManyToManyField("people.Theme", blank=True, related_name="helplines")
    notes = models.JSONField("shown beside stories with one of these notes", default=list, blank=True)
    source = models.CharField(max_length=160)
    checked_on = models.DateField()
    checked_by = models.CharField(max_length=80)

    class Meta:
        ordering = ["-always", "name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """What cannot be read back cannot be counted with; a day to come is a check that nobody made."""
        super().clean()
        errors = {}
        try:
            typed = opening(self.opening)
        except HoursNotClear as complaint:
            errors["opening"] = str(complaint)
        else:
            if typed is None and not self.hours.strip():
                errors["opening"] = "Say when somebody answers, here or in other words."
        if self.checked_on and self.checked_on > clock.today():
            errors["checked_on"] = "That day is still to come. Write the day on which it was checked."
        if errors:
            raise ValidationError(errors)

    @property
    def stale(self) -> bool:
        return clock.today() - self.checked_on > STALE

    @property
    def showable(self) -> bool:
        return clock.today() - self.checked_on <= NOT_SHOWN
