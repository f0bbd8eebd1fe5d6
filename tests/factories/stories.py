"""Stories in every state, built by the domain's own verbs: a draft, shared, checked, asked, agreed, live, stopped."""

from datetime import timedelta
from typing import Any

from django.db import connection

from consent.domain.acts import answering, asking
from consent.domain.care import files
from consent.domain.record.shown import Shown
from consent.domain.stop import stopping
from consent.domain.told import informing, notices
from consent.enums import Answer, IdentityLevel, PlaceDetail, TimeDetail
from people import clock
from people.models import Person, Team, User
from storybank.domain import drafts, freezing, homing, settling, sharing
from storybank.lock.closure import closure_of
from storybank.models import Draft, SafetyCheck, StoryIndexPage, StoryPage, StoryPlan
from tests.factories.people import a_person, a_supporter

KETTLE = "I kept the kettle on for her. Every Sunday I filled it at two, and every Sunday she came."
LONG_AGO = timedelta(days=40)
"""Before a first yes: longer than any thinking time, shorter than the silence that lets a yes fall."""


def an_author(called: str = "Dee", *, supporter: User | None = None, team: Team | None = None) -> Person:
    """A person with a desk of their own."""
    return a_person(called, supporter=supporter, team=team, channel="letter")


def a_story_index(team: Team | None = None) -> StoryIndexPage:
    """The index of a team (or of nobody's), made once."""
    return homing.index_for(team)


def a_draft(person: Person | None = None, *, title: str = "The kettle", **answers: str) -> Draft:
    """A private draft; answers by question (happened, like, helped, change, say) or `open`."""
    draft = drafts.start(person or an_author())
    return drafts.save(
        draft, answers={"title": title} | (answers or {"happened": KETTLE}), version=draft.version
    )


def a_shared_story(person: Person | None = None, *, title: str = "The kettle", **answers: str) -> StoryPage:
    """A page that the supporter can read; the draft is gone."""
    person = person or an_author()
    return sharing.share(a_draft(person, title=title, **answers), person=person)


def edited(page: StoryPage, *, by: User | None = None, **fields: Any) -> StoryPage:
    """A member of staff changes fields (`body` as a list of paragraphs) and saves a draft revision."""
    words = page.get_latest_revision_as_object()
    for name, value in fields.items():
        if name == "body":
            value = [{"type": "paragraph", "value": text} for text in value]
        setattr(words, name, value)
    words.save_revision(user=by or User.objects.filter(kind="staff").first() or a_supporter())
    return StoryPage.objects.get(pk=page.pk)


def nothing_points_to(page: StoryPage) -> dict[str, int]:
    """As a safety check says it of words that let a reader know nobody."""
    rows = files.appearances_in(page.file_id).exclude(relation="guardian")
    return {str(row.pk): int(IdentityLevel.N2) for row in rows}


def checked(page: StoryPage, *, by: User | None = None, safe: bool = True) -> SafetyCheck:
    """A safety check of exactly the latest words."""
    return SafetyCheck.objects.create(
        page=page,
        revision=page.get_latest_revision(),
        closure_sha256=closure_of(page.get_latest_revision_as_object()).sha256,
        reveals=nothing_points_to(page),
        safe=safe,
        made_by=by,
        made_at=clock.now(),
    )


def a_frozen_story(
    person: Person | None = None,
    *,
    uses: tuple[str, ...] = ("website",),
    title: str = "The kettle",
    **answers: str,
) -> StoryPage:
    """Checked, frozen and asked for the uses; the author has not answered."""
    page = a_shared_story(person, title=title, **answers)
    asked(page, *uses)
    return StoryPage.objects.get(pk=page.pk)


def asked(page: StoryPage, *uses: str) -> None:
    """Check the latest words (the author's accepted ones), freeze them and ask."""
    StoryPlan.objects.update_or_create(page=page, defaults={"uses": list(uses)})
    checked(page)
    freezing.freeze_and_ask(page, by=None)


def told(page: StoryPage, person: Person) -> None:
    """The notice of story choices was put before the person, and we asked back whether it was explained well."""
    rendering = notices.rendering(notices.STORY_CHOICES, language=person.language)
    notices.serve(page.file, person=person, rendering=rendering)
    informing.record_check(
        page.file, person=person, rendering=rendering, questions=["stop", "copies"], understood=True
    )


def answered(
    page: StoryPage,
    *,
    name: str = "Dee",
    identity: IdentityLevel = IdentityLevel.N3,
    yes: Answer = Answer.YES,
    **terms: Any,
) -> None:
    """The author's first answer to every open ask; the region and the day may be seen unless `terms` say otherwise."""
    person = files.author_of(page.file_id)
    told(page, person)
    for permission in asking.open_asks(person.pk, page.file_id):
        answering.answer(
            permission,
            person=person,
            answer=yes,
            identity=identity,
            **{"shown": Shown(name=name), "place": PlaceDetail.REGION, "time": TimeDetail.DAY} | terms,
        )


def confirmed(page: StoryPage) -> None:
    """The author's second yes to everything whose thinking time is over; then the pages follow.

    The live guard looks now, as at a commit, and not at the end of a test that has stopped the story meanwhile.
    """
    person = files.author_of(page.file_id)
    ready = answering.waiting_for_second_yes(person, page.file_id)
    answering.confirm(page.file, person=person, permissions=ready)
    settling.settle(page.file_id)
    connection.check_constraints()


def a_live_story(
    person: Person | None = None,
    *,
    uses: tuple[str, ...] = ("website",),
    name: str = "Dee",
    identity: IdentityLevel = IdentityLevel.N3,
    title: str = "The kettle",
    **answers: str,
) -> StoryPage:
    """Agreed twice (the first yes long ago) and public now."""
    with clock.at(clock.now() - LONG_AGO):
        page = a_frozen_story(person, uses=uses, title=title, **answers)
        answered(page, name=name, identity=identity)
    confirmed(page)
    return StoryPage.objects.get(pk=page.pk)


def a_stopped_story(person: Person | None = None, **story: Any) -> StoryPage:
    """Was live; the author has stopped everything."""
    page = a_live_story(person, **story)
    stopping.stop(files.author_of(page.file_id))
    settling.settle(page.file_id)
    return StoryPage.objects.get(pk=page.pk)
