"""A letter that reached nobody shows with its clock, is sent again or rung; reminders and the last letter go once."""

from datetime import timedelta
from html import unescape

import pytest
from django.core import mail

from consent.domain.out import keeping_word, letters, recalling
from consent.domain.out.letters import CannotSend, send_again
from consent.domain.out.outings import Kind, begin
from consent.domain.out.recall_queue import count_late, tasks_of
from consent.domain.proof.audit import audit
from consent.domain.rights import erasing
from consent.domain.stop import stopping
from consent.enums import RecallState
from consent.models import RecallAction, RecallLetter, Use
from people import clock, roles
from people.domain import delivering
from people.models import OutboxMessage
from tests.factories.consent import a_file, a_version, cleared
from tests.factories.people import a_member_of_staff, a_person

pytestmark = pytest.mark.django_db
DESK = "newsdesk@courier.example"
RIGHT = "news@courier.example"
NO_SUCH_BOX = "tests.people.mail_that_is_down.NoSuchBox"
DOWN = "tests.people.mail_that_is_down.EmailBackend"
WELL = "django.core.mail.backends.locmem.EmailBackend"


@pytest.fixture
def comms():
    return a_member_of_staff(roles.COMMS, first_name="Kit")


@pytest.fixture
def person():
    return a_person("Dee", email="dee@post.example")


@pytest.fixture
def version(person):
    with clock.at(clock.now() - timedelta(days=40)):
        Use.objects.update(single_use=False)
        made = a_version(a_file(person))
        cleared(made, "newspapers")
    return made


@pytest.fixture
def action(version, person):
    """The newspaper holds it, Dee has said stop, and the letter is written."""
    begin(version, use="newspapers", kind=Kind.PACK, recipient="Courier", contact=DESK)
    stopping.stop(person)
    keeping_word.keep_our_word()
    return RecallAction.objects.get()


def post(settings, backend):
    """One round of the post, and what is noted of it."""
    settings.EMAIL_BACKEND = backend
    delivering.deliver_due()
    keeping_word.keep_our_word()
    settings.EMAIL_BACKEND = WELL


def state(action):
    return RecallAction.objects.get(pk=action.pk).state


def words(response):
    return " ".join(unescape(response.content.decode()).split())


def test_a_letter_that_no_server_takes_is_shown_as_failed_and_is_not_called_asked(
    client, action, comms, settings
):
    client.force_login(comms)
    before = words(client.get("/admin/stops/"))
    post(settings, NO_SUCH_BOX)

    page, first = words(client.get("/admin/stops/")), words(client.get("/admin/"))
    with clock.at(clock.now() + timedelta(days=5)):
        late = words(client.get("/admin/stops/"))
        post(settings, WELL)

    assert ("did not arrive" in before, "the letter waits to be sent" in before) == (False, True)
    assert "The letter did not arrive." in page
    assert "The address does not take letters. Ring them, or send it again." in page
    assert "1 letter did not arrive" in first
    assert ("<mark>late</mark>" in page, "<mark>late</mark>" in late) == (False, True)
    assert state(action) == RecallState.TODO
    assert mail.outbox == []


def test_a_server_that_is_silent_only_makes_it_wait(action, comms, settings):
    post(settings, DOWN)

    (task,) = tasks_of(comms)
    assert (task.failed, task.letter.waits, state(action)) == (False, True, RecallState.TODO)
    post(settings, WELL)
    assert state(action) == RecallState.ASKED


def test_it_is_sent_again_to_the_right_address_and_then_counts_as_asked(client, action, comms, settings):
    client.force_login(comms)
    post(settings, NO_SUCH_BOX)

    sheet = words(client.get(f"/admin/stops/{action.uid}/"))
    answer = client.post(f"/admin/stops/{action.uid}/again/", {"contact": f"  {RIGHT.upper()} "}, follow=True)
    post(settings, WELL)

    assert f'value="{DESK}"' in sheet
    assert "a letter is on its way" in words(answer)
    assert [message.to for message in mail.outbox] == [[RIGHT]]
    assert state(action) == RecallState.ASKED
    assert f'value="{RIGHT}"' in words(client.get(f"/admin/stops/{action.uid}/"))
    assert count_late(comms) == (0, 0, 0)
    assert list(audit()) == []


def test_the_answer_on_the_new_letter_counts_and_the_old_one_has_ended(client, action, comms, settings):
    old = OutboxMessage.objects.get(key=letters.first_key(action))
    post(settings, NO_SUCH_BOX)
    send_again(action.uid, by=comms, contact=RIGHT)
    new = OutboxMessage.objects.get(address__isnull=False, key=f"{letters.first_key(action)}-2")

    def address(message):
        return next(line for line in message.body.splitlines() if "/taken-down/" in line)

    assert client.get(address(old)).status_code == 404
    assert client.get(address(new)).status_code == 200


def test_two_presses_write_one_letter(client, action, comms, settings):
    client.force_login(comms)
    post(settings, NO_SUCH_BOX)
    where = f"/admin/stops/{action.uid}/again/"

    codes = [client.post(where, {"contact": RIGHT}).status_code for _ in range(3)]

    assert codes == [302, 409, 409]
    assert RecallLetter.objects.count() == 1


def test_somebody_rings_instead_and_nothing_is_called_failed_any_more(action, comms, settings):
    post(settings, NO_SUCH_BOX)
    with clock.at(clock.now() + timedelta(minutes=5)):
        recalling.mark(action.uid, to=RecallState.ASKED, by=comms, note="Rang the desk.")

        (task,) = tasks_of(comms)
        assert (task.failed, count_late(comms)) == (False, (0, 0, 0))


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "no address", "a\x00b@c.example", "x" * 5000, "a@b.example\nBcc: c@d.example", "{{7*7}}"],
)
def test_an_address_that_is_none_sends_nothing_and_stays_on_the_page(client, action, comms, settings, typed):
    client.force_login(comms)
    post(settings, NO_SUCH_BOX)

    answer = client.post(f"/admin/stops/{action.uid}/again/", {"contact": typed})

    assert answer.status_code in {409, 422}
    assert typed.split("\x00")[-1].strip()[:20].split("\n")[0] in words(answer)
    assert RecallLetter.objects.count() == 0


@pytest.mark.parametrize("role", [roles.SAFEGUARDING, roles.ADMINISTRATOR])
def test_who_may_not_see_it_sends_nothing(client, action, settings, role):
    post(settings, NO_SUCH_BOX)
    client.force_login(a_member_of_staff(role))

    assert client.post(f"/admin/stops/{action.uid}/again/", {"contact": RIGHT}).status_code == 403
    assert RecallLetter.objects.count() == 0


def test_what_is_finished_is_not_written_about_again(action, comms, settings):
    post(settings, WELL)
    recalling.mark(action.uid, to=RecallState.DONE, by=comms)

    with clock.at(clock.now() + timedelta(days=3)), pytest.raises(CannotSend, match="finished"):
        send_again(action.uid, by=comms, contact=RIGHT)


def to_the_paper_at(action, days) -> list[str]:
    """What the paper gets in one round of the clock job, some days after it was asked."""
    before = len(mail.outbox)
    with clock.at(RecallAction.objects.get(pk=action.pk).asked_at + timedelta(days=days)):
        for _ in range(2):
            keeping_word.keep_our_word()
            delivering.deliver_due()
    return [message.subject for message in mail.outbox[before:] if message.to == [DESK]]


def test_silence_is_reminded_once_and_gets_one_last_letter(action, settings):
    post(settings, WELL)

    got = {days: to_the_paper_at(action, days) for days in (1, 29, 30, 31, 59, 60, 61, 90, 200)}

    assert {days: subjects for days, subjects in got.items() if subjects} == {
        30: ["A reminder: please take something down"],
        60: ["Our last letter: please take something down"],
    }
    assert list(RecallLetter.objects.values_list("kind", flat=True)) == ["reminder", "last"]
    assert list(audit()) == []


def test_a_clock_job_that_slept_still_leaves_a_month_between_the_two(action, settings):
    post(settings, WELL)

    got = {days: len(to_the_paper_at(action, days)) for days in (100, 101, 129, 130)}

    assert got == {100: 1, 101: 0, 129: 0, 130: 1}


@pytest.mark.parametrize("answer", [RecallState.DONE, RecallState.REFUSED])
def test_who_has_answered_is_left_in_peace(action, comms, settings, answer):
    post(settings, WELL)
    recalling.mark(action.uid, to=answer, by=comms)

    assert [to_the_paper_at(action, days) for days in (30, 60)] == [[], []]


def test_a_promise_that_nobody_has_seen_kept_is_reminded_too(action, comms, settings):
    post(settings, WELL)
    recalling.mark(action.uid, to=RecallState.ACKNOWLEDGED, by=comms)

    assert to_the_paper_at(action, 31) == ["A reminder: please take something down"]


def test_the_person_hears_once_after_a_month_how_it_stands(action, person, settings):
    post(settings, WELL)
    heard = []
    for days in (29, 31, 45):
        with clock.at(clock.now() + timedelta(days=days)):
            keeping_word.keep_our_word()
            heard.append(OutboxMessage.objects.filter(person=person, event="consent/a_month_later").count())

    assert heard == [0, 1, 1]


def test_whose_stop_is_settled_hears_nothing_of_a_month(action, person, comms, settings):
    post(settings, WELL)
    recalling.mark(action.uid, to=RecallState.DONE, by=comms)

    with clock.at(clock.now() + timedelta(days=31)):
        keeping_word.keep_our_word()

    events = OutboxMessage.objects.filter(person=person).values_list("event", flat=True)
    assert "consent/a_month_later" not in events
    assert "consent/what_came_of_it" in events


def test_where_no_e_mail_is_known_the_list_asks_somebody_to_ring(client, version, person, comms):
    begin(version, use="newspapers", kind=Kind.PACK, recipient="Courier")
    stopping.stop(person)
    row = RecallAction.objects.get()
    recalling.mark(row.uid, to=RecallState.ASKED, by=comms)
    client.force_login(comms)

    with clock.at(clock.now() + timedelta(days=31)):
        keeping_word.keep_our_word()
        page = words(client.get("/admin/stops/"))

    assert "no answer for a month: ring or write again" in page
    assert RecallLetter.objects.count() == 0


def test_erasing_takes_the_address_too(action, comms, version, settings):
    post(settings, NO_SUCH_BOX)
    send_again(action.uid, by=comms, contact=RIGHT)

    erasing.erase_file(version.file, by=comms)

    assert bytes(RecallLetter.objects.get().contact_sealed) == b"erased"
    assert letters.contact_of(RecallAction.objects.get()) == ""
