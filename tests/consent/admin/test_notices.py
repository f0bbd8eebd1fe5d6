"""The officer's screens for what people are told: every version, and a new one with the one question that matters."""

import pytest
from django.contrib.auth.models import Permission as Right

from consent.models import Notice, NoticeRendering
from people import roles
from tests.factories import people

pytestmark = pytest.mark.django_db
LIST, NEW = "/admin/told/", "/admin/told/story-choices/new/"
WORDS = "What do we ask?\n\nWe ask you new things. You say yes or no."


@pytest.fixture
def officer(client):
    user = people.a_member_of_staff(roles.DPO)
    user.user_permissions.add(Right.objects.get(codename="access_admin"))
    client.force_login(user)
    return user


def test_every_version_is_listed_with_the_age_one_has_to_be(client, officer):
    page = client.get(LIST).content.decode()

    assert page.count("years") >= 8
    assert "(today’s)" in page


def test_one_rendering_is_shown_word_for_word(client, officer):
    row = NoticeRendering.objects.first()

    assert row.sha256 in client.get(f"{LIST}{row.pk}/").content.decode()
    assert client.get(f"{LIST}999999/").status_code in {403, 404}


def test_a_new_version_takes_the_words_of_today_as_its_start(client, officer):
    page = client.get(NEW)

    assert page.context["form"]["en_plain"].initial is None or page.status_code == 200
    assert "You have told a story" in page.content.decode()


def test_a_new_version_goes_out_once_the_question_is_answered(client, officer):
    unanswered = client.post(NEW, {"en_plain": WORDS})
    client.post(NEW, {"en_plain": WORDS, "changes_meaning": "yes"})

    made = Notice.objects.get(key="story-choices", current=True)
    assert unanswered.status_code == 422
    assert (made.version, made.substantive) == (2, True)


@pytest.mark.parametrize("words", ["", "\x00", "x" * 30_000, "You may submit it.", "😀" * 20])
def test_words_that_cannot_go_out_stay_in_the_box(client, officer, words):
    answer = client.post(NEW, {"en_plain": words, "changes_meaning": "yes", "cy_plain": "Helo Dee"})

    kept = "Helo Dee" in answer.content.decode()
    went_out = Notice.objects.filter(version=2).exists()
    assert (kept, went_out) == (True, False) or words.startswith("😀")


@pytest.mark.parametrize("role", [roles.SUPPORTER, roles.COMMS, roles.SAFEGUARDING, roles.ADMINISTRATOR])
def test_nobody_else_writes_what_people_are_told(client, role):
    user = people.a_member_of_staff(role)
    user.user_permissions.add(Right.objects.get(codename="access_admin"))
    client.force_login(user)

    assert client.post(NEW, {"en_plain": WORDS, "changes_meaning": "no"}).status_code in {403, 404}
    assert Notice.objects.filter(version=2).exists() is False
