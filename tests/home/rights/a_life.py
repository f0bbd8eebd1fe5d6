"""A person's and a story's whole life, lived through the house's own verbs, with its own word in every field."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from wagtail.admin.models import FormState

from consent.domain.acts import asking
from consent.domain.record import unfinished
from consent.domain.record.shown import Shown
from consent.enums import Answer, IdentityLevel, PlaceDetail, TimeDetail
from people import clock, roles
from people.domain import codes, signing_in, vault
from people.models import Person, Team, User
from speakers.domain.shortlisting import shortlist
from speakers.models import Speaker
from storybank.domain import checking, noting, outside, sending
from storybank.models import StoryPage
from storybank.models.check import QUESTIONS
from tests.factories import people, speakers, stories

WORDS = {
    name: f"zq{number}{name.replace('_', '')}x{number}"
    for number, name in enumerate(
        (
            "called sender contact_notes legal_name born_place email prison reason"
            " draft_title draft_words aside title happened like helped closing old_title suggested"
            " check_note restricted shown_name shown_place shown_when begun form_state task whom"
            " speaker_name bio area goal booking_note stopped_title stopped_words"
        ).split(),
        start=10,
    )
}
W = WORDS


@dataclass
class Life:
    person: Person
    supporter: User
    lead: User
    dpo: User
    live: StoryPage
    live_slug: str
    private_slug: str
    speaker: Speaker

    @property
    def words(self) -> dict[str, str]:
        """All that must be gone: every planted word, and the addresses of the stories."""
        return WORDS | {"live slug": self.live_slug, "private slug": self.private_slug}


def lived() -> Life:
    team = people.a_team("North")
    supporter = people.a_supporter(team=team, first_name="Nia")
    lead = people.a_member_of_staff(roles.SAFEGUARDING, first_name="Moss")
    dpo = people.a_member_of_staff(roles.DPO, first_name="Kit")
    person = _somebody(supporter, team, dpo)
    stories.a_draft(person, title=W["draft_title"], happened=W["draft_words"], say=W["aside"])
    private = _checked_story(person, supporter, lead)
    live = _live_story(person)
    _marks_of_staff(live, private, supporter)
    speaker = _speaks(person)
    return Life(person, supporter, lead, dpo, live, live.slug, private.slug, speaker)


def _somebody(supporter: User, team: Team, dpo: User) -> Person:
    person = people.a_person(
        W["called"],
        supporter=supporter,
        team=team,
        channel="email",
        sender_name=W["sender"],
        email=f"{W['email']}@post.example",
        legal_name=W["legal_name"],
        address=f"9 {W['born_place']} Yard, Kestlewick",
        prison_number=W["prison"],
        phone="07700 900177",
    )
    Person.objects.filter(pk=person.pk).update(contact_notes=W["contact_notes"])
    person.refresh_from_db()
    vault.view_identity(person, viewer=dpo, reason=f"To check {W['reason']} by phone")
    codes.issue_code(person, by=supporter)
    signing_in.send_code(f"{W['email']}@post.example")
    Client().force_login(person.user)
    Client().post("/my/in/", {"address": f"{W['email']}@post.example"})
    return person


def _checked_story(person: Person, supporter: User, lead: User) -> StoryPage:
    """Shared, changed by staff, sent through both checks, and begun to be answered."""
    page = stories.a_shared_story(
        person, title=W["title"], happened=W["happened"], like=W["like"], helped=W["helped"], say=W["closing"]
    )
    page = stories.edited(page, by=supporter, body=[W["suggested"]], title=W["old_title"])
    sending.send_for_checks(page, by=supporter)
    sending.supporter_check(page, by=supporter, uses=["website"])
    page = StoryPage.objects.get(pk=page.pk)
    outside.invite(page, by=lead, for_whom=W["whom"], email="trustee@board.example")
    noting.write_note(page, by=lead, text=W["restricted"])
    answers = dict.fromkeys(QUESTIONS, "ok")
    reveals = {int(key): level for key, level in stories.nothing_points_to(page).items()}
    checking.check(page, by=lead, answers=answers, reveals=reveals, note=W["check_note"], safe=False)
    unfinished.keep(page.file, person=person, what="choices", name=W["begun"])
    return StoryPage.objects.get(pk=page.pk)


def _live_story(person: Person) -> StoryPage:
    with clock.at(clock.now() - stories.LONG_AGO):
        page = stories.a_frozen_story(person, title=W["stopped_title"], happened=W["stopped_words"])
        stories.told(page, person)
        for permission in asking.open_asks(person.pk, page.file_id):
            stories.answering.answer(
                permission,
                person=person,
                answer=Answer.YES,
                identity=IdentityLevel.N3,
                place=PlaceDetail.TOWN,
                time=TimeDetail.MONTH,
                shown=Shown(name=W["shown_name"], place=W["shown_place"], when=W["shown_when"]),
            )
    stories.confirmed(page)
    return StoryPage.objects.get(pk=page.pk)


def _marks_of_staff(live: StoryPage, private: StoryPage, supporter: User) -> None:
    """What Wagtail's editor, the worker and a redirect remember."""
    FormState.objects.create(
        user=supporter,
        content_type=ContentType.objects.get_for_model(StoryPage, for_concrete_model=False),
        object_id=str(private.pk),
        data=f"title={W['form_state']}",
        last_updated_at=clock.now(),
    )
    DBTaskResult.objects.create(
        status=TaskResultStatus.FAILED,
        args_kwargs={"args": [W["task"]], "kwargs": {}},
        task_path="people.tasks.deliver",
        backend_name="outbox",
        run_after=clock.now(),
        exception_class_path="",
        traceback=f"ValueError: {live.title}",
    )


def _speaks(person: Person) -> Speaker:
    comms = speakers.staff()
    speaker = speakers.a_speaker(W["speaker_name"], bio=W["bio"], home_area=W["area"], goals=[W["goal"]])
    stand_in = speaker.person
    Speaker.objects.filter(pk=speaker.pk).update(person=person)
    stand_in.delete()
    speaker.refresh_from_db()
    speakers.says_yes(speaker, name=W["shown_name"])
    speakers.listed(speaker, name=W["shown_name"])
    with clock.at(speakers.NOON):
        request = speakers.a_request(by=comms)
        shortlist(request, by=comms)
        booking = speakers.invited(speaker, request, by=comms)
        booking.events.update(note=W["booking_note"])
        type(booking).objects.filter(pk=booking.pk).update(said={"what": W["booking_note"]})
    return speaker
