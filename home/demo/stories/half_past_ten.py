"""Pete's Friday: released after the appointment he was released for."""

from home.demo.shapes import DemoStory, blocks

STORY = DemoStory(
    key="half_past_ten",
    title="You’re my half past ten",
    kind="concern",
    themes=("release", "home"),
    region="sallow-coast",
    body=blocks("""
They let me out at ten past twelve on a Friday. My appointment with the housing was half past ten,
same Friday.

I’d pointed this out. I pointed it out Monday, Tuesday and twice on the Wednesday. What threw me was
that everybody agreed. The woman inside who does the housing agreed, and rang them up. The people
she rang agreed as well. It couldn’t be done, they could see that, and it was the only one they had
before Tuesday week. So it stayed in the diary and I came out an hour and forty minutes late for a
meeting I’d been locked up during.

I went anyway. Train, then a walk, with one of those bags. Their office shuts at four. I got there
at six minutes to, and a young chap with a lanyard was carrying the sign in off the pavement. He’d
every right to say Monday.

He looked at the bag. He said, ‘You’re my half past ten.’ And he put the sign back out.

He had six minutes and he gave me fifty. There was a room, a decent one, but not until the Monday.
For the three nights up to the Monday there was nothing. He rang a dozen places while I sat there. I
know it was a dozen because he was doing it on his fingers and he ran out.

[homelessness] So I’d three nights. I won’t go on about them. I will tell you some facts. The bus
station gets hosed at four in the morning. There’s a café by the docks that’s open all night and
they’ll let you sit an hour to a tea, and a tea’s one pound eighty, so that’s about fourteen quid to
stay dry till it gets light, which is more than the hostel would have been. Saturday a lady gave me
a sandwich, and then stood and watched me eat it. Sunday I went in a church for the radiators and a
man with a rota asked if I’d do the reading because Geoffrey was poorly. I said I would. It was the
foxes have holes and the birds of the air have nests. I kept my face straight. They said I read very
well.

Monday I was stood outside at ten to nine. He came round the corner, and when he saw me he stopped
and let all his breath go. He’d been thinking about it since Friday. He’d had the heating on at
home, he said, and he’d sat there feeling bad about the heating.

So that’s two people’s weekend, off one line in a diary.

The room’s all right. I’ve had it since the autumn. I have got a key and a spare key, and I keep the
spare in a drawer so that I have to keep the drawer.
"""),
    closing=(
        "ask",
        "Before you book it, find out what time the gate opens and what time your office shuts.",
    ),
    content_notes=(("homelessness", "described"),),
    identity="N2",
    state="expiring_14_days",
    author="pete",
    published_days_ago=716,
)
