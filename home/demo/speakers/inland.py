"""Speakers from Kestlewick City and from Harrowmere and the Tops."""

from typing import Final

from home.demo.shapes import DemoSpeaker, Lived, SpokenUse

INLAND: Final[tuple[DemoSpeaker, ...]] = (
    DemoSpeaker(
        key="speaker",
        display_name="Joss",
        bio=(
            "I talk about the first fortnight out, mainly because hardly anyone plans for day nine. I "
            "did a short sentence and then ten weeks on other people’s sofas, and I kept a diary of the "
            "sofas. I like a small room and a hard question. I don’t use slides. If you have booked me "
            "for half an hour I’ll talk for ten minutes and then you will do some of the work. I work in "
            "a tile warehouse now and I can come on Wednesdays and Thursdays."
        ),
        active_since_days_ago=410,
        public_profile="full",
        region="kestlewick",
        home_area="Kestlewick East",
        latitude=53.41,
        longitude=-1.70,
        travel_limit_km=120,
        remote=True,
        overnight=True,
        topics={
            "release": "lead",
            "housing": "lead",
            "probation": "will",
            "work-and-disclosure": "will",
            "families": "will_not",
        },
        experience=(
            Lived("prison/short-sentence", "self", "2_to_5_years"),
            Lived("homelessness", "self", "2_to_5_years"),
            Lived("probation", "self", "under_2_years"),
        ),
        goals=("ministers",),
        trainings={
            "telling-your-story": 300,
            "talks-and-panels": 190,
            "media-recorded": 75,
            "media-live": 12,
            "ministers-and-officials": 210,
        },
        uses=(
            SpokenUse("directory", "N3", 290),
            SpokenUse("event-talk", "N4", 290),
            SpokenUse("training", "N4", 290),
            SpokenUse("print-media", "N3", 150),
            SpokenUse("media-recorded", "N3", 150),
            SpokenUse("media-live", "N4", 40),
            SpokenUse("ministers", "N5", 180, face=True),
        ),
        asked_days_ago=(12, 95),
        booked_days_ago=((70, "event"), (160, "event")),
        notice_days={"event": 7, "media": 1, "ministerial": 7},
    ),
    DemoSpeaker(
        key="speaker-mo",
        display_name="Mo",
        bio=(
            "I am asked a lot. I say yes a lot, and then my wife shows me the calendar. I speak about "
            "getting work with a record: I have had nine jobs since I came out, I got six of them "
            "honestly and I can tell you what went wrong with the other three. I’ve done town halls, a "
            "bishop, and one very cold car park. I’m good with employers. Give me the ones at the back "
            "with their arms folded. Please send the parking instructions in words and not as a map."
        ),
        active_since_days_ago=900,
        public_profile="full",
        region="kestlewick",
        home_area="Kestlewick South",
        latitude=53.36,
        longitude=-1.77,
        travel_limit_km=250,
        remote=True,
        overnight=True,
        topics={
            "work-and-disclosure": "lead",
            "release": "will",
            "housing": "will",
            "probation": "will",
            "being-heard": "will",
        },
        experience=(
            Lived("prison/long-sentence", "self", "over_5_years"),
            Lived("peer-worker", "self", "now"),
        ),
        trainings={
            "telling-your-story": 500,
            "talks-and-panels": 400,
            "media-recorded": 320,
            "media-live": 200,
            "ministers-and-officials": 330,
        },
        uses=(
            SpokenUse("directory", "N5", 330, face=True),
            SpokenUse("event-talk", "N5", 330, face=True),
            SpokenUse("print-media", "N5", 330, face=True),
            SpokenUse("media-live", "N5", 170),
            SpokenUse("ministers", "N5", 330, face=True),
        ),
        asked_days_ago=(2, 6, 11, 19, 33, 47, 61),
        booked_days_ago=((6, "event"), (36, "media"), (58, "event"), (83, "event"), (120, "media")),
        max_asks_30d=4,
    ),
    DemoSpeaker(
        key="speaker-temi",
        display_name="Temi",
        bio=(
            "My son was two when I went in, and three when I came out, and he called me by my first name "
            "for a year. I speak about mothers, babies and phone calls. People expect me to cry, so I’d "
            "better say that I don’t, I get cross, and I’m quite funny when I am cross. I’m a school "
            "cook. I can do any day in the holidays and no day in term before half past two. I’d like to "
            "be in more rooms with people who decide things."
        ),
        active_since_days_ago=500,
        region="kestlewick",
        home_area="Kestlewick North",
        latitude=53.44,
        longitude=-1.76,
        travel_limit_km=80,
        remote=True,
        topics={
            "women": "lead",
            "families": "lead",
            "calls-and-letters": "will",
            "visits": "will",
            "release": "ask_first",
        },
        experience=(
            Lived("prison/mother", "self", "2_to_5_years"),
            Lived("family/of-someone-in-prison", "both", "over_5_years"),
        ),
        goals=("ministers", "ministerial"),
        trainings={"telling-your-story": 220, "talks-and-panels": 60, "ministers-and-officials": 45},
        uses=(
            SpokenUse("directory", "N4", 170),
            SpokenUse("event-talk", "N4", 170),
            SpokenUse("ministers", "N4", 170),
            SpokenUse("council", "N4", 170),
        ),
        asked_days_ago=(130,),
        booked_days_ago=((128, "event"),),
    ),
    DemoSpeaker(
        key="speaker-stan",
        display_name="Stan",
        bio=(
            "I’m seventy-four. I went in at sixty-eight and I’d say half the men on my landing had a "
            "stick. I speak about stairs, teeth, hearing aids and being called ‘pops’ by somebody with a "
            "key. I was a lift engineer, so I tend to look at a building. I don’t do computers. I’ll "
            "come to you if the bus does, I’ll bring my own sandwiches, and I’d like a microphone, as "
            "you’ll want to hear it and so would I. I’ve not been asked to anything yet."
        ),
        active_since_days_ago=35,
        region="harrowmere",
        home_area="Topfold",
        latitude=54.34,
        longitude=-2.21,
        travel_limit_km=40,
        remote=False,
        topics={"older-people": "lead", "health-in-prison": "lead", "bereavement": "ask_first"},
        experience=(
            Lived("prison/older-person", "self", "2_to_5_years"),
            Lived("long-term-illness", "self", "now"),
        ),
        goals=("ministers",),
        trainings={"telling-your-story": 330, "talks-and-panels": 345, "ministers-and-officials": 345},
        uses=(SpokenUse("event-talk", "N4", 330), SpokenUse("ministers", "N5", 330, face=True)),
        access=("hearing-loop",),
        notice_days={"event": 14, "ministerial": 21},
    ),
    DemoSpeaker(
        key="speaker-yusuf",
        display_name="Yusuf",
        bio=(
            "I have had diabetes since I was eight years old, including for four years in prison, and "
            "I’m still here, with all my toes. I will tell you how. I speak about food, insulin, and "
            "getting a nurse to come up two flights at night. I also chair a council, so I know how to "
            "stop talking. I did my degree inside, and I keep one example for every point and one only. "
            "I’m happy to travel if there’s a fridge at the other end. Live radio is fine; I’m awake at "
            "five anyway."
        ),
        active_since_days_ago=260,
        public_profile="full",
        region="harrowmere",
        home_area="Harrow Bridge",
        latitude=54.21,
        longitude=-2.05,
        travel_limit_km=150,
        remote=True,
        overnight=True,
        topics={
            "health-in-prison": "lead",
            "being-heard": "lead",
            "reading-and-education": "will",
            "release": "will",
            "probation": "will",
        },
        experience=(
            Lived("prison/long-sentence", "self", "2_to_5_years"),
            Lived("long-term-illness", "self", "now"),
            Lived("peer-worker", "self", "now"),
        ),
        goals=("media-live",),
        trainings={
            "telling-your-story": 365,
            "talks-and-panels": 365,
            "media-recorded": 140,
            "media-live": 140,
            "ministers-and-officials": 180,
            "committee": 90,
        },
        uses=(
            SpokenUse("directory", "N5", 340),
            SpokenUse("event-talk", "N5", 340),
            SpokenUse("print-media", "N5", 340, face=True),
            SpokenUse("media-live", "N5", 165),
            SpokenUse("ministers", "N5", 340, face=True),
            SpokenUse("committee", "N5", 340, face=True),
        ),
        asked_days_ago=(55, 90),
        booked_days_ago=((54, "ministerial"),),
        access=("fridge",),
        min_gap_days=21,
    ),
)
