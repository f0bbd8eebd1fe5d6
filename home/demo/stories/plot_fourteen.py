"""Nell's allotment: the words are settled and her choices are waiting for her."""

from home.demo.shapes import DemoStory, blocks

STORY = DemoStory(
    key="plot_fourteen",
    title="Plot fourteen",
    kind="journey",
    themes=("home", "being-heard"),
    region="penmarrow",
    body=blocks("""
I told the allotment society in my fourth month, and only on account of the shed key. There’s a form
for the key. The form has a question on it.

The committee is five people and a whippet, and it meets in the shed. I said my piece. They asked if
I would step outside while they discussed it. It was sleeting, and I could see them through the
window. The chairman was talking, the whippet was asleep and the treasurer, a Mr Ahmed, was drawing
something on the back of the minutes.

Nine minutes. I had time to read the whole of the noticeboard, including the rules about bonfires.

When they called me in, the chairman had his reading voice on. It was resolved that I could have a
key. It was noted that my leeks were behind. It was further noted that nobody had been asked to wait
outside before, that there was nowhere to wait, and that the committee was sorry about the weather.

The drawing turned out to be a porch. Mr Ahmed had got as far as the guttering.

We put it up that summer. I felted the roof, badly, and he did it again when he thought I had gone
home. The year after that a young man with a tag on his ankle took on plot nine. There was the form,
and the question, and they asked him to step outside a moment. He stood in the porch, in the dry, on
the bench. I was on the committee by then. I voted, and then I went out and sat with him till they
called us in.
"""),
    closing=("thanks", "Thank you to the committee of five, and to the whippet, who abstained."),
    identity="N4",
    name="Nell",
    state="waiting_choices",
    author="author",
)
