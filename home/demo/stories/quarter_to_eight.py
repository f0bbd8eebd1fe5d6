"""Marisol's story, resting: a video call across seven hours."""

from home.demo.shapes import DemoStory, blocks

STORY = DemoStory(
    key="quarter_to_eight",
    title="Quarter to eight in the morning",
    kind="concern",
    themes=("calls-and-letters", "families"),
    region="sallow-coast",
    body=blocks("""
My children live with my mother. There, it is seven hours later than here.

The video call is thirty minutes, one time in a month. For the first four months they gave me three
o’clock in the afternoon. Three o’clock here is ten o’clock at night there. My daughter can stay
awake, she is nine. My son was four. So I have four months of pictures of a boy asleep on a chair
with his shoes on. My mother had dressed him for it. She did his hair with water.

[separation] One time he woke up in the middle. He looked at the screen, and he asked my mother,
very polite, who is the lady.

I wrote a paper to ask for the morning. It came back: no morning slots. I asked who makes the slots.
Many people were kind to me about it, but I could not find the person.

Then in the queue for dinner a man from the visits office told me that he comes at half past seven
to turn the machines on and let them warm. ‘I’m only sat there,’ he said. So we wrote the paper
again together and he put his name under my name.

Now I have the second Tuesday, quarter to eight. There it is quarter to three, they are home from
school, they have eaten. My son runs in. The last time he wanted to show me his tooth. I said open
your mouth. He opened his hand.
"""),
    closing=("ask", "On the form for calls, ask every mother what time it is where her children are."),
    content_notes=(("separation", "central"),),
    identity="N3",
    name="Luz",
    state="paused",
    author="marisol",
    published_days_ago=80,
)
