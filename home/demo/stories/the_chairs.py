"""From an old newsletter, with an old form: nobody knows what was agreed, so it stays dark."""

from home.demo.shapes import DemoStory, blocks

STORY = DemoStory(
    key="the_chairs",
    title="Somebody has to put the chairs out",
    kind="journey",
    themes=("being-heard", "work"),
    region="harrowmere",
    body=blocks("""
I only went to the council the first time because they said there’d be a lunch. I put the chairs out
as I was early. The second time I put them out as well. By the fourth they had stopped asking, and
if I was late people stood.

One month the woman who took the notes was ill, so I took them, on the back of a menu. I have never
been able to spell but I can listen, and I put down what people said the way they’d said it. A
manager rang up afterwards. She wanted to know who had done the minutes, because she’d read them to
the end.

After that they sent me on a course for notes. Then one for chairing, which I liked, as you get to
tell people to stop. Last month I had an interview, in a jacket, for a job with a desk. They asked
for my experience of working with service users. I said I’d been one for six years, and I’d put
their chairs out.

I start on the first. There’s a lanyard. I still get there early.
"""),
    closing=("thanks", "Thank you to whoever it was that promised me a lunch."),
    identity="N4",
    name="Ngozi",
    state="legacy_unknown",
    author="ngozi",
)
