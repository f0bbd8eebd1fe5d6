"""My copies: a list, one in plain words, on paper and as data; nobody else's, no title, no word that frightens."""

import io
import json

import pypdf
import pytest
from django.urls import reverse

from consent.models import Receipt
from consent.receipts import pdf
from people.domain import codes, plain_words
from people.models import Person
from tests.consent.the_copies import SECRET, a_life, newest
from tests.factories import people, stories
from tests.storybank.desk.walking import said

pytestmark = pytest.mark.django_db
LIST = "/my/receipts/"


@pytest.fixture
def author():
    """With a sign-in, and a file in which everything has happened."""
    person, _ = a_life()
    person.user = people.User.objects.create_member()
    person.save()
    return person


def at_desk(client, person):
    client.force_login(person.user)


def text_of(made):
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages)


def test_the_list_names_each_act_and_its_day_newest_first(client, author):
    at_desk(client, author)

    page = said(client.get(LIST))

    titles = ["You stopped it", "You changed something", "You said yes for the second time", "You said no"]
    places = [page.index(title) for title in titles]
    assert places == sorted(places)
    assert all(copy.code in page for copy in author.receipts.all())


def test_an_empty_list_says_when_the_first_comes(client):
    at_desk(client, stories.an_author("Nell"))

    assert "There is none yet" in said(client.get(LIST))


def test_one_copy_says_what_was_said_and_what_else_stood(client, author):
    at_desk(client, author)

    page = said(client.get(f"{LIST}{newest(author, 'stop').code}/"))

    assert "You stopped it" in page
    assert "Our website Stopped." in page
    assert "Our newsletter Yes, until" in page


def test_every_form_of_every_copy_is_silent_about_the_story(client, author):
    at_desk(client, author)

    for copy in author.receipts.all():
        pages = [client.get(f"{LIST}{copy.code}/{form}") for form in ("", "copy.jsonld")]
        words = [page.content.decode() for page in pages] + [text_of(pdf.pdf([copy]))]
        assert [SECRET in one or "I kept" in one or ">Dee<" in one for one in words] == [False] * 3


def test_the_words_of_page_and_paper_frighten_nobody(client, author):
    at_desk(client, author)

    for copy in author.receipts.all():
        assert plain_words.not_for_authors(said(client.get(f"{LIST}{copy.code}/"))) == []
        assert plain_words.not_for_authors(text_of(pdf.pdf([copy]))) == []


def test_the_paper_is_tagged_and_the_same_each_time(client, author):
    at_desk(client, author)
    address = f"{LIST}{newest(author).code}/copy.pdf"

    first, second = client.get(address), client.get(address)

    reader = pypdf.PdfReader(io.BytesIO(first.content))
    assert first.content == second.content
    assert first["Content-Type"] == "application/pdf"
    assert first["Cache-Control"] == "no-store, private"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"].value is True
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"
    assert b"<pdfuaid:part>1<" in reader.trailer["/Root"]["/Metadata"].get_data()
    assert newest(author).code in text_of(first.content)


def test_the_data_is_what_the_digest_in_the_row_says(client, author):
    at_desk(client, author)

    answer = client.get(f"{LIST}{newest(author).code}/copy.jsonld")

    assert answer["Content-Type"] == "application/ld+json"
    assert json.loads(answer.content)["dct:identifier"] == newest(author).code
    assert len(newest(author).sha256) == 64


@pytest.mark.parametrize("form", ["", "copy.pdf", "copy.jsonld"])
def test_somebody_elses_copy_looks_like_none(client, author, form):
    at_desk(client, stories.an_author("Sam"))

    theirs = client.get(f"{LIST}{newest(author).code}/{form}")
    none = client.get(f"{LIST}AAAA-AAAA-AAAA/{form}")

    assert (theirs.status_code, none.status_code) == (404, 404)
    at_desk(client, author)
    assert client.get(f"{LIST}{newest(author).code}/{form}").status_code == 200


@pytest.mark.parametrize("code", ["%00", "😀", "a" * 5000, "..", "{{7*7}}", "%27%20OR%201=1"])
def test_odd_codes_are_no_copies(client, author, code):
    at_desk(client, author)

    assert client.get(f"{LIST}{code}/").status_code == 404


def test_strangers_are_led_to_the_door_and_staff_are_refused(client, author):
    address = f"{LIST}{newest(author).code}/"

    stranger = client.get(address)
    client.force_login(people.a_supporter())
    staff = client.get(address)

    assert (stranger.status_code, stranger["Location"]) == (302, reverse("people:sign_in"))
    assert staff.status_code == 403


def test_after_a_stop_by_paper_code_the_copy_can_be_printed_at_once(client, author):
    code = codes.issue_code(author, by=None)[0]

    client.post("/stop/", {"code": code})
    printed = client.get("/stop/done/copy.pdf")

    stop = Receipt.objects.filter(person=author).order_by("-id").first()
    assert printed.status_code == 200
    assert stop.act in text_of(printed.content)
    assert stop.code in text_of(printed.content)


def test_without_a_stop_of_this_browser_there_is_nothing_to_print(client, author):
    assert client.get("/stop/done/copy.pdf").status_code == 404


def test_the_list_asks_as_much_for_one_copy_as_for_many(client, author, django_assert_max_num_queries):
    at_desk(client, author)
    client.get(LIST)

    with django_assert_max_num_queries(12):
        client.get(LIST)


def test_large_print_has_larger_letters(author):
    copy = newest(author)

    small, large = pdf.pdf([copy]), pdf.pdf([copy], large=True)

    assert len(pypdf.PdfReader(io.BytesIO(large)).pages) >= len(pypdf.PdfReader(io.BytesIO(small)).pages)
    assert small != large
    assert Person.objects.count() == 1


def test_several_copies_on_one_paper_each_have_their_own_code_at_the_foot(author):
    copies = list(author.receipts.order_by("-id")[:3])

    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf.pdf(copies, large=True))).pages]

    foots = [page.partition("Code: ")[2].split()[0] for page in pages]
    assert list(dict.fromkeys(foots)) == [copy.code for copy in copies]
    assert len(foots) > len(copies)  # in large print a copy goes over its first page
