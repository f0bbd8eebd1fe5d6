"""A family piece with a sister and her boy in it: nothing goes up unless they say yes too."""

from home.demo.shapes import DemoStory, blocks

STORY = DemoStory(
    key="passenger_seat",
    title="The passenger seat",
    kind="praise",
    themes=("families",),
    region="penmarrow",
    body=blocks("""
My sister Rosa does not like motorways. She has never liked them. She will drive forty minutes round
by the reservoir so as not to meet a lorry.

For two years she drove to me every other Saturday, and there is no way to me except the motorway.
She did it in the slow lane with the radio off. She told me later that she used to say the names of
the junctions aloud, like stations of the cross.

Her boy Jory sat beside her. He was fifteen when it began. He was in charge of the map, which was not
needed, and the mints, which were. He says he learned to drive on that road, by watching somebody be
frightened and do it well.

They had an hour with me. Rosa used the first ten minutes to stop shaking. Then she would put her
keys on the table between us, and Jory would tell me which junction had been the worst.

Nobody ever wrote that down as a visit that went well. There is no box for it. I came to the table,
they came to the table, and for fifty minutes I was somebody’s brother.
"""),
    closing=("thanks", "Thank you to whoever lets the visitors’ car park open half an hour early."),
    identity="N2",
    state="waiting_choices",
    author="marlon",
)
