"""The words of the demo's own pages: home, help, how it works, and what changed because people spoke."""

from typing import Final

from home.demo.shapes import Change, Section, Voice, sections

ORGANISATION: Final[dict[str, str]] = {
    "name": "Open Door Network",
    "strapline": "A made-up charity for this demonstration",
    "sender_name": "Open Door",
    "sender_email": "hello@open-door.example",
    "phone": "01632 960100",
    "address": "Open Door Network, 3 Bridge Row, Kestlewick",
    "service_user_word": "member",
    "cover_hours": "Monday to Friday, 9 to 6",
}

PURPOSE: Final = (
    "People who have been in prison, on probation or waiting at home tell it here in their own words."
)

FICTION_NOTE: Final = "Everyone on these pages is made up, and so is every place. It is a demonstration."

# Set very large on the home page: the first whose story is public at that moment.
VOICES: Final[tuple[Voice, ...]] = (
    Voice(
        "dear_grown_ups",
        "People say ‘I don’t know how you do it.’ I’ll tell you how. You go to bed at half past eight.",
    ),
    Voice("two_sugars", "I think it was just the first question of the day that had a nice answer."),
    Voice(
        "second_verse",
        "We’d been married so long that we had stopped counting in years and counted in dogs.",
    ),
    Voice("old_pound", "There is a pound coin in my purse that you can’t spend."),
)

DOORS: Final[tuple[Section, ...]] = sections("""
# Tell your story

Write it, say it or tell it to one of us. Nobody reads it until you share it.

# Ask for a speaker

For an event, a programme or a meeting. Tell us when, where and what for.
""")

CHANGES: Final[tuple[Change, ...]] = (
    Change(
        17,
        "At one probation office every screen is turned round: you can read why something is written down.",
        "the_44",
    ),
    Change(
        36,
        "One probation office calls numbers and no names. It is still waiting for a date for the chairs.",
        "which_spring",
    ),
)

HOW_IT_WORKS: Final[tuple[Section, ...]] = sections("""
# You tell it

One question at a time, or on one blank page, or out loud. It is yours and it is private. You can
stop in the middle of a sentence and come back next week.

# You share it with one person

Your supporter reads it. They may suggest changes. You see each one, crossed out and written in, and
you keep it or put it back.

# Somebody checks that you are safe

A second person asks one thing: could these words harm you, or anyone in them? They cannot change
your words.

# You choose, twice

You say where it may be used and what you are called there. Then you wait some days and we ask
again. If you say nothing, the answer is no.

# You can stop it

At any time, without a reason, here or by phone or by post. Our pages stop showing it at once. We
tell you about the copies we cannot get back.
""")

HELP: Final[tuple[Section, ...]] = sections("""
# If you need to talk to someone now

Ring Samaritans on 116 123. It is free, day and night, also from a prison phone. You do not have to
give a name.

If someone is in danger right now, ring the emergency services.

# If you want to stop your story

Go to the page called Stop and type the 16 numbers on your card. You do not have to sign in. Or ring
us, or write, or tell your supporter.

# If you think you are in a story

Tell us which one. You do not have to prove anything first. We can rest the story while we look.

# If you have lost your card or your code

Ring your supporter. They make you a new card, and the old one stops working.

# If somebody might look at your screen

Every page has a Leave button in the same corner. It takes you to a page about the weather. It does
not clear the list of pages you have been to; your browser keeps that.

# If you are not happy with us

Say so to anyone here, or write to us. We answer within 30 days. It makes no difference to the help
you get.

# How to reach us

Ring 01632 960100, Monday to Friday, 9 to 6. Write to Open Door Network, 3 Bridge Row, Kestlewick.
Or send a message to hello@open-door.example.
""")
