"""Nell's live story: a library on one bad wheel."""

from home.demo.shapes import DemoStory, OtherUse, blocks

STORY = DemoStory(
    key="trolley",
    title="The badger and other books I did not ask for",
    kind="praise",
    themes=("learning",),
    region="penmarrow",
    body=blocks("""
The library came on Wednesdays, on a trolley with one wheel that screamed. You could hear it two
landings away. There was a woman on our spur who used to bark at it.

It was pushed by another prisoner, a woman of about seventy in a cardigan. She had no title, so I
shall call her the Librarian. You were allowed two books a week. That was the prison’s rule. The
Librarian had a rule of her own, which was that one of them would be a book you’d asked for and the
other wouldn’t.

Among the books I did not ask for:

A history of salt.

The poems of a dead Hungarian.

How to keep bees.

The workshop manual of a motorcycle last made before I was born.

A picture book about a badger who moves house.

I was annoyed about the badger. I was fifty-three, I had a degree and reading glasses. It was forty
pages with perhaps two hundred words. The badger is told that he has to leave his sett, so he takes
the front door off its hinges and carries it about the countryside under one arm, looking for
somewhere to put it up. That is the entire plot. I read it three times and then I put it outside
with the tray so I couldn’t read it again.

The next Wednesday I asked how she chose. ‘I look at what you bring back,’ she said, ‘and I look at
how you bring it back.’ I had brought back the salt with the corner of one page turned down. She
knew which page.

> I look at what you bring back, and I look at how you bring it back.

She kept a card on each of us, in pencil, in a shoebox on the bottom shelf. I once read mine upside
down while she was looking for somebody’s western. Next to the badger she had put a tick and the
word ‘twice?’

I didn’t correct her.

I never knew what she was in for or how long she had left, and she never asked me. It was ninety
seconds a week for twenty-two weeks. I’ve worked that out, and it comes to thirty-three minutes. I
have had a marriage with less in it.

On Thursdays now I take the trolley round the cottage hospital, men’s surgical and then the other
one. I oil my wheels. I’ve a shoebox. I have been spoken to by the ward sister about leaving a man
with a hernia the bee book, which she felt might excite him. He’d like to know if there’s a second
volume.
"""),
    closing=("thanks", "Thank you for the badger. I have found somewhere to put up the door."),
    identity="N4",
    name="Nell",
    state="live",
    author="author",
    published_days_ago=131,
    also=(
        OtherUse(use="newsletter", answer="yes", identity="N4", name="Nell"),
        OtherUse(use="newspapers", answer="no"),
    ),
)
