"""The notices for those who are in a story, and for guardians, in the other forms and in Welsh.

Large print is the plain text, letter for letter; only its size on the page differs.
"""

from typing import Final

from consent.notices import NoticeWords, flow
from consent.notices_in_it import GUARDIAN, IN_IT

IN_IT_EASY: Final = flow("""
What is this about?

Somebody told us something.

You are in it.

We would like to show their words to other people.

We ask you first.

Who told it?

We do not say who.

What does a yes mean?

A yes is for these words only.

A yes is for one use at a time.

If words about you change, we ask you again.

You say yes two times.

You have time to think in between.

If you say nothing, it is a no.

Can you say no?

Yes.

You do not have to say why.

If you say no, it is not shown.

How can you stop it?

You can stop on any day.

Tap here, use your card, or ring us.

It comes down at once.
""")

IN_IT_AUDIO: Final = flow("""
What is this?

Hello. I am going to read you what we are asking. It takes about a minute. You can stop me when you
like. You can ask me to say it again.

What are we asking?

Somebody has told us something, and you are in it. We would like to show their words to other people.
They are about you too, so we ask you first. We do not say who told us.

What does a yes mean?

A yes is for the words we show you, and for one use at a time. If words about you change, we come back
and ask you again. You say yes two times, with time to think in between. If you say nothing, it is a no.

Can you say no?

Yes. To all of it, or to some. You do not have to say why. If you say no, it is not shown, whatever
anybody else says.

How can you stop it?

On any day. Tap here, use your card, or ring us. It comes down at once.
""")

GUARDIAN_EASY: Final = flow("""
What is this about?

A young person you look after told us something.

Or they are in something that was told to us.

We would like to show the words to other people.

They are young. So we ask you too.

Whose yes is needed?

Theirs and yours.

If one of you says no, it is no.

Do not press them.

Nobody may press you.

What does a yes mean?

A yes is for these words only.

A yes is for one use at a time.

It lasts twelve months at the most.

On their 18th birthday everything rests.

Then we ask them again, as an adult.

Each of you says yes two times.

There is time to think in between.

If you say nothing, it is a no.

How can you stop it?

Each of you can stop it alone.

You do not have to say why.

It comes down at once.
""")

GUARDIAN_AUDIO: Final = flow("""
What is this?

Hello. I am going to read you what we are asking. It takes about a minute. You can stop me when you
like. You can ask me to say it again.

What are we asking?

A young person you look after has told us something, or is in something that was told to us. We would
like to show the words to other people. They are young, so we ask you too.

Whose yes is needed?

Theirs and yours. If one of you says no, it is no. Do not press them, and let nobody press you.

What does a yes mean?

A yes is for the words we show you, and for one use at a time. It lasts twelve months at the most. On
their 18th birthday it all rests, and we ask them again, as an adult. Each of you says yes two times,
with time to think in between. If you say nothing, it is a no.

How can you stop it?

Each of you can stop it alone, on any day. You do not have to say why. It comes down at once.
""")

IN_IT_CY: Final = flow("""
Beth rydyn ni'n ei ofyn?

Mae rhywun wedi dweud rhywbeth wrthon ni, ac rwyt ti ynddo. Hoffen ni ddangos y geiriau i bobl eraill.
Rydyn ni'n gofyn i ti yn gyntaf, achos maen nhw amdanat ti hefyd.

Pwy ddywedodd?

Dydyn ni ddim yn dweud pwy. Plîs paid â dweud wrth eraill beth rwyt ti'n ei feddwl.

Beth mae "ie" yn ei olygu?

Mae "ie" ar gyfer yr union eiriau rydyn ni'n eu dangos i ti, ac ar gyfer un defnydd ar y tro. Os bydd
gair amdanat ti'n newid, byddwn ni'n gofyn i ti eto.

Mae angen dau "ie" arnon ni. Ar ôl y cyntaf rwyt ti'n cael amser i feddwl. Yna rydyn ni'n gofyn unwaith
eto. Os na fyddi di'n dweud dim, "na" yw'r ateb.

Wyt ti'n gallu dweud na?

Wyt. Does dim rhaid i ti ddweud pam. Wedyn dydy e ddim yn cael ei ddangos.

Sut rwyt ti'n gallu ei stopio?

Ar unrhyw ddiwrnod: dau dap yma, dy gerdyn, neu ein ffonio. Mae'n dod i lawr ar unwaith.
""")

GUARDIAN_CY: Final = flow("""
Beth rydyn ni'n ei ofyn?

Mae person ifanc rwyt ti'n gofalu amdano wedi dweud rhywbeth wrthon ni, neu mae mewn rhywbeth a
ddywedwyd wrthon ni. Hoffen ni ddangos y geiriau i bobl eraill. Achos ei fod yn ifanc, rydyn ni'n gofyn
i ti hefyd.

Pwy sy'n gorfod dweud "ie"?

Y person ifanc a ti. Os bydd un ohonoch yn dweud na, "na" yw'r ateb. Paid â phwyso ar y person ifanc.

Beth mae "ie" yn ei olygu?

Mae "ie" ar gyfer yr union eiriau rydyn ni'n eu dangos i ti, ac ar gyfer un defnydd ar y tro. Mae'n
para deuddeg mis ar y mwyaf. Ar ei ben-blwydd yn 18 mae popeth yn gorffwys, a byddwn ni'n gofyn eto.

Mae angen dau "ie" gan bob un ohonoch, gydag amser i feddwl rhyngddyn nhw. Os na fyddi di'n dweud dim,
"na" yw'r ateb.

Sut rwyt ti'n gallu ei stopio?

Mae pob un ohonoch yn gallu ei stopio, ar unrhyw ddiwrnod, heb ddweud pam. Mae'n dod i lawr ar unwaith.
""")

FORMS_IN_IT: Final[tuple[NoticeWords, ...]] = (
    NoticeWords(key="in-it-choices", format="easy_read", text=IN_IT_EASY),
    NoticeWords(key="in-it-choices", format="audio", text=IN_IT_AUDIO),
    NoticeWords(key="in-it-choices", format="large", text=IN_IT),
    NoticeWords(key="in-it-choices", language="cy", text=IN_IT_CY),
    NoticeWords(key="in-it-choices", language="cy", format="large", text=IN_IT_CY),
    NoticeWords(key="guardian-choices", format="easy_read", text=GUARDIAN_EASY),
    NoticeWords(key="guardian-choices", format="audio", text=GUARDIAN_AUDIO),
    NoticeWords(key="guardian-choices", format="large", text=GUARDIAN),
    NoticeWords(key="guardian-choices", language="cy", text=GUARDIAN_CY),
    NoticeWords(key="guardian-choices", language="cy", format="large", text=GUARDIAN_CY),
)
