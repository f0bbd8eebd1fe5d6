"""Two sheets of older stories for visitors to bring in: one as offices keep them, one put right. All fictional."""

from typing import Final

HEADINGS: Final = (
    "No.",
    "Name",
    "Contact by",
    "Contact",
    "Title",
    "Story",
    "Topics",
    "Region",
    "Type",
    "Date signed",
    "Agreed to",
)

BUS = """The last bus back from the visit went at ten past five and the visit ended at five. So every
month I ran, in my good shoes, with the little one on my hip, and every month the same driver saw me
coming and found something to look at in his mirror until I was on.

He never said a word about it. When he retired I knitted him a hat."""

KEYS = """They gave me the keys to the flat on a Friday. I had not held a key in nine years. I locked
the door and unlocked it, locked it and unlocked it. The neighbour put her head out and asked was I
all right.

I said I was just seeing if it worked. She said it did when she had it."""

FORMS = """I have been asked for my date of birth by eleven people this year, and for how I am by two.

I would like somebody to swap those numbers round."""

MESSY: Final[tuple[tuple[str, ...], ...]] = (
    (
        "1",
        "Bren",
        "letter",
        "12 Quay Row\nKestlewick",
        "The driver and the mirror",
        BUS,
        "Visits",
        "",
        "praise",
        "14/03/2021",
        "Our website",
    ),
    (
        "2",
        "Ikenna",
        "text",
        "07700 9",
        "In and out",
        KEYS,
        "A place to live",
        "Atlantis",
        "journey",
        "2 Nov 2020",
        "Our website; Funders",
    ),
    ("2", "", "phone", "01632 960 771", "Eleven people", FORMS, "Forms", "", "grumble", "", "a mug"),
    ("4", "Lowri", "pigeon", "", "Untitled", "", "", "", "", "31/02/2019", ""),
)
PUT_RIGHT: Final[tuple[tuple[str, ...], ...]] = (
    MESSY[0],
    (
        "2",
        "Ikenna",
        "text",
        "07700 900127",
        "In and out",
        KEYS,
        "A place to live",
        "",
        "journey",
        "2 Nov 2020",
        "Our website",
    ),
    (
        "3",
        "Sorrel",
        "phone",
        "01632 960771",
        "Eleven people",
        FORMS,
        "Health",
        "",
        "concern",
        "09/06/2022",
        "",
    ),
)
SHEETS: Final = {"as-it-was": MESSY, "put-right": PUT_RIGHT}
