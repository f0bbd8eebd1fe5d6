"""A crowd's speakers and the requests that look for them."""

from datetime import time, timedelta
from random import Random

from consent.domain.crowd.bulk_shapes import Yes
from consent.domain.record.shown import Shown
from consent.domain.record.uses import current_uses
from consent.enums import IdentityLevel, Subject
from home.demo_loading.bulk_facts import House, chance, uid
from people import clock
from people.models import Person
from speakers.domain.bulk import NewSpeaker
from speakers.domain.requests import Asked
from speakers.domain.times import in_london
from speakers.enums import Intensity, Kind, Recency, Stance, Whose
from speakers.models import ExperienceTag, Topic, TrainingModule

SHORTEST_YES = 150  # days: every yes of a crowd still stands
NORTH, SOUTH, EAST, WEST = 54.0, 51.4, -0.6, -3.4
STANCES = (Stance.LEAD, Stance.WILL, Stance.WILL, Stance.ASK_FIRST, Stance.WILL_NOT)
USES_OF_KIND = {
    Kind.EVENT: ("event-talk",),
    Kind.MEDIA: ("print-media", "media-recorded"),
    Kind.MINISTERIAL: ("ministers",),
}
WHO_ASKS = ("Housing Partnership", "College", "Radio", "Council", "Magistrates’ Association", "Book Festival")


class Lists:
    """The lists a crowd draws from, read once."""

    def __init__(self) -> None:
        self.topics = list(Topic.objects.order_by("slug"))
        self.tags = list(ExperienceTag.objects.order_by("path"))
        self.modules = list(TrainingModule.objects.order_by("slug"))
        self.uses = list(current_uses(Subject.SPEAKING))


def a_speaker(seed: int, number: int, person: Person, house: House, lists: Lists) -> NewSpeaker:
    dice = chance(seed, "speaker", number)
    return NewSpeaker(
        uid=uid(seed, "speaker", number),
        file_uid=uid(seed, "speaking", number),
        person=person,
        bio=f"I speak about {_topic(dice, lists)} and about {_topic(dice, lists)}. Ask me, and I will tell you.",
        region=dice.choice(house.regions),
        latitude=round(dice.uniform(SOUTH, NORTH), 2),
        longitude=round(dice.uniform(WEST, EAST), 2),
        travel_limit_km=dice.choice((20, 50, 80, 120, 300)),
        remote=dice.random() < 0.7,
        overnight=dice.random() < 0.3,
        languages=("en", "cy") if dice.random() < 0.1 else ("en",),
        stances=tuple(
            (topic, dice.choice(STANCES)) for topic in dice.sample(lists.topics, dice.randint(2, 6))
        ),
        experiences=tuple(
            (tag, dice.choice(Whose.values), dice.choice(Recency.values))
            for tag in dice.sample(lists.tags, dice.randint(1, 3))
        ),
        trainings=tuple(
            (module, clock.today() + timedelta(days=dice.randint(-30, 700)))
            for module in dice.sample(lists.modules, dice.randint(1, 5))
        ),
        yeses=_yeses(dice, person, lists),
        confirmed=clock.now() - timedelta(days=dice.randint(1, SHORTEST_YES)),
        by=house.supporters[number % len(house.supporters)][0],
    )


def a_request(seed: int, number: int, lists: Lists) -> Asked:
    """Recorded by comms, with all that a shortlist needs."""
    dice = chance(seed, "request", number)
    kind = dice.choice(list(Kind))
    start = in_london(clock.today() + timedelta(days=dice.randint(20, 120)), time(dice.randint(9, 18)))
    topics = tuple(dice.sample(lists.topics, dice.randint(1, 2)))
    who = f"{dice.choice(('Kestlewick', 'Harrowmere', 'Sallowby', 'Penmarrow', 'Tegwen'))} {dice.choice(WHO_ASKS)}"
    return Asked(
        kind=kind,
        title=f"{topics[0].name}: a talk for {who}"[:120],
        organiser_name=f"Organiser {number + 1}",
        organiser_email=f"organiser-{seed}-{number}@crowd.example",
        organisation=who,
        starts_at=start,
        ends_at=start + timedelta(minutes=dice.choice((30, 60, 90))),
        decide_by=start - timedelta(days=7),
        audience="About forty people who work with what you know.",
        purpose="So that the people who decide hear it from somebody who was there.",
        uses=(dice.choice(USES_OF_KIND[kind]),),
        latitude=round(dice.uniform(SOUTH, NORTH), 2),
        longitude=round(dice.uniform(WEST, EAST), 2),
        remote=dice.random() < 0.5,
        topics=topics,
        must_have=tuple(dice.sample(lists.tags, dice.randint(0, 1))),
        intensity=dice.choice(Intensity.values),
        seats=dice.choice((1, 1, 1, 2)),
    )


def _topic(dice: Random, lists: Lists) -> str:
    return str(dice.choice(lists.topics).name).lower()


def _yeses(dice: Random, person: Person, lists: Lists) -> tuple[Yes, ...]:
    level = dice.choice((IdentityLevel.N2, IdentityLevel.N3, IdentityLevel.N4))
    shown = Shown(name=person.called if level.shows_name else "")
    chosen = dice.sample(lists.uses, dice.randint(2, 6))
    return tuple(Yes(use.slug, level, shown, face=False, voice=dice.random() < 0.8) for use in chosen)
