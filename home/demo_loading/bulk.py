"""A crowd beside the curated demo: people and stories by the thousand, the same for the same seed.

Each call tops up to the numbers asked for; what is there already is recognised and left alone.
"""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from consent.domain.crowd import bulk as consent_bulk
from consent.enums import IdentityLevel
from home.demo_loading.bulk_facts import House, batches, chance, the_house, uid
from home.demo_loading.bulk_progress import Progress
from home.demo_loading.bulk_speakers import Lists, a_request, a_speaker
from home.demo_loading.bulk_words import CALLED, a_story
from people import clock
from people.domain import bulk as people_bulk
from people.models import Person
from speakers.domain import bulk as speakers_bulk
from speakers.domain.requests import receive
from storybank.domain.bulk import Telling, write_stories
from storybank.enums import Kind

STORIES_EACH = 4
LAST_YEAR = range(2, 330)  # days ago on which stories of a crowd went up: their checks still stand
MET = timedelta(days=400)
TO_THE_CHECK = timedelta(days=14)
WRITING = timedelta(days=9)
LEVELS = (IdentityLevel.N2, IdentityLevel.N3, IdentityLevel.N3, IdentityLevel.N4)


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many of each there shall be, beside the curated ones."""

    stories: int = 0
    people: int = 0
    speakers: int = 0
    requests: int = 0
    seed: int = 1


def load_crowd(crowd: Crowd) -> None:
    """People first, because stories and cards are theirs. The first of them tell, and the first of them speak."""
    if not any((crowd.stories, crowd.people, crowd.speakers, crowd.requests)):
        return
    house = the_house()
    _people(crowd, house, max(crowd.people, crowd.speakers, -(-crowd.stories // STORIES_EACH)))
    _stories(crowd, house)
    _speakers(crowd, house)
    _requests(crowd, house)


def _people(crowd: Crowd, house: House, whole: int) -> None:
    with Progress("People", whole) as bar:
        for batch in batches(whole):
            uids = [uid(crowd.seed, "person", number) for number in batch]
            here = people_bulk.already_here(uids)
            new = [
                _person(crowd.seed, number, house)
                for number, one in zip(batch, uids, strict=True)
                if one not in here
            ]
            people_bulk.write_people(new)
            bar.add(len(batch))


def _person(seed: int, number: int, house: House) -> people_bulk.NewPerson:
    supporter, team = house.supporters[number % len(house.supporters)]
    return people_bulk.NewPerson(
        uid=uid(seed, "person", number),
        called=chance(seed, "person", number).choice(CALLED),
        email=f"person-{seed}-{number}@crowd.example",
        supporter=supporter,
        team=team,
        met_at=clock.now() - MET,
    )


def _stories(crowd: Crowd, house: House) -> None:
    with Progress("Stories", crowd.stories) as bar:
        for batch in batches(crowd.stories):
            uids = {number: uid(crowd.seed, "story", number) for number in batch}
            here = consent_bulk.already_here(list(uids.values()))
            numbers = [number for number in batch if uids[number] not in here]
            authors = people_bulk.already_here(
                [uid(crowd.seed, "person", number // STORIES_EACH) for number in numbers]
            )
            for team in house.indexes:
                told = [
                    _telling(crowd.seed, number, authors, house)
                    for number in numbers
                    if authors[uid(crowd.seed, "person", number // STORIES_EACH)].team_id == team
                ]
                write_stories(told, under=house.indexes[team], checked_by=house.lead)
            bar.add(len(batch))


def _speakers(crowd: Crowd, house: House) -> None:
    lists = Lists()
    with Progress("Speakers", crowd.speakers) as bar:
        for batch in batches(crowd.speakers):
            here = speakers_bulk.already_here([uid(crowd.seed, "speaker", number) for number in batch])
            numbers = [number for number in batch if uid(crowd.seed, "speaker", number) not in here]
            people = people_bulk.already_here([uid(crowd.seed, "person", number) for number in numbers])
            speakers_bulk.write_speakers(
                [
                    a_speaker(crowd.seed, number, people[uid(crowd.seed, "person", number)], house, lists)
                    for number in numbers
                ]
            )
            bar.add(len(batch))


def _requests(crowd: Crowd, house: House) -> None:
    """By the verb itself, which knows a form it has seen; nobody is written to."""
    lists = Lists()
    with Progress("Requests", crowd.requests) as bar:
        for number in range(crowd.requests):
            asked = a_request(crowd.seed, number, lists)
            receive(asked, by=house.comms, form_key=f"crowd-{crowd.seed}-{number}", quietly=True)
            bar.add(1)


def _telling(seed: int, number: int, authors: dict[UUID, Person], house: House) -> Telling:
    dice = chance(seed, "story", number)
    words = a_story(dice)
    author: Person = authors[uid(seed, "person", number // STORIES_EACH)]
    level = dice.choice(LEVELS)
    up = clock.now() - timedelta(days=dice.choice(LAST_YEAR), minutes=dice.randrange(600))
    return Telling(
        uid=uid(seed, "story", number),
        person=author,
        title=words.title,
        kind=dice.choice(Kind.values),
        themes=tuple(dice.sample(house.themes, dice.randint(1, 2))),
        region=dice.choice(house.regions),
        body=words.body,
        closing=words.closing,
        identity=level,
        name=author.called if level.shows_name else "",
        started=up - TO_THE_CHECK - WRITING,
        frozen=up - TO_THE_CHECK,
        up=up,
    )
