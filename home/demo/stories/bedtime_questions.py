"""A draft that nobody reads: what a five-year-old asks her grandmother."""

from home.demo.shapes import DemoStory, blocks

STORY = DemoStory(
    key="bedtime_questions",
    title="Things she asks me",
    kind="idea",
    themes=("families",),
    region="sallow-coast",
    body=blocks("""
I’m putting these down because I’ll not remember. She only asks when the light’s off. All from this
month.

Has Mum got a bed or is it a shelf.

Does she know about my tooth.

If you say sorry on the Monday why do you have to stop till Friday. (She thinks it’s a week. I said
it’s a long week.)

Who does Mum’s plaits.

Is it the same moon. I said yes, and she said how do you know if you’ve not been.

Does the guinea pig know.

Are you old or only tired. I said both, love, shove up.

When Mum comes back do I have to give you back.

I’ve not got an answer for that last one. I said go to sleep. It’s half eleven now and I’m sat on
the stairs with the back of the gas bill and I want somebody who knows about these things to write
the answers down for me, short ones, that a child can hold on to in the dark. Not a leaflet. There’s
a leaflet. It’s got a sad bear on it.

Don’t know if I’ll send this to Danuta. See how it looks in the morning.
"""),
    closing=("ask", "Write the answers with us, and leave out the bear."),
    identity="N2",
    state="draft_private",
    author="nan",
)
