"""What people are told who are in a story without having written it, and who stand beside a young person."""

from typing import Final

from consent.notices import NoticeWords, flow

IN_IT: Final = flow("""
What are we asking?

Somebody has told us something, and you are in it. We would like to show their words to other people. We ask you
first, because they are about you too.

Who told it?

We do not say who. You may guess. Please do not tell others what you think.

What does a yes mean?

A yes is for exactly the words we show you, and for one use at a time: our website, a newspaper and so on. If a word
about you changes, we ask you again.

We need two yeses from you. After the first one you get thinking time. Then we ask once more. If you say nothing, the
answer is no.

Can you say no?

Yes. You can say no to all of it or to part of it. You can say not now. You do not have to tell us why. Then it is not
shown, whatever anybody else says.

How can you stop it?

On any day, in two taps here, with your card, or by ringing us. You do not have to say why. It comes down at once.
""")

GUARDIAN: Final = flow("""
What are we asking?

A young person you look after has told us something, or is in something that was told to us. We would like to show
the words to other people. Because they are young, we ask you too.

Whose yes is needed?

Theirs and yours. If one of you says no, it is no. Please do not press them, and do not let anybody press you.

What does a yes mean?

A yes is for exactly the words we show you, and for one use at a time. It lasts twelve months at the most. On their
18th birthday everything rests, and we ask them afresh, as an adult.

We need two yeses from each of you. After the first one there is thinking time. If you say nothing, the answer is no.

Think of them in ten years. Who may read it then: a boss, a partner, their own children?

How can you stop it?

Each of you can stop it alone, on any day. You do not have to say why. It comes down at once.
""")

NOTICES_IN_IT: Final = (
    NoticeWords(key="in-it-choices", text=IN_IT),
    NoticeWords(key="guardian-choices", text=GUARDIAN),
)
