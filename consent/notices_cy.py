"""What people are told before they answer, in Welsh. It says what the English of the same version says."""

from typing import Final

from consent.notices import NoticeWords, flow

STORY_CY: Final = flow("""
Beth rydyn ni'n ei ofyn?

Rwyt ti wedi adrodd stori. Hoffen ni ei dangos i bobl eraill. Rydyn ni'n gofyn am bob ffordd ar
wahân: ein gwefan, papur newydd, cyfarfod ac yn y blaen. Rwyt ti'n ateb pob un ar wahân.

Beth mae "ie" yn ei olygu?

Mae "ie" ar gyfer y geiriau hyn ac ar gyfer yr un defnydd hwnnw. Os bydd gair yn newid, dydy dy
"ie" ddim yn cyfrif i'r geiriau newydd. Byddwn ni'n gofyn i ti eto.

Mae angen dau "ie" arnon ni. Ar ôl y cyntaf rwyt ti'n cael amser i feddwl, ac rydyn ni'n dangos faint.
Does dim byd yn cael ei ddangos i neb yn yr amser hwnnw. Yna rydyn ni'n gofyn i ti unwaith eto. Os na
fyddi di'n dweud dim, "na" yw'r ateb.

Mae diwrnod olaf i bob "ie". Rwyt ti'n gweld y diwrnod cyn i ti ddewis. Pan ddaw, bydd dy eiriau'n dod
i lawr. Cei di ddweud "ie" eto os wyt ti eisiau.

Wyt ti'n gallu dweud na?

Wyt. Cei di ddweud na wrth y cyfan neu wrth ran. Cei di ddweud dim nawr. Does dim rhaid i ti ddweud
pam. Rwyt ti'n cael yr un help gennyn ni beth bynnag rwyt ti'n ei ddweud.

Beth fydd dy enw di?

Ti sy'n dewis. Gallwn ni ddefnyddio dim enw, enw rwyt ti'n ei wneud i fyny, dy enw cyntaf neu dy enw
llawn. Cei di ddewis un gwahanol ar gyfer pob defnydd. Meddylia pwy allai ei ddarllen mewn deg
mlynedd: bòs, cymydog, dy blant dy hun.

Oes rhywun arall yn dy stori?

Os gallai dy eiriau ddangos pwy yw rhywun arall, rydyn ni'n siarad â ti am hynny yn gyntaf. Efallai y
bydd angen iddyn nhw ddweud ie hefyd.

Sut wyt ti'n gallu ei stopio?

Cei di stopio unrhyw bryd. Cei di stopio'r cyfan neu un defnydd. Does dim angen rheswm. Defnyddia'r
botwm Stop ar dy dudalennau dy hun, neu'r rhif ar dy gerdyn, neu ffonia ni, neu ysgrifenna, neu dweda
wrth y person sy'n dy gefnogi.

Mae ein gwefan yn stopio ar unwaith. Mae rhai pethau na all ddod yn ôl: beth sydd mewn print, beth gafodd
ei ddweud yn uchel, a chopïau a wnaeth pobl eraill. Rydyn ni'n dweud wrthot ti pa rai cyn i ti ddewis.

Beth rydyn ni'n ei gadw?

Rydyn ni'n ysgrifennu beth ofynnon ni i ti, beth ddwedaist ti a phryd. Rwyt ti'n cael copi. Dim ond pobl
sydd ei angen ar gyfer eu gwaith yma all weld pwy wyt ti. Rydyn ni'n ysgrifennu bob tro y bydd un
ohonyn nhw'n edrych.

Pryd fydden ni'n dweud wrth rywun arall?

Os ydyn ni'n meddwl y gallet ti neu berson arall gael niwed mawr, efallai y bydd rhaid i ni weithredu.
Rydyn ni'n siarad â ti yn gyntaf os gallwn ni.

I bwy wyt ti'n gallu gofyn?

Gofynna i'r person sy'n dy gefnogi. Cei di ein ffonio neu ysgrifennu aton ni hefyd. Mae'r rhif a'r
cyfeiriad ar dy gerdyn ac ar waelod pob tudalen.

Beth os nad wyt ti'n hapus gyda ni?

Dweda wrth unrhyw un yma. Rydyn ni'n dy ateb di o fewn 30 diwrnod. Cei di ddweud wrth y Comisiynydd
Gwybodaeth hefyd. Eu gwaith nhw yw gofalu am yr hyn sy'n hysbys am bobl.
""")

SPEAKING_CY: Final = flow("""
Beth rydyn ni'n ei ofyn?

Mae pobl yn gofyn i ni am siaradwyr. Hoffen ni wybod am ba fathau o siarad y cawn ni ofyn i ti. Rydyn
ni'n gofyn am bob math ar wahân.

Beth mae "ie" yn ei olygu?

Mae "ie" yn golygu y cawn ni ofyn i ti. Dydy e ddim yn golygu bod rhaid i ti fynd. Bob tro, rwyt ti'n
clywed i bwy mae e, ble, pryd a beth maen nhw eisiau ei wybod. Yna rwyt ti'n dweud ie neu na wrth yr
un hwnnw.

Mae angen dau "ie" yma hefyd. Ar ôl y cyntaf rwyt ti'n cael amser i feddwl. Os na fyddi di'n dweud dim,
"na" yw'r ateb. Mae diwrnod olaf i bob "ie".

Beth fydd dy enw di?

Ti sy'n dewis, cyn i ti ddweud ie. Ti sy'n dewis hefyd a gân nhw ddangos dy wyneb a defnyddio dy lais.

Am beth fyddi di'n siarad?

Rwyt ti'n dweud wrthon ni am beth rwyt ti'n hoffi siarad, beth ddylen ni ei ofyn i ti yn gyntaf, ac am
beth na fyddi di'n siarad. Dydy pobl sy'n gofyn i ni ddim yn clywed beth rwyt ti'n ei gadw'n ôl, na pham.

Wyt ti'n gallu newid dy feddwl?

Wyt, unrhyw bryd, hefyd ar y diwrnod, hefyd yn yr ystafell. Does dim angen rheswm. Rydyn ni'n dweud
wrthyn nhw na all ein siaradwr ddod, a dim mwy na hynny.

All yr hyn rwyt ti wedi'i ddweud yn uchel ddim dod yn ôl. Os cafodd ei recordio, rydyn ni'n gofyn iddyn
nhw stopio ei ddefnyddio, a gallan nhw ddweud na.

Pwy sy'n dod gyda ti?

Rhywun o'r fan hon, os wyt ti eisiau. Rydyn ni'n siarad cyn hynny ac ar ôl hynny.

I bwy wyt ti'n gallu gofyn?

Gofynna i'r person sy'n dy gefnogi. Cei di ein ffonio neu ysgrifennu aton ni hefyd. Os nad wyt ti'n hapus
â'r hyn wnaethon ni, dweda wrth unrhyw un yma. Rydyn ni'n dy ateb di o fewn 30 diwrnod.
""")

WELSH_NOTICES: Final[tuple[NoticeWords, ...]] = (
    NoticeWords(key="story-choices", language="cy", text=STORY_CY),
    NoticeWords(key="story-choices", language="cy", format="large", text=STORY_CY),
    NoticeWords(key="speaking-choices", language="cy", text=SPEAKING_CY),
    NoticeWords(key="speaking-choices", language="cy", format="large", text=SPEAKING_CY),
)
