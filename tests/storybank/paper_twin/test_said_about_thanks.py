"""What is said of thanks before the ask stands on the sheets just as on the screen, and only while it is asked."""

import pytest
from django.test import Client

from storybank.paper_twin.making import make_pack
from storybank.paper_twin.sheet_words import Words
from storybank.thanks import giving, promising
from tests.factories import people, stories
from tests.storybank.paper_twin.reading import pages

pytestmark = pytest.mark.django_db
SAME = "It is yours because we ask you. Yes, no or not now: it is the same."


@pytest.mark.parametrize(
    ("kind", "pence", "what"),
    [("voucher", 1250, "A voucher for £12.50"), ("payment", 2000, "£20 in money")],
)
def test_the_sheets_say_of_thanks_what_the_screen_says_until_they_say_no_thank_you(kind, pence, what):
    supporter = people.a_supporter()
    dee = stories.an_author(supporter=supporter)
    page = stories.a_shared_story(dee)
    thanks = promising.promise(page.file_id, kind=kind, pence=pence, by=supporter)
    stories.asked(page, "website")
    client = Client()
    client.force_login(dee.user)
    screen = " ".join(client.get(f"/my/stories/{page.file.uid}/choices/").content.decode().split())
    desk = " ".join(client.get("/my/thanks/").content.decode().split())

    said = " ".join(" ".join(pages(make_pack(dee, page=page).pdf)).split())
    giving.decline(thanks, person=dee)
    later = " ".join(" ".join(pages(make_pack(dee, page=page).pdf)).split())

    for words in ("Thanks for your time", what, SAME):
        assert (words in screen, words in said, words in later) == (True, True, False)
    advice = Words("en")["thanks_advice"]
    assert (advice in desk, advice in said) == (True, True)
