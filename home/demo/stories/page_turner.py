"""Marlon's choir; its time ran out yesterday."""

from home.demo.shapes import DemoStory, blocks

STORY = DemoStory(
    key="page_turner",
    title="The man who turned the pages",
    kind="praise",
    themes=("learning",),
    region="kestlewick",
    body=blocks("""
We had a choir because the chapel had the good radiators. I’ll be honest about that. There were
about twenty of us in January and seven in June.

Mrs Loveday came in from outside to play the piano. She was past eighty, and she played everything
by heart. She had the music up in front of her, out of manners I think, but she never once looked at
it.

There was a man called Mackie who came every week and would not sing. He’d tell you he couldn’t. He
turned the pages for her. Ironed shirt, stood to the left, watching for her nod. She didn’t need the
nod and she didn’t need the pages. I reckon they both knew that by the second week. It went on for
two years. She nodded, he turned, and he’d step back.

The third Christmas she brought us a new piece, a hard one, in a language none of us had. This one
she did not know by heart. So for the first time the pages really mattered.

We got to the bottom of page three. She nodded. Nothing. She nodded again, and she said ‘Mackie!’
and she stopped, and we all stopped, a line at a time, like a lorry with a lot of wheels. And in the
gap there was one voice still going. He’d got his eyes shut.

Bass, it turned out.
"""),
    closing=("thanks", "Thank you, Mrs Loveday, for all the nods you didn’t need."),
    identity="N3",
    name="Augie",
    state="expired_yesterday",
    author="marlon",
    published_days_ago=731,
)
