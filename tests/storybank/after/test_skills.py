"""The list of what somebody learned and gave: theirs to keep, to write, to empty and to print, and nobody else's."""

import io
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from pypdf import PdfReader

from people import clock
from people.models import OutboxMessage
from storybank.after import skills
from storybank.models import Skill
from tests.factories import people

pytestmark = pytest.mark.django_db
WORDS = "Two days of speaking in public"


@pytest.fixture
def staff(supporter):
    return signed_in(supporter)


@pytest.fixture
def author(dee):
    return signed_in(dee.user)


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def words_of(lines):
    return [line.words for line in lines]


def printed(answer):
    return " ".join(
        " ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages).split()
    )


def test_a_line_is_on_no_list_until_the_person_keeps_it(dee, supporter):
    line = skills.propose(dee, kind="training", words=WORDS, by=supporter)
    assert (words_of(skills.waiting_for(dee)), words_of(skills.kept_by(dee))) == ([WORDS], [])

    skills.keep(dee, line.uid)
    skills.keep(dee, line.uid)

    assert (words_of(skills.waiting_for(dee)), words_of(skills.kept_by(dee))) == ([], [WORDS])


def test_what_they_do_not_want_has_no_words_any_more_and_cannot_be_kept_in_an_old_tab(dee, supporter):
    line = skills.propose(dee, kind="training", words=WORDS, on=clock.today(), by=supporter)

    skills.decline(dee, line.uid)

    row = Skill.objects.get()
    assert (bytes(row.words_sealed), row.on, row.said) == (b"", None, "declined")
    with pytest.raises(skills.NotThere):
        skills.keep(dee, line.uid)


def test_several_offers_of_one_day_are_one_message_that_says_nothing_of_them(dee, supporter):
    skills.propose(dee, kind="training", words=WORDS, by=supporter)
    skills.propose(dee, kind="talk", words="A talk to forty", by=supporter)

    message = OutboxMessage.objects.get()

    assert message.event == "storybank/something_for_you"
    assert ("speaking" in message.body, "There is something" in message.subject) == (False, True)


def test_staff_never_read_what_they_wrote_themselves(dee, supporter, staff):
    skills.propose(dee, kind="training", words=WORDS, by=supporter)
    skills.write_own(dee, kind="other", words="Own words of hers")

    page = staff.get(f"/admin/after/skills/{dee.pk}/").content.decode()

    assert (WORDS in page, "Own words of hers" in page) == (True, False)
    assert b"Own words" not in b"".join(bytes(row.words_sealed) for row in Skill.objects.all())


@pytest.mark.parametrize(
    ("kind", "words", "ahead", "why"),
    [
        ("", WORDS, 0, "Choose what it was"),
        ("training", "\x00  ", 0, "Write a few words"),
        ("training", "k" * 301, 0, "at most 300"),
        ("training", WORDS, 1, "still to come"),
    ],
)
def test_what_cannot_be_a_line_is_said_in_words(dee, kind, words, ahead, why):
    with pytest.raises(skills.CannotAdd, match=why):
        skills.write_own(dee, kind=kind, words=words, on=clock.today() + timedelta(days=ahead))

    assert Skill.objects.count() == 0


def test_neither_offers_nor_the_list_grow_without_end(dee, supporter, monkeypatch):
    monkeypatch.setattr(skills, "MOST_WAITING", 1)
    monkeypatch.setattr(skills, "MOST_KEPT", 1)
    line = skills.propose(dee, kind="training", words=WORDS, by=supporter)
    with pytest.raises(skills.CannotAdd, match="Enough lines wait"):
        skills.propose(dee, kind="training", words="Another", by=supporter)
    skills.keep(dee, line.uid)
    with pytest.raises(skills.CannotAdd, match="offered them this very line"):
        skills.propose(dee, kind="training", words=WORDS, by=supporter)
    with pytest.raises(skills.CannotAdd, match="Your list is full"):
        skills.write_own(dee, kind="other", words="One more")


def test_the_person_keeps_writes_takes_off_and_prints(dee, supporter, author):
    kept = skills.propose(dee, kind="training", words=WORDS, by=supporter)
    not_kept = skills.propose(dee, kind="talk", words="A talk to forty", by=supporter)
    author.post("/my/skills/", {"keep": str(kept.uid)})
    author.post("/my/skills/", {"no_thanks": str(not_kept.uid)})
    long = author.post("/my/skills/write/", {"kind": "other", "words": "k" * 301})
    author.post("/my/skills/write/", {"kind": "other", "words": "I learned to wait"})
    author.post("/my/skills/write/", {"kind": "other", "words": "I learned to wait"})

    page = author.get("/my/skills/").content.decode()
    without = printed(author.post("/my/skills/letter/", {"name": ""}))
    named = author.post("/my/skills/letter/", {"name": "Dee of Sallowby"})

    assert (long.status_code, "k" * 301 in long.content.decode()) == (422, True)
    assert [page.count(words) for words in (WORDS, "A talk to forty", "I learned to wait")] == [1, 0, 1]
    assert (WORDS in without, "In your own words" in without, "A talk to forty" in without) == (
        True,
        True,
        False,
    )
    assert ("Dee" in without, "Dee of Sallowby" in printed(named)) == (False, True)
    assert named["Cache-Control"] == "no-store, private"
    assert "/StructTreeRoot" in PdfReader(io.BytesIO(named.content)).trailer["/Root"]
    author.post("/my/skills/", {"take_off": str(kept.uid)})
    assert words_of(skills.kept_by(dee)) == ["I learned to wait"]


@pytest.mark.parametrize("sent", [{}, {"keep": "\x00"}, {"take_off": str(uuid4())}, {"no_thanks": "{{ 7 }}"}])
def test_nonsense_and_strangers_change_nothing_and_are_told_so(dee, supporter, sent):
    line = skills.propose(dee, kind="training", words=WORDS, by=supporter)
    stranger = people.a_person("Sol", supporter=supporter)
    client = signed_in(stranger.user)

    answers = [
        client.post("/my/skills/", given, follow=True).content.decode()
        for given in (sent, {"keep": str(line.uid)})
    ]

    assert ["Nothing was changed" in page for page in answers] == [True, True]
    assert [WORDS in page for page in answers] == [False, False]
    assert Skill.objects.get().said == ""


def test_a_letter_of_nothing_or_by_its_address_alone_leads_back_to_the_list(dee, author):
    assert author.post("/my/skills/letter/", {"name": "Dee"})["Location"] == "/my/skills/"
    skills.write_own(dee, kind="other", words="I learned to wait")
    assert author.get("/my/skills/letter/?name=Dee")["Location"] == "/my/skills/"
    assert author.post("/my/skills/letter/", {"name": "k" * 81}).status_code == 422


def test_for_somebody_without_a_screen_staff_write_down_what_they_say_and_print_it_without_a_name(
    dee, supporter, staff
):
    address = f"/admin/after/skills/{dee.pk}/"
    staff.post(address, {"kind": "training", "words": WORDS, "on": ""})
    again = staff.post(address, {"kind": "training", "words": WORDS, "on": ""})
    line = Skill.objects.get()
    assert staff.get(f"{address}paper/")["Location"] == address
    staff.post(f"{address}said/", {"line": str(line.uid), "said": "keep", "how": "screen"})
    assert Skill.objects.get().said == ""

    staff.post(f"{address}said/", {"line": str(line.uid), "said": "keep", "how": "paper"})

    line.refresh_from_db()
    assert (again.status_code, line.said, line.how, line.written_by) == (422, "kept", "paper", supporter)
    skills.write_own(dee, kind="other", words="Own words of hers")
    paper = printed(staff.get(f"{address}paper/"))
    assert [words in paper for words in (WORDS, "Own words of hers", "Dee", "Name:")] == [
        True,
        False,
        False,
        True,
    ]


def test_another_supporter_finds_nothing_there(dee):
    other = signed_in(people.a_supporter(first_name="Otto"))

    assert other.get(f"/admin/after/skills/{dee.pk}/").status_code == 403
    assert other.get(f"/admin/after/skills/{dee.pk}/paper/").status_code == 403
