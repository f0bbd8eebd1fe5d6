"""Dee's story: a coin that opens a locker. Hers is the paper code on the demo page.

Up on the website, for newspapers and for ministers at once, each time by another name, place and day.
"""

from home.demo.drawn import MADE_UP, DemoPicture, a_coin
from home.demo.shapes import DemoStory, OtherUse, blocks

STORY = DemoStory(
    key="old_pound",
    title="The old pound",
    kind="concern",
    themes=("visits", "families"),
    region="kestlewick",
    body=blocks("""
There is a pound coin in my purse that you can’t spend. It’s one of the old round ones. I keep it in
the zip part with my mother’s St Christopher, and of the two I’d be more upset to lose the coin.

It’s for the lockers. Where my son is, you can’t take anything into the visits hall but yourself, a
locker key and a bit of change for the tea bar. Everything else goes in a locker, and the lockers
were put in before the pound changed shape. The new one has twelve sides and jams in the slot. I
have asked whose job it is to change the locks. The prison says it’s the company that runs the
visitors’ centre. The company says the building is the prison’s. In the meantime there’s a laminated
notice, OLD £1 ONLY, as if we all kept a drawer of them.

My first visit I didn’t know. I’d come to {place} on a train and two buses, two hours and fifty
minutes, and I stood there with a twelve-sided pound like a lemon. A girl I’d never seen before, with
a baby on her hip, put her hand out flat with the old coin on it. ‘Borrow it,’ she said. ‘You get it
back when you open the door. Then give it to whoever’s stuck next.’

So I did, and that is how it works. There are nine of those coins going round, by my count. I know
some of them by sight. One has a nick in the Queen’s nose. Mine’s got green nail varnish on the
edge, so I can find it by the light of my phone at the bus stop. We’ve never had a meeting about it.
Nobody’s in charge. In four years, as far as I know, nobody has walked off with one on purpose.

But it runs out. {when} a man came who’d not been before, in a good coat, to see his brother. No
coin. I’d already used mine and so had everyone. The lady on the desk told him he could pop back to
his car, and he said he’d come by bus, and she looked at the notice as though it might have changed.
By the time somebody opened a locker it was five past. They don’t let you in after five past.

He’d polished his shoes for it. I’ve not seen him since and I look every time.

There are forty-eight lockers. My neighbour fits them for gyms and he says a new lock is twelve
pounds sixty, and he’d do it on a Monday when there’s no visits. That comes to six hundred and four
pounds eighty. I did it twice, because I thought it would be more.
"""),
    closing=("ask", "Change the forty-eight locks, and I’ll hand my coin in at the desk myself."),
    identity="N4",
    name="Dee",
    place="Kestlewick",
    when="in March",
    state="live",
    author="dee",
    published_days_ago=38,
    also=(
        OtherUse(
            use="newspapers",
            answer="yes",
            identity="N3",
            name="Jean",
            place="a city in the north",
            when="one spring",
        ),
        OtherUse(
            use="ministers",
            answer="yes",
            identity="N5",
            name="Deirdre Maguire-Okafor",
            place="Marl Road in Kestlewick",
            when="on the first Saturday of March",
        ),
    ),
    shown=(
        DemoPicture(
            make=a_coin,
            alt="A drawing of a round pound coin on a dark cloth. There is green nail varnish along its edge.",
            caption=f"Mine, by the light of my phone. {MADE_UP}",
            after=4,
        ),
    ),
)
