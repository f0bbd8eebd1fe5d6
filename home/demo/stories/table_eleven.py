"""A father and a daughter, two authors and two memories of one table."""

from home.demo.shapes import DemoStory, OtherUse, blocks

STORY = DemoStory(
    key="table_eleven",
    title="Table eleven",
    kind="journey",
    themes=("visits", "families"),
    region="kestlewick",
    body=blocks("""
# Him

She was nine the first time and fifteen the last time. We had table eleven whenever we could get it,
because it’s by the wall and she could put her back to it.

# Her

It was never eleven. It was mostly six. He says eleven because of the day with the machine.

# Him

I’m coming to the machine. You have to understand that I wasn’t allowed out of my chair. So from
nine years old my daughter did the catering. She’d come back across that hall with a tea in each
hand, walking like a bride, and she always left the bag in mine.

# Her

He’d say ‘How’s school?’ and I’d say ‘Fine.’ Six years. I had a list of things to tell him in my
coat pocket, and when I sat down it went out of my head. It’s a loud room and a quiet one at the
same time. You can hear every other table being fine.

# Him

I had a list too. I kept it in my sock.

# Her

I did not know about the sock until we sat down to write this.

# Him

Top of it was the clarinet. Her grandmother had told me she’d given it up, and told me I wasn’t to
know. So every month I didn’t ask about the clarinet.

# Her

I gave it up because the case didn’t fit under the seat on the coach. That was the only reason. If
he’d asked me I’d have told him.

# Him

The machine. She was thirteen. It took her two pounds, which was all we had, and gave her nothing.
She didn’t go to the desk. She stood in front of it and told it what she thought of it, in Twi,
which I’d taught her down the phone for talking to her grandmother. Her grandmother doesn’t know
those words. The whole hall went quiet and then the whole hall went. Even the officer. He came over
with a key, opened the front of it, and handed her two hot chocolates without a word.

# Her

Then we talked. About the machine, then about Grandma, then about the machine again. Then I told him
about the clarinet, and he took his shoe off in front of everyone, and I thought he’d gone mad.

# Him

I only wanted to cross it off.

# Her

So he did sort of tell me about the sock. I thought he had a stone in his shoe.

# Him

I’ve been home four years. She’s nineteen and she has her own place. I go on Sundays. I’m the one on
the bus now.

# Her

For the first year he’d sit in Grandma’s kitchen and not get up till somebody said. I don’t think he
knew. At mine he gets up. He makes the tea. He takes the bag out.

# Both of us

We wrote this at her table in one evening with two pens. Where we don’t agree we left it in.
"""),
    closing=(
        "ask",
        "Put a set of draughts on every table, because two hours is a long time to look at anyone.",
    ),
    content_notes=(("separation", "mention"),),
    identity="N3",
    name="Kojo and Efua",
    state="live",
    author="kofi",
    co_authors=("ama",),
    published_days_ago=19,
    also=(OtherUse(use="newspapers", answer="unanswered"),),
)
