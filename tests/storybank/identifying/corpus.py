"""The seeded corpus: fictional sentences with everything marked by which somebody could be found. `{kind:words}` marks
a span; `nothing_to_find.py` has the hard ones without any, `held_out.py` more, on which nothing was tuned."""

from tests.storybank.identifying.nothing_to_find import NOTHING, NOTHING_IN_WELSH

NAMES = """
My friend {name:Priya} waited outside with a flask.
I shared a cell with {name:Dave Kettlewell} for six weeks.
{name:Siobhan} never missed a visit.
They put {name:Mohammed} on the other landing.
{name:Oluwaseun Adebayo} taught me how to cook rice.
{name:Chukwuemeka} and {name:Ngozi} sang at the carol service.
{name:Zofia Kowalczyk} posted the forms for me.
{name:Ionut} could fix anything with a spoon.
{name:Gurpreet Singh} ran the prayer group on Sundays.
I met {name:Declan O'Rourke} on the bus to court.
{name:Winston} and {name:Delroy} kept the dominoes going.
{name:Fatima Al-Khatib} wrote to my mother in Arabic.
{name:Paddy Maughan} told the best stories on the wing.
My cousin {name:Margaret Ward} raised my two boys.
Our {name:Callum} was {age:six} when I went in.
my mate {name:dave} said it would be fine, {name:kyle} said the same
i was with {name:shanice} and her baby
I asked {name:kofi} to hold my place in the queue.
{name:Mrs Gallagher} cried when I gave her the card.
{name:Mr. Bassett} is a fair man.
{name:Officer Tranter} opened the door and said good morning.
{name:Dr Nwosu} changed my tablets.
{name:Governor Hales} came down to the kitchen.
{name:Judge Fairweather} looked at me when he spoke.
{name:PC Dunmore} had known me since school.
{name:Sister Bernadette} brought the guitar.
{name:Father Doyle} never asked what I did.
{name:Rev Clarke} sat with me all night.
{name:Imam Yusuf} gave me a book.
{name:Miss Lacey} in education said I could do it.
{name:Uncle Terry} had a lorry.
{name:Auntie Blessing} sent me three pounds.
My worker {name:Will} rang every Monday.
{name:Will} said he would ring, and he rang.
I asked {name:Mark} to read it to me.
{name:Mark} told me to slow down.
{name:Rose} from the office gave me her pen.
I sat beside {name:May} at the carol service.
{name:Hope} laughed when she read it.
It was {name:Jack} who found my reading glasses.
{name:Bill} came every week with his dog.
My sister {name:Faith} would not come.
My brother {name:Chase} is a roofer now.
I wrote to {name:Grace} and she wrote back.
They asked {name:Dean} and {name:Frank} to speak first.
{name:Joy} rang my mum for me.
I owe it to {name:Rob} that I am here.
I saw {name:Pat} at the bus stop.
My daughter is called {name:Summer}.
A woman named {name:Patience} held my hand.
The social worker, {name:Katarzyna}, spoke up for us.
{name:Gareth ap Huw} sang bass.
I never met {name:Ms Obuya-Clarke} again.
{name:J. Hargreave} signed the form.
{name:Aisha}'s mum made me a cake.
We called {name:Nikolai} the professor.
I heard {name:Thandiwe} humming through the wall.
It was {name:Bronagh} again, always {name:Bronagh}.
{name:MICHAEL} WROTE TO ME EVERY WEEK
There was a man there named {name:Quillan}, older than the rest.
My support worker was {name:Ffion Tudur}.
I want to thank {name:Nathaniel} for the boots.
""".strip().splitlines()

NICKNAMES = """
They called me {nickname:“Sparrow”} because I ate so little.
He was known as {nickname:“Two Coats”} all over town.
My nickname was {nickname:'Spud'} from school on.
Everybody called him {nickname:Tiny}, though he was huge.
She answered to {nickname:“Big Lil”} and nothing else.
On the wing I was {nickname:“Prof”} to everyone.
He went by {nickname:Smudge} in those days.
They all know me as {nickname:"Lefty"} down there.
""".strip().splitlines()

PLACES = """
I grew up in {place:Middlesbrough} with four sisters.
She moved to {place:Stoke-on-Trent} to be near us.
The court in {place:Derby} was cold.
I spent a year at {place:HMP Hollowmere}.
They sent me to {place:HMYOI Brackenridge} at {age:seventeen}.
{place:HMP & YOI Ashcombe Vale} had the best gym.
{place:HMP/YOI Carrow Hall} took two hours to reach.
I learned to weld in {place:YOI Stanner}.
It was worse in {place:Wexcombe Prison} than here.
My flat was at {place:14 Mill Lane}.
We lived on {place:Cavendish Road} above a shop.
The bus stops at {place:Albert Street} now.
They found me a room at {place:Beech House}.
We slept behind {place:the Kingsway Centre}.
I went to {place:Oakfield Comprehensive School} until I was {age:thirteen}.
My son is at {place:St Aidan's Academy}.
She trained at {place:Northmere College}.
He was in {place:Harrowgate Infirmary} for a month.
I woke up in {place:Queen Anne Hospital} with a policeman beside me.
We met in {place:the Red Lion} every Friday.
I washed pots at {place:the Dog and Duck}.
My nan prayed at {place:St Jude's}.
The soup run starts at {place:Trinity Methodist Church}.
He prays at {place:Noor Mosque} now.
I got the train from {place:Crewe} to {place:Preston}.
We used to fish at {place:Tarn Reservoir}.
I slept in {place:Pomona Park} for most of that year.
The hostel in {place:Barnsley} took me in.
i come from {place:sunderland} and i talk like it
I was moved from {place:Reading} in the night.
My ex still lives in {place:Bath} with the kids.
We camped by the road near {place:Rugby} for a winter.
The site at {place:Deal} had one tap.
They flew me home to {place:Lagos} for the funeral.
My wife is from {place:Gdansk} and it snowed.
I was born in {place:Kingston} and raised on {place:the Marlpool Estate}.
He worked at Greggs in {place:Oldham} before.
""".strip().splitlines()

DATES = """
I was sentenced on {date:14 March 2019} and I remember the rain.
I came out on {date:the 3rd of May 2019}.
It happened on {date:March 14th} in the kitchen.
They moved us on {date:21/06/2018}.
The letter is dated {date:03.11.17} and came late.
My notes say {date:2016-08-30}.
I have not had a drink since {date:February 2020}.
It was {date:two days before Christmas 2018}.
{date:Christmas 2016} was the worst of them.
We got the keys on {date:New Year's Eve 2019}.
It was {date:last Tuesday the 4th} that they told me.
On {date:Friday 13th} my bail was refused.
My trial started on {date:Monday 6 January}.
He died in {date:the autumn of 2015}.
In {date:summer 2012} I was still on the boats.
My birthday is {date:the 30th of June}.
She was born on {date:9.9.09} and I missed it.
I was released {date:the week after Eid 2021}.
They arrested me {date:the day before Mother's Day 2014}.
I was {age:34} when it all stopped.
I was {age:19 years old} and knew everything.
My son, {age:aged 7}, draws me a dog each week.
She is a {age:72-year-old} woman with a good memory.
I was only {age:fifteen} when I left home.
I turned {age:fifty-two} in my cell.
He is {age:8} now and taller than the door.
On my {age:40th birthday} I got a biscuit with a match in it.
I was born in {date:1971}, the third of nine.
DOB {date:12.04.1988}, that is how they call you.
It was {date:Sept 2017}, the leaves were down.
They came on {date:1st Dec} with the papers.
""".strip().splitlines()

NUMBERS = """
My number is {prison:A1234BC} and I can say it in my sleep.
They shouted {prison:A 5678 DE} down the landing.
i am {prison:a9876zx} on every form
Back then I was {prison:LX4471}.
My prison number was {prison:VK 3302}, the old kind.
Write {prison:A4321-FG} on the envelope.
The PNC said {prison:98/123456K}.
We lived at {postcode:LS98 4QZ} for a while.
The parcel went to {postcode:m981ab} by mistake.
It is all {postcode:NE98} round there.
She grew up in {postcode:L98}, by the water.
The job was in {postcode:SW1A} and I had no shoes.
Ring me on {phone:07700 900123}.
My mum's number is {phone:01632 960456}.
You can text {phone:+44 7700 900 321} any time.
The office is {phone:(01632) 960-960}.
Try {phone:07700.900.555} in the evening.
It was {phone:0 7 7 0 0 9 0 0 9 9 9} on a scrap of paper.
Call {phone:o77oo 9oo 222}, ask for me.
From abroad it is {phone:0044 1632 960 100}.
Mail {mail:me@letters.example} and I answer.
My address is {mail:dave.k_81@post.example} now.
It is {mail:jo at letters dot example}, write it like that.
Find me as {link:@northern_baker} if you like.
My insta is {link:baker_of_bread}, it is all loaves.
It was on {link:https://news.example/2019/court-report} for years.
They put my face on {link:facebook.example/groups/street-watch}.
The page {link:www.found-it.example} still has it.
My NHS number is {nhs:943 476 5919}.
They asked for {nhs:9991112227} at the desk.
It said {nhs:999-013-5762} on the wristband.
My NHS no. {nhs:123 456 7890} was wrong on the form.
The case was {court:T20190001} in the list.
It says {court:01AB1234567} on the summons.
URN {court:05XY0012319} is how they know me.
Claim number {court:A12YJ345} is still open.
They filed {court:KB-2023-000123} against us.
It is at {court:[2019] EWCA Crim 1234} for anyone to read.
The family court wrote {court:LS19C00123} on everything.
My appeal is {court:2019/01234/B3}.
I gave them {insurance:QQ 12 34 56 C} twice.
They lost {insurance:QQ123456D} and my benefit stopped.
He drove off in {car:AB12 CDE} and never came back.
My old van, {car:BV07XYZ}, was my house.
Number plate {car:K123 ABC}, a red one.
My case number is {reference:44/871/B} if anyone asks.
Sort code and account {reference:12-34-56 12345678} were on the back.
My passport, {reference:passport no 512345678}, was in the bag.
The crime ref was {reference:CR/008812/20}.
""".strip().splitlines()

WELSH = """
Roedd {name:Rhian} yn garedig iawn wrtha i.
Fy ffrind {name:Dafydd} oedd yr un ddaeth.
Es i i {place:Garchar Pantglas} ym mis Ionawr.
Ces i fy ngeni yn {place:Abertawe}, wrth y môr.
Symudon ni i {place:Langefni} pan o'n i'n fach.
Roedd e'n byw ym {place:Mangor} ers blynyddoedd.
Ar {date:14 Mawrth 2019} ces i fy rhyddhau.
Daeth y llythyr ar {date:y 3ydd o Fai 2020}.
Roedd hi'n {date:Nadolig 2017} ac yn oer.
Ro'n i'n {age:34 oed} ar y pryd.
Mae fy merch yn {age:saith oed} nawr.
Aeth hi i {place:Ysgol Gynradd Maesglas}.
Bues i yn {place:Ysbyty Cwm Rhyd} am wythnos.
Dw i'n byw yn {place:Heol y Bont}.
Rhif ffôn Mam yw {phone:01632 960222}.
Fy rhif yn y carchar oedd {prison:A3456JK}.
{name:Mrs Prydderch} ddysgodd fi i ddarllen.
Priododd hi yng {place:Nghaerdydd}.
Roedd pawb yn galw fi'n {nickname:“Sgwarnog”}.
""".strip().splitlines()

IN_ENGLISH = [*NAMES, *NICKNAMES, *PLACES, *DATES, *NUMBERS, *NOTHING]
IN_WELSH = [*WELSH, *NOTHING_IN_WELSH]
