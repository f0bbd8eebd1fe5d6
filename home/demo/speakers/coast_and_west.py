"""Speakers from the Sallow Coast, the Vale of Penmarrow and Bro Tegwen."""

from typing import Final

from home.demo.shapes import DemoSpeaker, Lived, SpokenUse

COAST_AND_WEST: Final[tuple[DemoSpeaker, ...]] = (
    DemoSpeaker(
        key="speaker-idris",
        display_name="Idris",
        bio=(
            "Welsh is what I speak at home and it’s what I’d rather be asked in. I’m twenty-three. I "
            "went in at nineteen, and I was the only person on my landing who could tell my nan in her "
            "own language that I was all right. I speak about being young in there and about visits, and "
            "what three hours in a car does to your family. I’m all right on a screen. I get travel "
            "sick, that’s why it says sixty kilometres, so please don’t argue me up."
        ),
        active_since_days_ago=200,
        region="bro-tegwen",
        home_area="Upper Tegwen",
        latitude=52.79,
        longitude=-3.58,
        travel_limit_km=60,
        remote=True,
        languages=("cy", "en"),
        topics={"young-adults": "lead", "visits": "lead", "families": "will", "first-nights": "ask_first"},
        experience=(
            Lived("prison/young-adult", "self", "2_to_5_years"),
            Lived("family/of-someone-in-prison", "both", "2_to_5_years"),
        ),
        goals=("event", "media-recorded"),
        trainings={"telling-your-story": 340, "talks-and-panels": 250, "ministers-and-officials": -20},
        uses=(
            SpokenUse("directory", "N4", 200),
            SpokenUse("event-talk", "N4", 200),
            SpokenUse("ministers", "N4", 200),
        ),
        asked_days_ago=(50,),
        booked_days_ago=((48, "event"),),
    ),
    DemoSpeaker(
        key="speaker-carys",
        display_name="Carys",
        bio=(
            "I’m the sister. Nobody gives you a leaflet for being the sister. My brother has been inside "
            "for four years and I have done the phone, the forms, the driving and our mother. I speak in "
            "Welsh or in English about calls and visits, and about what it’s like when the person on the "
            "line can’t follow what your mam is saying. I speak from my kitchen table, on a screen. I’ve "
            "nobody to leave Mam with. You may hear her. She may join in."
        ),
        active_since_days_ago=150,
        region="bro-tegwen",
        home_area="Nether Tegwen",
        latitude=52.71,
        longitude=-3.49,
        travel_limit_km=0,
        remote=True,
        languages=("cy", "en"),
        topics={"calls-and-letters": "lead", "families": "lead", "visits": "will", "bereavement": "will_not"},
        experience=(Lived("family/of-someone-in-prison", "family", "now"),),
        goals=("ministers",),
        trainings={"telling-your-story": 280, "talks-and-panels": 14, "ministers-and-officials": 120},
        uses=(SpokenUse("event-talk", "N3", 150), SpokenUse("ministers", "N4", 150)),
        asked_days_ago=(28,),
        booked_days_ago=((26, "event"),),
    ),
    DemoSpeaker(
        key="speaker-lorna",
        display_name="Lorna",
        bio=(
            "I was a district nurse before I was a prisoner, so I’m afraid I took notes. What I talk "
            "about is medicine: who has the key, who has the list, and what happens between one building "
            "and the next. I’m polite about it. I find that people will listen for quite some time to a "
            "polite woman with dates. I have rheumatoid arthritis and I need a chair with arms and "
            "somewhere to park close by. I’m having a rest at the moment, and I’d be glad to hear from "
            "you after it."
        ),
        status="resting",
        active_since_days_ago=600,
        resting_days_left=20,
        public_profile="full",
        region="sallow-coast",
        home_area="Sallowby Old Town",
        latitude=53.96,
        longitude=-0.31,
        travel_limit_km=300,
        remote=True,
        overnight=True,
        topics={"health-in-prison": "lead", "women": "lead", "older-people": "will"},
        experience=(
            Lived("prison/short-sentence", "self", "over_5_years"),
            Lived("long-term-illness", "self", "now"),
        ),
        trainings={"telling-your-story": 400, "talks-and-panels": 260, "ministers-and-officials": 260},
        uses=(
            SpokenUse("directory", "N5", 260),
            SpokenUse("event-talk", "N5", 260),
            SpokenUse("ministers", "N5", 260, face=True),
            SpokenUse("committee", "N5", 260, face=True),
        ),
        asked_days_ago=(40, 88),
        booked_days_ago=((39, "ministerial"), (87, "ministerial")),
        min_gap_days=28,
        access=("step-free",),
    ),
    DemoSpeaker(
        key="speaker-ravi",
        display_name="Ravi",
        bio=(
            "I was an accountant with a gambling problem, which is a bit like being a lifeguard who "
            "can’t swim. I speak about how it looks from outside, which is like nothing at all, and "
            "about telling an employer. I’ve told five. Two were decent, one was surprisingly decent, "
            "one cried and one asked me for tips. I am happy for you to print my name and take my "
            "picture. I won’t speak about my family, who have asked me not to, and I’d rather you didn’t "
            "try."
        ),
        active_since_days_ago=320,
        public_profile="full",
        region="penmarrow",
        home_area="Lower Marrow",
        latitude=51.62,
        longitude=-2.33,
        travel_limit_km=220,
        remote=True,
        overnight=True,
        topics={
            "recovery": "lead",
            "work-and-disclosure": "lead",
            "probation": "will",
            "families": "will_not",
        },
        experience=(
            Lived("prison/short-sentence", "self", "2_to_5_years"),
            Lived("recovery/gambling", "self", "now"),
        ),
        goals=("media", "print-media"),
        trainings={"telling-your-story": 310, "talks-and-panels": 310, "media-recorded": 150},
        uses=(
            SpokenUse("directory", "N5", 220, face=True),
            SpokenUse("event-talk", "N5", 220, face=True),
            SpokenUse("print-media", "N5", 220, face=True),
            SpokenUse("media-recorded", "N5", 220, face=True),
        ),
        asked_days_ago=(75,),
        booked_days_ago=((74, "media"),),
        notice_days={"media": 2},
    ),
    DemoSpeaker(
        key="speaker-bex",
        display_name="Bex",
        bio=(
            "I talk about probation, live if you like, I’ve been on the radio six times and only swore "
            "the once. I’ve had seven officers in three years, and I can do all the voices, but I’ve "
            "been asked not to. What I want to get across is what it’s like to tell your whole life to "
            "somebody, and then to get a letter with a new name on it. I’m on nights at a bakery, so "
            "early is late for me and ten in the morning is the middle of the night."
        ),
        active_since_days_ago=700,
        public_profile="full",
        region="sallow-coast",
        home_area="Sallowby Docks",
        latitude=53.94,
        longitude=-0.28,
        travel_limit_km=60,
        remote=True,
        topics={"probation": "lead", "release": "will", "young-adults": "will", "women": "ask_first"},
        experience=(
            Lived("probation", "self", "now"),
            Lived("prison/sent-back", "self", "2_to_5_years"),
            Lived("care-leaver", "self", "over_5_years"),
        ),
        trainings={
            "telling-your-story": 260,
            "talks-and-panels": 200,
            "media-recorded": 230,
            "media-live": 230,
        },
        uses=(
            SpokenUse("directory", "N4", 300),
            SpokenUse("event-talk", "N4", 300),
            SpokenUse("media-recorded", "N4", 300),
            SpokenUse("media-live", "N4", 160),
        ),
        blackouts=((1, 6),),
        asked_days_ago=(22, 64),
        booked_days_ago=((21, "media"), (63, "media")),
    ),
    DemoSpeaker(
        key="speaker-annie",
        display_name="A grandmother in Bro Tegwen",
        bio=(
            "I’ve my three grandchildren with me, and I’m learning to do this. I have done the first day "
            "of the training and I’ve the second day in the spring. I would like to speak to people who "
            "make the forms, as I have a box of them. I shan’t give my name, because the children have "
            "it too. What I’d talk about is money, school, bedtimes, and Saturdays on the train with "
            "three packed lunches. I was a seamstress. I would rather mend a thing than complain of it."
        ),
        status="training",
        public_profile="none",
        region="bro-tegwen",
        home_area="Nether Tegwen",
        latitude=52.70,
        longitude=-3.52,
        travel_limit_km=30,
        remote=True,
        topics={"families": "lead", "visits": "will", "calls-and-letters": "will"},
        experience=(
            Lived("family/raising-a-relatives-child", "family", "now"),
            Lived("family/of-someone-in-prison", "family", "now"),
        ),
        goals=("ministers",),
        trainings={},
        uses=(SpokenUse("ministers", "N2", 200, voice=False),),
    ),
    DemoSpeaker(
        key="speaker-dom",
        display_name="Dom",
        bio=(
            "I learned to read at thirty-one, from a cookery book, so for a while I could spell ‘simmer’ "
            "and not ‘Wednesday’. My dad was inside when I was a kid, and later on I was. I talk about "
            "both, usually in that order. I’m a dad now myself. I read to mine every night whether they "
            "want it or not. I need three weeks for anything with a camera in it, because I write out "
            "what I want to say, and I still write slowly. I don’t do the Lantern, and they know why."
        ),
        active_since_days_ago=380,
        region="penmarrow",
        home_area="Upper Marrow",
        latitude=51.66,
        longitude=-2.29,
        travel_limit_km=180,
        remote=True,
        topics={
            "reading-and-education": "lead",
            "families": "lead",
            "calls-and-letters": "will",
            "work-and-disclosure": "will",
        },
        experience=(
            Lived("family/parent-in-prison", "both", "over_5_years"),
            Lived("prison/short-sentence", "self", "over_5_years"),
            Lived("learned-to-read-as-an-adult", "self", "over_5_years"),
        ),
        goals=("ministers",),
        trainings={
            "telling-your-story": 190,
            "talks-and-panels": 190,
            "media-recorded": 200,
            "ministers-and-officials": 160,
        },
        uses=(
            SpokenUse("directory", "N4", 240),
            SpokenUse("event-talk", "N5", 240),
            SpokenUse("print-media", "N5", 240, face=True),
            SpokenUse("ministers", "N4", 240),
        ),
        asked_days_ago=(85,),
        booked_days_ago=((84, "event"),),
        notice_days={"media": 21},
        blocked_organisers=("kestlewick-lantern",),
    ),
)
