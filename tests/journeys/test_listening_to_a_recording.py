"""Listen plays the recording where there is one, and says the rest with the device's own voice. No database needed."""

import json

import pytest
from django.template import engines
from playwright.sync_api import Page, expect

from tests.journeys.test_desk_scripts import HOUSE, ORGANISATION, VOICE, WALL, Server

SCREEN = """
{% extends "layout/desk.html" %}{% load static %}
{% block main %}
{% include "components/step_header.html" with question="What we ask you" only %}
<audio controls preload="none" data-reads="notice" src="/read-aloud/1/"></audio>
<div id="notice"><h2>What is this?</h2><p>We ask you.</p></div>
<p>Nothing is decided yet.</p>
{% endblock %}
"""
SPEAKS = VOICE.replace("window.said.push(one.text)", "{ window.said.push(one.text); one.onend?.(); }")
PLAYS = """
HTMLMediaElement.prototype.play = function () {
    window.said.push(this.getAttribute("src"));
    return COMES ? Promise.resolve() : Promise.reject(new DOMException("No line", "NetworkError"));
};
"""
BEFORE, AFTER = ["What we ask you"], ["Nothing is decided yet."]
RECORDED, WORDS = ["/read-aloud/1/"], ["What is this?", "We ask you."]


@pytest.mark.parametrize(
    ("local", "comes", "first", "then"),
    [
        (True, True, BEFORE + RECORDED, BEFORE + RECORDED + AFTER),
        (False, True, RECORDED, RECORDED),
        (True, False, BEFORE + RECORDED + WORDS + AFTER, None),
    ],
    ids=["voice and recording", "no voice", "the line is broken"],
)
def test_a_recording_is_played_in_the_place_of_its_words(page: Page, *, local, comes, first, then):
    page.add_init_script(
        SPEAKS.replace("LOCAL", json.dumps(local)) + PLAYS.replace("COMES", json.dumps(comes))
    )
    page.route(f"{HOUSE}/**", Server())
    html = engines["django"].from_string(SCREEN).render({"organisation": ORGANISATION})
    page.route(
        f"{HOUSE}/screen/", lambda route: route.fulfill(body=html, content_type="text/html", headers=WALL)
    )
    page.goto(f"{HOUSE}/screen/")

    page.get_by_role("button", name="Listen").click()
    page.wait_for_function("length => window.said.length >= length", arg=len(first))

    assert page.evaluate("window.said") == first
    if then is not None:
        expect(page.get_by_role("button", name="Stop listening")).to_be_visible()
        page.evaluate("document.querySelector('audio').dispatchEvent(new Event('ended'))")
        assert page.evaluate("window.said") == then
    expect(page.get_by_role("button", name="Listen", exact=True)).to_be_visible()


EVERYTHING = """
{% extends "layout/desk.html" %}
{% block main %}
{% include "components/step_header.html" with question="Are these your answers?" only %}
<dl><dt>Our website</dt><dd>Yes</dd></dl>
<ul><li>The newsletter <button>Take this one away</button></li><li><a href="/">Read them</a><p>No name</p></li></ul>
<details><summary>Why do we ask?</summary><p>Not heard.</p></details>
<details open><summary>How long?</summary><p>A year.</p></details>
<nav><p>Not heard.</p></nav><nav data-heard><ul><li><a href="/">Stop everything</a></li></ul></nav>
<p class="unseen">Not heard.</p><p aria-hidden="true">Not heard.</p><p hidden>Not heard.</p>
<h2><label for="one">A line</label></h2><input id="one"><button>This is my first yes</button>
{% endblock %}
"""


def test_all_that_can_be_seen_is_heard_once_with_answers_links_and_buttons(page: Page):
    page.add_init_script(SPEAKS.replace("LOCAL", "true"))
    page.route(f"{HOUSE}/**", Server())
    html = engines["django"].from_string(EVERYTHING).render({"organisation": ORGANISATION})
    page.route(
        f"{HOUSE}/screen/", lambda route: route.fulfill(body=html, content_type="text/html", headers=WALL)
    )
    page.goto(f"{HOUSE}/screen/")

    page.get_by_role("button", name="Listen").click()

    assert page.evaluate("window.said") == [
        "Are these your answers?",
        "Our website",
        "Yes",
        "The newsletter Take this one away",
        "Read them",
        "No name",
        "Why do we ask?",
        "How long?",
        "A year.",
        "Stop everything",
        "A line",
        "This is my first yes",
    ]
