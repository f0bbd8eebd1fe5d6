"""A stop that was said before in the same browser never makes a new one count for nothing, whoever says it."""

import re

import pytest

from consent import policy
from consent.domain.care import files, letting_rest
from consent.enums import Basis
from consent.models import StopCase
from people import clock, roles
from people.domain import codes, trusting
from tests.factories import people, stories

pytestmark = pytest.mark.django_db


@pytest.fixture
def live():
    return stories.a_live_story(stories.an_author("Philippa"), name="Philippa")


def is_up(page) -> bool:
    return policy.may_use(page.edition_id, policy.WEBSITE, clock.now()).allowed


def somebody_in(page, called="Sam"):
    """In it by a part that needs no yes of theirs."""
    person = people.a_person(called)
    files.add_appearance(page.file, person=person, basis=Basis.COMPOSITE)
    return person


def the_lead_ends_the_rest() -> None:
    lead = people.a_member_of_staff(roles.SAFEGUARDING, first_name="Moss")
    for hold in letting_rest.open_rests(lead):
        letting_rest.end_rest(hold, by=lead)


def test_on_the_desk_what_shines_again_can_be_stopped_again(client, live):
    client.force_login(somebody_in(live).user)
    before = is_up(live)
    client.post("/my/stop/")
    first = is_up(live)
    the_lead_ends_the_rest()
    between = is_up(live)

    client.post("/my/stop/")

    assert (before, first, between, is_up(live)) == (True, False, True, False)
    assert StopCase.objects.values("code").distinct().count() == 2


def test_a_double_tap_there_is_still_one_stop(client, live):
    client.force_login(somebody_in(live).user)

    client.post("/my/stop/")
    client.post("/my/stop/")

    assert StopCase.objects.count() == 1


def test_whom_two_people_trust_stops_for_both_in_one_browser(client, live):
    nell, sam = people.a_person("Nell"), somebody_in(live)
    for_nell, for_sam = trusting.trust(nell, called="Ama"), trusting.trust(sam, called="Ama")
    client.post("/stop/", {"code": for_nell})
    hers = client.get("/stop/said/").content.decode()
    before = is_up(live)

    client.post("/stop/", {"code": for_sam})

    assert (before, is_up(live)) == (True, False)
    (case,) = StopCase.objects.filter(person=sam)
    assert case.code in client.get("/stop/said/").content.decode()
    assert case.code not in hers


def test_the_same_slip_twice_is_one_stop(client, live):
    figures = trusting.trust(somebody_in(live), called="Ama")

    client.post("/stop/", {"code": figures})
    client.post("/stop/", {"code": figures})

    assert StopCase.objects.count() == 1


def test_a_card_in_a_browser_where_somebody_else_stopped_never_shows_their_stop(client, live):
    author, nell = files.author_of(live.file_id), people.a_person("Nell")
    card, _ = codes.issue_code(author, by=None)
    hers, _ = codes.issue_code(nell, by=None)
    client.post("/stop/", {"code": card})
    (case,) = StopCase.objects.filter(person=author)

    answer = client.post("/stop/", {"code": hers, "use": "website"}, follow=True)

    assert case.code not in answer.content.decode()


def what_it_says(answer) -> str:
    """The page from its heading on, without the signature in the link to the copy and the way to the other language."""
    said = re.search(r"<main.*</main>", answer.content.decode(), re.DOTALL)[0]
    return re.sub(r"\?of=[^\"]+", "", said)


@pytest.mark.parametrize("earlier", [{}, {"sessionid": "of-an-earlier-visit"}], ids=["no cookie", "a cookie"])
def test_a_paper_code_pressed_twice_leads_to_the_same_honest_list(client, live, earlier):
    code, _ = codes.issue_code(files.author_of(live.file_id), by=None)
    client.cookies.load(earlier)

    answers = [client.post("/stop/", {"code": code}, follow=True) for _ in range(2)]
    first, again = map(what_it_says, answers)

    assert [len(answer.redirect_chain) for answer in answers] == [len(earlier), 1]
    assert again == first
    assert "On our own website" in first
    assert StopCase.objects.count() == 1
