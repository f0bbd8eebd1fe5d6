"""Marlon's short object story: a kettle with a broken switch."""

from home.demo.shapes import DemoStory, OtherUse, blocks

STORY = DemoStory(
    key="two_sugars",
    title="Two sugars",
    kind="praise",
    themes=("first-nights",),
    region="kestlewick",
    body=blocks("""
The switch on the kettle was broken, so you had to keep your thumb on it the whole time it boiled.
Four minutes. I know because there was nothing else to look at.

It was my first night. I’d been moved about since six in the morning and asked a great many things
by people with screens. Next of kin. Religion. Allergies. Was I likely to do anything silly. Had I
been in care, had I been in the army, had I ever been called by any other name. I’d answered the lot
and I could not have told you one word I’d said.

The man I was put in with was about sixty, with a cough. He looked up, he looked at me, and he got
off his bunk in his socks and went and stood with his thumb on the kettle. He didn’t tell me it
would be all right. When it boiled he said, ‘Sugar?’

I said two.

I don’t take sugar. I never have. I think it was just the first question of the day that had a nice
answer.

He made me that tea every night for ten months, his thumb down, looking at the wall, and every night
he put two in. By the time I felt I could tell him, it was far too late to tell him.

I’ve got a kettle now that lights up blue and switches itself off. I still stand next to it.
"""),
    closing=("thanks", "Thank you, Mr T, wherever you’ve got to. I’m back to none."),
    identity="N3",
    name="Augie",
    state="live",
    author="marlon",
    published_days_ago=112,
    also=(
        OtherUse(use="training-staff", answer="yes", identity="N3", name="Augie"),
        OtherUse(use="radio-tv", answer="yes", identity="N3", name="Augie"),
    ),
)
