"""What somebody said on paper or by phone is written down exactly, per choice, and never wider than what is offered."""

import io
from dataclasses import replace
from datetime import datetime, timedelta

import pypdf
import pytest
from django.contrib.auth.models import Permission as Right
from django.urls import reverse

from consent.domain.acts.choices import choices_of
from consent.domain.acts.choosing import Given
from consent.domain.proof.audit import audit
from consent.domain.written import evidence, verifying
from consent.domain.written.evidence import CannotRecord, How
from consent.enums import Answer, IdentityLevel, Method, PlaceDetail, State, TimeDetail, Trigger
from consent.models import Evidence, Permission, Receipt
from consent.receipts.pdf import pdf
from consent.receipts.slips import slip_lines
from people import clock
from people.domain import vault
from tests.factories import people, press

pytestmark = pytest.mark.django_db
BODY = [("paragraph", "I sat in {place} {when} and waited.")]
EXACT = Given(
    "newspapers",
    Answer.YES,
    identity=IdentityLevel.N3,
    name="Cass",
    face=True,
    voice=False,
    place=PlaceDetail.TOWN,
    shown_place="Marchgate",
    time=TimeDetail.YEAR,
    shown_when="in 2019",
    check_first=(Trigger.HEARING, Trigger.RELEASE),
    until_event=Trigger.NEW_JOB,
    max_uses=1,
)
LEAST = Given("website", Answer.YES)


@pytest.fixture
def staff():
    return {name: people.a_supporter(first_name=name) for name in ("Priya", "Ama")}


def a_story(staff, *, uses=("website", "newspapers"), **more):
    return press.a_story(
        yes=(), unanswered=uses, confirm=False, supporter=staff["Priya"], body=more.pop("body", BODY), **more
    )


def on_paper():
    return How(method=Method.PAPER, happened_at=clock.now(), understood=True)


def write_down(page, staff, *answers):
    person = press.author_of(page)
    return evidence.record_first(page.file, person=person, answers=answers, how=on_paper(), by=staff["Priya"])


def until():
    return clock.now().replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=90)


def test_every_choice_is_exactly_what_they_said_and_nothing_reaches_over_to_another(staff):
    page, end = a_story(staff, pictured=True), until()

    verifying.verify(write_down(page, staff, LEAST, replace(EXACT, until=end)), agrees=True, by=staff["Ama"])

    rows = {row.use.slug: row for row in Permission.objects.filter(file=page.file_id)}
    found = {
        slug: (
            *(row.identity, row.face, row.voice, row.place, row.time),
            *(row.check_first, row.until_event, row.valid_until, row.max_uses),
        )
        for slug, row in rows.items()
    }
    shown = {one.use.slug: one.shown for one in choices_of(press.author_of(page), page.file_id)}
    assert found == {
        "newspapers": (3, True, False, 4, 2, ["hearing", "release"], "new_job", end, 1),
        "website": (2, False, False, 0, 0, [], "", None, None),
    }
    assert vars(shown["newspapers"]) == {"name": "Cass", "place": "Marchgate", "when": "in 2019"}
    assert vars(shown["website"]) == {"name": "", "place": "", "when": ""}
    assert list(audit()) == []


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"face": True}, "no face and no voice"),
        ({"voice": True}, "no face and no voice"),
        ({"place": PlaceDetail.TOWN, "shown_place": ""}, "do not fit together"),
        ({"place": PlaceDetail.NONE, "shown_place": "Marchgate"}, "do not fit together"),
        ({"time": TimeDetail.YEAR, "shown_when": ""}, "do not fit together"),
        ({"identity": IdentityLevel.N1}, "tell readers more about who they are"),
        ({"until": datetime(9000, 1, 1, tzinfo=clock.UTC)}, "later than the last day we ask for"),
        ({"until": clock.now() + timedelta(days=2)}, "before their thinking time is over"),
        ({"use": "website", "max_uses": 1}, "on our own pages"),
    ],
)
def test_what_is_not_offered_is_refused_before_it_is_written_down(staff, change, why):
    plain = replace(EXACT, **{"face": False} | change)
    page = a_story(staff, uses=(plain.use,))

    with pytest.raises(CannotRecord, match=why):
        write_down(page, staff, plain)

    assert Evidence.objects.count() == 0


def test_a_place_and_a_time_that_the_words_have_no_room_for_are_refused(staff):
    page = a_story(staff, uses=("newspapers",), body=[("paragraph", "I kept the kettle on for her.")])
    plain = replace(EXACT, face=False)

    for wider in (
        replace(plain, time=TimeDetail.NONE, shown_when=""),
        replace(plain, place=PlaceDetail.NONE),
    ):
        with pytest.raises(CannotRecord, match="shown so exactly"):
            write_down(page, staff, wider)
    region = replace(plain, place=PlaceDetail.REGION, shown_place="", time=TimeDetail.MONTH, shown_when="")
    assert write_down(page, staff, region)


def test_under_18_no_more_is_written_down_than_may_be_shown(staff):
    page = a_story(staff, uses=("newspapers",), pictured=True)
    today = clock.today()
    vault.set_identity(press.author_of(page), born=today.replace(year=today.year - 16, day=1).isoformat())

    for wider in (replace(EXACT, face=True), replace(EXACT, face=False, identity=IdentityLevel.N4)):
        with pytest.raises(CannotRecord):
            write_down(page, staff, wider)

    assert write_down(page, staff, replace(EXACT, face=False))


def test_the_slip_and_the_copy_tell_what_was_written_down(staff):
    page = a_story(staff, pictured=True)
    made = write_down(page, staff, LEAST, replace(EXACT, until=datetime(2027, 1, 8, tzinfo=clock.UTC)))
    verifying.verify(made, agrees=True, by=staff["Ama"])

    said = dict(slip_lines(made))["Newspapers and online news"]
    copy = " ".join(
        " ".join(
            sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(pdf([Receipt.objects.get()]))).pages
        ).split()
    )

    assert said == (
        "Yes. A name you chose: Cass. Your face may be seen. Place: the town, as “Marchgate”."
        " Time: only the year, as “in 2019”."
        " We ask you first when you have a day in court or before a board or when you come home from prison."
        " It ends when you start a new job. Not after 7 January 2027. Once only."
    )
    assert dict(slip_lines(made))["Our website"] == "Yes. Your words, and no name."
    for words in (
        "your face may be seen, place: the town, time: only the year.",
        "Once only. Not after 7 January 2027. We ask you first when you have a day in court",
        "It ends when you start a new job.",
    ):
        assert words in copy
    assert "Marchgate" not in copy
    assert "Cass" not in copy


def form(**more):
    now = clock.now().astimezone(clock.LONDON)
    return {
        "use_website-answer": "yes",
        "use_newspapers-answer": "yes",
        "use_newspapers-differs": "on",
        "use_newspapers-once": "on",
        "use_newspapers-last_day": (clock.today() + timedelta(days=90)).isoformat(),
        "identity": "2",
        "newspapers-identity": "3",
        "newspapers-name": "Cass",
        "newspapers-face": "yes",
        "newspapers-place": "4",
        "newspapers-place_words": "Marchgate",
        "newspapers-time": "2",
        "newspapers-day": "3/2019",
        "newspapers-check_first": ["hearing", "release"],
        "newspapers-until_event": "new_job",
        "method": "phone",
        "happened_at": now.strftime("%Y-%m-%dT%H:%M"),
        "understood": "yes",
        "copy_left": "yes",
        **more,
    }


def at_the_form(client, page, staff):
    staff["Priya"].user_permissions.add(Right.objects.get(codename="access_admin"))
    client.force_login(staff["Priya"])
    return reverse("said:write", args=[press.author_of(page).pk, page.file.uid, "first"])


def test_the_screen_takes_it_all_down_choice_by_choice(client, staff):
    page = a_story(staff, pictured=True)
    address = at_the_form(client, page, staff)

    shown = client.get(address).content.decode()
    done = client.post(address, form())

    said = {item["use"]: item for item in evidence.said_in(Evidence.objects.get())}
    end = said["newspapers"].pop("until")
    assert done.status_code == 302
    assert 'name="newspapers-place"' in shown
    assert 'name="use_website-once"' not in shown
    assert said["newspapers"] == {
        "use": "newspapers",
        "answer": "yes",
        "identity": 3,
        "name": "Cass",
        "face": True,
        "voice": False,
        "place": 4,
        "shown_place": "Marchgate",
        "time": 2,
        "shown_when": "in 2019",
        "check_first": ["hearing", "release"],
        "until_event": "new_job",
        "max_uses": 1,
    }
    assert datetime.fromisoformat(end) > clock.now() + timedelta(days=89)
    assert (said["website"]["identity"], said["website"]["place"], said["website"]["max_uses"]) == (
        2,
        0,
        None,
    )
    (permission,) = Permission.objects.filter(file=page.file_id, use__slug="newspapers")
    assert permission.answer == ""


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"newspapers-place_words": ""}, "Write the place to show."),
        ({"newspapers-place": "2"}, "Write England, Scotland, Wales or Northern Ireland."),
        ({"newspapers-place": "9"}, "Choose one of these."),
        ({"newspapers-day": "31/2/2019"}, "Write a day that has been"),
        ({"newspapers-day": "2999"}, "Write a day that has been"),
        ({"newspapers-day": "٢٠١٩"}, "Write a day that has been"),
        ({"newspapers-time": "5"}, "Write it as finely"),
        ({"newspapers-name": "…"}, "Write the name they want shown."),
        ({"newspapers-name": "a\x00"}, "Null characters"),
        ({"newspapers-identity": "1"}, "Choose one of these for their name."),
        ({"newspapers-face": "perhaps"}, "Choose one of these."),
        ({"use_newspapers-answer": ""}, "Choose yes, no or not now."),
    ],
)
def test_what_does_not_fit_is_said_and_what_was_typed_stays(client, staff, change, why):
    page = a_story(staff, pictured=True)
    address = at_the_form(client, page, staff)

    answer = client.post(address, form(others_present="her sister Mags", **change))

    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert "her sister Mags" in answer.content.decode()
    assert Evidence.objects.count() == 0


def test_what_stands_beside_a_no_is_not_kept(client, staff):
    page = a_story(staff, pictured=True)
    address = at_the_form(client, page, staff)

    client.post(address, form(**{"use_newspapers-answer": "no", "newspapers-day": "nonsense"}))

    said = {item["use"]: item for item in evidence.said_in(Evidence.objects.get())}
    assert (said["newspapers"]["name"], said["newspapers"]["until"], said["newspapers"]["max_uses"]) == (
        "",
        "",
        None,
    )
    verifying.verify(Evidence.objects.get(), agrees=True, by=staff["Ama"])
    states = {one.use.slug: one.state for one in choices_of(press.author_of(page), page.file_id)}
    assert states == {"newspapers": State.REFUSED, "website": State.COOLING}
