"""What people are told before they answer: the starting texts, plain and easy read.

A heading is a short line of its own ending in a question mark; a blank line parts the paragraphs. No text
names a day or a number that the charity can set, so that no setting can make it untrue.
"""

from dataclasses import dataclass
from typing import Final, Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeWords:
    """One rendering of a notice; all renderings of a version say the same in their language and format."""

    key: str
    version: int = 1
    language: Literal["en", "cy"] = "en"
    format: Literal["plain", "easy_read", "large", "audio"] = "plain"
    text: str


def flow(text: str) -> str:
    """The source is wrapped for the programmer; the text has one line a paragraph."""
    return "\n\n".join(" ".join(part.split()) for part in text.strip().split("\n\n"))


STORY_PLAIN: Final = flow("""
What are we asking?

You have told a story. We would like to show it to other people. We ask about each way on its own:
our website, a newspaper, a meeting and so on. You answer each one on its own.

What does a yes mean?

A yes is for these words and for that one use. If a word changes, your yes does not count for the
new words. We ask you again.

We need two yeses. After the first one you get thinking time, and we show you how long. Nothing is
shown to anyone in that time. Then we ask you once more. If you say nothing, the answer is no.

A yes always has a last day. You see the day before you choose. When it comes, your words come down.
You can say yes again if you want to.

Can you say no?

Yes. You can say no to all of it or to part of it. You can say not now. You do not have to tell us
why. You get the same help from us whatever you say.

What will you be called?

You choose. We can use no name, a name you make up, your first name or your full name. You can
choose a different one for each use. Think about who may read it in ten years: a boss, a neighbour,
your own children.

Is anyone else in your story?

If your words could show who somebody else is, we talk with you about that first. They may need to
say yes too.

How can you stop it?

You can stop at any time. You can stop all of it or one use. You do not need a reason. Use the Stop
button on your own pages, or the number on your card, or ring us, or write, or tell your supporter.

Our website stops at once. Some things cannot come back: what is in print, what was said out loud,
and copies that other people made. We tell you which before you choose.

What do we keep?

We write down what we asked you, what you said and when. You get a copy. Only people who need it for
their work here can see who you are. We write down each time one of them looks.

When would we tell someone else?

If we think that you or another person may be badly hurt, we may have to act. We talk to you first
if we can.

Who can you ask?

Ask your supporter. You can also ring us or write to us. The number and the address are on your card
and at the foot of each page.

What if you are not happy with us?

Tell anyone here. We answer you within 30 days. You can also tell the Information Commissioner.
Their job is to look after what is known about people.
""")

STORY_EASY_READ: Final = flow("""
What is this about?

You told us a story.

We want to show it to other people.

We need you to say yes or no.

What do we ask?

We ask about one thing at a time.

One is our website. One is a newspaper.

You can say yes to one and no to another.

What does yes mean?

Yes means we can use these words.

If the words change, we ask you again.

How does it work?

You say yes two times.

After the first yes, you have time to think.

We wait. Nobody sees your story yet.

Then we ask you again.

If you say nothing, we take it as no.

Does it last for ever?

No. It has a last day.

We tell you the day.

Can you say no?

Yes. No is fine.

You do not have to say why.

We help you just the same.

What about your name?

You choose what we call you.

You can pick a made-up name.

You can have no name.

Can you stop?

Yes. You can stop on any day.

You do not have to say why.

Press Stop. Or use your card. Or ring us. Or tell your supporter.

We take it off our website at once.

We cannot get back a paper that is printed.

We cannot get back words that were said.

What if there is danger?

If someone may get badly hurt, we may have to tell.

We try to talk to you first.

Who can help?

Your supporter can help.

You can ask to hear this again.

You can ask someone you trust to sit with you.

You can tell us if you are not happy.
""")

SPEAKING_PLAIN: Final = flow("""
What are we asking?

People ask us for speakers. We would like to know which kinds of speaking we may ask you about. We
ask about each kind on its own.

What does a yes mean?

A yes means that we may ask you. It does not mean that you have to go. Each time, you hear who it is
for, where, when and what they want to know. Then you say yes or no to that one.

We need two yeses here too. After the first one you get thinking time. If you say nothing, the
answer is no. A yes always has a last day.

What will you be called?

You choose, before you say yes. You also choose if they may show your face and use your voice.

What will you talk about?

You tell us what you like to talk about, what we should ask you first, and what you will not talk
about. We ask you only where it fits. People who ask us do not hear what you keep back, or why.

Can you change your mind?

Yes, at any time, also on the day, also in the room. You do not need a reason. We tell them that our
speaker cannot come, and no more than that.

What you have said out loud cannot come back. If it was recorded, we ask them to stop using it, and
they may say no.

Who comes with you?

Someone from here, if you like. We talk before it and after it, on the same day and again later.

Who can you ask?

Ask your supporter. You can also ring us or write to us. If you are not happy with what we did, tell
anyone here. We answer you within 30 days.
""")

NOTICES: Final[tuple[NoticeWords, ...]] = (
    NoticeWords(key="story-choices", text=STORY_PLAIN),
    NoticeWords(key="story-choices", format="easy_read", text=STORY_EASY_READ),
    NoticeWords(key="speaking-choices", text=SPEAKING_PLAIN),
)
