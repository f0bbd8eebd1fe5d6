"""The supporter listens and types; the author reads it, changes it, and only then are they the author's words."""

from datetime import timedelta

import pytest
from django.urls import reverse

from people import clock, roles
from people.models import OutboxMessage
from storybank.domain import sending, takes, typing_up
from storybank.domain.forgetting import forget_what_is_over
from storybank.domain.provenance import shares
from storybank.domain.suggestions import put_all_back, suggested_changes
from storybank.domain.waiting import waiting_for
from storybank.enums import Waiting
from storybank.models import StoryPage, Take
from tests.factories import people, stories
from tests.storybank.desk.walking import address, at_the_desk_of, said
from tests.storybank.telling.a_teller import a_teller, a_told_story

pytestmark = pytest.mark.django_db
TYPED = "I kept the kettle on.\n\nShe came every Sunday."


@pytest.fixture
def told():
    person, supporter = a_teller()
    page, take = a_told_story(person)
    return person, supporter, page, take


def again(page) -> StoryPage:
    return StoryPage.objects.get(pk=page.pk)


def words(page) -> list[str]:
    return [str(block.value) for block in again(page).get_latest_revision_as_object().body]


def accepted(page) -> list[str]:
    return [str(block.value) for block in again(page).accepted_revision.as_object().body]


def typing(page):
    return reverse("work:typing", args=[page.pk])


def test_from_the_voice_to_the_authors_own_words(client, told):
    person, supporter, page, take = told
    client.force_login(supporter)
    desk = at_the_desk_of(person)
    begun = waiting_for(page).waiting
    screen = client.get(typing(page))
    heard = client.get(reverse("work:take", args=[page.pk, take.uid]))

    kept = client.post(typing(page), {"text": TYPED, "seen": page.latest_revision_id})
    looks = waiting_for(again(page)).waiting
    todo = said(desk.get(address("my_story", page)))
    mine = desk.get(address("typed", page))
    sure = {"text": TYPED.replace("kettle", "pot"), "seen": mine.context["seen"]}
    desk.post(address("typed", page), sure)

    assert (begun, screen.status_code, heard.content) == (Waiting.TYPING, 200, takes.bytes_of(take))
    assert (kept.status_code, looks) == (302, Waiting.AUTHOR_LOOKS)
    assert "Read what we typed" in todo
    assert "I kept the kettle on." in said(mine)
    assert accepted(page) == words(page) == ["I kept the pot on.", "She came every Sunday."]
    assert suggested_changes(again(page)) == []
    assert waiting_for(again(page)).waiting is Waiting.SUPPORTER
    assert OutboxMessage.objects.filter(event="storybank/please_read_typed").count() == 1


def test_nothing_typed_takes_the_place_of_what_the_author_wrote(told):
    person, supporter, *_ = told
    page, _ = a_told_story(person, happened="What I wrote.")

    typing_up.type_up(page, text=TYPED, by=supporter)
    typing_up.type_up(again(page), text="Only this.", by=supporter)

    assert words(page) == ["What I wrote.", "Only this."]
    assert accepted(page) == ["What I wrote."]
    put_all_back(again(page))
    assert words(page) == ["What I wrote."]


def test_typed_words_are_the_authors_and_what_staff_add_in_the_editor_is_theirs(told):
    _, supporter, page, _ = told
    page = typing_up.type_up(page, text="one two three four", by=supporter)

    page = typing_up.accept(page, text="one two three four", seen=page.latest_revision_id)
    assert shares(page).author == 100
    edited = page.get_latest_revision_as_object()
    edited.body = [*edited.body.get_prep_value(), {"type": "paragraph", "value": "five six seven eight"}]
    edited.save_revision(user=supporter)
    assert (shares(again(page)).author, shares(again(page)).supporter) == (64, 36)


def test_it_is_not_sent_for_checks_before_it_is_typed_or_said_to_need_no_typing(client, told):
    _, supporter, page, _ = told
    client.force_login(supporter)

    with pytest.raises(sending.CannotSend, match="Nobody has typed yet"):
        sending.send_for_checks(page, by=supporter)
    client.post(typing(page), {"do": "nothing"})

    assert waiting_for(again(page)).waiting is Waiting.SUPPORTER


@pytest.mark.parametrize(
    ("sent", "said_so"),
    [
        ({"text": ""}, "Nothing was kept."),
        ({"text": " \n\x00\n "}, "Something needs another look."),
        ({"text": "x" * 60_001}, "Something needs another look."),
        ({"text": "Mine.", "seen": "0"}, "Somebody changed the words meanwhile."),
        ({"text": "Mine.", "seen": "x"}, "Something needs another look."),
    ],
)
def test_what_cannot_be_kept_stays_on_the_screen(client, told, sent, said_so):
    _, supporter, page, _ = told
    client.force_login(supporter)

    answer = client.post(typing(page), {"seen": page.latest_revision_id} | sent)

    assert (answer.status_code, said_so in answer.content.decode()) == (422, True)
    assert sent["text"].strip()[:20].replace("\x00", "") in answer.content.decode()
    assert words(page) == []


def test_a_refused_text_can_be_kept_at_the_second_press(client, told):
    _, supporter, page, _ = told
    client.force_login(supporter)
    refused = client.post(typing(page), {"text": "Mine.", "seen": "0"})

    client.post(typing(page), {"text": "Mine.", "seen": refused.context["form"]["seen"].value()})

    assert words(page) == ["Mine."]


def test_an_author_who_looked_at_an_older_typing_reads_once_more(told):
    person, supporter, page, _ = told
    page = typing_up.type_up(page, text=TYPED, by=supporter)
    seen = page.latest_revision_id
    typing_up.type_up(page, text="Typed anew.", by=supporter)

    answer = at_the_desk_of(person).post(
        address("typed", page), {"text": "My own \x00words {{7*7}}", "seen": seen}
    )

    assert (answer.status_code, "Read it once more." in said(answer)) == (422, True)
    assert "My own words {{7*7}}" in said(answer)
    assert accepted(page) == []


def test_the_authors_yes_to_what_was_typed_brings_along_nothing_they_did_not_read(told):
    person, supporter, *_ = told
    page, _ = a_told_story(person, happened="What I wrote.", title="Mine")
    page = typing_up.type_up(page, text=TYPED, by=supporter)
    beside = page.get_latest_revision_as_object()
    beside.title, beside.body[0] = "Theirs", ("paragraph", "What they made of it.")
    beside.save_revision(
        user=supporter, overwrite_revision=page.latest_revision
    )  # as the editor saves by itself

    typing_up.accept(again(page), text=TYPED, seen=page.latest_revision_id)

    assert accepted(page) == words(page) == ["What I wrote.", *TYPED.split("\n\n")]
    assert again(page).accepted_revision.as_object().title == "Mine"


def test_nothing_is_typed_on_top_of_changes_that_the_author_has_not_looked_at(told):
    person, supporter, *_ = told
    page, _ = a_told_story(person, happened="What I wrote.")
    page = stories.edited(page, by=supporter, body=["What they made of it."])

    with pytest.raises(typing_up.CannotType, match="has not looked at"):
        typing_up.type_up(page, text=TYPED, by=supporter)
    put_all_back(again(page))
    typing_up.type_up(again(page), text=TYPED, by=supporter)

    assert words(page) == ["What I wrote.", *TYPED.split("\n\n")]


@pytest.mark.parametrize("who", [*roles.ALL, "another team", "author"])
def test_who_hears_and_types_after_sharing(client, told, who):
    person, supporter, page, take = told
    if who == "another team":
        client.force_login(people.a_supporter(team=people.a_team("South"), first_name="Sol"))
    elif who == "author":
        client.force_login(person.user)
    else:
        client.force_login(supporter if who == roles.SUPPORTER else people.a_member_of_staff(who))

    hears = client.get(reverse("work:take", args=[page.pk, take.uid])).status_code == 200
    types = client.get(typing(page)).status_code == 200
    client.post(typing(page), {"text": TYPED, "seen": page.latest_revision_id})

    assert (hears, types) == (who in {roles.SUPPORTER, roles.SAFEGUARDING}, who == roles.SUPPORTER)
    assert (words(page) != []) == (who == roles.SUPPORTER)


def test_a_piece_is_answered_as_a_piece(client, told):
    person, _, page, take = told
    whole = takes.bytes_of(take)
    where = address("own_take", page, take.uid)
    desk = at_the_desk_of(person)

    piece = desk.get(where, headers={"Range": "bytes=10-19"})
    rest = desk.get(where, headers={"Range": "bytes=100-"})
    odd = desk.get(where, headers={"Range": f"bytes={len(whole) + 5}-"})

    assert (piece.status_code, piece.content) == (206, whole[10:20])
    assert piece["Content-Range"] == f"bytes 10-19/{len(whole)}"
    assert (rest.status_code, rest.content) == (206, whole[100:])
    assert (odd.status_code, odd.content) == (200, whole)


def test_what_was_typed_goes_after_thirty_days_and_what_waits_for_the_author_stays(told):
    person, supporter, page, take = told
    typing_up.type_up(page, text=TYPED, by=supporter)
    _, kept = a_told_story(person)
    month = timedelta(days=31)

    with clock.at(clock.now() + month):
        forget_what_is_over()
    waiting = set(Take.objects.all())
    typing_up.accept(again(page), text=TYPED, seen=again(page).latest_revision_id)
    with clock.at(clock.now() + month):
        forget_what_is_over()

    assert waiting == {take, kept}
    assert set(Take.objects.all()) == {kept}
