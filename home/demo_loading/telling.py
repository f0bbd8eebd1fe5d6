"""Telling one demo story from its first draft to wherever it stands today, by the domain's own verbs."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from consent.domain.acts import answering, asking, importing
from consent.domain.care import files, reviewing
from consent.domain.record.shown import Shown
from consent.domain.stop import stopping
from consent.domain.told import informing, notices
from consent.enums import (
    Answer,
    Basis,
    EditionKind,
    IdentityLevel,
    Method,
    PlaceDetail,
    Relation,
    ReviewOutcome,
    TimeDetail,
    Trigger,
)
from home.demo.shapes import Block, ContentNotePassage, DemoStory
from home.demo_loading import outings, said
from home.demo_loading.illustrating import illustrate
from home.demo_loading.others import rest_because_somebody_asked
from home.demo_loading.thanking import promise_before_the_ask
from home.demo_loading.timeline import Timeline, timeline_of
from people import clock
from people.models import Person, Region, Theme, User
from storybank.domain import checking, deriving, drafts, freezing, revealing, sending, sharing, suggestions
from storybank.models import StoryEdition, StoryPage
from storybank.models.check import QUESTIONS

GOES_UP = frozenset(
    {
        "live",
        "live_and_minister",
        "refused_funders",
        "paused",
        "expired_yesterday",
        "expiring_14_days",
        "withdrawn",
        "superseded",
    }
)
MADE_UP = "The name in the words is made up and points to nobody."
CHECK_AGAIN = timedelta(days=300)


@dataclass(frozen=True)
class Cast:
    """Who takes part: people by key, the supporter of a person, the lead who checks, pages told so far."""

    people: dict[str, Person]
    lead: User
    pages: dict[str, StoryPage]


def tell(story: DemoStory, cast: Cast) -> StoryPage | None:
    """Returns the page, or None for a private draft."""
    when = timeline_of(story)
    author = cast.people[story.author]
    page = _first_words(story, cast, when)
    if page is None:
        return None
    if story.state == "superseded" and story.earlier:
        earlier = timedelta(days=60)
        _edit(page, story, story.earlier, author, at=when.edited - earlier)
        _to_the_web(page, story, cast, when, back=earlier)
    _edit(page, story, story.body, author, at=when.edited)
    _onwards(page, story, cast, when)
    return StoryPage.objects.get(pk=page.pk)


def _first_words(story: DemoStory, cast: Cast, when: Timeline) -> StoryPage | None:
    author = cast.people[story.author]
    if story.translation_of:
        with clock.at(when.shared):
            return deriving.derive(
                cast.pages[story.translation_of],
                form=EditionKind.EASY_READ if story.form == "easy_read" else EditionKind.TRANSLATION,
                language=story.language,
                by=author.supporter,
            )
    with clock.at(when.started):
        draft = drafts.start(author, way="say" if story.by_voice else "open")
        words = (
            {"title": story.title} if story.by_voice else {"title": story.title, "open": _plain(story.body)}
        )
        drafts.save(draft, answers=words, version=0)
        if story.by_voice:
            said.say_it(draft)
    if story.state == "draft_private":
        return None
    with clock.at(when.shared):
        draft.refresh_from_db()
        for key in story.co_authors:
            files.add_appearance(
                draft.file, person=cast.people[key], relation=Relation.CO_AUTHOR, basis=Basis.OWN
            )
        if story.by_voice:
            return said.share_and_type(draft, person=author, text=_plain(story.body))
        return sharing.share(draft, person=author)


def _edit(page: StoryPage, story: DemoStory, body: tuple[Block, ...], author: Person, *, at: Any) -> None:
    """The supporter sets it out; the author reads every change and accepts."""
    with clock.at(at):
        words = StoryPage.objects.get(pk=page.pk).get_latest_revision_as_object()
        words.title, words.kind, words.language = story.title, story.kind, story.language
        words.body = [_block(block) for block in body]
        words.closing_kind, words.closing = story.closing
        words.content_notes = [
            {"type": "note", "value": {"code": code, "level": level}} for code, level in story.content_notes
        ]
        words.themes.set(Theme.objects.filter(slug__in=story.themes))
        words.region = Region.objects.filter(slug=story.region).first()
        words.save_revision(user=author.supporter, log_action=False)
        illustrate(page, story.shown if body is story.body else (), by=author.supporter)
        suggestions.accept_all(StoryPage.objects.get(pk=page.pk))


def _onwards(page: StoryPage, story: DemoStory, cast: Cast, when: Timeline) -> None:
    author = cast.people[story.author]
    if story.state == "shared_with_suggestions":
        _suggest(page, story, cast)
    elif story.state == "waiting_safety_check":
        _send_for_checks(page, story, author)
    elif story.state == "legacy_unknown":
        _legacy(page, cast, when)
    else:
        _to_the_web(page, story, cast, when)
        _afterwards(page, story, cast, when)


def _send_for_checks(page: StoryPage, story: DemoStory, author: Person) -> None:
    """The supporter sends it on its way, makes their own check, and says what to ask for."""
    sending.send_for_checks(StoryPage.objects.get(pk=page.pk), by=author.supporter)
    uses = ["website", *(other.use for other in story.also)]
    sending.supporter_check(StoryPage.objects.get(pk=page.pk), by=author.supporter, uses=uses)


def _safe(page: StoryPage, story: DemoStory, cast: Cast) -> None:
    """The safety check passes; the story goes on to its author by itself."""
    people = revealing.people_in(page)
    known = {one.pk: _let_known(one, story) for one in people}
    checking.check(
        StoryPage.objects.get(pk=page.pk),
        by=cast.lead,
        answers=dict.fromkeys(QUESTIONS, "ok"),
        reveals=known,
        note=MADE_UP if any(known[one.pk] < one.guess for one in people) else "",
        safe=True,
    )


def _let_known(one: revealing.InTheWords, story: DemoStory) -> IdentityLevel:
    """No more than the author agreed to on every use: our stories name nobody who does not want it."""
    agreed = [IdentityLevel[story.identity], *(IdentityLevel[other.identity] for other in story.also)]
    return max(min(one.guess, *agreed), one.levels[0])


def _to_the_web(
    page: StoryPage, story: DemoStory, cast: Cast, when: Timeline, *, back: timedelta = timedelta()
) -> None:
    """Safety check, freeze and ask, first yes, thinking time, second yes: as far as the story's state goes."""
    with clock.at(when.checked - back):
        promise_before_the_ask(page, story.key, by=cast.people[story.author].supporter)
        _send_for_checks(page, story, cast.people[story.author])
        _safe(page, story, cast)
    frozen = StoryEdition.objects.filter(page=page).select_related("edition__file").latest("pk")
    if story.state == "waiting_choices":
        return
    people = [cast.people[key] for key in (story.author, *story.co_authors)]
    with clock.at(when.first_yes - back):
        for person in people:
            _first_yes(page, story, person)
    if story.state not in GOES_UP:
        return
    with clock.at(when.up - back):
        file = frozen.edition.file
        for person in people:
            ready = answering.waiting_for_second_yes(person, file.pk)
            answering.confirm(file, person=person, permissions=ready)
    _check_every_year(frozen, cast, when)


def _check_every_year(frozen: StoryEdition, cast: Cast, when: Timeline) -> None:
    """A safety check stands for a year at most; older stories were checked again in time."""
    again = when.up + CHECK_AGAIN
    while again < clock.now():
        with clock.at(again):
            until = again + timedelta(days=365)
            reviewing.review(frozen.edition, outcome=ReviewOutcome.SAFE, valid_until=until, by=cast.lead)
        again += CHECK_AGAIN


def _first_yes(page: StoryPage, story: DemoStory, person: Person) -> None:
    file = files.files_of(person).get(pk=page.file_id)
    text = notices.rendering(notices.STORY_CHOICES, language=person.language)
    notices.serve(file, person=person, rendering=text)
    informing.record_check(
        file,
        person=person,
        rendering=text,
        questions=["stop", "copies"],
        understood=True,
        reader=person.supporter,
    )
    others = {other.use: other for other in story.also}
    for permission in asking.open_asks(person.pk, page.file_id):
        other = others.get(permission.use.slug)
        if other and other.answer == "unanswered":
            continue
        level = IdentityLevel[other.identity if other else story.identity]
        shown = (
            Shown(name=other.name, place=other.place, when=other.when)
            if other
            else Shown(name=_name(story, person), place=story.place, when=story.when)
        )
        answering.answer(
            permission,
            person=person,
            answer=Answer(other.answer) if other else Answer.YES,
            identity=level,
            shown=shown,
            place=PlaceDetail.TOWN if shown.place else PlaceDetail.REGION,
            time=TimeDetail.DAY if level.shows_name else TimeDetail.MONTH,
            check_first=[Trigger.NEW_JOB] if other and other.ask_first else [],
        )


def _name(story: DemoStory, person: Person) -> str:
    """In a piece by two, each is shown by the name they are called; alone, by the name chosen for it."""
    return person.called if story.co_authors else story.name


def _afterwards(page: StoryPage, story: DemoStory, cast: Cast, when: Timeline) -> None:
    author = cast.people[story.author]
    file = files.files_of(author).get(pk=page.file_id)
    if story.state == "paused":
        rest_because_somebody_asked(StoryPage.objects.get(pk=page.pk))
    elif story.state == "withdrawn":
        newest = StoryEdition.objects.filter(page=page).order_by("-edition__n").first()
        if newest is not None:
            outings.hand_over_before_the_stop(newest.edition_id, since=when.up)
        with clock.at(clock.now() - timedelta(days=5)):
            stopping.stop(author, files=[file], method=Method.PAPER_CODE)
        outings.ask_for_it_back(page.file_id)


def _suggest(page: StoryPage, story: DemoStory, cast: Cast) -> None:
    """The supporter's changes have passed the checks; now the author looks at each of them."""
    author = cast.people[story.author]
    with clock.at(clock.now() - timedelta(hours=20)):
        words = StoryPage.objects.get(pk=page.pk).get_latest_revision_as_object()
        words.body = [_block(block) for block in story.suggested]
        words.save_revision(user=author.supporter, log_action=False)
        _send_for_checks(page, story, author)
        _safe(page, story, cast)


def _legacy(page: StoryPage, cast: Cast, when: Timeline) -> None:
    """Words that came from an old form: frozen so that they can be asked for, dark until somebody says yes."""
    with clock.at(when.checked):
        page = StoryPage.objects.get(pk=page.pk)
        frozen = freezing.freeze(page, by=cast.lead)
        importing.import_unknown(frozen.edition, use="website", by=cast.lead)


def _block(block: Block) -> dict[str, Any]:
    kind, value = block
    if isinstance(value, ContentNotePassage):
        return {"type": "note", "value": {"code": value.code, "text": value.text}}
    return {"type": kind, "value": value}


def _plain(body: tuple[Block, ...]) -> str:
    return "\n\n".join(value.text if isinstance(value, ContentNotePassage) else value for _, value in body)
