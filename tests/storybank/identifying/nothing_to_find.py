"""Sentences by which nobody can be found, however much they look like it: names that are words, roads, sizes, sums."""

NOTHING = """
I will write it down and see what happens.
Will you stay, they asked, and I stayed.
Will it ever end, I thought.
Hope is a small thing that gets up early.
Grace is what you say before dinner.
May I sit here, I asked.
Mark my words, the kettle will break.
Bill after bill came through the door.
The rose by the gate came back each year.
Jack the radio up, someone shouted.
I had to chase every form three times.
We had faith in each other, and patience.
Joy came slowly, like a bus.
I was frank with the judge about it.
The dean of the college shook hands with everyone.
Rob a bank, they used to say, as a joke.
Art got me through the winter.
Sue them, he said, but I was too tired.
I drew a robin on the wall.
It was a dale with one tree and a ray of sun.
I have been reading since the summer.
I took a bath and slept.
There was a sale on at the shop.
We played rugby on the wet field.
It is a good deal for a flask.
I went to court in a borrowed shirt.
March on, we used to say in the cadets.
We can march together for it.
On Monday I cleaned, on Tuesday I cooked.
Every Friday there was fish.
In December it gets dark at four.
Last May was warm.
I came out in summer and it was too bright.
It was the day after my visit.
At Christmas they gave us an orange.
I did four years and two months.
I have 3 children and 2 grandchildren.
It cost 45 pounds to travel there and back.
They gave me £76 and a plastic bag.
There were 24 of us on the landing.
I waited 40 minutes in the rain.
Room 12 had the window.
I take 20 milligrams in the morning.
I wrote 34 letters and got 1 back.
Page 34 was my favourite.
The A1 was closed and so was the M62.
We drove down the M25 for hours.
I get B12 in a needle every month.
It was an A4 sheet with a P45 behind it.
I watched S4C with the sound off.
My MP3 player had one song on it.
I sat in Room 101 and laughed.
Ring Samaritans on 116 123 at any time.
You can call the free line on 0800 000 0000.
It costs 0.35 a minute, or it did.
The count was 1234567 for all of us together.
I was in my thirties then.
People in their twenties do not listen, nor did I.
We spoke English and a little Polish.
She is Irish and so am I.
I am a Muslim and he is a Catholic.
I said the Lord's Prayer in Welsh.
Mum said it would be all right.
I told Dad, and then I told Nan.
The Governor has to sign it.
An Officer has to open every door.
My Probation Officer moved the date.
They came from Social Services with a form.
The Listeners have a room with soft chairs.
I passed my English and Maths, Level One.
I watched Coronation Street with my nan.
We ate Weetabix with water.
I bought a Nokia and a packet of Rizla.
The Sun and the Mirror both wanted it.
I thanked God and the man with the keys.
At Easter there were eggs.
I read the Koran and the Bible, both twice.
The Red Cross gave us blankets.
In Scotland the nights are long in winter.
The North West is where I feel at home.
I live in England now.
“No,” she said. “Not like that.”
He said, “Home is where they let you in.”
The word “rehabilitation” has six parts.
They called it “association” and locked the door.
I called home every night.
I was called to the office at nine.
IT WAS THE BEST DAY OF MY LIFE
I WILL NOT GO BACK
It was in all the Newspapers and on the Telly.
I lost my job, my flat and my dog.
Dear Sir or Madam, it began.
P.S. I am fine.
My TV was on all night, OK.
The kettle was the best thing in the cell.
There was no heating. Nobody said why.
Then one day, the sea. Grey and wide.
Change the phone rules: that is what I ask.
It was a Tuesday. Rain. Then more rain.
I felt like Robin Hood in reverse.
The doctor and the nurse were kind.
The chaplain brought a guitar.
My barrister spoke fast.
I was number nine in the queue.
My key worker came on Thursdays.
I have been clean for 18 months.
It has been three years since I slept well.
The 44 bus goes past my mum's.
We won 3-2 and sang all night.
My shoes were a size 9.
I have a Level 2 in Food Safety.
She left me at 7.30 in the morning.
I was told to write to the Ombudsman.
""".strip().splitlines()

NOTHING_IN_WELSH = """
Diolch i bawb oedd yno.
Mae hi'n bwrw glaw eto.
Dan y bont roedd hi'n sych.
Ro'n i'n gweithio yn y gegin bob dydd.
Mai ti oedd yn iawn, medden nhw.
Roedd y bwyd yn oer a'r te yn wan.
Byddaf yn mynd adref yn yr haf.
Cymraeg oedd iaith fy mam.
Mae'r gaeaf yn hir ac yn dywyll.
Ben bore aethon ni i'r gwaith.
Roedd Mam yn canu yn y gegin.
Doedd neb yn gwrando ar y dechrau.
""".strip().splitlines()
