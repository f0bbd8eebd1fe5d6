"""Our letters: there at once in the reader's own until ours come, whole for both languages, and never a mixed line."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from PIL import ImageFont

from home.public.sheet import PARTS

HERE = Path(settings.BASE_DIR)
CSS, TEMPLATES = HERE / "home" / "static" / "css", HERE / "templates"
FONTS = ("literata", "atkinson")
WELSH = "âêîôûŵŷÂÊÎÔÛŴŶáéíóúẃýÁÉÍÓÚẂÝàèìòùẁỳÀÈÌÒÙẀỲäëïöüẅÿÄËÏÖÜẄŸ"
SIGNS = "“”‘’–—…·£€«»"
NO_LETTER = "\uffff"
SAID = re.compile(r'^(?:msgid|msgid_plural|msgstr(?:\[\d\])?)? ?"(.*)"$', re.MULTILINE)
FACE = re.compile(r"@font-face\s*{([^}]*)}")
PSEUDO = re.compile(r'content: "([^"]+)"')
FOR_STAFF = ("admin", "staff", "account", "mfa", "socialaccount", "usersessions", "wagtail", "allauth")
RULE = re.compile(r"([^{};]*:focus[^{};]*){([^}]*)}")


def not_in(font: str, text: str) -> list[str]:
    """The signs that this font does not draw."""
    face = ImageFont.truetype(HERE / "home" / "static" / "fonts" / f"{font}.woff2", 40)
    box = bytes(face.getmask(NO_LETTER))
    return sorted(sign for sign in set(text) if not sign.isspace() and bytes(face.getmask(sign)) == box)


def the_catalogue() -> str:
    """English and Welsh side by side."""
    return "".join(SAID.findall((HERE / "locale" / "cy" / "LC_MESSAGES" / "django.po").read_text("utf-8")))


def of_readers() -> dict[str, str]:
    """What templates and stylesheets of readers' pages write by themselves."""
    pages = [path for path in TEMPLATES.rglob("*.html") if not set(FOR_STAFF) & set(path.parts)]
    drawn = {path.name: path.read_text("utf-8") for path in pages}
    for name in PARTS:
        drawn[name] = "".join(PSEUDO.findall((CSS / f"{name}.css").read_text("utf-8")))
    return drawn


@pytest.mark.parametrize("font", FONTS)
def test_every_letter_of_both_languages_is_in_it(font):
    assert not_in(font, the_catalogue() + WELSH + SIGNS) == []
    assert not_in(font, "←→") == ["←", "→"]  # what is not there is seen


@pytest.mark.parametrize("font", FONTS)
def test_no_page_of_readers_writes_a_sign_that_it_lacks(font):
    written = of_readers()

    assert len(written) > 100
    assert {name: lacking for name, text in written.items() if (lacking := not_in(font, text))} == {}


def test_words_are_there_before_our_letters_are():
    faces = FACE.findall((CSS / "fonts.css").read_text("utf-8"))
    fetched = [face for face in faces if "url(" in face]

    assert (len(fetched), len(faces) > len(fetched)) == (2, True)
    assert [re.search(r"font-display: (\w+)", face)[1] for face in fetched] == ["swap", "swap"]


def test_what_has_the_focus_has_a_ring_of_three_pixels():
    """Bare are only the start of the words, which a skip link leads to, and a choice whose whole row has the ring."""
    rings, bare = set(), set()
    for path in CSS.glob("*.css"):
        for who, look in RULE.findall(path.read_text("utf-8")):
            for width in re.findall(r"outline(?:-width)?: ([^;]+)", look):
                if width == "none":
                    bare.add(" ".join(who.split("*/")[-1].split()))
                else:
                    rings.add(width.split()[0])

    assert rings == {"3px"}
    assert bare == {"main:focus", ".desk-main:focus, .desk-main h1:focus", ".choice :focus-visible"}
