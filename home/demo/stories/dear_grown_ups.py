"""A grandmother who is bringing up two: a family author."""

from home.demo.shapes import DemoStory, OtherUse, blocks

STORY = DemoStory(
    key="dear_grown_ups",
    title="Dear Grown-ups",
    kind="praise",
    themes=("families",),
    region="sallow-coast",
    body=blocks("""
I am sixty-seven and I have a five-year-old and a nine-year-old. I didn’t have them myself, I’m not
a medical marvel. They’re my daughter’s. She went away on a Tuesday in spring, and by Tuesday
teatime I had two car seats, a bag of odd socks and a guinea pig.

People say ‘I don’t know how you do it.’ I’ll tell you how. You go to bed at half past eight.

They had to change schools, because I wasn’t driving forty minutes each way with my knees. So there
I am in a new yard at ten to nine with everyone going past on scooters, and somebody has to tell the
school, and it turns out there isn’t a person whose job that is. It’s you. I asked for a word with
the lady in the office. I’d practised it in the car on the guinea pig, who was on his way to the
vet.

‘Their mum’s away and they’re living with me,’ I said, ‘and she’s not on a cruise.’

The lady put her pen down. That’s the thing I noticed. Then she said, ‘Right. What do you need from
us?’

Well, nobody had asked me that. I’d answers ready for all sorts of other things. So I said the first
thing in my head, which was a coat peg. The little one had started mid-term and the pegs were all
taken and she’d been putting her coat on the floor. Next morning there was a peg. It had her name
and a picture of a whale, because the lady had gone and found out that it was whales.

# The brackets

The nine-year-old reads everything. Cereal, the gas bill, the back of the bus. And letters from
school all start the same way. He’d stand in the kitchen and read it out, ‘Dear Parent’, and then
he’d stop and look at me, not being rude, just checking. One night he got a biro and crossed out
Parent and put NAN. Then he had a think and put (for now). With the brackets.

I took it in to show her. I wasn’t complaining. If anything I was showing off about the brackets.
She read it for a long time for something with three words on it, and she asked if she could keep it
over the weekend.

The next letter home was about nits. ‘Dear Grown-ups,’ it said.

It went to three hundred and ten families, and not one of them knew it was ours. He read it out, he
didn’t stop, and he went straight on into the nits. I had to go and see to something in the hall.

They’ve kept it ever since. It turns out there’s a boy in his class with his auntie, and two in
foster, and a girl with her dad and her grandad who argue over who does the plaits. In March they
make a card for ‘someone who looks after you’. He makes two. One gets a stamp.

I’m not going to tell you it’s all whales. There’s a form for the money you can get when you bring
up your own, and it’s twenty-six pages long, and page nineteen wants to know if I am expecting.
There was a thing a boy said at football. There’s the visits, which want a whole other story. But
every morning at ten to nine I take two children into a building where, for six hours, somebody’s
thought about it. I come home and I sit down, and some days I have both my biscuits before I take my
coat off.
"""),
    closing=("thanks", "Thank you to the lady in the office, who put her pen down."),
    content_notes=(("separation", "mention"),),
    identity="N3",
    name="Nan B",
    state="live",
    author="nan",
    published_days_ago=64,
    also=(OtherUse(use="newspapers", answer="yes", identity="N3", name="Nan B", ask_first=True),),
)
