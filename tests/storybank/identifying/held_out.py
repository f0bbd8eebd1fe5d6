"""Sentences written before the finders were tuned, and never tuned on: what the numbers are honest by.

Marked like the corpus: `{kind:words}`. All of it is fictional.
"""

ENGLISH = """
The officer on the desk that night was called {name:Sandeep Bhogal} and he found me a blanket.
I was on the same landing as {name:Moira} for most of a year.
It was {name:Mrs Adeyinka} from the library who first read to me.
{name:Kieran} said I should write it down before I forgot.
my pad mate {name:tyrone} never slept with the light off
We were both from {place:Rotherham}, so we talked about chips and rain.
They moved me to {place:HMP Thornley Moor} without telling my mum.
After {place:HMP & YOI Saltmarsh} everything was quieter.
My girls went to {place:St Bride's Primary School} two streets away.
I stood outside {place:the Royal Oak} and could not go in.
She was born in {place:Pinderwell General Hospital} while I was locked up.
I left on {date:the 9th of November 2017} with one bag.
It was {date:14/02/18}, and no card came.
My hearing was {date:last Thursday the 12th} and nobody told me the time.
They let me out {date:three days after Easter 2016}.
I was {age:41} when I learned to read.
My youngest is {age:4 years old} and he asks who I am.
Write to me, I am {prison:A2468GH}, they will pass it on.
The number on my door card was {prison:a 1357 kl} and it felt like my name.
My old number was {prison:TV4821}.
The taxi took me to {postcode:LS98 9ZZ} and left.
She still lives somewhere in {postcode:M98}, I think.
You can ring my sister on {phone:07700 900481}.
Call the house, {phone:(01632) 960 777}, after six.
text {phone:07700-900-123} if you see her
I wrote to {mail:hope.and.bread@kettle.example} every week.
People can find me, I am {link:@late_bloomer_84} there.
I put it on {link:www.second-chances.example/my-story} once.
The nurse read out {nhs:999 111 2227} and got it wrong twice.
The letter said {court:T20197654} at the top and nothing I could read.
My claim, {court:F02YJ118}, was lost in the post.
They needed my {insurance:QQ 45 67 89 A} before they would talk.
The van was a white one, {car:BD51 SMR}, I still see it.
Everyone called me {nickname:“Biscuit”} and I let them.
He goes by '{nickname:Mad Eddie}' on our estate.
{name:Dr Lindqvist} was the first to ask what happened.
It was {name:Officer Pennyfeather}, and I will not forget it.
{name:Grace} told me to keep the letters.
I told {name:Will} that I would wait.
My brother {name:Mark} drove all night.
We lived at {place:22 Larch Close} with no carpets.
My uncle drank in {place:the Fox and Hounds} until it shut.
My nan is buried at {place:St Cuthbert's Church}.
{name:Agnieszka Wrona} kept my post for me.
{name:Babatunde} and {name:Femi} were already there.
The reference was {reference:crime reference 42/11873/19}.
I met {name:Rhodri} at the gate.
It was the {date:spring of 2014} when the letters stopped.
My dad, {name:Christy Connors}, never learned to read either.
On {date:Boxing Day 2015} they rang me from the wing.
I will hope for better and I may get it.
The bill came in May and I paid it in June.
We played jack, king and queen with a torn pack.
She read the Bible and I read the paper.
My probation officer asked how I was, and waited for the answer.
On Tuesday we had fish, on Friday we had fish again.
I got eighteen months and served nine.
Rose early, went to work, came home, that was the dream.
The rich man in the story gives it all away.
The mark on the wall was there before me.
I ate two bags of crisps and a Mars bar.
The NHS gave me my teeth back.
It took 12 weeks and 3 forms to see a dentist.
I read twenty pages a night and then fifty.
Mum and Dad came once, Nan came every time.
In Wales the rain comes sideways.
They paid me £11.50 a week for the kitchen.
I was on the 6.15 bus with the cleaners.
Listeners and Samaritans kept me here, ring 116 123.
We had a Christmas tree made of green socks.
""".strip().splitlines()

WELSH = """
Roedd {name:Eleri} yn dod bob wythnos.
Symudwyd fi i {place:Garchar Llanfechain} heb air.
Fe gollais i fy mam ar {date:3 Mawrth 2018}.
Roeddwn i'n {age:29 oed} pan ddechreuais i ddarllen.
Es i adref i {place:Gaernarfon} ar y trên.
Ffoniwch fi ar {phone:01632 960 314}.
Roedd {name:Mr Pugh} yn dysgu gwaith coed i ni.
Aeth y plant i {place:Ysgol Bryn Derw}.
Mae'r glaw yn dod o'r môr bob tro.
Dw i'n gobeithio y bydd yn well yfory.
Dim ond un llythyr ges i ym mis Mai.
""".strip().splitlines()
