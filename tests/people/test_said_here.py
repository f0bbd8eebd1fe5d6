"""Words of ours on a page: in its language where we have them, and else with the mark of theirs."""

import pytest
from django.template import Context, Template
from django.utils import translation

from people.models import Region, Theme
from people.said_here import marked, name_here, said_here

VISITS = Theme(name="Visits", name_cy="Ymweliadau")


@pytest.mark.parametrize(
    ("page", "agreed", "words", "tongue"),
    [
        ("en", "", "Visits", ""),
        ("cy", "", "Ymweliadau", ""),
        ("cy", "Visits", "Ymweliadau", ""),
        ("cy", "Visiting", "Visiting", "en"),
        ("en", "Visiting", "Visiting", ""),
    ],
)
def test_a_name_stands_in_the_language_of_the_page_unless_another_was_agreed(page, agreed, words, tongue):
    with translation.override(page):
        said = name_here(VISITS, agreed=agreed)

    assert (str(said), said.tongue) == (words, tongue)


def test_a_name_without_a_welsh_one_says_that_it_is_english():
    with translation.override("cy"):
        assert marked(name_here(Region(name="North <West>"))) == '<span lang="en">North &lt;West&gt;</span>'


@pytest.mark.parametrize(
    ("page", "words", "shown"),
    [
        ("en", "Our website", "Our website"),
        ("cy", "Our website", "Ein gwefan"),
        ("cy", "Our <own> radio", '<span lang="en">Our &lt;own&gt; radio</span>'),
        ("en", "Our <own> radio", "Our &lt;own&gt; radio"),
        ("cy", "", ""),
    ],
)
def test_a_label_is_looked_up_and_what_staff_wrote_stands_as_it_is(page, words, shown):
    with translation.override(page):
        made = Template("{% load tongue %}{{ words|said_here }}").render(Context({"words": words}))

    assert made == shown


def test_nothing_is_said_for_nothing():
    with translation.override("cy"):
        assert said_here("") == ""
