"""JJ's voice note, typed as he said it; he said no to funders."""

from home.demo.drawn import MADE_UP, DemoSound, a_bus_in_the_rain
from home.demo.shapes import DemoStory, OtherUse, blocks

STORY = DemoStory(
    key="the_44",
    title="The 44",
    kind="praise",
    themes=("probation",),
    region="kestlewick",
    body=blocks("""
Is it going? It’s going. Okay.

So this is me doing it as a voice note, and Priya’s going to type it, and I said leave it how I say
it. So if it’s a mess that’s how I said it.

They said tell us a thing that helped. And I was like, nothing? And then I was on the bus and I
thought, oh. This. The bus.

So my probation’s right over the other side, it’s two buses, and the second one is the 44. And the
44 is not really a bus. It’s more of a rumour. It says every twenty minutes on the sign, but that’s
just, like, someone’s opinion. And if you miss your appointment that’s a mark on you. Get a few
marks and you’re going back inside. For a bus.

And I’d missed one. First month. I’m stood there forty-five minutes in the rain with no credit,
can’t ring her, can’t do nothing, and I’m watching the clock in the carpet shop go past my time. And
I thought, that’s me then.

So the next week I go in and I’ve got my face ready. You know when you’ve got your face ready to be
told. And Miss Q goes, ‘Were you at the stop by the carpet shop?’ I go, yeah. She goes, ‘I know. I
was on it. We were stuck behind a skip.’

She gets the same bus. She’s a whole probation officer and she’s on the 44.

And she didn’t let me off, yeah, I want to say that, because people think. She put it down as
missed. But then she put why, and she turned the screen round and let me read it. I’d never seen the
screen. I didn’t know you could be on there with, like, a reason.

Then she moved me to twenty past, because of how the 44 goes. And she gave me a number you can text
with no credit. And now if it’s late she’ll text me first. It just says ‘Skip.’ That’s it. Or she
does the snail.

And since then it’s fourteen. Fourteen out of fourteen. I’ve got it on my phone with ticks. My mum’s
copied it out and put it on the fridge, which is embarrassing, I’m twenty. Leave that in though.

I don’t know what else. I’ve done the courses. The courses were all right. I done one on thinking.
But when I’m stood in the rain I don’t think about the course, I think, she’s stood in this as well.

What? No, I’m talking to my phone. It’s for a thing. I’ll tell you after.

Okay it’s coming. It’s actually coming. It’s got the wrong number on the front but that’s it, that’s
the driver. Hang on, I need to put my hand out or he won’t
"""),
    closing=("thanks", "Thank you, Miss Q. Fifteen out of fifteen, I made it."),
    identity="N3",
    name="Jay",
    state="refused_funders",
    author="jj",
    published_days_ago=27,
    also=(OtherUse(use="funders", answer="no"),),
    shown=(
        DemoSound(
            make=a_bus_in_the_rain,
            transcript="Rain on the roof of a bus stop. A phone buzzes, once. Far off, a bus. It comes closer, slows"
            " down and stops. Its doors let out a sigh.",
            caption=f"Twelve seconds at the stop by the carpet shop. {MADE_UP}",
            after=1,
        ),
    ),
)
