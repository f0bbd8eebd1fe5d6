"""The generated pictures: one seed gives one picture, small, well formed, and nothing but shapes."""

import ast
import re
import subprocess
import sys
from collections import Counter
from hashlib import sha256
from inspect import signature
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from storybank import art
from storybank.art import card, draw, family
from storybank.art_families import FAMILIES, shapes

TINTS = ("#9F3A22", "#12504B")
COLOURS = re.compile("#[0-9a-f]{6}")
SEEDS = [f"seed-{n}" for n in range(300)]
DRAWN = "0720a6850874679335d88bf62a3a33aee0a60e9b0e55e315719ae10e94d2d917"
"""Stories keep their pictures. Who changes a family on purpose writes the new sum here and says so in CHANGELOG.md."""
STANDARD = {
    "collections.abc",
    "colorsys",
    "dataclasses",
    "io",
    "itertools",
    "math",
    "pathlib",
    "random",
    "re",
    "typing",
    "unicodedata",
}
ITS_OWN = {"art_families", "art_families_land", "art_families_lines", "art_families_walls", "art_shapes"}


def test_the_same_seed_and_tints_give_the_same_picture():
    assert draw("4f7k", tints=TINTS) == draw("4f7k", tints=TINTS)
    assert card("4f7k", TINTS, "The bus that stopped") == card("4f7k", TINTS, "The bus that stopped")


def test_the_drawing_of_a_seed_never_changes_between_versions():
    seeds = ("a", "b", "c", 1, 2, 3)

    assert [family(seed) for seed in seeds] == ["tides", "threads", "steps", "steps", "tides", "tides"]
    assert sha256("".join(draw(seed, tints=TINTS) for seed in SEEDS).encode()).hexdigest() == DRAWN


def test_a_picture_knows_nothing_but_its_seed_and_two_tints():
    files = [Path(art.__file__), *(Path(art.__file__).with_name(f"{name}.py") for name in sorted(ITS_OWN))]
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in files]
    met = {name for tree in trees for node in ast.walk(tree) for name in _named(node)}

    assert list(signature(draw).parameters) == ["seed", "tints", "size"]
    assert list(signature(shapes).parameters) == ["source"]
    assert met == {"PIL", "art_families", *ITS_OWN, "storybank", *STANDARD}


def _named(node: ast.AST) -> set[str]:
    """What an import line brings in: whole rooms by name, our own files by theirs."""
    if isinstance(node, ast.Import):
        return {name.name.split(".")[0] for name in node.names}
    if isinstance(node, ast.ImportFrom):
        whole = node.module or ""
        own = (
            {name.name for name in node.names} if whole == "storybank" else {whole.removeprefix("storybank.")}
        )
        return own | ({"storybank"} if whole.startswith("storybank") else set())
    return set()


def test_another_run_of_python_draws_the_same():
    words = "from storybank.art import draw; print(draw('4f7k', tints=('#9F3A22', '#12504B')))"
    runs = [
        subprocess.run(
            [sys.executable, "-c", words],
            capture_output=True,
            check=True,
            cwd=Path(art.__file__).parents[1],
            env={"PYTHONHASHSEED": number},
        ).stdout
        for number in ("1", "2")
    ]

    assert runs == [f"{draw('4f7k', tints=TINTS)}\n".encode()] * 2


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


def test_every_manner_of_a_family_appears():
    pieces = Counter((family(seed), re.sub(r"[-0-9. ]+", "", draw(seed, tints=TINTS))) for seed in SEEDS)

    assert all(sum(1 for name, _ in pieces if name == one) >= len(FAMILIES[one]) for one in FAMILIES)


def test_pictures_are_smaller_than_two_kilobytes():
    assert max(len(draw(seed, tints=TINTS).encode()) for seed in SEEDS) < 2000


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


@pytest.mark.parametrize(
    ("title", "same_as"),
    [
        ("y t\u0175r", "y tw\u0302r"),
        ("soft\u00adhyphen", "softhyphen"),
        ("zero\u200bwidth", "zerowidth"),
        ("  two\n lines ", "two lines"),
        ("\u041f\u0440\u0438\u0432\u0435\u0442", ""),
        ("Tea \U0001f600", ""),
        ("\u05e9\u05dc\u05d5\u05dd", ""),
        ("\x00\u202e", ""),
    ],
)
def test_a_title_is_drawn_in_our_letters_or_not_at_all(title, same_as):
    assert card("4f7k", TINTS, title) == card("4f7k", TINTS, same_as)
    assert card("4f7k", TINTS, "T\u0175r") != card("4f7k", TINTS, "")
