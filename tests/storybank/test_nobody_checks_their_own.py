"""Nobody checks their own work: after a hand-over, with a second sign-in, or by a link for somebody outside.

One table: who they are to the story or the sheets (a row), against every check there is (a column).
"""

import re

import pytest
from django.test import Client

from consent.domain.acts.choosing import Given
from consent.domain.care import files
from consent.domain.written import evidence, verifying
from consent.domain.written.evidence import How
from consent.domain.written.verifying import CannotVerify
from consent.enums import Answer, IdentityLevel, Method
from consent.outsider.links import invite as link_to_an_answer
from people import clock, roles
from people.domain import vault
from people.domain.from_outside import NotFromOutside
from people.domain.handover import hand_over
from people.models import OneUseLink, OutboxMessage, Person
from storybank.domain import checking, outside, sending
from storybank.domain.checking import CannotCheck
from storybank.domain.sending import CannotSend
from storybank.models import SafetyCheck, StoryPage
from storybank.paper_twin import checking as sheets
from storybank.paper_twin.outside_links import invite as link_to_sheets
from tests.factories import people, stories
from tests.storybank.admin.steps import a_filled_form, all_well, at_safety
from tests.storybank.desk.walking import at_the_desk_of
from tests.storybank.paper_twin.sheets_back import printed, ticked, typed_in

pytestmark = pytest.mark.django_db
YES = Given("website", Answer.YES, identity=IdentityLevel.N3, name="Dee")


def both(name):
    """A small charity: one sign-in, both roles."""
    return people.a_member_of_staff(roles.SUPPORTER, roles.SAFEGUARDING, first_name=name)


class House:
    """Priya stands beside Dee and hands her over to Nia; Lou is free of all of it."""

    def __init__(self):
        self.priya, self.nia, self.lou = both("Priya"), both("Nia"), both("Lou")
        self.dees_double, self.cousins_double = both("Dele"), both("Cass")
        self.dee = stories.an_author(supporter=self.priya)
        self.dee.conflicts.add(self.dees_double)

    def with_a_cousin(self, page):
        cousin = people.a_person("Cousin")
        cousin.conflicts.add(self.cousins_double)
        files.add_appearance(page.file, person=cousin, basis="own")
        return page

    def handed_over(self):
        hand_over(from_user=self.priya, to_user=self.nia, by=self.priya)


@pytest.fixture
def house():
    return House()


def waiting(house, *, edited_by=None, ready_by, first_round_by=None):
    page = house.with_a_cousin(stories.a_shared_story(house.dee))
    house.handed_over()
    if edited_by is not None:
        page = stories.edited(page, by=edited_by, title="Other words")
    if first_round_by is not None:
        page = at_safety(page, supporter=first_round_by)
        sending.take_back(page, by=first_round_by)
    return at_safety(StoryPage.objects.get(pk=page.pk), supporter=ready_by)


STORY = {
    "the old one, who edited": ("priya", {"edited_by": "priya", "ready_by": "nia"}, False),
    "the new one, who edited": ("nia", {"edited_by": "nia", "ready_by": "priya"}, False),
    "the old one, who said it was ready": ("priya", {"ready_by": "priya"}, False),
    "the old one, who said so in a round that was taken back": (
        "priya",
        {"first_round_by": "priya", "ready_by": "nia"},
        False,
    ),
    "the author's own second sign-in": ("dees_double", {"ready_by": "nia"}, False),
    "the second sign-in of somebody in it": ("cousins_double", {"ready_by": "nia"}, False),
    "the new one, who did neither": ("nia", {"ready_by": "priya"}, True),
    "somebody free of it": ("lou", {"edited_by": "priya", "ready_by": "nia"}, True),
}


@pytest.mark.parametrize(("who", "before", "may"), STORY.values(), ids=STORY)
def test_the_safety_check_and_its_link_for_outside(house, who, before, may):
    page = waiting(house, **{name: getattr(house, value) for name, value in before.items()})
    who = getattr(house, who)

    if may:
        assert outside.invite(page, by=who, for_whom="Ines, a trustee") != ""
        checking.check(page, by=who, **all_well(page))
        assert SafetyCheck.objects.get().made_by == who
        return
    with pytest.raises(NotFromOutside):
        outside.invite(page, by=who, for_whom="Ines, a trustee")
    with pytest.raises(CannotCheck, match=r"somebody else|too close"):
        checking.check(page, by=who, **all_well(page))
    assert SafetyCheck.objects.count() == 0


@pytest.mark.parametrize(("who", "may"), [("dees_double", False), ("cousins_double", False), ("nia", True)])
def test_the_supporters_check(house, who, may):
    page = house.with_a_cousin(stories.a_shared_story(house.dee))
    sending.send_for_checks(page, by=house.priya)
    house.handed_over()

    if not may:
        with pytest.raises(CannotSend, match="too close"):
            sending.supporter_check(page, by=getattr(house, who), uses=["website"])
    sending.supporter_check(page, by=house.nia, uses=["website"])

    assert sending.waits_for_safety(StoryPage.objects.get(pk=page.pk))


TYPED = {
    "the old one, who typed it": ("priya", "priya", False),
    "the new one, who typed it after the hand-over": ("nia", "nia", False),
    "the author's own second sign-in": ("dees_double", "priya", False),
    "the second sign-in of somebody in it": ("cousins_double", "priya", False),
    "the new one, who did not type it": ("nia", "priya", True),
    "the old one, when the new one typed it": ("priya", "nia", True),
}


def written_down(house, *, by):
    page = house.with_a_cousin(stories.a_frozen_story(house.dee))
    house.handed_over()
    how = How(method=Method.PAPER, happened_at=clock.now(), understood=True)
    return evidence.record_first(page.file, person=house.dee, answers=[YES], how=how, by=by)


def sheets_back(house, *, by):
    page = house.with_a_cousin(stories.a_frozen_story(house.dee))
    pack = printed(house.dee, page)
    house.handed_over()
    return typed_in(pack, ticked(YES), by=by)


@pytest.mark.parametrize(("who", "typist", "may"), TYPED.values(), ids=TYPED)
def test_what_was_written_down_and_its_link_for_outside(house, who, typist, may):
    written = written_down(house, by=getattr(house, typist))
    who = getattr(house, who)

    assert (written in verifying.waiting_for(who)) is may
    if may:
        assert "/confirm/" in link_to_an_answer(written, for_whom="Ines", by=who)
        assert verifying.verify(written, agrees=True, by=who).outcome == "counted"
        return
    with pytest.raises(NotFromOutside, match="may not check this yourself"):
        link_to_an_answer(written, for_whom="Ines", by=who)
    with pytest.raises(CannotVerify, match="Somebody else has to check it"):
        verifying.verify(written, agrees=True, by=who)


@pytest.mark.parametrize(("who", "typist", "may"), TYPED.values(), ids=TYPED)
def test_sheets_that_came_back_and_their_link_for_outside(house, who, typist, may):
    pack = sheets_back(house, by=getattr(house, typist))
    who = getattr(house, who)

    if may:
        assert "/check-sheets/" in link_to_sheets(pack, for_whom="Ines", by=who)
        assert sheets.agree(pack, by=who).checked_by == who
        return
    with pytest.raises(NotFromOutside, match="may not check this yourself"):
        link_to_sheets(pack, for_whom="Ines", by=who)
    with pytest.raises(sheets.CannotCheck, match="Somebody else has to check it"):
        sheets.agree(pack, by=who)


WAYS = ((written_down, link_to_an_answer), (sheets_back, link_to_sheets))


@pytest.mark.parametrize("what", ["an answer", "sheets", "a safety check"])
def test_no_link_goes_to_a_second_letter_box_of_ours_or_to_anybody_it_is_about(house, what):
    house.nia.email = "nia@charity.example"
    house.nia.save()
    if what == "a safety check":
        make, row = outside.invite, waiting(house, ready_by=house.priya)
    else:
        waits, make = WAYS[what == "sheets"]
        row = waits(house, by=house.priya)
    for person in Person.objects.all():
        vault.set_identity(person, email=f"{person.called.lower()}@post.example")

    for address in ("nia+ines@charity.example", "Dee@post.example", "cousin+n@post.example"):
        with pytest.raises(NotFromOutside, match=r"works here|somebody in it"):
            make(row, for_whom="Ines", by=house.lou, email=address)
    none_yet = OneUseLink.objects.count()
    make(row, for_whom="Ines", by=house.lou, email="ines@partner.example")

    assert (none_yet, OneUseLink.objects.count()) == (0, 1)


@pytest.mark.parametrize(("waits", "make"), WAYS)
@pytest.mark.parametrize("address", ["", "NIA@charity.example"])
def test_the_link_goes_straight_to_somebody_who_does_not_work_here(house, address, waits, make):
    row = waits(house, by=house.nia)
    house.nia.email = "nia@charity.example"
    house.nia.save()

    with pytest.raises(NotFromOutside):
        make(row, for_whom="Ines", by=house.nia, email=address)
    assert make(row, for_whom="Ines", by=house.nia, email="ines@partner.example") == ""

    [mail] = OutboxMessage.objects.filter(event="consent/outsider_check")
    assert ("Dee" in mail.subject + mail.body, "story" in mail.subject.lower()) == (False, False)


@pytest.mark.parametrize(("waits", "make"), WAYS)
def test_whoever_is_signed_in_here_is_never_the_eyes_from_outside(house, waits, make):
    address = path_of(make(waits(house, by=house.nia), for_whom="Ines", by=house.lou))
    inside = Client()
    inside.force_login(house.nia)
    shown = inside.get(address).content.decode()
    said = dict.fromkeys(re.findall(r'name="(item-[^"]+)"', shown), "same") | {"agrees": "yes"}

    refused = inside.post(address, said)
    sent = Client().post(address, said)

    assert (refused.status_code, "has to come from outside" in refused.content.decode()) == (422, True)
    assert sent.status_code == 200


@pytest.mark.parametrize("called", ["Dee", "Cousin"])
@pytest.mark.parametrize(("waits", "make"), WAYS)
def test_nor_is_whoever_it_is_about_signed_in_at_their_own_desk(house, called, waits, make):
    address = path_of(make(waits(house, by=house.nia), for_whom="Ines", by=house.lou))
    theirs = next(one for one in Person.objects.all() if one.called == called)
    desk, elsewhere = at_the_desk_of(theirs), at_the_desk_of(people.a_person("Sam"))
    shown = elsewhere.get(address).content.decode()
    said = dict.fromkeys(re.findall(r'name="(item-[^"]+)"', shown), "same") | {"agrees": "yes"}

    refused = desk.post(address, said)
    sent = elsewhere.post(address, said)

    assert (refused.status_code, "somebody in it" in refused.content.decode()) == (422, True)
    assert sent.status_code == 200


def test_nor_for_the_safety_check(house):
    page = waiting(house, edited_by=house.nia, ready_by=house.nia)
    address = path_of(outside.invite(page, by=house.lou, for_whom="Ines"))
    inside, desk = Client(), at_the_desk_of(house.dee)
    inside.force_login(house.nia)

    refused = inside.post(address, a_filled_form(page))
    theirs = desk.post(address, a_filled_form(page))
    sent = Client().post(address, a_filled_form(page))

    assert (refused.status_code, "has to come from outside" in refused.content.decode()) == (422, True)
    assert (theirs.status_code, "somebody in it" in theirs.content.decode()) == (422, True)
    assert (sent.status_code, SafetyCheck.objects.count()) == (200, 1)


def path_of(link):
    return "/" + link.split("/", 3)[3]
