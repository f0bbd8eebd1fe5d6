"""Nell's idea, in its thinking time: a card on the pillow."""

from home.demo.shapes import DemoStory, blocks

STORY = DemoStory(
    key="pillow_card",
    title="A card for the pillow",
    kind="idea",
    themes=("first-nights", "being-heard"),
    region="penmarrow",
    body=blocks("""
On my first night I lay awake over questions that had answers. Who turns the light off? Is the noise
in the pipe a person? Why does everyone talk about canteen as though it’s a place, when all I’d been
given was a sheet of paper with prices on it?

Anybody working there could have told me. But I had been asked things from two in the afternoon
until nine at night, and I’d got into the way of thinking it wasn’t my turn.

So here is my idea. A card, the size of a postcard, on the pillow, written by women who have had the
night. Mine says:

> The light is on a timer. The pipe is only a pipe. The banging at half past seven is breakfast.
Canteen is a shop, and the paper is how you shop. You will be told your phone call; if you haven’t
been by eight, ask the woman with the purple band. She won’t mind. You can cry or not, and nobody
here keeps a list. Next door had her first night too.

I have tested it in a small way. In our writing group we each made one, without looking at anyone
else’s, and laid them out on the table. There were ten cards. One had a recipe. Two had the buses.
Eight had the pipe.

An officer picked up mine and read it and asked what the noise actually was, as she’d never known
either.
"""),
    closing=("ask", "Print a hundred, and ask us again each year what’s changed."),
    identity="N4",
    name="Nell",
    state="cooling_day_3",
    author="author",
)
