"""Five more things for visitors who stay: each begins signed in as somebody, at one address."""

from typing import Final

from django.urls import NoReverseMatch, reverse

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
            title="It is 17:55 and a journalist rings",
            words="Marcus types what she wants: visits, North West, BBC, today. He reads what he may use now, whom to "
            "ring first and what is not for this use. A pack takes three clicks; a “no comment” that gives nobody "
            "away takes one.",
            label="Be Marcus, and pick up the phone",
            who="comms",
        ),
        Thing(
            key="been",
            title="See where your words have been",
            words="Every place Nell’s words went, and what can still be taken back. After a stop the same page says "
            "truthfully what was done: asked at 18:02, no answer yet.",
            label="Be Nell, and look",
            who="author",
        ),
        Thing(
            key="copies",
            title="Keep a copy of what you said",
            words="Each yes, no, change and stop leaves a copy on paper and as data. None of them shows the story.",
            label="Be Nell, and open her copies",
            who="author",
        ),
        Thing(
            key="sheet",
            title="Bring in stories from before",
            words="Save a sheet as offices keep them, then choose it as Priya. Every problem is named by row and "
            "column, and nothing is saved. The sheet put right comes in, dark: an old form is no yes.",
            label="Be Priya, and choose the sheet",
            who="supporter",
            also_url=reverse("home:demo_sheet", args=["as-it-was"]),
            also_label="The sheet as it was",
            third_url=reverse("home:demo_sheet", args=["put-right"]),
            third_label="The sheet put right",
        ),
        Thing(
            key="ledger",
            title="Ask the record why",
            words="Ishbel guards the data. She opens one story’s record: what was asked, told, answered and stopped, "
            "in a chain that nobody can rewrite, and why a use is allowed or not.",
            label="Be Ishbel, and open the record",
            who="dpo",
        ),
    )


def begins_at(key: str) -> str:
    """Where one of these begins; empty when there is no such thing."""
    try:
        return reverse(BEGINS_AT[key])
    except (KeyError, NoReverseMatch):
        return ""
