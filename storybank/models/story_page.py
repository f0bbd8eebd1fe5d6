"""A story as a page. It may be live only while the gate clears exactly its words."""

import secrets
from typing import Any

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import resolve, reverse
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, Site
from wagtail.search import index

from consent.enums import EditionKind
from people.models.person import ALPHABET
from storybank.enums import Closing, Kind
from storybank.lock.live import refuse_unless_cleared
from storybank.lock.opening import StoryPermissions
from storybank.models.body import StoryBlocks
from storybank.models.content_notes import ContentNotes

BELONG_TO_THE_PAGE = (
    "slug",
    "file_id",
    "edition_id",
    "accepted_revision_id",
    "code",
    "form",
    "derived_from_id",
    "art_seed",
    "public_on",
    "tells_whose",
    "whose_share",
    "agreed_labels",
)


def working_code() -> str:
    """Four signs by which staff call a story before it is public; not a secret."""
    return "".join(secrets.choice(ALPHABET) for _ in range(4))


def art_seed() -> str:
    return secrets.token_hex(8)


class StoryPage(Page):  # type: ignore[misc]  # Wagtail ships no types
    """Byline, place and time shown come from the permission, never from a field here.

    `edition` is what the live columns hold; only the publish verb sets it. `accepted_revision` is the author's
    last accepted text; what staff changed since is the computed difference to the latest revision. `tells_whose` is the
    author's decision that readers may know how many words are their own; `whose_share` what they are then told.
    `agreed_labels`: what the themes and the region of the live version were called when it was frozen.
    """

    file = models.ForeignKey(
        "consent.ConsentFile", on_delete=models.PROTECT, related_name="+", editable=False
    )
    edition = models.ForeignKey(
        "consent.Edition", null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    accepted_revision = models.ForeignKey(
        "wagtailcore.Revision",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        editable=False,
    )
    code = models.CharField(max_length=8, default=working_code, editable=False)
    language = models.CharField(max_length=2, default="en", choices=[("en", "English"), ("cy", "Cymraeg")])
    form = models.CharField(
        max_length=12,
        choices=EditionKind.choices,
        default=EditionKind.ORIGINAL,
        editable=False,
        help_text="A translation or an easy-read page shares the story's file and needs a yes of its own.",
    )
    derived_from = models.ForeignKey(
        "consent.Edition", null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.JOURNEY)
    themes = ParentalManyToManyField("people.Theme", blank=True, related_name="+")
    region = models.ForeignKey(
        "people.Region", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    content_notes = StreamField(ContentNotes(), blank=True)
    body = StreamField(StoryBlocks(), blank=True)
    closing_kind = models.CharField(max_length=6, choices=Closing.choices, default=Closing.NONE, blank=True)
    closing = models.TextField(max_length=400, blank=True)
    art_seed = models.CharField(max_length=32, default=art_seed, editable=False)
    public_on = models.DateField(null=True, blank=True, editable=False)
    tells_whose = models.BooleanField(default=False, editable=False)
    whose_share = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    agreed_labels = models.JSONField(default=dict, blank=True, editable=False)

    parent_page_types = ["storybank.StoryIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        FieldPanel("title"),
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel("closing_kind"), FieldPanel("closing")], heading="How it ends"),
        FieldPanel("content_notes"),
        MultiFieldPanel(
            [FieldPanel("kind"), FieldPanel("themes"), FieldPanel("region"), FieldPanel("language")],
            heading="Where readers find it",
        ),
    ]
    preview_modes: list[Any] = []  # staff read the words on the story's sheet; readers' page asks the gate
    promote_panels: list[Any] = []
    settings_panels: list[Any] = []
    search_fields = [
        *Page.search_fields,
        index.FilterField("edition"),
        index.FilterField("kind"),
        index.FilterField("region"),
        index.FilterField("public_on"),
    ]

    class Meta:
        verbose_name = "story"
        verbose_name_plural = "stories"
        indexes = [
            # The list in its own order: newest day first, so that a page of it is read and never the whole.
            models.Index(fields=["-public_on", "art_seed"], name="stories_newest_first"),
            # What few stories are must be found without reading the many.
            models.Index(fields=["kind"], name="stories_of_a_kind"),
            models.Index(fields=["language"], name="stories_in_a_language"),
            models.Index(fields=["form"], name="stories_in_a_form"),
        ]

    def __str__(self) -> str:
        return f"Story {self.code}"

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """The write lock: every road to live comes through here, and none passes without the gate."""
        refuse_unless_cleared(self, update_fields=kwargs.get("update_fields"))
        return super().save(*args, **kwargs)

    def get_admin_display_title(self) -> str:
        """A title may give somebody away: lists show a code, or the title readers see, never a new draft's."""
        return self.title if self.live and self.pk else f"Story {self.code}"

    def permissions_for_user(self, user: Any) -> StoryPermissions:
        """Team, caseload and conflicts decide who suggests; nearly everything else is nobody's right."""
        return StoryPermissions(user, self)

    def with_content_json(self, content: dict[str, Any]) -> "StoryPage":
        """A revision holds words; whose they are, what is agreed and where they stand belong to the page."""
        page: StoryPage = super().with_content_json(content)
        for name in BELONG_TO_THE_PAGE:
            setattr(page, name, getattr(self, name))
        return page

    def get_indexed_instance(self) -> "StoryPage | None":
        """Only what is live goes into the search index."""
        return self if self.live and self.edition_id else None

    def serve(self, request: HttpRequest, *_: Any, **__: Any) -> HttpResponseBase:
        """Readers' address is /stories/<slug>/; the page tree only points there."""
        view = resolve(reverse("storybank:story", args=[self.slug]))
        answer: HttpResponseBase = view.func(request, *view.args, **view.kwargs)
        return answer

    def get_url_parts(self, request: Any = None) -> tuple[int, str, str] | None:
        """The public address, whatever the tree above: a team's stories do not stand below the front page."""
        site = Site.objects.filter(is_default_site=True).values_list("pk", flat=True).first()
        return (site, settings.SITE_URL, f"/stories/{self.slug}/") if site else None
