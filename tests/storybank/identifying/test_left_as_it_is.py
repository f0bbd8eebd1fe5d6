"""A clue that somebody looked at and left: folded away, said by whom, and back by itself when the words change."""

import re

import pytest

from consent.domain.care import files
from consent.enums import Basis, Relation
from storybank.domain import drafts, sharing
from storybank.domain.identifying import leaving
from storybank.domain.risks import risks_of
from storybank.models import LeftAsItIs, StoryPage
from tests.factories import people, stories
from tests.storybank.admin.steps import a_filled_form, a_lead, a_team_story, at_safety, work
from tests.storybank.desk.walking import address, at_the_desk_of, said

pytestmark = pytest.mark.django_db
TELLING = "I grew up in Barnsley. My friend Priya rang me."


def latest(page) -> StoryPage:
    return StoryPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def open_for_staff(page) -> list[str]:
    return [piece.text for passage in leaving.for_staff(latest(page)) for piece in passage.open]


def open_for_the_author(page) -> list[str]:
    return [piece.text for passage in leaving.for_author(latest(page)) for piece in passage.open]


def mark_of(page, text: str) -> str:
    found = (piece for passage in leaving.for_staff(latest(page)) for piece in passage.clues)
    return next(piece.mark for piece in found if piece.text == text)


def at_the_check():
    page, supporter, author = a_team_story(open=TELLING)
    return at_safety(page, supporter=supporter), supporter, author


def test_the_safety_check_leaves_one_with_one_button_and_it_folds_away_for_all_staff(client):
    page, supporter, _ = at_the_check()
    lead = a_lead()
    before = risks_of([page], viewer=lead)[page.pk][-1].words
    client.force_login(lead)

    done = client.post(work("leave_clue", page), {"mark": mark_of(page, "Barnsley")}, follow=True)
    client.post(work("leave_clue", page), {"mark": mark_of(page, "Barnsley")})
    client.force_login(supporter)
    sheet = client.get(work("story", page)).content.decode()

    assert open_for_staff(page) == ["Priya"]
    assert "Looked at: may stay (1)" in done.content.decode()
    assert "Looked at: may stay (1)" in sheet
    assert "Moss" in sheet
    assert LeftAsItIs.objects.count() == 1
    assert (before, risks_of([page], viewer=lead)[page.pk][-1].words) == (
        "2 details in the words could point to somebody",
        "1 detail in the words could point to somebody",
    )


def test_it_comes_back_by_itself_when_the_words_round_it_change_and_only_then(client):
    page, supporter, _ = a_team_story(open=TELLING)
    lead = a_lead()
    for text in ("Barnsley", "Priya"):
        leaving.leave(
            leaving.for_staff(latest(page)), file_id=page.file_id, mark=mark_of(page, text), by=lead
        )

    stories.edited(
        page,
        by=supporter,
        body=["Rain fell. I  grew up in Barnsley. My friend Priya rang me from the hospital."],
    )

    assert open_for_staff(page) == ["Priya"]


def test_it_can_be_opened_again_and_who_did_not_check_says_nothing_for_the_check(client):
    page, supporter, _ = at_the_check()
    client.force_login(supporter)

    refused = client.post(work("leave_clue", page), {"mark": mark_of(page, "Priya")})
    nonsense = client.post(work("leave_clue", page), {"mark": "\x00{{ 7*7 }}"})
    client.force_login(a_lead())
    gone = client.post(work("leave_clue", page), {"mark": "0" * 64})
    client.post(work("leave_clue", page), {"mark": mark_of(page, "Priya")})
    folded = open_for_staff(page)
    client.force_login(supporter)
    client.post(work("leave_clue", page), {"again": mark_of(page, "Priya")})

    assert (refused.status_code, nonsense.status_code, gone.status_code) == (422, 422, 422)
    assert "A safeguarding lead says what may stay" in refused.content.decode()
    assert "Those words have changed in the meantime" in gone.content.decode()
    assert folded == ["Barnsley"]
    assert open_for_staff(page) == ["Barnsley", "Priya"]
    assert client.get(work("leave_clue", page)).status_code == 405


def test_what_is_typed_in_the_safety_check_stays_when_a_clue_is_left_or_opened_again(client):
    page, _, _ = at_the_check()
    client.force_login(a_lead())
    typed = a_filled_form(page, note="Her sister knows.", private="\x00 {{ 7*7 }} 🫖", outcome="not-yet")
    sheet = client.get(work("story", page)).content.decode()

    left = client.post(work("leave_clue", page), typed | {"mark": mark_of(page, "Priya")})
    again = client.post(work("leave_clue", page), typed | {"again": mark_of(page, "Priya")})
    gone = client.post(work("leave_clue", page), typed | {"mark": "\x00"})

    assert 'form="safety-check"' in sheet
    assert [answer.status_code for answer in (left, again, gone)] == [200, 200, 422]
    for answer in (left, again, gone):
        assert "Her sister knows." in answer.content.decode()
        assert "{{ 7*7 }} 🫖" in answer.content.decode()
    assert "Looked at: may stay (1)" in left.content.decode()
    assert "Looked at: may stay" not in again.content.decode()
    assert not page.safety_checks.exists()


def test_somebody_who_changed_the_words_leaves_nothing_as_it_is(client):
    page, _, _ = a_team_story(open=TELLING)
    lead = a_lead()
    stories.edited(page, by=lead)
    client.force_login(lead)

    refused = client.post(work("leave_clue", page), {"mark": mark_of(page, "Priya")})

    assert refused.status_code == 422
    assert "You changed these words" in refused.content.decode()
    assert not LeftAsItIs.objects.exists()


def test_an_author_leaves_one_for_themselves_also_after_sharing_and_staff_still_look():
    author = stories.an_author("Dee", supporter=stories.a_supporter())
    desk, draft = at_the_desk_of(author), drafts.start(author, way="open")
    draft = drafts.save(draft, answers={"open": TELLING}, version=draft.version)
    here = address("could_be_found", draft)
    mark = leaving.for_author_draft(draft)[0].clues[0].mark

    desk.post(here, {"mark": mark, "act": "stay"})
    screen = said(desk.get(here))
    back = said(desk.get(address("read_back", draft)))
    page = sharing.share(draft, person=author)
    shared = said(desk.get(here))
    mine = open_for_the_author(page)
    desk.post(here, {"mark": mark, "act": "again"})

    assert "Looked at: can stay (1)" in screen
    assert "1 place to look at" in back
    assert "Looked at: can stay (1)" in shared
    assert mine == ["Priya"]
    assert open_for_staff(page) == open_for_the_author(page) == ["Barnsley", "Priya"]


def test_staff_read_that_the_author_wants_it_to_stay_and_other_authors_reach_nothing(client):
    page, supporter, author = a_team_story(open=TELLING)
    mark = mark_of(page, "Barnsley")
    other = at_the_desk_of(stories.an_author("Kit")).post(address("could_be_found", page), {"mark": mark})
    stale = at_the_desk_of(author).post(
        address("could_be_found", page), {"mark": "\x00", "act": "stay"}, follow=True
    )
    at_the_desk_of(author).post(address("could_be_found", page), {"mark": mark, "act": "stay"})
    client.force_login(supporter)

    assert other.status_code == 404
    assert "changed in another window" in said(stale)
    assert "The author wants this to stay" in client.get(work("story", page)).content.decode()


def test_no_word_of_it_is_kept_and_the_same_words_elsewhere_look_different():
    one, _, _ = a_team_story(open=TELLING)
    other, _, _ = a_team_story("South", open=TELLING)
    leaving.leave(
        leaving.for_staff(latest(one)), file_id=one.file_id, mark=mark_of(one, "Priya"), by=a_lead()
    )

    assert mark_of(one, "Priya") != mark_of(other, "Priya")
    assert open_for_staff(other) == ["Barnsley", "Priya"]
    assert {len(value) for value in LeftAsItIs.objects.values_list("mark", flat=True)} == {64}


def test_a_draft_thrown_away_leaves_no_trace_of_what_was_looked_at():
    author = stories.an_author("Dee", supporter=stories.a_supporter())
    draft = drafts.start(author, way="open")
    draft = drafts.save(draft, answers={"open": TELLING}, version=draft.version)
    found = leaving.for_author_draft(draft)
    leaving.leave(found, file_id=draft.file_id, mark=found[0].clues[0].mark, by=None)

    drafts.throw_away(draft)

    assert not LeftAsItIs.objects.exists()


def test_what_the_first_author_looked_at_counts_for_nobody_who_writes_it_with_them(client):
    page, _, author = a_team_story(open=TELLING)
    ira = people.a_person("Ira")
    files.add_appearance(page.file, person=ira, relation=Relation.CO_AUTHOR, basis=Basis.OWN)
    story, there = address("my_story", page), address("could_be_found", page)

    client.force_login(ira.user)
    before = client.get(story).content.decode()
    client.force_login(author.user)
    for mark in re.findall(r'name="mark" value="(\w+)"', client.get(there).content.decode()):
        client.post(there, {"act": "stay", "mark": mark})
    own = client.get(there).content.decode()
    client.force_login(ira.user)
    after, theirs = client.get(story).content.decode(), client.get(there).content.decode()

    assert ("Someone could be found" in before, "Someone could be found" in after) == (True, False)
    assert ("You looked on" in own, "You looked on" in theirs) == (True, False)
    assert ("You have looked at all" in theirs, "All we found has been looked at." in theirs) == (False, True)


def test_whoever_writes_it_with_them_folds_nothing_away_for_them(client):
    page, _, author = a_team_story(open=TELLING)
    ira = people.a_person("Ira")
    files.add_appearance(page.file, person=ira, relation=Relation.CO_AUTHOR, basis=Basis.OWN)
    there, mark = address("could_be_found", page), mark_of(page, "Barnsley")

    client.force_login(ira.user)
    shown = client.get(there).content.decode()
    refused = client.post(there, {"act": "stay", "mark": mark}).status_code
    theirs = LeftAsItIs.objects.exists()
    client.force_login(author.user)
    kept = client.post(there, {"act": "stay", "mark": mark}).status_code

    assert ("Barnsley" in shown, "It can stay" in shown) == (True, False)
    assert (refused, theirs, kept, LeftAsItIs.objects.exists()) == (404, False, 302, True)
