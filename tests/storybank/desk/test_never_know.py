"""Who must never know it is you: said if the author likes, read by the safety check, and by nobody else."""

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from people import roles
from people.models import OutboxMessage
from storybank.admin.panels import panels
from storybank.domain import checking, outside
from storybank.domain.never_know import LONGEST, Whom, said_about, said_by
from storybank.models import NeverKnow, StoryPage
from tests.factories import people, stories
from tests.storybank.admin.steps import a_filled_form, a_lead, a_team_story, all_well, at_safety, work

pytestmark = pytest.mark.django_db
SECRET = "Canarydave on B wing"


@pytest.fixture
def world():
    return a_team_story()


def address(page):
    return reverse("storybank:never_know", args=[page.file.uid])


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def say(author, page, *whom, words=""):
    return signed_in(author.user).post(address(page), {"whom": whom, "words": words})


def test_it_is_kept_shown_again_changed_and_taken_away(world):
    page, _, author = world
    desk = signed_in(author.user)
    before = desk.get(reverse("storybank:my_story", args=[page.file.uid])).content.decode()

    say(author, page, "boss", "prison", words=SECRET)
    again = desk.get(address(page)).content.decode()
    kept = said_by(page, author)
    say(author, page, "family")
    changed = said_by(page, author)
    say(author, page)

    assert address(page) in before
    assert (kept.whom, kept.words) == ((Whom.BOSS, Whom.PRISON), SECRET)
    assert (SECRET in again, again.count("checked")) == (True, 2)
    assert (changed.whom, changed.words) == ((Whom.FAMILY,), "")
    assert NeverKnow.objects.count() == 0


def test_it_is_sealed_and_stands_beside_what_others_would_see(world):
    page, _, author = world
    say(author, page, "boss", words=SECRET)

    seen = signed_in(author.user).get(reverse("storybank:seen_by", args=[page.file.uid, "sister"]))
    row = NeverKnow.objects.get()

    assert SECRET.encode() not in bytes(row.sealed)
    assert "My boss, or people at work" in seen.content.decode()
    assert SECRET in seen.content.decode()


@pytest.mark.parametrize(
    ("whom", "words"),
    [
        (["nobody", "\x00", "9" * 10_000], ""),
        (["boss"], "x\x00y"),
        (["boss"], "{{ 7*7 }} <script>"),
        (["boss"], "😀 \u202e مرحبا"),
    ],
)
def test_odd_words_are_kept_as_words_or_not_at_all(world, whom, words):
    page, _, author = world

    answer = say(author, page, *whom, words=words)

    assert answer.status_code == 302
    assert [one.value for one in said_by(page, author).whom] == [one for one in whom if one == "boss"]
    assert signed_in(author.user).get(address(page)).status_code == 200


def test_too_much_is_refused_in_words_and_stays_in_the_box(world):
    page, _, author = world

    answer = say(author, page, "boss", words="long " * LONGEST)

    assert answer.status_code == 422
    assert "This is too long." in answer.content.decode()
    assert ("long long" in answer.content.decode(), NeverKnow.objects.count()) == (True, 0)


def test_nobody_else_opens_it(world):
    page, supporter, author = world
    say(author, page, "boss", words=SECRET)
    stranger = people.a_person("Sam")

    assert signed_in(stranger.user).get(address(page)).status_code == 404
    assert SECRET not in signed_in(supporter).get(address(page), follow=True).content.decode()


@pytest.mark.parametrize(
    ("who", "reads"),
    [
        ("lead", True),
        ("kept apart", False),
        (roles.SUPPORTER, False),
        (roles.COMMS, False),
        (roles.DPO, False),
        (roles.ADMINISTRATOR, False),
    ],
)
def test_only_who_makes_the_safety_check_reads_it(world, who, reads):
    page, _, author = world
    say(author, page, "boss", words=SECRET)
    user = a_lead() if who in ("lead", "kept apart") else people.a_member_of_staff(who)
    if who == "kept apart":
        author.conflicts.add(user)

    found = [panel for panel in panels(page, user) if panel.key == "never-know"]

    assert bool(found) is reads
    assert [said.words for panel in found for said in panel.it["said"]] == ([SECRET] if reads else [])


def test_it_stands_on_the_leads_sheet_and_not_on_the_supporters(world):
    page, supporter, author = world
    say(author, page, "boss", words=SECRET)
    page = at_safety(page, supporter=supporter)

    lead, other = (
        signed_in(user).get(work("story", page)).content.decode() for user in (a_lead(), supporter)
    )

    assert ("Could anybody who must never know" in lead, SECRET in lead) == (True, True)
    assert (SECRET in other, "My boss, or people at work" in other) == (False, False)


def test_somebody_outside_reads_what_was_ticked_and_not_the_free_words(world):
    page, supporter, author = world
    say(author, page, "boss", words=SECRET)
    page = at_safety(page, supporter=supporter)
    link = "/" + outside.invite(page, by=a_lead(), for_whom="Ines").split("/", 3)[3]

    shown = Client().get(link).content.decode()
    without = Client().post(link, a_filled_form(page, q_never_know=""))

    assert ("My boss, or people at work" in shown, SECRET in shown) == (True, False)
    assert without.status_code == 422


def test_said_after_the_check_the_leads_are_told_in_words_that_give_nothing_away(world):
    page, supporter, author = world
    page = at_safety(page, supporter=supporter)
    lead = a_lead()
    say(author, page, "boss")
    early = OutboxMessage.objects.filter(event="storybank/never_know").count()
    checking.check(page, by=lead, **all_well(page))
    page = StoryPage.objects.get(pk=page.pk)

    for _ in range(2):
        say(author, page, "boss", words=SECRET)

    [mail] = OutboxMessage.objects.filter(event="storybank/never_know")
    assert (early, mail.user) == (0, lead)
    assert not any(word in mail.subject + mail.body for word in (SECRET, "boss", author.called))


def test_after_the_key_is_gone_nothing_is_left_to_read(world):
    page, _, author = world
    say(author, page, "boss", words=SECRET)
    with connection.cursor() as cursor:
        cursor.execute("delete from people_datakey")

    assert said_about(page) == []
    assert not said_by(stories.StoryPage.objects.get(pk=page.pk), author)
