"""What staff set before the ask is read in the ask and on the desk; each screen takes nonsense calmly."""

import pytest
from django.test import Client

from storybank.thanks import giving, promising
from tests.factories import people, stories

pytestmark = pytest.mark.django_db


@pytest.fixture
def supporter():
    return people.a_supporter()


@pytest.fixture
def page(supporter):
    return stories.a_shared_story(people.a_person("Dee", supporter=supporter, channel="letter"))


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_a_supporter_sets_it_and_the_author_reads_it_where_they_are_asked(supporter, page):
    staff = signed_in(supporter)
    sheet = staff.get(f"/admin/work/{page.pk}/").content.decode()
    assert f"/admin/work/{page.pk}/thanks/" in sheet

    made = staff.post(
        f"/admin/work/{page.pk}/thanks/", {"act": "promise", "kind": "voucher", "pounds": "12.50"}
    )
    stories.asked(page, "website")

    assert made.status_code == 302
    (due,) = giving.due_in(page.file_id)
    author = signed_in(due.person.user)
    asked = author.get(f"/my/stories/{page.file.uid}/choices/").content.decode()
    assert "A voucher for £12.50" in asked
    assert "Yes, no or not now: it is the same." in asked
    desk = author.get("/my/thanks/").content.decode()
    assert "A voucher for £12.50" in desk
    assert "can change some of them" in desk


def test_too_late_is_said_in_words_and_what_was_typed_is_kept(supporter, page):
    stories.asked(page, "website")
    staff = signed_in(supporter)

    answer = staff.post(
        f"/admin/work/{page.pk}/thanks/", {"act": "promise", "kind": "voucher", "pounds": "5"}
    )

    assert answer.status_code == 422
    assert "the same for a yes, a no and a not now" in answer.content.decode()
    assert promising.next_promise(page.file_id) is None


@pytest.mark.parametrize("pounds", ["", "many", "-3", "0", "1e9", "nan", "\x00", "9" * 5000, "501"])
def test_an_amount_that_is_none_is_said_so(supporter, page, pounds):
    answer = signed_in(supporter).post(
        f"/admin/work/{page.pk}/thanks/", {"act": "promise", "kind": "voucher", "pounds": pounds}
    )

    assert answer.status_code == 422
    assert promising.next_promise(page.file_id) is None


def test_the_author_says_no_thank_you_and_staff_see_it(supporter, page):
    thanks = promising.promise(page.file_id, kind="payment", pence=2000, by=supporter)
    stories.asked(page, "website")
    (due,) = giving.due_in(page.file_id)
    author, staff = signed_in(due.person.user), signed_in(supporter)

    author.post("/my/thanks/", {"no_thanks": str(thanks.uid)})

    assert "They said no thank you." in staff.get(f"/admin/work/{page.pk}/thanks/").content.decode()
    staff.post(
        f"/admin/work/{page.pk}/thanks/", {"act": "take", "thanks": thanks.pk, "person": due.person.pk}
    )
    staff.post(
        f"/admin/work/{page.pk}/thanks/",
        {"act": "give", "thanks": thanks.pk, "person": due.person.pk, "advice_said": "1"},
    )
    assert "You got it on" in author.get("/my/thanks/").content.decode()


def test_somebody_elses_thanks_cannot_be_touched(supporter, page):
    thanks = promising.promise(page.file_id, kind="payment", pence=2000, by=supporter)
    stories.asked(page, "website")
    stranger = people.a_person("Ira")

    answer = signed_in(stranger.user).post("/my/thanks/", {"no_thanks": str(thanks.uid)}, follow=True)

    assert "Nothing was changed" in answer.content.decode()
    assert giving.due_in(page.file_id)[0].open is True


def test_a_story_of_another_team_has_no_thanks_page(page):
    other = people.a_supporter(first_name="Huw")

    assert signed_in(other).get(f"/admin/work/{page.pk}/thanks/").status_code != 200
