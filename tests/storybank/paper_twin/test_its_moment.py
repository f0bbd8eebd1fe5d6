"""Whoever answers on paper reads on the slip of the second yes that nobody can know when it goes up."""

import pytest

from consent.enums import IdentityLevel
from storybank.paper_twin.asking import questions_for
from storybank.paper_twin.sheet_words import Words
from storybank.paper_twin.sheets import sheets_of
from tests.factories import stories

pytestmark = pytest.mark.django_db

TOLD = {
    "en": (
        "It goes up by itself in the 72 hours after we count your yes. Chance picks the moment, so nobody can tell"
        " from the time that it is yours."
    ),
    "cy": (
        "Bydd i'w weld ohono'i hun o fewn 72 awr ar ôl i ni gyfrif dy ie. Siawns sy'n dewis yr eiliad, felly ni all"
        " neb ddweud wrth yr amser mai dy un di yw."
    ),
}


def on_the_slip(dee, level, language="en"):
    """Use → whether its lines on the slip say it."""
    page = stories.a_frozen_story(dee, uses=("website", "newspapers"))
    stories.answered(page, identity=level, name="" if level < IdentityLevel.N3 else "Cass")
    words = Words(language)
    (website, papers) = sheets_of(questions_for(dee, page), person=dee, words=words)["second"]["lines"]
    return [TOLD[language] in line["lines"] for line in (website, papers)]


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_slip_says_it_of_the_website_to_whoever_is_not_named(language, dee, settings):
    settings.PUBLICATION_WINDOW_HOURS = 72

    assert on_the_slip(dee, IdentityLevel.N2, language) == [True, False]


def test_to_whoever_is_named_it_says_nothing_of_it(dee, settings):
    settings.PUBLICATION_WINDOW_HOURS = 72

    assert on_the_slip(dee, IdentityLevel.N3) == [False, False]


def test_without_a_window_it_says_nothing_of_it(dee):
    assert on_the_slip(dee, IdentityLevel.N2) == [False, False]
