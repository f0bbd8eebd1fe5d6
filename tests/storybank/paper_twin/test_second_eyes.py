"""Whoever compares sheets compares what counts, and never what they typed in themselves, also not by a link."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from consent.domain.care import holding
from consent.enums import HoldReason, State
from people import clock
from people.models import OneUseLink, OutboxMessage
from storybank.domain.paper_packs import printed_on
from storybank.models import PaperPack
from storybank.models.paper_pack import PackState
from storybank.paper_twin import checking
from storybank.paper_twin.making import make_blank_packs
from tests.factories import stories
from tests.storybank.paper_twin.sheets_back import printed
from tests.storybank.paper_twin.steps import at, items, sheets, states
from tests.storybank.paper_twin.test_scans import a_picture

pytestmark = pytest.mark.django_db


def typed(client, pack, *, pages=True, **said):
    if pages:
        client.post(at("scans", pack.code), {"scans": SimpleUploadedFile("a.jpg", a_picture())})
    return client.post(at("enter", pack.code), sheets(**said))


def the_link(told: str) -> str:
    return re.search(r"/check-sheets/[^<\s]+", told)[0]


def compared(client, address):
    looked = client.get(address).content.decode()
    return client.post(address, dict.fromkeys(re.findall(r'name="(item-[^"]+)"', looked), "same"))


@pytest.mark.parametrize("anew", ["typed", "scanned"])
def test_what_was_put_there_while_somebody_looked_does_not_count(priya, ama, dee, page, pack, anew):
    typed(priya, pack)
    looked = dict.fromkeys(items(ama, pack), "same")
    if anew == "typed":
        priya.post(at("enter", pack.code), sheets(**{"website-name": "Cassandra"}))
    else:
        priya.post(at("scans", pack.code), {"scans": SimpleUploadedFile("b.jpg", a_picture())})

    refused = ama.post(at("check", pack.code), looked)
    before = states(dee, page)["website"]
    ama.post(at("check", pack.code), dict.fromkeys(items(ama, pack), "same"))

    assert (refused.status_code, "while you looked" in refused.content.decode()) == (422, True)
    assert (before, states(dee, page)["website"]) == (State.REQUESTED, State.COOLING)


def test_who_typed_it_in_never_holds_the_link(priya, dee, page, pack):
    typed(priya, pack)

    alone = priya.post(at("link", pack.code), {"for_whom": "Bea"}, follow=True).content.decode()
    ours = priya.post(
        at("link", pack.code), {"for_whom": "Bea", "email": priya.user.email or "x"}, follow=True
    ).content.decode()
    none_yet = OneUseLink.objects.count()
    sent = priya.post(at("link", pack.code), {"for_whom": "Bea", "email": "bea@trust.example"}, follow=True)
    outsider = Client()
    address = the_link(OutboxMessage.objects.get(event="consent/outsider_check").body)
    done, again = compared(outsider, address), outsider.get(address)

    assert "Write their e-mail address" in alone
    assert "/check-sheets/" not in alone + ours + sent.content.decode()
    assert (none_yet, "on its way" in sent.content.decode()) == (0, True)
    assert (done.status_code, again.status_code) == (200, 404)
    assert states(dee, page)["website"] == State.COOLING


@pytest.mark.parametrize(("answer", "in_the_end"), [("yes", State.COOLING), ("no", State.REFUSED)])
def test_nothing_counts_without_a_page_and_a_yes_and_a_no_read_the_same(
    priya, ama, dee, page, pack, answer, in_the_end
):
    typed(priya, pack, pages=False, **{"use_website-answer": answer})
    warned = priya.get(at("pack", pack.code)).content.decode()
    refused = ama.post(at("check", pack.code), dict.fromkeys(items(ama, pack), "same"))
    before = states(dee, page)["website"]
    priya.post(at("scans", pack.code), {"scans": SimpleUploadedFile("a.jpg", a_picture())})
    ama.post(at("check", pack.code), dict.fromkeys(items(ama, pack), "same"))

    assert "Scan the pages first" in warned
    assert (refused.status_code, checking.NO_PAGES in refused.content.decode()) == (422, True)
    assert (before, states(dee, page)["website"]) == (State.REQUESTED, in_the_end)


def test_a_stop_slip_without_a_page_stops(priya, dee):
    live = stories.a_live_story(dee)
    slip = printed(dee, live)

    priya.post(at("slip"), {"number": slip.code, "which": "0"})

    assert (slip.scans.count(), states(dee, live)) == (0, {"website": State.WITHDRAWN})


def test_nobody_outside_compares_without_pages(priya, pack):
    typed(priya, pack, pages=False)

    told = priya.post(at("link", pack.code), {"for_whom": "Bea", "email": "bea@trust.example"}, follow=True)

    assert "Scan the pages first" in told.content.decode()
    assert OneUseLink.objects.count() == 0


def test_a_link_ends_when_it_is_typed_anew_and_rests_while_the_story_rests(priya, dee, page, pack):
    typed(priya, pack)
    priya.post(at("link", pack.code), {"for_whom": "Bea", "email": "bea@trust.example"})
    address = the_link(OutboxMessage.objects.get(event="consent/outsider_check").body)
    outsider = Client()
    open_now = outsider.get(address).status_code, outsider.get(f"{address}1/").status_code

    hold = holding.hold(page.file, reason=HoldReason.OTHER, by=priya.user)
    rests = outsider.get(address).status_code, outsider.get(f"{address}1/").status_code
    holding.release(hold, by=priya.user)
    goes_on = outsider.get(address).status_code
    priya.post(at("enter", pack.code), sheets())

    assert (open_now, rests, goes_on) == ((200, 200), (404, 404), 200)
    assert outsider.get(address).status_code == 404


def test_blank_sheets_put_down_to_the_wrong_person_are_nobodys_again(priya, ama, dee, pack):
    blank = make_blank_packs(1).packs[0]
    priya.post(at("act", blank.code), {"act": "theirs", "person": dee.pk})
    priya.post(at("scans", blank.code), {"scans": SimpleUploadedFile("a.jpg", a_picture())})
    lined = {"told_on": clock.today().isoformat(), "overheard": "no", "copy_left": "yes", "people": "no"}
    priya.post(at("enter", blank.code), lined | {"story": "Somebody else's words."})
    waited = PaperPack.objects.get(pk=blank.pk).state
    looked = dict.fromkeys(items(ama, blank), "same")

    priya.post(at("act", blank.code), {"act": "not_theirs"})
    too_late = ama.post(at("check", blank.code), looked).status_code
    priya.post(at("act", pack.code), {"act": "not_theirs"})

    blank.refresh_from_db()
    assert (waited, blank.state, blank.person) == (PackState.ENTERED, PackState.PRINTED, None)
    assert (bytes(blank.entry_sealed), blank.scans.count(), too_late) == (b"", 0, 403)
    assert printed_on(blank)["code"] == blank.code
    assert PaperPack.objects.get(pk=pack.pk).person == dee


def test_whoever_compares_blank_sheets_reads_whose_they_were_put_down_as(priya, ama, dee, pack):
    blank = make_blank_packs(1).packs[0]
    priya.post(reverse("paper:act", args=[blank.code]), {"act": "theirs", "person": dee.pk})
    typed(priya, blank, story="I kept the kettle.", title="The kettle")
    typed(priya, pack)

    was_blank, was_theirs = (ama.get(at("check", one.code)).content.decode() for one in (blank, pack))

    line = f"put them down to <strong>{dee.called} ({dee.code})</strong>"
    assert [line in " ".join(page.split()) for page in (was_blank, was_theirs)] == [True, False]
