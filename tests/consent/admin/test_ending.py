"""The officer's two sheets: we end a yes, and it did not count. Nobody else's, never half done, nothing typed lost."""

from html import unescape

import pytest

from consent import policy
from consent.domain.stop import stopping
from consent.models import Ending, Permission
from people import roles
from tests.factories.consent import a_file, a_version, cleared, later
from tests.factories.people import a_member_of_staff, a_person

pytestmark = pytest.mark.django_db
WHY = "We have closed our newsletter."


@pytest.fixture
def dee():
    return a_person("Dee", email="dee@post.example")


@pytest.fixture
def version(dee):
    made = a_version(a_file(dee))
    cleared(made, "website", "newsletter")
    return made


@pytest.fixture
def officer(client):
    user = a_member_of_staff(roles.DPO, first_name="Kit")
    client.force_login(user)
    return user


def end(version):
    return f"/admin/ledger/{version.file.uid}/end/"


def not_counting(use):
    row = Permission.objects.get(use__slug=use)
    return f"/admin/ledger/{row.file.uid}/not-counting/{row.uid}/"


def words(response):
    return " ".join(unescape(response.content.decode()).split())


def standing(version):
    return [use for use in ("website", "newsletter") if policy.may_use(version.pk, use, later()).allowed]


def test_one_use_ends_with_its_reason_and_the_record_says_so(client, officer, version, dee):
    page = words(client.get(end(version)))
    answer = client.post(end(version), {"use": "newsletter", "reason": WHY}, follow=True)

    assert "What happens" in page
    assert (str(dee) in page, "Dee" in page) == (True, False)
    assert standing(version) == ["website"]
    assert "It has ended, at once." in words(answer)
    assert f"Kit Nandra: we ended it. “{WHY}”" in words(answer)
    assert ">Ended by us" in answer.content.decode().replace("\n", "").replace("  ", "")


def test_everything_ends_with_one_press(client, officer, version):
    client.post(end(version), {"use": "everything", "reason": WHY})

    assert standing(version) == []
    assert "Nothing stands here" in words(client.get(end(version)))
    assert "We end a yes" not in words(client.get(f"/admin/ledger/{version.file.uid}/"))


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Choose what we end."),
        ({"use": "newsletter"}, "Write why. They have a right to know."),
        ({"use": "newsletter", "reason": "   "}, "Write why. They have a right to know."),
        ({"use": "newspapers", "reason": "kept"}, "That stands no longer."),
        ({"use": "newsletter", "reason": "a\x00kept"}, "Null characters are not allowed."),
        ({"use": "newsletter", "reason": "kept" * 1000}, "at most 400 characters"),
        ({"use": "newsletter", "reason": "kept: the evidence"}, "“evidence” can frighten people."),
    ],
)
def test_what_cannot_be_read_changes_nothing_and_is_kept(client, officer, version, sent, said):
    answer = client.post(end(version), sent)

    assert answer.status_code == 422
    assert said in words(answer)
    assert ("kept" in sent.get("reason", "")) == ("kept" in words(answer))
    assert standing(version) == ["website", "newsletter"]


def test_words_of_every_kind_arrive_as_words(client, officer, version):
    client.post(end(version), {"use": "newsletter", "reason": "{{7*7}} <b>x</b> 🪁 \u202bשלום\u202c"})

    page = client.get(f"/admin/ledger/{version.file.uid}/").content.decode()
    assert "{{7*7}} &lt;b&gt;x&lt;/b&gt; 🪁 \u202bשלום\u202c" in page


def test_a_stop_in_between_is_said_and_what_was_typed_is_kept(client, officer, version, dee):
    stopping.stop(dee, use="newsletter")

    answer = client.post(end(version), {"use": "newsletter", "reason": "kept words"})

    assert answer.status_code == 422
    assert "That stands no longer." in words(answer)
    assert "kept words" in words(answer)
    assert Ending.objects.count() == 0


def test_a_yes_that_did_not_count_goes_and_the_rest_of_the_record_rests(client, officer, version):
    sheet = words(client.get(not_counting("website")))
    answer = client.post(not_counting("website"), {"found": "not_free", "reason": WHY}, follow=True)

    assert "It did not count" in sheet
    assert "It does not count, and never did." in words(answer)
    assert "they were not free to say no" in words(answer)
    assert standing(version) == []


def test_who_was_not_told_enough_loses_that_one_yes_only(client, officer, version):
    client.post(not_counting("website"), {"found": "not_informed", "reason": WHY})

    assert standing(version) == ["newsletter"]


@pytest.mark.parametrize("sent", [{}, {"found": "x\x00"}, {"found": "not_free"}, {"reason": WHY}])
def test_half_an_answer_changes_nothing(client, officer, version, sent):
    assert client.post(not_counting("website"), sent).status_code == 422
    assert standing(version) == ["website", "newsletter"]


def test_twice_and_guessed_numbers_find_nothing(client, officer, version):
    address = not_counting("website")
    guessed = address.replace(address.split("/")[-2], "00000000-0000-0000-0000-000000000000")
    client.post(address, {"found": "not_informed", "reason": WHY})

    again = client.post(address, {"found": "not_free", "reason": WHY}, follow=True)
    other = client.get(guessed, follow=True)

    assert ["That yes stands no longer." in words(page) for page in (again, other)] == [True, True]
    assert Ending.objects.count() == 1
    assert standing(version) == ["newsletter"]


@pytest.mark.parametrize("role", [role for role in roles.ALL if role != roles.DPO])
def test_nobody_else_ends_anything(client, version, role):
    client.force_login(a_member_of_staff(role))

    answers = [
        client.get(end(version)),
        client.post(end(version), {"use": "everything", "reason": WHY}),
        client.post(not_counting("website"), {"found": "not_free", "reason": WHY}),
    ]

    assert {answer.status_code for answer in answers} == {403}
    assert standing(version) == ["website", "newsletter"]


def test_an_officer_too_close_meets_no_such_record(client, officer, version, dee):
    dee.conflicts.add(officer)

    answers = [
        client.post(end(version), {"use": "everything", "reason": WHY}),
        client.get(not_counting("website")),
    ]

    assert {answer.status_code for answer in answers} == {403}
    assert standing(version) == ["website", "newsletter"]
