"""Five more things for visitors who stay: each begins signed in as somebody, at one address."""

from typing import Final

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from home.demo_room.shapes import Thing

BEGINS_AT: Final = {
    "phone": "finder:index",
    "been": "consent:been",
    "copies": "consent:copies",
    "sheet": "from_before:index",
    "ledger": "ledger:index",
}


def more_things() -> tuple[Thing, ...]:
    return (
        Thing(
            key="phone",
            title=_("It is 17:55 and a journalist rings"),
            words=_(
                "Marcus types what she wants: visits, North West, BBC, today. He reads what he may use now, whom to "
                "ring first and what is not for this use. A pack takes three clicks; a “no comment” that gives nobody "
                "away takes one."
            ),
            label=_("Be Marcus, and pick up the phone"),
            who="comms",
        ),
        Thing(
            key="been",
            title=_("See where your words have been"),
            words=_(
                "Every place Nell’s words went, and what can still be taken back. After a stop the same page says "
                "truthfully what was done: asked at 18:02, no answer yet."
            ),
            label=_("Be Nell, and look"),
            who="author",
        ),
        Thing(
            key="copies",
            title=_("Keep a copy of what you said"),
            words=_(
                "Each yes, no, change and stop leaves a copy on paper and as data. None of them shows the story."
            ),
            label=_("Be Nell, and open her copies"),
            who="author",
        ),
        Thing(
            key="sheet",
            title=_("Bring in stories from before"),
            words=_(
                "Save a sheet as offices keep them, then choose it as Priya. Every problem is named by row and "
                "column, and nothing is saved. The sheet put right comes in, dark: an old form is no yes."
            ),
            label=_("Be Priya, and choose the sheet"),
            who="supporter",
            also_url=reverse("home:demo_sheet", args=["as-it-was"]),
            also_label=_("The sheet as it was"),
            third_url=reverse("home:demo_sheet", args=["put-right"]),
            third_label=_("The sheet put right"),
        ),
        Thing(
            key="ledger",
            title=_("Ask the record why"),
            words=_(
                "Ishbel guards the data. She opens one story’s record: what was asked, told, answered and stopped, "
                "in a chain that nobody can rewrite, and why a use is allowed or not."
            ),
            label=_("Be Ishbel, and open the record"),
            who="dpo",
        ),
    )


def begins_at(key: str) -> str:
    """Where one of these begins; empty when there is no such thing."""
    try:
        return reverse(BEGINS_AT[key])
    except (KeyError, NoReverseMatch):
        return ""
