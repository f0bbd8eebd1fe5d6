"""Every colour that stands on another can be read, in light and dark, with any two colours that may be chosen."""

import re
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from home.public.sheet import PARTS
from people import contrast

DESK = (
    "been",
    "demo",
    "desk",
    "desk-story",
    "forms",
    "private-reading",
    "quote",
    "rights",
    "speakers",
    "takes",
)
SCHEMES = ("light", "dark")
PAPERS = ("paper", "sand", "sand-deep")
LONG_READING = [("ink", ground) for ground in (*PAPERS, "added", "struck", "found")] + [("paper", "ink")]
"""What is read for minutes: 7 to 1."""
SHORT = [
    *product(("ink-soft",), PAPERS),
    *product(("accent", "link"), ("paper", "sand")),
    ("on-accent", "accent"),
]
"""Labels, links and buttons: 4.5 to 1."""
SIGNS = [*product(("edge",), ("paper", "sand")), *product(("focus",), PAPERS)]
"""Borders of what can be used, and the ring of the focus: 3 to 1."""
CHOSEN = {"ember": ("accent", "on-accent"), "water": ("link",)}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("pairs", "least"), [(LONG_READING, 7), (SHORT, 4.5), (SIGNS, 3)])
def test_the_house_colours_can_be_read(scheme: str, pairs, least: float):
    colours = tokens(scheme)
    measured = {pair: contrast.ratio(colours[pair[0]], colours[pair[1]]) for pair in pairs}

    assert {pair: round(found, 2) for pair, found in measured.items() if found < least} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", CHOSEN)
def test_whatever_two_colours_may_be_chosen_can_be_read(name: str, scheme: str):
    pairs = [pair for pair in SHORT if set(pair) & set(CHOSEN[name])]
    weakest = dict.fromkeys(pairs, (21.0, ""))
    for colour in allowed(name):
        colours = tokens(scheme, **{name: colour})
        for pair in pairs:
            found = contrast.ratio(colours[pair[0]], colours[pair[1]])
            weakest[pair] = min(weakest[pair], (found, colour))

    assert len(list(allowed(name))) > 200
    assert {pair: found for pair, found in weakest.items() if found[0] < 4.5} == {}


def test_a_pair_that_is_too_pale_would_be_seen():
    assert contrast.ratio(tokens("light")["line"], tokens("light")["paper"]) < 3


def test_the_dark_is_mixed_as_the_form_reckons():
    words = read("tokens")

    for name, (share, light) in contrast.IN_THE_DARK.items():
        assert f"color-mix(in srgb, var(--{name}) {share:.0%}, {light})" in words
    assert {tokens("light")[name] for name in ("paper", "sand", "on-accent")} == set(contrast.LIGHT)
    assert {tokens("dark")[name] for name in ("paper", "sand")} == set(contrast.DARK)


def test_no_style_uses_a_letter_colour_or_a_ground_that_is_not_measured():
    letters = {pair[0] for pair in LONG_READING + SHORT}
    grounds = {pair[1] for pair in LONG_READING + SHORT}
    met_letters, met_grounds, met_others = set(), set(), {}
    for name in {*PARTS, *DESK}:
        words = re.sub(r"@media (print|\(forced-colors: active\)) \{.*?\n\}", "", read(name), flags=re.DOTALL)
        met_letters |= set(re.findall(r"(?<![-\w])color: var\(--([-\w]+)\)", words))
        met_grounds |= set(re.findall(r"background(?:-color)?: var\(--([-\w]+)\)", words))
        if own := re.findall(
            r"(?<![-\w])(?:color|background(?:-color)?): (#\w+|rgb[^;]+|[a-z]+)(?=;)", words
        ):
            met_others[name] = sorted(set(own) - {"inherit", "transparent", "none"})

    assert met_letters <= letters
    assert met_grounds <= grounds
    assert {name: own for name, own in met_others.items() if own} == {
        "tokens": ["#FFF"]
    }  # the page one leaves


def test_the_browsers_own_frame_has_the_colour_of_the_paper():
    frame = Path("templates/layout/public.html").read_text(encoding="utf-8")

    assert re.findall(r'content="(#\w{6})"', frame) == [tokens(scheme)["paper"] for scheme in SCHEMES]


@cache
def allowed(name: str) -> tuple[str, ...]:
    """Colours an organisation may choose: those of a close net over all that there are."""
    steps = range(0, 256, 15)
    net = (f"#{red:02X}{green:02X}{blue:02X}" for red, green, blue in product(steps, steps, steps))
    return tuple(colour for colour in net if not contrast.complaint(colour, name=name))


def tokens(scheme: str, **chosen: str) -> dict[str, str]:
    """The colours of a scheme by name, with what points at another followed to its end."""
    words = read("tokens")
    dark = words.index("@media (prefers-color-scheme: dark)")
    found = _colours(words[:dark])
    if scheme == "dark":
        found |= _colours(words[dark : words.index("@supports")])
    found |= chosen
    for name, (token, *_) in CHOSEN.items():
        share, light = contrast.IN_THE_DARK[name]
        found[token] = contrast.mixed(found[name], light, share) if scheme == "dark" else found[name]
    return {name: _end(value, found) for name, value in found.items()}


def _colours(words: str) -> dict[str, str]:
    return dict(re.findall(r"--([-\w]+): (#[0-9A-Fa-f]{6}|var\(--[-\w]+\));", words))


def _end(value: str, found: dict[str, str]) -> str:
    while value.startswith("var("):
        value = found[value.removeprefix("var(--").removesuffix(")")]
    return value


@cache
def read(name: str) -> str:
    return Path(str(finders.find(f"css/{name}.css"))).read_text(encoding="utf-8")
