"""JJ's football story; he has taken it down."""

from home.demo.shapes import DemoStory, OtherUse, blocks

STORY = DemoStory(
    key="on_my_line",
    title="Eight nil",
    kind="journey",
    themes=("being-heard",),
    region="kestlewick",
    body=blocks("""
We lost eight nil to the officers. I was in goal so I saw all of it.

It wasn’t even a proper match, it was meant to be wing against wing, only the other wing had a thing
on. So five staff put bibs on over their shirts. One had his keys taped up so they didn’t jangle. He
got four of them. He’s about fifty, he’s got a knee, and he was coming through us like we were
parked.

After, everyone’s saying it’s fixed, it’s not fair, they eat more. I’m saying it as well. Then that
evening there’s a knock. He actually knocked. It’s him with the knee. He goes, ‘You’re stuck on your
line.’ I go, what? He goes, ‘You’re good. You’ve got good hands. But you stand on your line and wait
for it to happen to you. Come off it. Make me choose.’

So he’s got a rolled-up sock and he’s showing me, in the doorway, angles. There’s people going past.
He was there ten minutes.

We played them again in August and it was four three. We still lost. I saved two off him. He was
fuming.

I play Sundays now, for a pub I can’t go in because of my curfew. I come off my line.
"""),
    closing=("ask", "Do the staff match every month, not every summer, and give us more than one ball."),
    identity="N3",
    name="Jay",
    state="withdrawn",
    author="jj",
    published_days_ago=120,
    also=(
        OtherUse(use="newspapers", answer="yes", identity="N3", name="Jay"),
        OtherUse(use="funders", answer="yes", identity="N2"),
        OtherUse(use="printed", answer="yes", identity="N3", name="Jay"),
    ),
)
