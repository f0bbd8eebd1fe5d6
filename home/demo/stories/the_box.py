"""Tunde's letter to himself at twenty-four, on a bus, with a form."""

from home.demo.shapes import DemoStory, OtherUse, blocks

STORY = DemoStory(
    key="the_box",
    title="Dear Tunde, about the box",
    kind="journey",
    themes=("work",),
    region="kestlewick",
    body=blocks("""
Dear Tunde,

You are on the number 9 with a job form on your knee and you’ve got as far as the box. I know where
you are because I remember the stop. You’re about to get off. You’ll put the form in the bin outside
the launderette and tell Mum it was only a zero-hours thing anyway.

I’m writing from fifteen years up the road. I have a van. It is white, with a roof rack, and in the
passenger seat there’s a lad eating a sausage roll over a dashboard I cleaned this morning. I pay
him. Try and take that in.

Now, the box.

You read it as if it’s asking for all of it. The judge, the bus home without you, Mum’s coat on the
back of the chair. It hasn’t got room for that. I measured one once and it’s nine centimetres by
two. It wants to know what, and when, and there are three things about it I’d have liked somebody to
tell me.

First, some of those boxes you can leave empty, and be telling the truth. After enough time the law
lets you. There are people who’ll work out your date over the phone for nothing. You find this out
when you’re thirty-one. By then you’ll have binned nineteen forms, and on six of them you owed that
box nothing at all.

Second, when you do tick it, don’t squeeze it into the gap. Write a separate sheet. You’ll do yours
in the library, eight goes at it, and the woman on the desk will read it for you and take out every
‘sorry’ but one. ‘One’s plenty,’ she’ll say. ‘After that they start looking for more.’

Third, they’ll say no. I kept count because I kept the letters: seventeen noes and thirty-odd
nothings. But one of the noes rings you up to say it. He’s got a scaffolding yard and a site he
can’t put you on, and he feels bad, and he has a cousin. Go and see the cousin. Wear the boots. Do
not wear Dad’s tie, you’ll look like a witness.

> It hasn’t got room for that. I measured one once and it’s nine centimetres by two.

The cousin is going to read the whole sheet standing up, fold it, give it you back, and ask you one
question. He’ll ask if you’re all right with heights.

You’re not. Say yes. It takes about a fortnight, apart from churches.

Is it fair yet? There’s a school I’ve quoted for three times. Every time, I do the sheet, and every
time, for about a minute, I’m you.

But this lad. When he came to me he put his form down on the bonnet and then he watched my face, and
I knew exactly which line I’d got to by the way he’d stopped breathing. So I read it. I folded it
up. I asked him if he was all right with heights, and he said yes, and Tunde, he is a terrible liar.

Stay on till the next stop.

Tunde
"""),
    closing=("ask", "If you write the forms, put the box last, after we’ve told you what we can do."),
    identity="N5",
    name="Tunde Sillery",
    state="live",
    author="tunde",
    published_days_ago=143,
    also=(
        OtherUse(use="newsletter", answer="yes", identity="N5", name="Tunde Sillery"),
        OtherUse(use="newspapers", answer="yes", identity="N5", name="Tunde Sillery"),
    ),
)
