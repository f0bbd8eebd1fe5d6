"""Heledd's story, told in Welsh; the English beside it is her own."""

from home.demo.shapes import DemoStory, blocks

STORY = DemoStory(
    key="bore_da",
    title="Bore da, Mrs Rees",
    kind="praise",
    themes=("calls-and-letters", "families"),
    region="bro-tegwen",
    language="cy",
    body=blocks("""
Ers y strôc, Cymraeg yn unig sydd gan Mam. Roedd ei Saesneg hi’n iawn cyn hynny: Saesneg siop,
Saesneg doctor. Un bore doedd o ddim yno. Mae hi’n dal i wylio’r operâu sebon, ond dim ond y gweiddi
mae hi’n ei ddeall, meddai hi.

Mae fy mrawd mewn carchar yn Lloegr. Mae’n ffonio bob nos Sul am chwech, ac mae Mam yn eistedd wrth
y ffôn o bump ymlaen yn ei chardigan orau.

Y drydedd nos Sul, daeth llais dyn ar draws yr alwad, yn ddigon cwrtais. ‘English, please.’ Dywedodd
fy mrawd nad oedd gan Mam Saesneg. Aeth y lein yn farw. Eisteddodd Mam yno a’r ffôn yn ei llaw nes i
mi ddiffodd y golau mawr.

Ysgrifennais lythyr. Roeddwn i’n disgwyl ateb ymhen chwe wythnos. Ymhen pedwar diwrnod, ffoniodd
swyddog o’r adain. Roedd ganddi acen gogledd Lloegr a rhestr o gwestiynau. Pa iaith oedd hi? Oedd
hi’n iawn dweud ‘Welsh’? Sut mae dweud ‘good morning’? Dywedais wrthi, a chlywais hi’n ei ysgrifennu
fel roedd o’n swnio. ‘Borry dar,’ meddai hi.

‘Agos,’ meddwn i.

Gofynnodd hefyd beth oedd ‘Mam’ yn Gymraeg. ‘Mam,’ meddwn i. Ysgrifennodd hynny hefyd.

Mae nodyn ar y system rŵan, a does neb yn torri ar draws. Y nos Sul wedyn, cyn i fy mrawd ddod ar y
lein, daeth y swyddog ei hun. ‘Bore da, Mrs Rees,’ meddai hi, am chwech o’r gloch y nos.

Chwarddodd Mam nes bod rhaid iddi dynnu ei sbectol. ‘Bore da, cariad,’ meddai hi’n ôl.

Mae’r ddwy yn dal i’w ddweud, bob nos Sul, yn y tywyllwch. Mae fy mrawd wedi cynnig dysgu ‘noswaith
dda’ i’r swyddog. Mae Mam wedi gwahardd hynny.
"""),
    closing=("thanks", "Diolch i’r swyddog a ofynnodd sut mae dweud bore da."),
    identity="N4",
    name="Heledd",
    state="live",
    author="heledd",
    published_days_ago=51,
)

ENGLISH = DemoStory(
    key="bore_da_english",
    title="Good morning, Mrs Rees",
    kind="praise",
    themes=("calls-and-letters", "families"),
    region="bro-tegwen",
    form="translation",
    translation_of="bore_da",
    body=blocks("""
Since the stroke, Mam only has Welsh. Her English was all right before that: shop English, doctor
English. One morning it wasn’t there. She still watches the soaps, but she says it’s only the
shouting she understands.

My brother is in prison in England. He rings every Sunday evening at six, and Mam sits by the phone
from five o’clock in her best cardigan.

The third Sunday, a man’s voice came across the call, politely enough. ‘English, please.’ My brother
said that Mam had no English. The line went dead. Mam sat there with the phone in her hand until I
turned off the big light.

I wrote a letter. I expected an answer in six weeks. In four days an officer rang from the wing. She
had a northern accent and a list of questions. Which language was it? Was it all right to say
‘Welsh’? How do you say ‘good morning’? I told her, and I heard her write it down the way it
sounded. ‘Borry dar,’ she said.

‘Close,’ I said.

She also asked what ‘Mam’ was in Welsh. ‘Mam,’ I said. She wrote that down too.

There’s a note on the system now and nobody cuts in. The Sunday after, before my brother came on the
line, the officer came on herself. ‘Bore da, Mrs Rees,’ she said, at six o’clock in the evening.

Mam laughed until she had to take her glasses off. ‘Bore da, cariad,’ she said back. Good morning,
love.

The two of them still say it, every Sunday evening, in the dark. My brother has offered to teach the
officer ‘good evening’. Mam has forbidden it.
"""),
    closing=(
        "thanks",
        "Thank you to the officer who asked how to say good morning.",
    ),
    identity="N4",
    name="Heledd",
    state="live",
    author="heledd",
    published_days_ago=51,
)
