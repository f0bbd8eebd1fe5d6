"""The staff's screens for sheets on paper: laid out as the paper, only for who may, nothing half-kept, nothing lost."""

import re

import pytest
from django.urls import reverse

from consent.domain.acts.choices import choices_of
from consent.enums import IdentityLevel, State
from storybank.domain.paper_packs import typed_from
from storybank.models import PaperPack, StoryPage
from storybank.models.paper_pack import PackState
from storybank.paper_twin.making import make_blank_packs
from tests.factories import people, stories
from tests.storybank.paper_twin.conftest import signed_in
from tests.storybank.paper_twin.reading import pages
from tests.storybank.paper_twin.sheets_back import printed, scanned
from tests.storybank.paper_twin.steps import at, items, sheets, states

pytestmark = pytest.mark.django_db
NOT_THERE = 403
"""What is not there and what is not theirs meet the same wall."""


def test_sheets_are_printed_from_a_persons_page_and_from_a_storys(priya, dee, page):
    shown = priya.get(reverse("work:story", args=[page.pk])).content.decode()
    of_story = priya.post(at("for_story", page.pk), {"no_name": "1"})
    of_person = priya.post(at("for_person", dee.pk), {"card": "1"})

    assert at("for_story", page.pk) in shown
    assert [answer["Content-Type"] for answer in (of_story, of_person)] == ["application/pdf"] * 2
    assert "1. Our website" in " ".join(pages(of_story.content))
    assert re.search(r"\d{4} \d{4} \d{4} \d{4}", " ".join(pages(of_person.content)))
    assert 'filename="sheets.pdf"' in of_story["Content-Disposition"]


def test_blank_sheets_for_a_table_and_nonsense_for_their_number(priya):
    made = priya.post(at("blank"), {"number": "3", "language": "cy"})

    assert made["Content-Type"] == "application/pdf"
    assert PaperPack.objects.filter(language="cy", person=None).count() == 3
    for number in ("0", "31", "", "-1", "1e9", "\x00", "９"):
        assert priya.post(at("blank"), {"number": number}).status_code == 302
    assert PaperPack.objects.count() == 3


def test_typed_in_by_one_and_compared_by_another_it_counts(priya, ama, dee, page, pack):
    sent = priya.post(at("enter", pack.code), sheets())
    scanned(pack)
    before = states(dee, page)
    said = dict.fromkeys(items(ama, pack), "same")
    done = ama.post(at("check", pack.code), said)

    assert (sent.status_code, done.status_code) == (302, 302)
    assert before == {"website": State.REQUESTED, "newspapers": State.REQUESTED}
    assert states(dee, page) == {"website": State.COOLING, "newspapers": State.DEFERRED}
    (website,) = [one for one in choices_of(dee, page.file_id) if one.use.slug == "website"]
    assert (website.identity, website.name) == (IdentityLevel.N3, "Cass")


def test_one_item_that_is_not_the_same_sends_it_back_with_the_reason_and_it_can_be_mended(
    priya, ama, dee, page, pack
):
    priya.post(at("enter", pack.code), sheets())
    said = dict.fromkeys(items(ama, pack), "same") | {"item-use-website": "other"}

    without = ama.post(at("check", pack.code), said)
    done = ama.post(at("check", pack.code), said | {"why": "They wrote Cas."})
    back = priya.get(at("pack", pack.code)).content.decode()
    again = priya.get(at("enter", pack.code)).content.decode()

    assert (without.status_code, done.status_code) == (422, 302)
    assert "Write what is not the same" in without.content.decode()
    assert "They wrote Cas." in back
    assert 'value="Cass"' in again
    assert states(dee, page) == {"website": State.REQUESTED, "newspapers": State.REQUESTED}


def test_an_item_that_nobody_looked_at_stops_the_check(ama, priya, pack):
    priya.post(at("enter", pack.code), sheets())
    said = dict.fromkeys(items(ama, pack)[1:], "same")

    answer = ama.post(at("check", pack.code), said)

    assert (answer.status_code, "each item" in answer.content.decode()) == (422, True)
    assert PaperPack.objects.get().state == PackState.ENTERED


def test_who_typed_it_in_finds_nothing_to_check(priya, pack):
    priya.post(at("enter", pack.code), sheets())

    assert priya.get(at("check", pack.code)).status_code == NOT_THERE
    assert "Nothing waits for you" in priya.get(at("index")).content.decode()


def test_a_story_typed_from_lined_sheets(priya, ama, dee):
    pack = printed(dee)
    typed = {
        name: value
        for name, value in sheets().items()
        if not name.startswith(("use_", "website", "pen", "under"))
    }

    scanned(pack)
    priya.post(at("enter", pack.code), typed | {"title": "The kettel", "story": "I kep it on."})
    done = ama.post(at("check", pack.code), dict.fromkeys(items(ama, pack), "same"))

    words = StoryPage.objects.get().get_latest_revision_as_object()
    assert done.status_code == 302
    assert (words.title, [str(block.value) for block in words.body]) == ("The kettel", ["I kep it on."])


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"told_on": ""}, "Write the day"),
        ({"told_on": "31/31/2026"}, "Write a day that exists"),
        ({"told_on": "2999-01-01"}, "still to come"),
        ({"overheard": ""}, "Choose yes or no"),
        ({"overheard": "yes"}, "An officer could hear"),
        ({"website-name": "…"}, "Write the name they want shown."),
        ({"website-identity": "1"}, "Choose one of these for their name."),
        ({"use_newspapers-answer": ""}, "Choose yes, no or not now."),
        ({"use_newspapers-answer": "maybe"}, "Select a valid choice"),
        ({"people": "yes"}, "Write who is in it"),
        ({"website-name": "a\x00"}, "Null characters"),
        ({"pen-b0": "Another text."}, "changed words and ticked boxes"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(priya, pack, change, why):
    answer = priya.post(at("enter", pack.code), sheets(present="her sister 🫖") | change)

    assert (answer.status_code, why in answer.content.decode()) == (422, True)
    assert "her sister 🫖" in answer.content.decode()
    assert bytes(PaperPack.objects.get().entry_sealed) == b""


def test_a_yes_and_a_no_look_the_same_in_every_list(priya, ama, dee):
    seen = []
    for answer in ("yes", "no"):
        page = stories.a_frozen_story(dee, title=f"The {answer}", happened=stories.KETTLE)
        pack = printed(dee, page)
        typed = sheets(**{"use_website-answer": answer, "pen-title": f"The {answer}"})
        typed.pop("use_newspapers-answer")
        scanned(pack)
        priya.post(at("enter", pack.code), typed)
        ama.post(at("check", pack.code), dict.fromkeys(items(ama, pack), "same"))
        shown = priya.get(at("pack", pack.code)).content.decode()
        body = shown[shown.index("<dl") : shown.index("</dl>")]
        seen.append(re.sub(rf"{pack.said}|{pack.code}|{page.code}|/{page.pk}/", "", body))
        PaperPack.objects.all().delete()

    assert seen[0] == seen[1]
    assert "Counted" in seen[0]


def test_somebody_elses_pack_an_unknown_one_and_nonsense_are_the_same(priya, pack):
    zed = signed_in(people.a_supporter(first_name="Zed"))

    for code in (pack.code, "22222222", "🙂", "x" * 200):
        for name in ("pack", "enter", "check", "again"):
            assert zed.get(at(name, code)).status_code == NOT_THERE
    assert priya.get(at("pack", pack.code)).status_code == 200


def test_the_list_finds_sheets_by_their_number(priya, pack):
    found = priya.get(at("index"), {"number": f" {pack.said.lower()} "})
    lost = priya.get(at("index"), {"number": "nonsense"})

    assert found["Location"] == at("pack", pack.code)
    assert "No pack of your people" in lost.content.decode()


def test_who_typed_has_it_told_where_it_stands_when_the_words_changed(priya, dee, page, pack):
    stories.edited(page, title="Another", by=priya.user)

    shown = priya.get(at("pack", pack.code)).content.decode()
    stale = priya.post(at("enter", pack.code), sheets(), follow=True).content.decode()

    assert "The words have changed since it was printed" in shown
    assert "nothing to type in here now" in stale
    assert typed_from(PaperPack.objects.get()) == {}


def test_the_list_asks_no_more_for_many_packs_than_for_one(priya, dee, pack, django_assert_max_num_queries):
    def asked() -> int:
        with django_assert_max_num_queries(200) as found:
            priya.get(at("index"))
        return len(found.captured_queries)

    asked()
    one = asked()
    for _ in range(4):
        make_blank_packs(2)

    assert asked() == one
