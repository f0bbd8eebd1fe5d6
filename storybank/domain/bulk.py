"""Many live stories at once, for a demo or a measurement: pages, frozen revisions, checks and search entries.

Consent is written first, by `consent.domain.crowd.bulk`; a page is live only because its edition is cleared. Page
trees, revisions and the search index get exactly the rows that sharing, freezing and publishing would leave.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from wagtail.models import Locale, Page, Revision
from wagtail.search.backends import get_search_backends

from consent import policy
from consent.domain.crowd.bulk import write_histories
from consent.domain.crowd.bulk_shapes import History, Written, Yes
from consent.domain.record.closure import Closure
from consent.domain.record.shown import Shown
from consent.enums import IdentityLevel, PlaceDetail, Subject, TimeDetail
from people import clock
from people.models import Person, Region, Theme, User
from storybank.domain.saying import said_by
from storybank.domain.searching import rows
from storybank.lock.closure import closure_of
from storybank.models import SafetyCheck, StoryEdition, StoryIndexPage, StoryPage, StoryPlan


@dataclass(frozen=True, slots=True)
class Telling:
    """One story as it went up. `uid` is its consent file's, so that the same crowd is recognised again."""

    uid: UUID
    person: Person
    title: str
    kind: str
    themes: tuple[Theme, ...]
    region: Region
    body: tuple[tuple[str, str], ...]
    closing: tuple[str, str]
    identity: IdentityLevel
    name: str
    started: datetime
    frozen: datetime
    up: datetime


@transaction.atomic
def write_stories(tellings: Sequence[Telling], *, under: StoryIndexPage, checked_by: User) -> None:
    """Write them as live stories of one team. Keep a call to some hundreds, so that memory stays flat."""
    if not tellings:
        return
    pages = [_page(one) for one in tellings]
    closures = [closure_of(page) for page in pages]
    written = write_histories(
        [_history(one, closure, by=checked_by) for one, closure in zip(tellings, closures, strict=True)]
    )
    _plant(pages, tellings, written, under=under)
    revisions = _revisions(pages, tellings)
    _rows_of_their_own(pages)
    _themes(pages, tellings)
    Page.objects.bulk_update([page.page_ptr for page in pages], ["latest_revision", "live_revision"])
    _frozen(pages, tellings, revisions)
    StoryPlan.objects.bulk_create(StoryPlan(page=page, uses=[policy.WEBSITE]) for page in pages)
    SafetyCheck.objects.bulk_create(
        SafetyCheck(
            page=page,
            revision=revision,
            closure_sha256=closure.sha256,
            safe=True,
            made_by=checked_by,
            made_at=one.frozen,
        )
        for one, page, closure, revision in zip(tellings, pages, closures, revisions, strict=True)
    )
    for backend in get_search_backends(with_auto_update=True):
        backend.add_bulk(StoryPage, pages)
    rows.put(pages)


def _page(one: Telling) -> StoryPage:
    page = StoryPage(
        title=one.title,
        draft_title=one.title,
        slug=f"s-{one.uid.hex[:12]}",
        code=one.uid.hex[:4].upper(),
        kind=one.kind,
        region=one.region,
        body=[
            {"type": kind, "value": text, "id": f"{one.uid.hex[:8]}-{n}"}
            for n, (kind, text) in enumerate(one.body)
        ],
        closing_kind=one.closing[0],
        closing=one.closing[1],
        art_seed=one.uid.hex[16:],
        public_on=one.up.astimezone(clock.LONDON).date(),
        live=True,
        first_published_at=one.up,
        last_published_at=one.up,
        latest_revision_created_at=one.frozen,
        has_unpublished_changes=False,
        locale=Locale.get_default(),
        content_type=ContentType.objects.get_for_model(StoryPage),
    )
    page.themes = one.themes
    return page


def _history(one: Telling, closure: Closure, *, by: User) -> History:
    return History(
        uid=one.uid,
        kind=Subject.STORY,
        person=one.person,
        title=one.title,
        closure=closure,
        yeses=(
            Yes(
                policy.WEBSITE,
                one.identity,
                Shown(name=one.name),
                place=PlaceDetail.REGION,
                time=TimeDetail.DAY,
            ),
        ),
        started=one.started,
        frozen=one.frozen,
        confirmed=one.up,
        by=by,
    )


def _plant(
    pages: list[StoryPage], tellings: Sequence[Telling], written: list[Written], *, under: StoryIndexPage
) -> None:
    """Places in the page tree, one after the other; then the rows of the tree, which give the pages their ids."""
    parent = Page.objects.select_for_update(of=("self",)).get(pk=under.pk)
    last = parent.get_last_child()
    place = Page._str2int(last.path[-Page.steplen :]) if last else 0
    for number, (page, where) in enumerate(zip(pages, written, strict=True), start=place + 1):
        page.depth = parent.depth + 1
        page.path = Page._get_path(parent.path, page.depth, number)
        page.url_path = f"{parent.url_path}{page.slug}/"
        page.file_id, page.edition_id = where.file_id, where.edition_id
    trees = Page.objects.bulk_create(
        Page(**{f.attname: getattr(page, f.attname) for f in Page._meta.concrete_fields if f.attname != "id"})
        for page in pages
    )
    for page, tree in zip(pages, trees, strict=True):
        page.pk = page.id = tree.pk
        page.page_ptr = tree
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + len(pages))


def _revisions(pages: list[StoryPage], tellings: Sequence[Telling]) -> list[Revision]:
    of_stories = ContentType.objects.get_for_model(StoryPage)
    of_pages = ContentType.objects.get_for_model(Page)
    revisions: list[Revision] = Revision.objects.bulk_create(
        Revision(
            content_type=of_stories,
            base_content_type=of_pages,
            object_id=str(page.pk),
            created_at=one.frozen,
            object_str=str(page),
            content=page.serializable_data(),
        )
        for one, page in zip(tellings, pages, strict=True)
    )
    for page, revision in zip(pages, revisions, strict=True):
        page.accepted_revision = revision
        page.latest_revision = page.live_revision = revision
        page.page_ptr.latest_revision = page.page_ptr.live_revision = revision
    return revisions


def _rows_of_their_own(pages: list[StoryPage]) -> None:
    """The stories' own table. Django cannot bulk_create below a parent table, so the statement is written here."""
    fields = StoryPage._meta.local_concrete_fields
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in fields)
    places = ", ".join("%s" for _ in fields)
    rows = [
        [field.get_db_prep_save(field.pre_save(page, True), connection) for field in fields] for page in pages
    ]
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {quote(StoryPage._meta.db_table)} ({columns}) VALUES ({places})",  # noqa: S608 - our own names
            rows,
        )


def _frozen(pages: list[StoryPage], tellings: Sequence[Telling], revisions: list[Revision]) -> None:
    rows = StoryEdition.objects.bulk_create(
        StoryEdition(
            edition_id=page.edition_id, page=page, revision=revision, region=page.region, said=said_by(page)
        )
        for page, revision in zip(pages, revisions, strict=True)
    )
    through = StoryEdition.themes.through
    through.objects.bulk_create(
        through(storyedition_id=row.pk, theme_id=theme.pk)
        for row, one in zip(rows, tellings, strict=True)
        for theme in one.themes
    )


def _themes(pages: list[StoryPage], tellings: Sequence[Telling]) -> None:
    through = StoryPage.themes.through
    through.objects.bulk_create(
        through(storypage_id=page.pk, theme_id=theme.pk)
        for page, one in zip(pages, tellings, strict=True)
        for theme in one.themes
    )
