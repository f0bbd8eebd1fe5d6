"""What people are told before they answer, in the other forms: read aloud, large print, and easy read for speaking.

Large print is the plain text, letter for letter; only its size on the page differs.
"""

from typing import Final

from consent.notices import SPEAKING_PLAIN, STORY_PLAIN, NoticeWords, flow

STORY_AUDIO: Final = flow("""
What is this?

Hello. I am going to read you what we are asking. It takes about three minutes. You can stop me
when you like. You can ask me to say it again.

What are we asking?

You have told a story. We would like to show it to other people. We ask about one way at a time.
Our website is one. A newspaper is another. You answer each one on its own.

What does a yes mean?

A yes is for these words and for that one use. If the words change, we come back and ask you again.

You say yes two times. After the first yes you have time to think. Nobody sees your story in that
time. Then we ask you once more. If you say nothing, we take it as a no.

A yes always has a last day. We tell you the day.

Can you say no?

Yes. You can say no to all of it, or to some of it. You can say not now. You do not have to say
why. We help you just the same.

What will you be called?

You choose. It can be no name, a made-up name, your first name or your full name. Think of who may
hear it in ten years.

Is anyone else in it?

If your words show who somebody else is, we talk about that first.

How can you stop it?

You can stop on any day. You do not have to say why. Press Stop. Or use the number on your card. Or
ring us. Or tell your supporter.

Our website stops at once. What is in print, and what was said out loud, cannot come back.

What do we keep?

We write down what we asked, what you said and when. You get a copy.

If we think that someone may be badly hurt, we may have to act. We talk to you first if we can.

That is all of it. Shall I read any part again?
""")

SPEAKING_AUDIO: Final = flow("""
What is this?

Hello. I am going to read you what we are asking. You can stop me when you like.

What are we asking?

People ask us for speakers. Which kinds of speaking may we ask you about? We ask about each kind on
its own.

What does a yes mean?

A yes means that we may ask you. It does not mean that you have to go. Each time you hear who it is
for, where and when. Then you say yes or no to that one.

You say yes two times. In between you have time to think. If you say nothing, it is a no. A yes
always has a last day.

What will you be called?

You choose the name. You choose if they may show your face. You choose if they may use your voice.

Can you change your mind?

Yes, at any time, also on the day, also in the room. You do not have to say why. What you have said
out loud cannot come back.

Who comes with you?

Someone from here, if you like. We talk before it, and after it.

That is all of it. Shall I read any part again?
""")

SPEAKING_EASY_READ: Final = flow("""
What is this about?

People ask us for speakers.

We want to know if we may ask you.

What do we ask?

We ask about one kind at a time.

You can say yes to one and no to another.

What does yes mean?

Yes means we may ask you.

You do not have to go.

We ask you again each time.

How does it work?

You say yes two times.

After the first yes, you have time to think.

If you say nothing, we take it as no.

What about your name?

You choose what we call you.

You choose if they see your face.

Can you change your mind?

Yes. On any day. Also on the day itself.

You do not have to say why.

Words that were said cannot come back.

Who can help?

Someone from here can come with you.

You can ask to hear this again.
""")

SPOKEN_NOTICES: Final[tuple[NoticeWords, ...]] = (
    NoticeWords(key="story-choices", format="audio", text=STORY_AUDIO),
    NoticeWords(key="story-choices", format="large", text=STORY_PLAIN),
    NoticeWords(key="speaking-choices", format="audio", text=SPEAKING_AUDIO),
    NoticeWords(key="speaking-choices", format="large", text=SPEAKING_PLAIN),
    NoticeWords(key="speaking-choices", format="easy_read", text=SPEAKING_EASY_READ),
)
