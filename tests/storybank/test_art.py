"""The generated pictures: one seed gives one picture, small, well formed, and nothing but shapes."""

import re
from collections import Counter
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from storybank.art import card, draw, family
from storybank.art_families import FAMILIES

TINTS = ("#9F3A22", "#12504B")
COLOURS = re.compile("#[0-9a-f]{6}")
SEEDS = [f"seed-{n}" for n in range(300)]


def test_the_same_seed_and_tints_give_the_same_picture():
    assert draw("4f7k", tints=TINTS) == draw("4f7k", tints=TINTS)
    assert card("4f7k", TINTS, "The bus that stopped") == card("4f7k", TINTS, "The bus that stopped")


def test_the_drawing_of_a_seed_never_changes_between_versions():
    seeds = ("a", "b", "c", 1, 2, 3)

    assert [family(seed) for seed in seeds] == ["tides", "threads", "steps", "steps", "tides", "tides"]


def test_other_seeds_give_other_pictures():
    assert len({draw(seed, tints=TINTS) for seed in SEEDS}) == len(SEEDS)


def test_other_tints_change_colours_only():
    one, other = draw("4f7k", tints=TINTS), draw("4f7k", tints=("#5B2A86", "#86762A"))

    assert one != other
    assert COLOURS.sub("", one) == COLOURS.sub("", other)


@pytest.mark.parametrize("tint", ["#FFFFFF", "#F0DCC8", "#000000", "#FF0000"])
def test_pale_deep_and_loud_tints_become_inks_that_show(tint):
    met = COLOURS.findall(draw("4f7k", tints=(tint, tint)))

    assert met
    for colour in met:
        red, green, blue = (int(colour[n : n + 2], 16) for n in (1, 3, 5))
        assert 255 * 0.5 < max(red, green, blue) + min(red, green, blue) < 255 * 1.2


def test_every_family_appears_and_none_is_rare():
    met = Counter(family(seed) for seed in SEEDS)

    assert set(met) == set(FAMILIES)
    assert min(met.values()) > len(SEEDS) / 10


def test_pictures_are_smaller_than_three_kilobytes():
    assert max(len(draw(seed, tints=TINTS).encode()) for seed in SEEDS) < 3000


def test_pictures_are_valid_xml_hidden_from_screen_readers_and_hold_only_paths():
    for seed in SEEDS:
        root = ET.fromstring(draw(seed, tints=TINTS))  # noqa: S314  our own bytes

        assert root.get("aria-hidden") == "true"
        assert {child.tag for child in root} == {"{http://www.w3.org/2000/svg}path"}
        assert {name for child in root for name in child.attrib} & {"style", "onload", "href"} == set()


def test_a_size_sets_width_and_height():
    assert 'width="96" height="96"' in draw("4f7k", tints=TINTS, size=96)
    assert "width=" not in draw("4f7k", tints=TINTS).split("viewBox")[0]


@pytest.mark.parametrize("tint", ["red", "#fff", '#000000" onload="x', "", "#12345g"])
def test_a_tint_that_is_not_a_colour_is_refused(tint):
    with pytest.raises(ValueError, match="A tint is written #rrggbb"):
        draw("4f7k", tints=("#9F3A22", tint))


@pytest.mark.parametrize(
    "title",
    ["", "The bus that stopped", "Tŷ’r dŵr", "word " * 80, "x" * 400, "😀 مرحبا", "  spaces \n and lines "],
)
def test_the_card_is_a_picture_of_the_right_size_for_any_title(title):
    picture = Image.open(BytesIO(card("4f7k", TINTS, title)))

    assert (picture.format, picture.size, picture.info) == ("PNG", (1200, 630), {})


def test_the_card_shows_the_title_only_when_it_is_given():
    assert card("4f7k", TINTS, "") == card("4f7k", TINTS)
    assert card("4f7k", TINTS, "") != card("4f7k", TINTS, "The bus that stopped")


def test_the_card_is_small_enough_to_share():
    assert max(len(card(seed, TINTS, "The bus that stopped")) for seed in SEEDS[:10]) < 60_000
