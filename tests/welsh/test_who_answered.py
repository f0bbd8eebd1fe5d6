"""Whoever answered or promised something is called by their name in their language, also where a page is in another."""

from datetime import date

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from storybank.answers.counting import Changed
from storybank.answers.showing import ShownAnswer, ShownPromise, WhatCame
from storybank.answers.standing import State

DAY, WHO = date(2026, 11, 2), "The office <for> calls"
SAFE = "The office &lt;for&gt; calls"


@pytest.mark.parametrize(
    ("page", "theirs", "named"),
    [
        ("en", "en", SAFE),
        ("cy", "cy", SAFE),
        ("cy", "en", f'<span lang="en">{SAFE}</span>'),
        ("en", "cy", f'<span lang="cy">{SAFE}</span>'),
    ],
)
def test_a_name_says_its_language_where_the_page_is_in_another(page, theirs, named):
    answer = ShownAnswer(WHO, "We have.", DAY, theirs)
    promise = ShownPromise(WHO, "We will.", DAY, None, theirs, State.PROMISED)
    kept = Changed(DAY, WHO, "We will.", theirs, "/stories/s-1/")

    with override(page):
        beside = render_to_string("components/answers.html", {"came": WhatCame((answer,), (promise,))})
        line = {"iso": kept.iso, "when": kept.when, "kept": kept}
        front = render_to_string("home/front/changed.html", {"part": {"it": {"lines": [line]}}})

    assert beside.count(f"<bdi>{named}</bdi>") == 2
    assert front.count(f"<bdi>{named}</bdi>") == 1
