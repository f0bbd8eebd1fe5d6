"""What could give somebody away is shown to whoever decides, and stays until they do: on the sheet and on the desk."""

from uuid import uuid4

import pytest
from django.urls import reverse

from storybank.domain import drafts
from storybank.domain.identifying import passages
from storybank.domain.suggestions import decide, suggested_changes
from storybank.models import StoryPage
from tests.factories import people, stories
from tests.storybank.admin.steps import a_lead, a_team_story, at_safety, work
from tests.storybank.desk.walking import address, at_the_desk_of, said

pytestmark = pytest.mark.django_db
TELLING = "I grew up in Barnsley with my friend Priya."


def a_telling_story(**more):
    return a_team_story(open=TELLING, **more)


def first_clue(page) -> passages.Piece:
    return passages.in_page(page.get_latest_revision_as_object())[0].clues[0]


def test_the_sheet_marks_it_and_one_click_is_an_ordinary_change_that_the_author_decides(client):
    page, supporter, _ = a_telling_story()
    client.force_login(supporter)

    sheet = client.get(work("story", page)).content.decode()
    client.post(work("take_clue", page), {"clue": first_clue(page).id})
    page.refresh_from_db()
    latest = page.get_latest_revision()
    changes = suggested_changes(page)

    assert '<mark class="sb-clue">Barnsley' in sheet
    assert "Put “a town”" in sheet
    assert latest.user == supporter
    assert [(change.struck, change.added) for change in changes] == [("Barnsley", "a town")]
    decide(page, decisions={change.id: False for change in changes})
    assert "Barnsley" in str(StoryPage.objects.get(pk=page.pk).get_latest_revision_as_object().body)


def test_nothing_is_put_in_by_looking_nor_twice(client):
    page, supporter, _ = a_telling_story()
    client.force_login(supporter)
    clue = first_clue(page).id

    got = client.get(work("take_clue", page))
    client.post(work("take_clue", page), {"clue": clue})
    again = client.post(work("take_clue", page), {"clue": clue})
    nonsense = client.post(work("take_clue", page), {"clue": "\x00{{ 7*7 }}"})

    assert got.status_code == 405
    assert (again.status_code, nonsense.status_code) == (422, 422)
    assert "Those words have changed in the meantime" in again.content.decode()


def test_at_the_safety_check_it_is_shown_and_not_changed(client):
    page, supporter, _ = a_telling_story()
    page = at_safety(page, supporter=supporter)
    clue = first_clue(page).id
    before = page.latest_revision_id
    client.force_login(a_lead())

    sheet = client.get(work("story", page)).content.decode()
    refused = client.post(work("take_clue", page), {"clue": clue})
    client.force_login(supporter)
    too_late = client.post(work("take_clue", page), {"clue": clue})

    assert "Could be: “a town”" in sheet
    assert "Put “a town”" not in sheet
    assert (refused.status_code, too_late.status_code) == (403, 422)
    page.refresh_from_db()
    assert page.latest_revision_id == before


def test_a_supporter_of_another_team_puts_nothing_in(client):
    page, _, _ = a_telling_story()
    client.force_login(people.a_supporter(team=people.a_team("South")))

    answer = client.post(work("take_clue", page), {"clue": first_clue(page).id})

    assert answer.status_code == 403


def test_an_author_sees_it_before_sharing_and_changes_it_with_one_tap_or_not():
    author = stories.an_author("Dee", supporter=stories.a_supporter())
    desk, draft = at_the_desk_of(author), drafts.start(author, way="open")
    draft = drafts.save(draft, answers={"open": TELLING}, version=draft.version)

    back = said(desk.get(address("read_back", draft)))
    screen = desk.get(address("could_be_found", draft))
    clue = passages.in_draft(drafts.answers(draft), language="en")[0].clues[0].id
    desk.post(address("could_be_found", draft), {"clue": clue, "version": draft.version})
    stale = desk.post(address("could_be_found", draft), {"clue": clue, "version": draft.version}, follow=True)
    draft.refresh_from_db()

    assert "Someone could be found by this: 2 places to look at" in back
    assert '<mark class="clue">Barnsley</mark>' in screen.content.decode()
    assert drafts.answers(draft)["open"] == TELLING.replace("Barnsley", "a town")
    assert "changed in another window" in said(stale)


def test_a_draft_with_nothing_in_it_says_nothing():
    author = stories.an_author("Dee", supporter=stories.a_supporter())
    desk, draft = at_the_desk_of(author), drafts.start(author, way="open")
    draft = drafts.save(draft, answers={"open": "The kettle was warm."}, version=draft.version)

    assert "Someone could be found" not in said(desk.get(address("read_back", draft)))
    assert "We found no names" in said(desk.get(address("could_be_found", draft)))


def test_after_sharing_the_author_sees_it_still_and_nobody_else_does():
    page, _, author = a_telling_story()

    mine = said(at_the_desk_of(author).get(address("my_story", page)))
    list_of_mine = said(at_the_desk_of(author).get(address("could_be_found", page)))
    other = at_the_desk_of(stories.an_author("Kit")).get(address("could_be_found", page))
    nobody = at_the_desk_of(author).get(reverse("storybank:could_be_found", args=[uuid4()]))

    assert "Someone could be found by this" in mine
    assert "Tell Nia. Nothing changes unless you say yes." in list_of_mine
    assert (other.status_code, nobody.status_code) == (404, 404)
