"""Made-up values to show components with. No row of the database is read for them."""

from dataclasses import dataclass, replace
from datetime import date
from types import SimpleNamespace
from typing import Any, Final
from uuid import UUID

from django import forms
from django.templatetags.static import static
from django.utils.safestring import mark_safe

from people.domain.picture_sizes import Shown, Source
from storybank.answers.showing import ShownAnswer, ShownPromise
from storybank.answers.standing import State, Whose
from storybank.domain.reading_shapes import Block, Ending, Note, Reading, ThemeLink
from storybank.domain.replies.gaps import Piece

DAY: Final = date(2026, 10, 9)
TINTS: Final = ("#E9D8C3", "#C9D6DA")
LANGUAGES: Final = tuple(
    {"code": code, "name": name, "url": "#", "current": code == "en"}
    for code, name in (("en", "English"), ("cy", "Cymraeg"))
)
LONG: Final = "What my grandmother said to the officer at the gate, in three languages, on a wet Tuesday"

READING: Final = Reading(
    page_id=0,
    edition_id=0,
    url="#",
    title="The 44",
    byline="Jay",
    first_sentence="The 44 is not really a bus. It is more of a rumour.",
    kind="praise",
    kind_label="Praise",
    themes=(ThemeLink("probation", "Probation", "#"),),
    region_name="Kestlewick City",
    language="en",
    minutes=2,
    notes=(),
    body=(Block("audio"),),
    closing=Ending("thanks", "Thank you, Miss Q."),
    art_seed="sample-1",
    published="9 October 2026",
    approved="9 October 2026",
    published_day=DAY,
    approved_day=DAY,
    names_nobody=True,
    tints=TINTS,
)
BARE: Final = replace(
    READING, title="Two sugars", byline="", themes=(), region_name="", minutes=1, body=(), art_seed="sample-2"
)
WELSH: Final = replace(
    READING,
    title="Bore da, Mrs Rees",
    byline="Heledd",
    first_sentence="Ers y strôc, Cymraeg yn unig sydd gan Mam.",
    language="cy",
    body=(),
    art_seed="sample-3",
)
FULL: Final = replace(
    READING,
    title=LONG,
    kind_label="Concern",
    themes=(ThemeLink("families", "Families", "#"), ThemeLink("visits", "Visits", "#")),
    notes=(
        Note("Death and bereavement", how="a main part", passages=("part-1", "part-2")),
        Note("Parent and child apart", passages=("part-3",)),
    ),
    art_seed="sample-4",
)

ROWS: Final = {
    "With everything": FULL,
    "With a recording": READING,
    "With little": BARE,
    "In another language": WELSH,
}

PIECE: Final = mark_safe("The second <mark>bus</mark> is the 44.")
"""As a search marks it."""

BYLINES: Final = {
    "N0, counted only": "",
    "N1, retold": "",
    "N2, nothing that points to them": "",
    "N3, a name they chose": "Nan B",
    "N4, a first name": "Jay",
    "N5, a full name": "Tunde Sillery",
    "two who wrote together": "Kofi and Ama",
}

HELPLINES: Final = [
    {
        "name": "Samaritans",
        "phone": "116 123",
        "now": "Somebody is there now.",
        "is_open": True,
        "hours": "Day and night, every day",
        "free": True,
        "from_prison": True,
    },
    {
        "name": "An example line",
        "phone": "01632 960021",
        "now": "Open again tomorrow at 9.",
        "about": "For families of people in prison.",
        "about_language": "en",
        "hours": "Monday to Friday, 9 to 8",
        "spoken": "English and Welsh",
        "example": True,
    },
]
ANSWER: Final = ShownAnswer("The bus company", "We have put a second bus on at ten past nine.", DAY, "en")
PROMISES: Final = tuple(
    ShownPromise("The probation office", words, DAY, due, "en", state)
    for words, due, state in (
        ("Nobody’s name is called out any more.", None, State.PROMISED),
        ("There is a number you can text without credit.", date(2026, 11, 2), State.KEPT),
        ("The chairs in the front row are turned round.", date(2027, 3, 1), State.NOT_YET),
        ("Ten posters come down.", date(2026, 11, 2), State.CLAIMED_NOT_YET),
        ("The window stays shut.", None, State.CLAIMED_NOT_SO),
    )
)
OF_SEVERAL: Final = tuple(
    replace(PROMISES[0], state=state, whose=whose)
    for state in (State.KEPT, State.NOT_YET, State.CLAIMED_NOT_YET, State.CLAIMED_NOT_SO)
    for whose in (Whose.ALL, Whose.SOME)
    if (state, whose) != (State.KEPT, Whose.SOME)
)
WORDS: Final[list[dict[str, Any]]] = [
    {
        "type": "paragraph",
        "text": "The second bus is the 44. And the 44 is not really a bus.\n\nIt’s a rumour.",
    },
    {"type": "heading", "text": "The first month"},
    {"type": "quote", "text": "She gets the same bus. She’s a whole probation officer and she’s on the 44."},
    {"type": "paragraph", "text": "So the next week I go in and I’ve got my face ready."},
    {"type": "picture", "alt": "A bus stop by a carpet shop, in the rain.", "caption": "A picture as words."},
    {"type": "audio", "caption": "Twelve seconds at the stop.", "transcript": "Is it going? It’s going."},
    {
        "type": "note",
        "note": "drugs",
        "text": "There was a time when I did not take the bus home.",
        "code": "drugs",
    },
]
BLOCKS: Final = tuple(Block(**block) for block in WORDS)

FACET: Final = SimpleNamespace(
    label="Theme",
    links=[
        {"name": "Families", "url": "#", "count": "6", "current": True},
        {"name": "A place to live", "url": "#", "count": "", "current": False},
    ],
)
SECOND_FACET: Final = SimpleNamespace(
    label="Kind", links=[{"name": "Praise", "url": "#", "count": "8", "current": False}]
)
FORMS: Final = [
    {"url": "#", "words": "easy read", "tongue": "", "language": "en"},
    {"url": "#", "words": "", "tongue": "Cymraeg", "language": "cy"},
]
STRUCK: Final = [
    {"kind": "same", "text": "It says every twenty minutes on the "},
    {"kind": "struck", "text": "board"},
    {"kind": "added", "text": "sign"},
    {"kind": "same", "text": ", but that’s someone’s opinion."},
]
LETTER: Final = [
    Piece("I kept a kettle on for my mother too. Thank you. "),
    Piece("we took out a way to reach somebody", gap=True),
]
BEEN: Final = [
    {
        "mark": mark,
        "what": what,
        "who": "",
        "began_at": DAY,
        "where": "",
        "use": "our website",
        "sentence": said,
    }
    for mark, what, said in (
        ("here", "On our website", "It is here now."),
        ("asked", "In a newsletter", "We have asked them to take it down."),
        ("gone", "On a poster", "It is gone."),
        ("stays", "In a newspaper", "What is printed stays."),
    )
]


@dataclass(frozen=True)
class Said:
    """A message as Django keeps it."""

    words: str
    tags: str = "success"

    def __str__(self) -> str:
        return self.words


RECORDING: Final = SimpleNamespace(uid=UUID(int=0))


def picture() -> Shown:
    """Drawn in one size of one kind; the address of a drawing is known once the house is up."""
    address = static("img/mark.svg")
    return Shown((Source("image/svg+xml", f"{address} 480w"),), address, 480, 480)


class Question(forms.Form):
    """Each kind of question that the desk asks, once."""

    words = forms.CharField(label="What helped?", help_text="A few words are enough.", max_length=20)
    bus = forms.ChoiceField(
        label="Which bus?", choices=[("44", "The 44"), ("9", "The 9")], widget=forms.RadioSelect
    )
    more = forms.CharField(label="Anything else?", widget=forms.Textarea({"rows": 3}), required=False)


def question(*, answered: bool) -> Question:
    """Not yet answered, or with an answer that cannot be."""
    typed = {"wrong-words": "far more words than twenty", "wrong-bus": "12"}
    return Question(typed, prefix="wrong") if answered else Question(prefix="new")
