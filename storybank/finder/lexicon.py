"""Other words for the house's own: what a comms officer types at 17:55, and the use it means.

Keys are uses of the catalogue. A use that a charity adds is found by its own label and slug without a line here.
"""

from typing import Final

SAID_FOR: Final[dict[str, tuple[str, ...]]] = {
    "website": ("website", "web", "our site"),
    "social-media": ("social", "social media", "facebook", "instagram", "tiktok", "bluesky", "post"),
    "newsletter": ("newsletter", "mailing"),
    "printed": ("print", "leaflet", "report", "poster", "booklet"),
    "training-staff": ("training", "induction"),
    "board-council": ("board", "trustee", "council", "agm"),
    "ministers": ("minister", "official", "ministry", "whitehall", "moj", "civil servant", "private office"),
    "parliament": ("parliament", "committee", "consultation", "mp", "lords", "commons", "senedd", "inquiry"),
    "newspapers": (
        "newspaper",
        "paper",
        "press",
        "news",
        "online news",
        "magazine",
        "journalist",
        "reporter",
        "guardian",
        "times",
        "mirror",
        "telegraph",
        "gazette",
        "herald",
        "echo",
        "evening post",
    ),
    "radio-tv": (
        "radio",
        "tv",
        "television",
        "bbc",
        "itv",
        "itn",
        "s4c",
        "sky",
        "channel 4",
        "podcast",
        "broadcast",
        "broadcaster",
        "breakfast show",
        "fm",
    ),
    "funders": ("funder", "fundraising", "trust", "foundation", "grant", "lottery"),
    "research": ("research", "researcher", "university", "study", "academic"),
    "machine-processing": ("computer", "machine"),
}
AT_SIX: Final = "newspapers"
"""What is meant when nobody says what for: the phone that rings before six is a journalist's."""
EVERYWHERE: Final = frozenset({"everywhere", "anywhere", "uk"})
"""Said instead of a region; narrows nothing."""
