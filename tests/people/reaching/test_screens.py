"""How we may reach you, on the desk and in the admin: words, not code; nothing typed is lost; it holds at once."""

import io
from datetime import UTC, date, datetime

import pypdf
import pytest

from people import clock
from people.domain import contact_rules, outbox, setting_rules
from people.domain.contact_rules import Rules, Window
from people.enums import MessageState
from people.models import ContactRules
from tests.factories.people import a_person, a_supporter

pytestmark = pytest.mark.django_db

MINE, CHANGE = "/my/contact/", "/my/contact/change/"
TUESDAY_10 = datetime(2027, 6, 8, 9, tzinfo=UTC)


@pytest.fixture
def priya():
    return a_supporter(first_name="Priya")


@pytest.fixture
def bea(priya):
    return a_person(
        "Bea",
        supporter=priya,
        channel="phone",
        phone="01632 960142",
        email="bea@post.example",
        address="Flat 9",
    )


def typed(**changes):
    """The form as somebody sends it who changes nothing."""
    plain = {
        "seen": "0",
        "channel": "phone",
        "address": "",
        "sender_name": "Priya here",
        "hours": "any",
        "exact": "",
        "never_on": "",
        "quiet_until": "",
        "last_day": "",
        "via": "",
        "no_words": "no",
        "voicemail": "no",
        "code_word": "",
        "plain_envelope": "yes",
        "prison_mail": "no",
    }
    return plain | changes


def as_staff(client, who):
    client.force_login(who)
    return f"/admin/people/{who.caseload.get().pk}/reaching/"


def test_a_person_changes_their_rules_and_reads_them_in_sentences(client, bea):
    client.force_login(bea.user)
    tuesdays = {"hours": "some", "days": ["1"], "times": ["morning"], "never_on": "25/12, 14/03/2027"}

    kept = client.post(CHANGE, typed(**tuesdays, code_word="kettle"), follow=True)

    words = kept.content.decode()
    assert contact_rules.rules_of(bea).windows == (Window(1, 540, 720),)
    assert "Kept. We do so from now on." in words
    assert "Tuesday: 09:00 to 12:00." in words
    assert "Never on 25 December of every year and 14 March 2027." in words
    assert "“kettle”" in words


def test_it_holds_at_once_also_for_what_waits(client, bea):
    waits = outbox.put(event="storybank/please_look", person=bea)
    client.force_login(bea.user)

    client.post(CHANGE, typed(channel="email"))

    waits.refresh_from_db()
    assert (waits.state, waits.channel, waits.address) == (MessageState.WAITING, "email", "bea@post.example")
    assert bea.messages.count() == 1


def test_the_boxes_stand_as_they_were_left(client, bea):
    client.force_login(bea.user)
    client.post(CHANGE, typed(hours="some", days=["1", "3"], times=["morning", "evening"], voicemail="yes"))

    page = client.get(CHANGE).content.decode()

    assert page.count('name="days" value="1" id="id_days_1" checked') == 1
    assert page.count("checked") == 10  # two days, two times, and one mark for each of six questions


@pytest.mark.parametrize(
    ("change", "remedy"),
    [
        ({"hours": "some"}, "Tick the days and the times, or write the hours."),
        ({"exact": "whenever 🙂"}, "Write each line like: Tuesday 10:30 to 12"),
        ({"exact": "Tuesday 14 to 12"}, "Write the earlier hour first, like: Tuesday 14:00 to 16:30"),
        ({"exact": "T 10 to 12"}, "Write each line like: Tuesday 10:30 to 12"),
        ({"never_on": "31/02/2027"}, "Write each day like 14/03/2027, or 25/12 for every year."),
        ({"never_on": "{{ 7*7 }}"}, "Write each day like 14/03/2027, or 25/12 for every year."),
        ({"quiet_until": "soon"}, "Choose a day from the calendar, or leave it empty."),
        ({"quiet_until": "9999-12-31"}, "Rest for a year at most. You can make it longer later."),
        ({"via": "x\x00y"}, "There is a sign in it that we cannot read. Type it again."),
        ({"via": "x" * 500}, "This is too long. Write it in fewer words."),
        ({"exact": "x" * 1_000_000}, "This is too long. Write it in fewer words."),
        (
            {"channel": "email", "address": "nowhere"},
            "Write the whole e-mail address, like name@post.example.",
        ),
        ({"seen": "999"}, "This was changed meanwhile. Look at it as it is now, then write again."),
    ],
)
def test_what_cannot_be_kept_is_answered_in_words_and_stays_typed(client, bea, change, remedy):
    client.force_login(bea.user)

    answer = client.post(CHANGE, typed(**change, code_word="kettle"))

    assert answer.status_code == 422
    assert remedy in answer.content.decode().replace("&#x27;", "'")
    assert 'value="kettle"' in answer.content.decode()
    assert ContactRules.objects.count() == 0


def test_a_page_left_open_never_undoes_newer_rules(client, bea, priya):
    client.force_login(bea.user)
    stale = typed(via="")
    setting_rules.set_rules(bea, Rules(via="Samira at the hostel"), by=priya, route="phone")

    client.post(CHANGE, stale)

    assert contact_rules.rules_of(bea).via == "Samira at the hostel"


def test_two_clicks_write_one_set(client, bea):
    client.force_login(bea.user)

    client.post(CHANGE, typed(via="Samira"))
    client.post(CHANGE, typed(via="Samira"))

    assert ContactRules.objects.count() == 1


def test_the_desk_shows_what_was_written_even_where_the_screen_may_show_no_words(client, bea):
    setting_rules.set_rules(bea, Rules(no_words=True), by=None, route="screen")
    outbox.put(event="storybank/please_look", person=bea)
    outbox.put(
        event="people/sign_in_code", person=bea, address="bea@post.example", context={"code": "472913"}
    )
    client.force_login(bea.user)

    page = client.get(MINE).content.decode()

    assert "I have a few suggestions." in page
    assert "472913" not in page


@pytest.mark.parametrize("path", [MINE, CHANGE])
def test_the_desk_is_its_owners_and_no_cache_keeps_it(client, bea, priya, path):
    stranger = client.get(path)
    client.force_login(priya)
    staff = client.get(path)
    client.force_login(bea.user)
    own = client.get(path)

    assert (stranger.status_code, stranger["Location"], staff.status_code) == (302, "/my/in/", 403)
    assert (own.status_code, own["Cache-Control"]) == (200, "no-store, private")


def test_staff_write_down_what_was_told_and_how(client, bea, priya):
    here = as_staff(client, priya)

    kept = client.post(
        f"{here}told/", typed(via="Samira at the hostel", route="phone", review_day="2027-06-01")
    )

    page = client.get(here).content.decode()
    row = ContactRules.objects.get()
    assert (kept.status_code, row.by, row.route, row.review_on) == (302, priya, "phone", date(2027, 6, 1))
    assert "By phone, written down by Priya Nandra" in page
    assert "Everything goes through Samira at the hostel. Nothing comes directly." in page


def test_on_the_day_to_ask_again_it_stands_on_the_list_and_the_rules_still_hold(client, bea, priya):
    rules = Rules(via="Samira", review_on=TUESDAY_10.date())
    setting_rules.set_rules(bea, rules, by=priya, route="phone")
    client.force_login(priya)

    before = client.get("/admin/people/letters/").content.decode()
    with clock.at(TUESDAY_10):
        after = client.get("/admin/people/letters/").content.decode()

    assert ("Ask again how" in before, "Ask again how" in after) == (False, True)
    assert contact_rules.rules_of(bea) == rules


def test_staff_must_say_how_they_were_told(client, bea, priya):
    here = as_staff(client, priya)

    refused = client.post(f"{here}told/", typed(via="Samira"))

    assert refused.status_code == 422
    assert "Say how they told you." in refused.content.decode()


def test_staff_see_what_waits_until_when_and_any_message_as_it_would_arrive(client, bea, priya):
    with clock.at(datetime(2027, 6, 7, 8, tzinfo=UTC)):
        setting_rules.set_rules(bea, Rules(windows=(Window(1, 600, 720),)), by=None, route="screen")
        bea.channel, bea.sender_name = "email", "Priya here"
        bea.save()
        outbox.put(event="storybank/please_look", person=bea)
        here = as_staff(client, priya)
        page = client.get(here, {"message": "speakers/invitation"}).content.decode()

    assert "Next moment: Tuesday 8 June 2027 at 10:00." in page
    assert "There are suggestions to look at" in page
    assert "E-mail, on Tuesday 8 June 2027 at 10:00." in page
    assert "From: Priya here" in page
    assert "bea@post.example" not in page
    assert bea.messages.count() == 1


@pytest.mark.parametrize("event", ["people/sign_in_code", "storybank/from_before", "nonsense", "\x00"])
def test_any_message_can_be_looked_at_and_nonsense_shows_none(client, bea, priya, event):
    assert client.get(as_staff(client, priya), {"message": event}).status_code == 200


def test_another_supporter_finds_nothing(client, bea):
    client.force_login(a_supporter(first_name="Huw"))

    answers = [client.get(f"/admin/people/{bea.pk}/reaching/{more}").status_code for more in ("", "told/")]

    assert answers == [403, 403]


def test_a_call_sheet_says_in_big_words_what_matters(client, bea, priya):
    with clock.at(TUESDAY_10):
        setting_rules.set_rules(
            bea, Rules(windows=(Window(1, 600, 720),), code_word="kettle"), by=None, route="screen"
        )
        message = outbox.put(event="storybank/please_look", person=bea)
        client.force_login(priya)
        sheet = client.post(f"/admin/people/letters/{message.pk}/").content.decode()
        client.post(f"/admin/people/letters/{message.pk}/done/", {"outcome": "again"})

    message.refresh_from_db()
    assert "<h2>Leave no message on a machine</h2>" in sheet
    assert "<h2>Say first: “kettle”</h2>" in sheet
    assert "+441632960142" in sheet
    assert (message.state, message.tried.get().outcome) == (MessageState.TO_DO, "again")
    assert bea.identity_views.get().what == "to phone you"


def test_a_call_sheet_outside_the_hours_shows_no_number_and_opens_no_vault(client, bea, priya):
    with clock.at(TUESDAY_10):
        message = outbox.put(event="storybank/please_look", person=bea)
        setting_rules.set_rules(bea, Rules(), by=None, route="screen")
        client.force_login(priya)
        ContactRules.objects.all().delete()
        setting_rules.set_rules(bea, Rules(windows=()), by=None, route="screen")
        sheet = client.post(f"/admin/people/letters/{message.pk}/").content.decode()

    assert "Do not write or ring. Their rules leave no day and no hour." in sheet
    assert "960142" not in sheet
    assert bea.identity_views.count() == 0


def test_a_letter_is_a_tagged_pdf_without_the_charitys_name(client, bea, priya):
    bea.channel = "letter"
    bea.save()
    setting_rules.set_rules(bea, Rules(prison_mail=True), by=None, route="screen")
    message = outbox.put(event="storybank/please_look", person=bea)
    client.force_login(priya)

    answer = client.post(f"/admin/people/letters/{message.pk}/paper/")

    pdf = pypdf.PdfReader(io.BytesIO(answer.content))
    text = pdf.pages[0].extract_text()
    assert (answer["Content-Type"], pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]) == ("application/pdf", True)
    assert "Flat 9" in text
    assert "Staff of the prison may open and read this letter." in text
    assert "Storybank" not in text


def test_an_outcome_nobody_knows_writes_nothing(client, bea, priya):
    message = outbox.put(event="storybank/please_look", person=bea)
    client.force_login(priya)

    client.post(f"/admin/people/letters/{message.pk}/done/", {"outcome": "🙂"})

    message.refresh_from_db()
    assert (message.state, message.tried.count()) == (MessageState.TO_DO, 0)
