"""One renderer for every road out: the frozen words, as far as the yes for that very use goes, or nothing."""

import json
from datetime import timedelta

import pytest
from wagtail.models import Revision

from consent import policy
from consent.domain.acts import answering, asking
from consent.domain.record.shown import Shown
from consent.domain.stop import stopping
from consent.enums import Answer, IdentityLevel, PlaceDetail, TimeDetail
from consent.models import Clearance, Permission
from people import clock, keyring
from storybank.domain.reading import reading, reading_of_edition
from storybank.models import StoryPage
from tests.factories import stories

pytestmark = pytest.mark.django_db

WORDS = "{name} kept the kettle on in {place}, {when}."
WEB = {
    "identity": IdentityLevel.N3,
    "shown": Shown(name="Robin", place="the North", when="in the winter of 2019"),
    "place": PlaceDetail.REGION,
    "time": TimeDetail.SEASON,
}
PACK = {
    "identity": IdentityLevel.N5,
    "shown": Shown(name="Dee Marlow", place="Eastmere", when="in January 2019"),
    "place": PlaceDetail.TOWN,
    "time": TimeDetail.MONTH,
}


@pytest.fixture
def author():
    return stories.an_author("Dee")


@pytest.fixture
def story(author):
    return agreed(author, {"website": WEB, "ministers": PACK})


def agreed(author, answers) -> StoryPage:
    """A story whose author has said yes twice, to each use in its own way."""
    with clock.at(clock.now() - stories.LONG_AGO):
        page = stories.a_frozen_story(author, uses=tuple(answers), happened=WORDS)
        stories.told(page, author)
        for permission in asking.open_asks(author.pk, page.file_id):
            terms = answers[permission.use.slug]
            answering.answer(permission, person=author, answer=Answer.YES, **terms)
    stories.confirmed(page)
    return StoryPage.objects.get(pk=page.pk)


def first_words(found):
    return found and found.body[0].text


def test_one_version_shows_a_chosen_name_on_the_website_and_a_full_name_to_a_minister_at_once(story, client):
    on_the_web = client.get(f"/stories/{story.slug}/").content.decode()
    web = reading_of_edition(story.edition_id, use="website")
    pack = reading_of_edition(story.edition_id, use="ministers")

    assert (web.byline, first_words(web)) == (
        "Robin",
        "Robin kept the kettle on in the North, in the winter of 2019.",
    )
    assert (pack.byline, first_words(pack)) == (
        "Dee Marlow",
        "Dee Marlow kept the kettle on in Eastmere, in January 2019.",
    )
    assert ("Robin" in on_the_web, "Marlow" in on_the_web, "Eastmere" in on_the_web) == (True, False, False)


def test_a_pack_never_joins_the_full_name_to_the_page_with_the_chosen_one(story):
    pack = reading_of_edition(story.edition_id, use="ministers")
    web = reading_of_edition(story.edition_id, use="website")

    assert (pack.url, pack.published_day) == ("", None)
    assert web == reading(story)


def test_values_for_a_use_that_is_not_public_lie_sealed(story):
    rows = {row.use_slug: row.slots for row in Clearance.objects.filter(edition=story.edition_id)}

    assert rows["ministers"] == {}
    assert rows["website"]["name"] == "Robin"


def test_a_use_nobody_said_yes_to_shows_nothing(story):
    assert reading_of_edition(story.edition_id, use="funders") is None
    assert reading_of_edition(None, use="website") is None
    assert reading_of_edition(0, use="website") is None


def test_a_stop_of_one_use_leaves_the_other(story, author):
    stopping.stop(author, use="ministers")

    assert reading_of_edition(story.edition_id, use="ministers") is None
    assert first_words(reading_of_edition(story.edition_id, use="website")) is not None


def test_by_the_clock_alone_it_ends(story):
    end = Clearance.objects.get(edition=story.edition_id, use_slug="ministers").valid_until

    before = reading_of_edition(story.edition_id, use="ministers", at=end - timedelta(seconds=1))
    after = reading_of_edition(story.edition_id, use="ministers", at=end)

    assert (first_words(before) is None, after) == (False, None)


def test_what_is_written_into_the_page_later_is_not_what_a_pack_shows(story):
    stories.edited(story, title="Quite another", body=["Quite other words."])
    StoryPage.objects.filter(pk=story.pk).update(title="Quite another")

    assert reading_of_edition(story.edition_id, use="ministers").title == "The kettle"


def test_frozen_bytes_that_were_changed_are_shown_for_no_use(story):
    frozen = Revision.objects.filter(object_id=str(story.pk)).get(pk=story.story_editions.get().revision_id)
    content = frozen.content | {"title": "The kettle!"}

    Revision.objects.filter(pk=frozen.pk).update(content=content)

    uses = ("website", "ministers")
    assert [reading_of_edition(story.edition_id, use=use) for use in uses] == [None, None]


def test_a_value_changed_in_its_row_is_shown_to_nobody(story):
    row = Permission.objects.get(edition=story.edition_id, use__slug="ministers")
    sealed = keyring.seal(row.file.uid, json.dumps({"name": "Somebody", "place": "", "when": ""}))
    Permission.objects.filter(pk=row.pk).update(shown_sealed=sealed)
    Clearance.objects.filter(edition=story.edition_id, use_slug="website").update(
        slots={"name": "Somebody", "place": "", "when": ""}
    )

    uses = ("website", "ministers")
    assert [reading_of_edition(story.edition_id, use=use) for use in uses] == [None, None]


def test_when_the_key_is_gone_only_the_gate_remembers(story):
    keyring.shred(story.file.uid)

    assert reading_of_edition(story.edition_id, use="ministers") is None
    assert policy.may_use(story.edition_id, "ministers", clock.now()).allowed
