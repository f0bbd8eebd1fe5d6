"""Quotes that stop: exact words, agreed for that use, at an address that goes quiet with the yes."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection

from consent.domain.acts import answering
from consent.domain.care import files, holding
from consent.domain.out import outings
from consent.domain.stop import stopping
from consent.enums import HoldReason
from consent.models import Clearance, Outing, Permission
from people import clock, keyring, roles
from storybank.models import Quote, StoryEdition
from tests.factories import stories
from tests.factories.people import a_member_of_staff

pytestmark = pytest.mark.django_db
WORDS = "Every Sunday I filled it at two, and every Sunday she came."


@pytest.fixture
def comms(client):
    user = a_member_of_staff(roles.COMMS, first_name="Kit")
    client.force_login(user)
    return user


@pytest.fixture
def page():
    return stories.a_live_story(uses=("website", "newspapers"))


def edition_of(page):
    return StoryEdition.objects.get(page=page).edition_id


def ask(client, page, *, use="newspapers", words=WORDS, **changes):
    typed = {
        "uid": str(uuid.uuid4()),
        "words": words,
        "recipient": "Rhona Pettifer, Kestlewick Courier",
        "contact": "newsdesk@courier.example",
        "where": "Saturday page",
    }
    return client.post(f"/admin/quotes/new/{edition_of(page)}/{use}/", typed | changes)


@pytest.fixture
def quote(client, comms, page):
    assert ask(client, page).status_code == 302
    client.logout()
    return Quote.objects.get()


def at(client, quote):
    return client.get(f"/q/{quote.code}/")


def test_it_shows_the_agreed_words_and_name_in_a_page_made_for_frames(client, quote):
    answer = at(client, quote)
    page = answer.content.decode()

    assert answer.status_code == 200
    assert WORDS in page
    assert "Dee" in page
    assert "The kettle" not in page
    assert "<script" not in page
    assert not answer.cookies
    assert "frame-ancestors *" in answer["Content-Security-Policy"]
    assert "X-Frame-Options" not in answer
    assert answer["Cache-Control"] == "no-store"


def test_no_other_page_may_be_framed(client, page):
    answer = client.get(f"/stories/{page.slug}/")

    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
    assert answer["X-Frame-Options"] == "DENY"


def test_it_is_written_down_before_it_can_be_read(quote):
    outing = Outing.objects.get(kind="quote")

    assert (outing.code, outing.use_slug, outing.recall_class) == (quote.code, "newspapers", "R2")
    assert outings.recipient_of(outing) == ("Rhona Pettifer, Kestlewick Courier", "newsdesk@courier.example")
    assert WORDS.encode() not in bytes(quote.words_sealed)


def a_stop(page, _):
    stopping.stop(files.author_of(page.file_id))


def a_stop_of_this_use(page, _):
    stopping.stop(files.author_of(page.file_id), use="newspapers")


def a_hold(page, _):
    holding.hold(page.file, reason=HoldReason.SAFETY, by=None)


def a_pause(page, _):
    row = Permission.objects.get(use__slug="newspapers")
    answering.pause(row, person=row.appearance.person)


def other_words(page, quote):
    Quote.objects.update(words_sealed=keyring.seal(page.file.uid, "I never kept the kettle."))


def another_signature(page, quote):
    Quote.objects.update(signature="0" * 64)


def the_key_shredded(page, quote):
    keyring.shred(page.file.uid)


@pytest.mark.parametrize(
    "act", [a_stop, a_stop_of_this_use, a_hold, a_pause, other_words, another_signature, the_key_shredded]
)
def test_the_address_says_ended_and_nothing_of_the_words(client, page, quote, act):
    before = at(client, quote)
    act(page, quote)

    after = at(client, quote)

    assert (before.status_code, after.status_code) == (200, 410)
    said = after.content.decode()
    assert "This quote has ended" in said
    assert not any(word in said for word in ("kettle", "Sunday", "Dee", "Rhona"))
    assert "frame-ancestors *" in after["Content-Security-Policy"]


def test_it_ends_with_its_time_and_with_no_job_run(client, quote):
    with clock.at(clock.now() + timedelta(days=800)):
        assert at(client, quote).status_code == 410


def test_when_the_gate_gives_nothing_it_is_dark(client, quote):
    before = at(client, quote).status_code
    Clearance.objects.all().delete()

    assert (before, at(client, quote).status_code) == (200, 410)


def test_when_the_gate_breaks_it_is_dark(client, quote):
    asked = []

    def broken(execute, sql, params, many, context):
        if Clearance._meta.db_table in sql:
            asked.append(sql)
            raise RuntimeError("the gate cannot be asked")
        return execute(sql, params, many, context)

    before = at(client, quote).status_code
    with connection.execute_wrapper(broken):
        dark = at(client, quote)

    assert (before, dark.status_code, len(asked)) == (200, 410, 1)
    assert "kettle" not in dark.content.decode()
    assert at(client, quote).status_code == 200


@pytest.mark.parametrize("code", ["x", "AAAA-AAAA", "%00", "🪁", "{{7*7}}", "a" * 3000])
def test_made_up_codes_are_not_found(client, quote, code):
    assert client.get(f"/q/{code}/").status_code == 404


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"words": "I never kept the kettle."}, "do not stand together"),
        ({"words": "I kept the kettle. She came."}, "do not stand together"),
        ({"words": "kettle on for he"}, "do not stand together"),
        ({"words": "ept the kettle on"}, "do not stand together"),
        ({"words": "{{7*7}} 🪁 \u202eabc"}, "do not stand together"),
        ({"words": ""}, "Copy the words here"),
        ({"contact": "no address"}, "no e-mail address"),
        ({"words": "x " * 50000}, ""),
    ],
)
def test_other_words_are_refused_and_what_was_typed_stays(client, comms, page, changes, says):
    answer = ask(client, page, **changes)

    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert "Kestlewick Courier" in answer.content.decode()
    assert not Outing.objects.filter(kind="quote").exists()


def test_the_websites_yes_covers_nobody_elses_page(client, comms):
    page = stories.a_live_story()

    assert ask(client, page, use="website").status_code in {403, 404}
    assert ask(client, page, use="newspapers").status_code == 409
    assert not Quote.objects.exists()


def test_a_double_press_makes_one_quote(client, comms, page):
    once = str(uuid.uuid4())

    answers = [ask(client, page, uid=once) for _ in range(2)]

    assert {answer.url for answer in answers} == {f"/admin/quotes/{Quote.objects.get().code}/"}
    assert Outing.objects.filter(kind="quote").count() == 1


def test_the_sheet_gives_the_lines_to_copy_until_it_ends(client, comms, page):
    sheet = ask(client, page).url
    before = client.get(sheet).content.decode()
    a_stop(page, None)
    after = client.get(sheet).content.decode()

    assert "&lt;iframe src=" in before
    assert "This quote has ended" in after
    assert "iframe" not in after
