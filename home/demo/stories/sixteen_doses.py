"""A year of one woman's tablets, told by the season; its name and place are slots that vary by use."""

from home.demo.shapes import DemoStory, OtherUse, blocks

STORY = DemoStory(
    key="sixteen_doses",
    title="One at eight, one at eight",
    kind="concern",
    themes=("health",),
    region="sallow-coast",
    body=blocks("""
My name is {name}. I live in {place}, up two flights with a rail on both sides. I have epilepsy. If
I take one tablet at eight in the morning and one at eight at night, I’m boring to live with. I kept
notes in a year when nobody would let me be boring. I’ve taken out the dates and left in the
seasons.

# Spring

I arrived on a Thursday evening with my tablets in their box, with the label on. They took the box
at the desk to be checked, which is fair, anyone could have a box. The doctor would see me in the
morning. The morning was Friday, and the doctor was Monday to Thursday.

Eight doses.

On the Sunday I had my first seizure in four years. When I came round my cellmate had my head
between her hands and was counting out loud. She’d got to two hundred and six. I asked her later
who’d taught her to do that and she said nobody, it just seemed like someone ought to know how long.

# Summer

They got it right in the summer and I want that written down. A nurse rang my old surgery herself.
She was nineteen minutes in the queue, on loudspeaker, so we both had the music. She wrote my times
on a sheet, gave me a week’s tablets to keep in my own cupboard, and said, ‘You’ve been doing this
longer than I have.’ Twelve weeks. Nothing happened. I learned to crochet.

# Autumn

I was moved. You hear at breakfast and you’re gone by ten. My tablets went in my property bag, and
the bag went on a different van.

At the new place the screen said I’d been given a week’s supply, so according to the screen I had
them. I said they were in the bag. The screen said I had them. The man at the screen was not unkind.
He turned it round so I could see for myself that I had them.

Five doses. This time there was a concrete step. The scar goes through my eyebrow, and it makes me
look as though I’m about to ask a question.

# Winter

I was moved again, and I was ready. I’d made a card out of a cereal box. On it I had put what I
take, how much, when, who to ring, and then, underlined, SPRING 8 MISSED, AUTUMN 5 MISSED, WITH
RESULTS. A nurse at the second place had read it, gone red, and signed it. I’d crocheted a cord and
I wore it round my neck.

The officer at the desk read it. He read it again. He picked up the phone before he’d even done my
fingerprints. I had a tablet in my hand at five to eight.

There were three missed after that, on a weekend, over a signature. So that’s sixteen altogether, in
a year, and I can tell you where each one was. I’ve still got the card. It has gone soft along the
fold.
"""),
    closing=("ask", "Let the tablets travel in the same van as the person, and let the card be official."),
    identity="N3",
    name="Flora",
    place="a town by the sea",
    state="live_and_minister",
    author="ros",
    published_days_ago=73,
    also=(
        OtherUse(use="ministers", answer="yes", identity="N5", name="Rosalind Achterby", place="Sallowby"),
    ),
)
