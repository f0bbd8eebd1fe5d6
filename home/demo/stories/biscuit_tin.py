"""Devinder's story about a tin; the second version says less about where he worked than the first did."""

from home.demo.shapes import DemoStory, blocks

STORY = DemoStory(
    key="biscuit_tin",
    title="The tea money",
    kind="journey",
    themes=("recovery",),
    region="kestlewick",
    body=blocks("""
I own a telephone that makes calls and plays one game, in which a snake eats dots. It was nine
pounds. The lad in the shop tried to sell me a better one out of pity.

[gambling] I used to have a very good phone. People picture a place when I tell them, with a carpet
and a man in a bow tie. There was no place. I did it in the barber’s and at my sister’s wedding. I
did it with my daughter asleep on my arm. Mostly I did it at home on the settee, and that’s what my
wife could not get over afterwards. She’d been sitting next to me.

I’m not putting in any figures. Where I go on a Thursday we don’t say figures, since there’s always
somebody who hears one and feels better.

It’s half past six, above a dance school. You get the tap class up through the floor. There’s a
retired headmaster, two lads off the same building site who had each been hiding it from the other,
and a woman who drives the night bus. One week a man in his seventies came up the wrong stairs
looking for the tap. He had the shoes in a bag. We told him it was next door and he said he’d just
get his breath. He stayed till the end. The week after, he came up again, without the shoes.

I do the teas. That may not sound like much of a job. The tea money lives in a biscuit tin, it’s
about twenty pounds, and whoever has the tin takes it home. I’d been going the best part of a year
before anybody offered me the tin. They didn’t make a thing of it. The night-bus woman just held it
out while she was talking to somebody else.

I sat in the car and counted it. Then I counted it again. I put it on the passenger seat and did the
belt up round it. On the way home I stopped for milk, and I paid for the milk out of my own pocket
by mistake, and it took me the rest of the week to decide I could take the one pound sixty-five
back. The next Thursday I brought the tin in with the till slip folded on top. The headmaster looked
at the slip. ‘Semi-skimmed,’ he said. ‘Brave.’

At home it’s better. It isn’t mended. My wife has the passwords and I have the snake. My daughter’s
best score is four hundred and twelve, mine is three hundred and ninety, and I’m told that it’s good
for me to lose.
"""),
    closing=(
        "ask",
        "Put our poster up beside the ones for drink and drugs, because I looked and there wasn’t one.",
    ),
    content_notes=(("gambling", "central"),),
    identity="N3",
    name="Bal",
    state="superseded",
    author="devinder",
    published_days_ago=58,
    earlier=blocks("""
I own a telephone that makes calls and plays one game, in which a snake eats dots. It was nine
pounds. The lad in the shop tried to sell me a better one out of pity.

[gambling] I used to have a very good phone. People picture a place when I tell them, with a carpet
and a man in a bow tie. There was no place. I did it in the barber’s and at my sister’s wedding. I
did it in the pay office at the timber yard, where my brother-in-law had got me the job. Mostly I
did it at home on the settee, and that’s what my wife could not get over afterwards. She’d been
sitting next to me.

I’m not putting in any figures. Where I go on a Thursday we don’t say figures, since there’s always
somebody who hears one and feels better.

It’s half past six, above a dance school. You get the tap class up through the floor. There’s a
retired headmaster, two lads off the same building site who had each been hiding it from the other,
and a woman who drives the night bus.

I do the teas. That may not sound like much of a job. The tea money lives in a biscuit tin, it’s
about twenty pounds, and whoever has the tin takes it home. I’d been going the best part of a year
before anybody offered me the tin.

I sat in the car and counted it. Then I counted it again. I put it on the passenger seat and did the
belt up round it. The next Thursday I brought it back with a till slip for milk folded on top.

At home it’s better. It isn’t mended. My wife has the passwords and I have the snake.
"""),
)
