"""What may be chosen: nothing that an age does not allow, nothing less than the words show, and why."""

from datetime import date, timedelta

import pytest

from consent.domain.acts import asking
from consent.domain.acts.choices import choices_of
from consent.domain.care import deciding_young, files
from consent.domain.care.deciding_young import What
from consent.domain.told import notices
from consent.enums import IdentityLevel, Relation, State
from people import clock, roles
from people.domain import vault
from people.models import OutboxMessage
from storybank.domain import freezing
from storybank.models import SafetyCheck, StoryPage
from tests.factories import people, stories
from tests.storybank.desk.walking import address, at_the_desk_of, choose, said

pytestmark = pytest.mark.django_db
NO_NAME, MADE_UP, FIRST, FULL = "No name", "A name I choose", "My first name", "My full name"


def born(years):
    birthday = clock.today() + timedelta(days=100)
    return date(birthday.year - years - 1, birthday.month, min(birthday.day, 28)).isoformat()


def a_story(*, reveals=2, age=None, uses=("website",), parent=True, **words):
    """Frozen and asked; the words show so much of their author, who is so old."""
    supporter = people.a_supporter(first_name="Priya")
    author = stories.an_author("Wren", supporter=supporter)
    page = stories.a_shared_story(author, **words)
    row = files.author_of(page.file_id).appearances.get()
    if age is not None:
        vault.set_identity(author, born=born(age))
        lead = people.a_member_of_staff(roles.SAFEGUARDING)
        if age in (16, 17):
            reason = "She lives by herself."
            deciding_young.decide(row, what=What.PARENT_NOT_NEEDED, reason=reason, by=lead)
        elif age < 16:
            deciding_young.name_guardian(row, guardian=people.a_person("Mam"), by=lead)
    stories.StoryPlan.objects.update_or_create(page=page, defaults={"uses": list(uses)})
    stories.checked(page)
    SafetyCheck.objects.filter(page=page).update(reveals={str(row.pk): reveals})
    freezing.freeze_and_ask(page, by=None)
    return StoryPage.objects.get(pk=page.pk), author


def to_the_name(page, author):
    desk = at_the_desk_of(author)
    desk.post(address("choices", page), {"as": "plain"})
    desk.post(address("choice_people", page), {"answer": "no"})
    return desk


def offered(html):
    return [label for label in (NO_NAME, MADE_UP, FIRST, FULL) if f">{label}</label>" in html]


@pytest.mark.parametrize(
    ("reveals", "age", "names"),
    [
        (2, None, [NO_NAME, MADE_UP, FIRST, FULL]),
        (3, None, [MADE_UP, FIRST, FULL]),
        (4, None, [FIRST, FULL]),
        (5, None, [FULL]),
        (2, 17, [NO_NAME, MADE_UP]),
        (3, 17, [MADE_UP]),
        (2, 13, [NO_NAME, MADE_UP]),
        (2, 18, [NO_NAME, MADE_UP, FIRST, FULL]),
    ],
)
def test_only_names_that_may_be_taken_are_on_the_list(reveals, age, names):
    page, author = a_story(reveals=reveals, age=age)
    desk = to_the_name(page, author)

    html = desk.get(address("choice_name", page)).content.decode()

    assert offered(html) == names
    assert ("You are under 18." in html) is (age in (13, 17))
    assert ("from the words" in html or "stands in the words" in html) is (reveals > 2)


@pytest.mark.parametrize(
    ("reveals", "age", "identity"),
    [
        (4, None, "2"),
        (4, None, "3"),
        (5, None, "4"),
        (2, 17, "4"),
        (2, 17, "5"),
        (2, None, "9"),
        (2, None, "x"),
    ],
)
def test_a_name_that_is_not_on_the_list_is_asked_again_and_what_was_typed_is_kept(reveals, age, identity):
    page, author = a_story(reveals=reveals, age=age)
    desk = to_the_name(page, author)

    again = desk.post(address("choice_name", page), {"identity": identity, "name": "Robin the Brave"})

    assert again.status_code == 200
    assert "Choose one of these." in said(again)
    assert 'value="Robin the Brave"' in again.content.decode()


def test_two_leads_put_the_names_back_on_the_list():
    page, author = a_story(age=17)
    row = files.appearances_in(page.file_id).get(relation=Relation.AUTHOR)
    for _ in range(2):
        lead = people.a_member_of_staff(roles.SAFEGUARDING)
        deciding_young.decide(row, what=What.MAY_BE_KNOWN, reason="She asked for her own name.", by=lead)

    html = to_the_name(page, author).get(address("choice_name", page)).content.decode()

    assert offered(html) == [NO_NAME, MADE_UP, FIRST, FULL]
    assert "under 18" not in html


def test_the_exception_for_one_use_has_the_same_list_and_the_same_refusal():
    page, author = a_story(reveals=4, uses=("website", "newsletter"))
    desk = to_the_name(page, author)
    desk.post(address("choice_name", page), {"identity": "4", "name": "Wren"})
    desk.post(address("choice_seen", page), {"time": "0"})

    html = desk.get(address("choice_use", page, "website")).content.decode()
    again = desk.post(address("choice_use", page, "website"), {"answer": "yes", "identity": "2"})

    assert offered(html) == [FIRST, FULL]
    assert again.status_code == 200


def test_what_the_list_offers_leads_to_a_yes():
    page, author = a_story(reveals=4)

    choose(at_the_desk_of(author), page, answers={"website": "yes"}, identity="4", name="Wren")

    (choice,) = choices_of(author, page.file_id)
    assert (choice.state, choice.identity) == (State.COOLING, IdentityLevel.N4)


def test_too_much_is_one_tap_and_the_supporter_hears_it_once():
    page, author = a_story(reveals=4)
    desk = to_the_name(page, author)

    for _ in range(2):
        answer = desk.post(address("choice_name", page), {"act": "too_much"}, follow=True)

    assert "We change the words first" in answer.content.decode()
    assert OutboxMessage.objects.filter(event="storybank/words_show_too_much").count() == 1
    assert asking.open_asks(author.pk, page.file_id) != []


def test_where_the_words_show_nobody_there_is_nothing_to_change_first():
    page, author = a_story()
    desk = to_the_name(page, author)

    html = desk.get(address("choice_name", page)).content.decode()
    desk.post(address("choice_name", page), {"act": "too_much"})

    assert "Change the words first" not in html
    assert OutboxMessage.objects.filter(event="storybank/words_show_too_much").count() == 0


def test_under_13_there_is_no_yes_on_any_screen_and_a_no_counts_at_once():
    page, author = a_story(age=9)
    desk = at_the_desk_of(author)
    desk.post(address("choices", page), {"as": "plain"})
    screens = ["choice_people", "choice_name", "choice_seen", "choice_understood", "choice_check"]
    shown = [said(desk.get(address(name, page))) for name in screens]
    shown += [said(desk.post(address("choice_check", page)))]
    shown += [said(desk.post(address("choice_use", page, "website"), {"answer": "yes"}))]
    before = [choice.state for choice in choices_of(author, page.file_id)]

    desk.post(address("choice_check", page), {"act": "no"})
    desk.post(address("choice_check", page), {"act": "no"})

    assert {"We talk about this together" in text for text in shown} == {True}
    assert before == [State.REQUESTED]
    assert [choice.state for choice in choices_of(author, page.file_id)] == [State.REFUSED]


def test_under_13_the_second_yes_is_not_on_a_screen_either_and_can_be_taken_away():
    page, author = a_story(age=12)
    rendering = notices.rendering(notices.STORY_CHOICES, language="en")
    with clock.at(clock.now() - stories.LONG_AGO):
        vault.set_identity(author, born=born(30))
        stories.told(page, author)
        stories.answered(page, identity=IdentityLevel.N2)
    vault.set_identity(author, born=born(12))
    notices.serve(page.file, person=author, rendering=rendering)
    desk = at_the_desk_of(author)

    shown = said(
        desk.post(address("second", page), {"shown": [str(c.uid) for c in choices_of(author, page.file_id)]})
    )
    between = [choice.state for choice in choices_of(author, page.file_id)]
    desk.post(address("second", page), {"act": "no"})

    assert "We talk about this together" in shown
    assert between == [State.COOLING]
    assert [choice.state for choice in choices_of(author, page.file_id)] == [State.WITHDRAWN]
