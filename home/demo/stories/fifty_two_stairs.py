"""Will's story on its way through the safety check, with every detail still in it that should not be."""

from home.demo.shapes import DemoStory, blocks

STORY = DemoStory(
    key="fifty_two_stairs",
    title="Fifty-two stairs",
    kind="concern",
    themes=("health",),
    region="harrowmere",
    body=blocks("""
I was seventy-one when I went in, on 14 March, and they put me on the top landing because that’s
where there was a bed. It was fifty-two stairs. My dinner was at the bottom of them.

I’m not a complainer. I was a postman in Topfold for thirty-four years and I know about stairs. What
you do is, you take them in flights and you don’t look up. But I have a hip, and a tray wants two
hands and so does a rail.

The lad who saved me was Trevor Pask, on the threes. He had noticed I was coming down once a day and
not twice. He never said a word to me about it, he just started turning up at my door with two
trays, one on top of the other. He’d sit on the end of the bed and eat his while I ate mine. This
was every day till the May. He told me a great deal about pigeons.

I put in for a ground-floor place on form after form, always with my number on it, Z0000ZZ. I’ve
copies of seven. My daughter Joan rang up from home, 14 Glebe Row, and left her number for them,
01632 960188, and nobody rang it. In the end I was moved down on a Thursday, with no notice, and the
reason was that the man below me had gone up. He was sixty-eight. He’d a stick.

I asked if we could swap back till they’d sorted it. They thought I was being funny.
"""),
    by_voice=True,
    closing=("ask", "Fill the bottom landing by age, and fill it before anyone has to ask."),
    identity="N2",
    state="waiting_safety_check",
    author="will",
)
