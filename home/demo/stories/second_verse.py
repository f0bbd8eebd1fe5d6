"""A widower's story, told aloud and put in other words so that nothing points at him."""

from home.demo.shapes import DemoStory, OtherUse, blocks

STORY = DemoStory(
    key="second_verse",
    title="The second verse",
    kind="praise",
    themes=("families",),
    region="harrowmere",
    body=blocks("""
I said all this out loud to somebody I trust, and she has changed whatever could point at me: what
we did for a living, how many of us there are, the month, the hymn. Then she read it back to me
twice. What’s left is true.

My wife died while I was inside. We’d been married so long that we had stopped counting in years and
counted in dogs. We were on the fifth.

I had asked to go and see her. It was refused, and then it was agreed, and then there weren’t the
staff. I filled in the form about it, and they wrote back, and I’ve read what they said. I don’t
want to go over it here.

[death] The chaplain came to the workshop door with one hand flat on his own chest, like a man
feeling for his glasses, and I knew. I asked him if I could finish the edge I was on. He said of
course. He stood there among the dust in his black shoes while I sanded it, right to the end and
back along. I’ve thought more about that than about anything he said to me after.

I couldn’t go to the funeral, but there was a link. It was shown in the chapel on a laptop, with two
hymn books under it to get the height. The officer who walked me over was a big young lad. I’d had
perhaps ten words from him in a year. He was meant to stand by the door. When it started he looked
at me, and he looked at the one chair, and he went and sat down on the floor behind me with his back
to the wall and his boots out in front. I couldn’t see him, but I could hear he was there. He
breathed through his mouth. I was glad of it.

The sound went in the second hymn. There they all were with their mouths open, the whole of her
side, that never could sing, in perfect silence. And I laughed. I couldn’t stop it. She would have
been holding on to the pew.

Then I heard it from behind me. He’d picked it up where they had dropped it. Quiet, and flat as a
plate, and he knew the second verse. I had the pictures from up there and the tune from him until
the sound came back.

When it was over he got to his feet and brushed his knees and said, ‘She had a good turnout.’ Where
I come from that’s the thing you say. It is the correct thing, and I hadn’t known that I was waiting
for someone to say it.

He finished at six that night, but he must have had a word. The night man came by at nine and at
midnight and at three. Each time he put his face to the glass and said, ‘All right?’ and then my
name, with Mister in front of it.

They moved me not long after. I never saw the lad again.
"""),
    closing=("thanks", "If you are the officer who sat on the floor, thank you for the second verse."),
    content_notes=(("death", "central"),),
    identity="N2",
    state="live",
    author="will",
    published_days_ago=95,
    also=(OtherUse(use="training-staff", answer="yes", identity="N1"),),
)
