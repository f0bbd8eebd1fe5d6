"""The demo's speakers and requests, built by the domain's own verbs, with the past in its place."""

from datetime import datetime, timedelta

from home.demo import lists
from home.demo.requests import REQUESTS
from home.demo.shapes import DemoSpeaker
from home.demo.speakers import SPEAKERS
from home.demo_loading.earlier_talks import load_earlier_talks
from home.demo_loading.requests import load_request, play_requests
from home.demo_loading.speaking_yeses import say_yes_twice
from people import clock
from people.models import Person, Region, User
from speakers.domain import resting
from speakers.enums import Spoken, Status
from speakers.models import ExperienceTag, Speaker, Topic, TrainingModule

MODULE_DAYS = 730


def load_speakers(people_by_key: dict[str, Person], *, by: User) -> dict[str, Speaker]:
    """Lists, cards, both yeses to each kind of speaking, and what they did before; speakers by key."""
    _lists()
    made = {words.key: _speaker(words, people_by_key[words.key]) for words in SPEAKERS}
    for words in SPEAKERS:
        load_earlier_talks(made[words.key], words, by=by)
        _stands_now(made[words.key], words)
    return made


def load_requests(by: User) -> None:
    """The open requests, and as much of what follows as makes each screen worth a look."""
    made = {words.key: load_request(words, by=by) for words in REQUESTS}
    play_requests(made, by=by)


def _lists() -> None:
    for topic in lists.TOPICS:
        Topic.objects.update_or_create(slug=topic.slug, defaults={"name": topic.name})
    for tag in sorted(lists.EXPERIENCE, key=lambda one: one.slug.count("/")):
        above, _, slug = tag.slug.rpartition("/")
        parent = ExperienceTag.objects.get(path=above) if above else None
        ExperienceTag.objects.update_or_create(
            path=tag.slug, defaults={"slug": slug, "name": tag.name, "parent": parent}
        )
    for module in lists.TRAINING:
        uses = [use for use, needed in lists.TRAINING_FOR_USE if needed == module.slug]
        TrainingModule.objects.update_or_create(
            slug=module.slug, defaults={"name": module.name, "needed_for": uses}
        )


def _speaker(words: DemoSpeaker, person: Person) -> Speaker:
    speaker = Speaker.objects.create(
        person=person,
        display_name=words.display_name,
        bio=words.bio,
        status=Status.ACTIVE,
        active_since=_ago(words.active_since_days_ago) if words.active_since_days_ago else None,
        region=Region.objects.get(slug=words.region),
        home_area=words.home_area,
        latitude=words.latitude,
        longitude=words.longitude,
        travel_limit_km=words.travel_limit_km,
        remote=words.remote,
        overnight=words.overnight,
        notice_days=words.notice_days,
        max_asks_30d=words.max_asks_30d,
        min_gap_days=words.min_gap_days,
        goals=list(words.goals),
        listing=words.public_profile,
    )
    _details(speaker, words)
    say_yes_twice(speaker, words)
    return speaker


def _details(speaker: Speaker, words: DemoSpeaker) -> None:
    for language in words.languages:
        speaker.languages.create(language=Spoken(language))
    for slug, stance in words.topics.items():
        speaker.stances.create(topic=Topic.objects.get(slug=slug), stance=stance)
    for lived in words.experience:
        tag = ExperienceTag.objects.get(path=lived.tag)
        speaker.experiences.create(tag=tag, whose=lived.whose, recency=lived.recency)
    for slug, days_left in words.trainings.items():
        until = clock.today() + timedelta(days=days_left)
        speaker.trainings.create(
            module=TrainingModule.objects.get(slug=slug),
            done_on=until - timedelta(days=MODULE_DAYS),
            expires_on=until,
        )
    for begins, ends in words.blackouts:
        speaker.blackouts.create(starts_at=_ago(-begins), ends_at=_ago(-ends))
    for need in words.access:
        speaker.access_needs.create(need=need, share=True)
    for organiser in words.blocked_organisers:
        speaker.blocks.create(organiser_key=organiser)


def _stands_now(speaker: Speaker, words: DemoSpeaker) -> None:
    """Resting and the like, after what they did while they were active."""
    if words.status == Status.RESTING:
        until = words.resting_days_left
        resting.rest(speaker, until=clock.today() + timedelta(days=until) if until else None)
    elif words.status != Status.ACTIVE:
        speaker.status = words.status
        speaker.save(update_fields=["status"])


def _ago(days: int) -> datetime:
    return clock.now() - timedelta(days=days)
