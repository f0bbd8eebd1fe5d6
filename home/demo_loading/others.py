"""People who are in somebody else's words: a sister who answers, her boy who turned 18 today, and two concerns."""

from datetime import date, datetime, timedelta

from consent.domain.acts import answering, asking, concern_decisions
from consent.domain.care import concerns, deciding_young, files, people_in_it
from consent.domain.care.concerns import Decision, Matter, Said
from consent.domain.care.deciding_young import What
from consent.domain.told import notices
from consent.enums import Answer, IdentityLevel
from people import clock
from people.domain import vault
from people.models import Person, User
from storybank.domain import checking, in_it, revealing, sending, settling
from storybank.models import StoryPage
from storybank.models.check import QUESTIONS

FAMILY, KEPT = "passenger_seat", "trolley"
NOTICE = "in-it-choices"
FIRST, SECOND = (0, 1), (2, 3)
"""Which passages each may read."""


def rest_because_somebody_asked(page: StoryPage) -> None:
    """Yesterday somebody wrote to us about it; it rests, and the leads' clock is running."""
    said = Said(
        story=f"/stories/{page.slug}/",
        text="I think the man with the van is me. I do not mind, but my neighbours would know.",
        contact="01632 960118",
    )
    with clock.at(clock.now() - timedelta(days=1)):
        concerns.raise_concern(said, matter=Matter.ME, once="demo-waiting")


def load_others(pages: dict[str, StoryPage], *, lead: User) -> None:
    _ask_the_family(pages[FAMILY], lead=lead)
    _decide_about(pages[KEPT], lead=lead)


def _ask_the_family(page: StoryPage, *, lead: User) -> None:
    """Rosa has said yes once. Jory said yes yesterday, at 17; since midnight he is asked afresh, as an adult."""
    born = _eighteen_today()
    author = files.author_of(page.file_id)
    if author is None or author.supporter is None:
        return
    with clock.at(late_yesterday()):
        rosa = _invited(page, "my sister", called="Rosa", by=author.supporter)
        jory = _invited(page, "my sister's boy", called="Jory", by=author.supporter, born=born)
        row = files.appearances_in(page.file_id).get(person=jory)
        why = "He lives on his own, works, and asked us not to go through his mother."
        deciding_young.decide(row, what=What.PARENT_NOT_NEEDED, reason=why, by=lead)
        page = _checked_again(page, by=author.supporter, lead=lead)
        for person, blocks in ((rosa, FIRST), (jory, SECOND)):
            shown = files.appearances_in(page.file_id).get(person=person)
            part = in_it.choose(page, shown.pk, blocks=blocks, whole=False, by=author.supporter)
            in_it.author_says(page, author, part_id=part.pk, yes=True)
            _say_yes(page, person)


def _checked_again(page: StoryPage, *, by: User, lead: User) -> StoryPage:
    """Two more are known to be in it: the safety check says of them too what the words let a reader know."""
    sending.send_for_checks(StoryPage.objects.get(pk=page.pk), by=by)
    sending.supporter_check(StoryPage.objects.get(pk=page.pk), by=by, uses=["website"])
    page = StoryPage.objects.get(pk=page.pk)
    checking.check(
        page,
        by=lead,
        answers=dict.fromkeys(QUESTIONS, "ok"),
        reveals={one.pk: IdentityLevel.N2 for one in revealing.people_in(page)},
        note="Nobody is named in it.",
        safe=True,
    )
    return StoryPage.objects.get(pk=page.pk)


def _invited(page: StoryPage, role: str, *, called: str, by: User, born: str = "") -> Person:
    row = files.add_appearance(page.file, role=role, by=by)
    reason = "Named in it; nobody else could be meant."
    invitation = people_in_it.invite(row, by=by, reason=reason, called=called, channel="letter")
    if invitation is None:
        raise LookupError(f"{called} was not invited")
    if born:
        vault.set_identity(invitation.person, born=born)
    return invitation.person


def _say_yes(page: StoryPage, person: Person) -> None:
    rendering = notices.rendering(NOTICE, language=person.language)
    notices.serve(page.file, person=person, rendering=rendering)
    for permission in asking.open_asks(person.pk, page.file_id):
        answering.answer(permission, person=person, answer=Answer.YES, identity=IdentityLevel.N2)


def _decide_about(page: StoryPage, *, lead: User) -> None:
    """A concern of last week: a lead looked, and the agreed words stayed."""
    said = Said(story=f"/stories/{page.slug}/", text="Is that my ward?", contact="reader@post.example")
    with clock.at(clock.now() - timedelta(days=6)):
        concern = concerns.raise_concern(said, matter=Matter.ELSE, once="demo-decided").concern
    with clock.at(clock.now() - timedelta(days=5)):
        concern_decisions.acknowledge(concern, by=lead)
    with clock.at(clock.now() - timedelta(days=4)):
        concern_decisions.decide(
            concern,
            decision=Decision.KEEP,
            to_them="We read it again with somebody who knows such places. No place and no person can be made out"
            " in it, so it stays. Thank you for asking.",
            to_author="Somebody asked whether a place could be known from your words. We looked, and it could not."
            " Nothing has changed.",
            by=lead,
        )
    settling.settle(page.file_id)


def late_yesterday() -> datetime:
    """23 hours ago; and in the last hour of a day, when that would be today, just before its midnight."""
    now = clock.now()
    midnight = now.astimezone(clock.LONDON).replace(hour=0, minute=0, second=0, microsecond=0)
    return min(now - timedelta(hours=23), midnight - timedelta(minutes=1))


def _eighteen_today() -> str:
    today = clock.today()
    try:
        return date(today.year - 18, today.month, today.day).isoformat()
    except ValueError:  # 29 February
        return date(today.year - 18, 3, 1).isoformat()
