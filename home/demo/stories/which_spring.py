"""A council's finding, in which everybody is counted and nobody is named."""

from home.demo.shapes import DemoStory, OtherUse, blocks

STORY = DemoStory(
    key="which_spring",
    title="Nineteen of us on the waiting room",
    kind="idea",
    themes=("being-heard", "probation"),
    region="harrowmere",
    body=blocks("""
Nineteen people filled in the sheet, five came and said it to our faces, and I was the one with the
pen. The question was the probation waiting room. Before we talked about it we all went and sat in
it for an hour, so as to know what we were talking about. Nobody asked us what we were doing there,
which we also wrote down.

# What is good

The woman on reception learns names. Twelve of the nineteen sheets said so. One said she’d
remembered the name of a dog.

The toilet is clean and there’s no key. Three people put this first on their list. If you’ve ever
had to ask a stranger through glass for the key to a toilet, you’ll know why.

Since the big clock went up, people are seen on time. The longest wait in our hour was thirteen
minutes.

# What worries us

Your name is called out, first and last, across the room. In summer the window’s open, and under the
window is a bus stop. One man came down from his appointment and his neighbour, at the stop, called
him by his full name for the first time in nine years.

The chairs are bolted to the floor in rows, all facing the same way, as if there’s going to be a
film. The rows are narrower than a pram. Two mothers told us that they stand.

There are twenty-six posters. Nineteen of them tell you not to do something. One is for a firework
display two years ago.

# What we propose

Raffle tickets. You get one at the desk and they call the number. A book of a thousand is three
pounds, and we brought one with us.

Unbolt the front row and turn it to make a corner. One of us has the right spanner and twenty years
in bus shelters.

Take down ten of the posters. We have put a sticker on each of the ten. We’d like to keep the
fireworks, as it is the only one that anybody had read.

# What was said in the room

The head of the office came, as she’d promised to. She said she found it hard to believe about the
window. So she went down and stood at the bus stop, and one of us upstairs read out a made-up name
in an ordinary voice, and she came back up with it written on her hand. ‘Tickets from Monday,’ she
said. It was the Monday. I was number four.

The posters came down that week. The bolts have to go to a department called Estates. We asked
Estates for a date and we were told ‘spring’. I put that in the minutes, and I put our question
after it, which was: which spring?
"""),
    closing=("ask", "Give us the date for the bolts, and we will bring the spanner."),
    identity="N2",
    state="live",
    author="ngozi",
    published_days_ago=43,
    also=(OtherUse(use="funders", answer="yes", identity="N0"),),
)
