"""Taking back, told truthfully: a letter that went is "asked", an answer stands, what is late says so."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection

from consent import guards
from consent.domain.out import following_up, keeping_word, recalling
from consent.domain.out.outings import Kind, begin
from consent.domain.out.recall_table import NotThatWay
from consent.domain.out.where_been import came_of, where_it_has_been
from consent.domain.proof.audit import audit
from consent.domain.stop import stopping
from consent.enums import CaseKind, EventKind, RecallState
from consent.models import ConsentEvent, Outing, RecallAction, StopCase, Use
from people import clock
from people.domain import outbox
from people.models import OutboxMessage
from tests.factories.consent import a_file, a_version, cleared
from tests.factories.people import a_person, a_supporter

pytestmark = pytest.mark.django_db
USES = ("website", "newspapers", "funders", "radio-tv")
PAPER = "Rhona Pettifer, Kestlewick Courier"
DESK = "newsdesk@courier.example"


@pytest.fixture
def supporter():
    return a_supporter()


@pytest.fixture
def committing(django_capture_on_commit_callbacks):
    return django_capture_on_commit_callbacks


@pytest.fixture
def person(supporter):
    return a_person("Dee", supporter=supporter, email="dee@post.example")


@pytest.fixture
def version(person):
    with clock.at(clock.now() - timedelta(days=40)):
        Use.objects.update(single_use=False)
        made = a_version(a_file(person))
        cleared(made, *USES)
    return made


def out(version):
    begin(version, use="website", kind=Kind.SURFACE)
    begin(version, use="newspapers", kind=Kind.PACK, recipient=PAPER, contact=DESK, where="Saturday page")
    begin(version, use="funders", kind=Kind.PACK, recipient="The Alderbrook Fund")
    begin(version, use="radio-tv", kind=Kind.SPOKEN, recipient="Radio Kestle")


def stop(person, committing, **details):
    with committing(execute=True):
        return stopping.stop(person, **details)


def states():
    return {a.outing.use_slug: str(a.state) for a in RecallAction.objects.select_related("outing")}


def letters():
    return [message for message in mail.outbox if message.to == [DESK]]


def test_the_letter_goes_by_itself_names_nobody_and_makes_it_asked(person, version, committing):
    out(version)

    done = stop(person, committing)
    with committing(execute=True):
        keeping_word.keep_our_word()

    assert states() == {"website": "done", "newspapers": "asked", "funders": "todo", "radio-tv": "impossible"}
    (letter,) = letters()
    said = letter.subject + letter.body
    assert Outing.objects.get(use_slug="newspapers").code in said
    assert not re.search(r"Dee|kettle|prison|\bstory\b|Rhona", said, re.IGNORECASE)
    assert done.code not in said
    assert list(audit()) == []


def test_nobody_is_asked_twice_however_often_the_clock_job_runs(person, version, committing):
    out(version)
    for _ in range(2):
        stop(person, committing)
        with committing(execute=True):
            keeping_word.keep_our_word()

    assert len(letters()) == 1
    assert RecallAction.objects.count() == 4
    assert StopCase.objects.count() == 2


def test_a_letter_that_has_not_gone_is_not_called_asked(person, version, committing):
    out(version)
    stopping.stop(person)  # nothing that follows a commit has run

    assert states()["newspapers"] == "todo"
    following_up.follow_up(StopCase.objects.get())
    assert following_up.note_what_went() == 0
    assert states()["newspapers"] == "todo"

    OutboxMessage.objects.update(state="waiting")
    outbox.deliver_due()
    following_up.note_what_went()
    assert states()["newspapers"] == "asked"


def test_the_supporter_hears_of_it_once_in_ordinary_words(person, version, supporter, committing):
    out(version)
    done = stop(person, committing)
    stop(person, committing)

    told = [message for message in mail.outbox if message.to == [supporter.email]]

    assert len(told) == 1
    assert done.code in told[0].subject
    assert not re.search(r"Dee|kettle|prison|\bstory\b", told[0].subject + told[0].body, re.IGNORECASE)


def the_link(letter):
    return re.search(r"https?://[^/\s]+(/taken-down/\S+)", letter.body).group(1)


@pytest.fixture
def address(person, version, committing):
    out(version)
    stop(person, committing)
    following_up.note_what_went()
    return the_link(letters()[0])


def test_looking_at_the_partners_page_changes_nothing(client, address):
    page = client.get(address)

    assert page.status_code == 200
    assert Outing.objects.get(use_slug="newspapers").code in page.content.decode()
    assert not re.search("Dee|kettle|prison|Rhona", page.content.decode())
    assert states()["newspapers"] == "asked"


@pytest.mark.parametrize(("answer", "state"), [("gone", "acknowledged"), ("cannot", "refused")])
def test_a_partner_answers_once(client, address, answer, state):
    first = client.post(address, {"answer": answer})
    again = client.post(address, {"answer": "gone" if answer == "cannot" else "cannot"})

    assert (first.status_code, again.status_code) == (200, 404)
    assert states()["newspapers"] == state
    moves = ConsentEvent.objects.filter(kind=EventKind.RECALLED).order_by("seq")
    assert [event.data["to"] for event in moves] == ["asked", state]
    assert list(audit()) == []


@pytest.mark.parametrize("answer", ["", "done", "\x00", "<script>", "x" * 10000])
def test_any_other_answer_asks_again_and_changes_nothing(client, address, answer):
    assert client.post(address, {"answer": answer}).status_code == 200
    assert states()["newspapers"] == "asked"


@pytest.mark.parametrize("token", ["x", "%00", "a" * 3000, "🪁", "{{7*7}}"])
def test_made_up_addresses_open_nothing(client, address, token):
    assert client.get(f"/taken-down/{token}/").status_code == 404
    assert client.post(f"/taken-down/{token}/", {"answer": "gone"}).status_code == 404
    assert states()["newspapers"] == "asked"


def test_the_persons_list_is_true_at_each_moment(client, person, version, committing):
    out(version)
    before = [(place.what, place.who, place.mark) for place in where_it_has_been(person)[0].places]
    stop(person, committing)
    following_up.note_what_went()
    client.force_login(person.user)

    page = client.get("/my/where-it-has-been/").content.decode()

    assert before == [
        ("Read aloud", "Radio Kestle", "stays"),
        ("A pack we handed over", "The Alderbrook Fund", "here"),
        ("A pack we handed over", PAPER, "here"),
        ("On our own website", "", "here"),
    ]
    after = where_it_has_been(person)[0].places
    assert [place.mark for place in after] == ["stays", "asked", "asked", "gone"]
    assert re.fullmatch(r"We asked on \d+ \w+, \d\d:\d\d\. No answer yet\.", after[2].sentence)
    assert all(place.sentence in page for place in after)
    with clock.at(clock.now() + timedelta(hours=2)):
        late = where_it_has_been(person)[0].places[1].sentence
    assert "We are late" in late


def test_after_a_paper_code_the_list_counts_and_names_nobody(person, version, committing):
    out(version)
    done = stop(person, committing)

    places = came_of(done.code)

    assert len(places) == 4
    assert {(place.who, place.where) for place in places} == {("", "")}
    assert {place.who for place in came_of(done.code, person, names=True)} == {
        "",
        PAPER,
        "The Alderbrook Fund",
        "Radio Kestle",
    }
    assert came_of(done.code, a_person("Nell"), names=True) == []
    assert came_of("NOPE-NOPE") == []


def test_the_list_asks_the_database_as_often_for_three_as_for_one(
    client, person, version, django_assert_max_num_queries
):
    out(version)
    client.force_login(person.user)
    client.get("/my/where-it-has-been/")
    with django_assert_max_num_queries(100) as one:
        client.get("/my/where-it-has-been/")
    for _ in range(2):
        out(version)
    with django_assert_max_num_queries(len(one)) as three:
        client.get("/my/where-it-has-been/")

    assert len(three) == len(one)


def test_staff_mark_only_what_the_table_allows(person, version, supporter, committing):
    out(version)
    stop(person, committing)
    fund = RecallAction.objects.get(outing__use_slug="funders")

    with pytest.raises(NotThatWay):
        recalling.mark(fund.uid, to=RecallState.ACKNOWLEDGED, by=supporter)
    recalling.mark(fund.uid, to=RecallState.ASKED, by=supporter, note="Rang them; they look on Monday.")
    recalling.mark(fund.uid, to=RecallState.ASKED, by=supporter)
    recalling.mark(fund.uid, to=RecallState.DONE, by=supporter)

    fund.refresh_from_db()
    assert (fund.state, recalling.note_of(fund)) == ("done", "Rang them; they look on Monday.")
    assert b"Monday" not in bytes(fund.note_sealed)
    assert fund.outing.ended_at is not None
    moves = ConsentEvent.objects.filter(kind=EventKind.RECALLED, actor=supporter).order_by("seq")
    assert [event.data["to"] for event in moves] == ["asked", "done"]


def test_when_the_time_agreed_is_over_copies_still_out_are_asked_back(person, version, committing):
    out(version)
    with clock.at(clock.now() + timedelta(days=800)), committing(execute=True):
        keeping_word.keep_our_word()
        keeping_word.keep_our_word()

    (case,) = StopCase.objects.all()
    assert (case.kind, case.person) == (CaseKind.OVER, None)
    assert set(case.actions.values_list("outing__use_slug", flat=True)) == {"newspapers", "funders"}
    assert came_of(case.code) == []


def test_a_stop_whose_case_could_not_be_written_gets_it_later(person, version, committing):
    out(version)
    done = stop(person, committing)
    complete = states()
    with guards.lifted(), connection.cursor() as cursor:
        for table in ("consent_recallaction", "consent_stopcase_files", "consent_stopcase"):
            cursor.execute(f"DELETE FROM {table}")  # our own table names
        cursor.execute("UPDATE consent_outing SET ended_at = NULL")

    with committing(execute=True):
        keeping_word.keep_our_word()

    assert StopCase.objects.get().code == done.code
    assert states().keys() == complete.keys()


def test_when_everybody_has_answered_the_person_hears_it_once(person, version, supporter, committing):
    out(version)
    stop(person, committing)
    heard = OutboxMessage.objects.filter(event="consent/what_came_of_it", person=person)
    keeping_word.keep_our_word()
    before = heard.count()
    for use in ("newspapers", "funders"):
        action = RecallAction.objects.get(outing__use_slug=use)
        recalling.mark(action.uid, to=RecallState.ASKED, by=supporter)
        recalling.mark(action.uid, to=RecallState.REFUSED, by=supporter)

    keeping_word.keep_our_word()
    keeping_word.keep_our_word()

    assert (before, heard.count()) == (0, 1)
