"""Surfaces × states: dark everywhere in every state but one; also with the page forced live past the write lock."""

from datetime import timedelta

import pytest

from consent.domain.acts import answering, importing
from consent.domain.acts.narrowing import Less, narrow
from consent.domain.care import files, holding, reviewing
from consent.domain.clearance.changing import changing
from consent.domain.record.ledger import write
from consent.domain.record.projecting import record
from consent.domain.record.states import SILENCE
from consent.domain.stop import stopping
from consent.enums import Answer, Basis, EventKind, HoldReason, IdentityLevel, Method, Relation, ReviewOutcome
from people import clock
from storybank.domain import settling
from storybank.models import StoryEdition, StoryPage
from tests.factories import stories
from tests.factories.consent import a_person
from tests.surfaces.stage import CANARY, force_live, permission_of, rewrite, the_stage, tried
from tests.surfaces.surfaces import EVERYWHERE, NOWHERE, where_it_shows

pytestmark = pytest.mark.django_db

FAR = timedelta(days=4000)


def nothing(_):
    """The story as it was set up, now."""


def edition_of(stage):
    return StoryEdition.objects.filter(page=stage.page).latest("id").edition


def answer(what):
    def act(stage):
        stories.told(stage.page, stage.author)
        answering.answer(permission_of(stage), person=stage.author, answer=what)

    return act


def silence(stage):
    return permission_of(stage).cool_until + SILENCE


def known_from_old_records(stage):
    answer(Answer.NO)(stage)
    importing.import_unknown(edition_of(stage), use="website")


def pause(stage):
    answering.pause(permission_of(stage), person=stage.author)


def ended_by(kind):
    """No verb of the house writes these yet; the events exist and must darken."""

    def act(stage):
        with changing(stage.page.file_id) as file:
            row = permission_of(stage)
            record(row, write(file, kind, method=Method.STAFF, permission=row))

    return act


def hold(use):
    return lambda stage: holding.hold(stage.page.file, reason=HoldReason.SAFETY, by=None, use=use)


def a_check_that_says_not_now(stage):
    reviewing.review(edition_of(stage), outcome=ReviewOutcome.NOT_NOW, valid_until=clock.now() + FAR)


def the_check_runs_out(stage):
    return edition_of(stage).reviews.latest("id").valid_until


def the_yes_runs_out(stage):
    reviewing.review(edition_of(stage), outcome=ReviewOutcome.SAFE, valid_until=clock.now() + FAR)
    return permission_of(stage).valid_until


def no_words_any_more(stage):
    narrow(permission_of(stage), Less(identity=IdentityLevel.N1), person=stage.author)


def somebody_undecided(stage):
    files.add_appearance(stage.page.file, role="a neighbour")


def somebody_whose_yes_is_missing(stage):
    files.add_appearance(
        stage.page.file, person=a_person("Sam"), relation=Relation.CO_AUTHOR, basis=Basis.OWN
    )


BEFORE_ANY_YES = {
    "asked": nothing,
    "refused": answer(Answer.NO),
    "not now": answer(Answer.LATER),
    "known from old records only": known_from_old_records,
}
AFTER_ONE_YES = {"thinking time": nothing, "silence": silence}
AFTER_TWO = {
    "paused": pause,
    "held": hold(""),
    "held for this use": hold("website"),
    "stopped": lambda stage: stopping.stop(stage.author),
    "this use stopped": lambda stage: stopping.stop(stage.author, use="website"),
    "did not count": ended_by(EventKind.INVALIDATED),
    "ended by us": ended_by(EventKind.REVOKED),
    "the yes ran out": the_yes_runs_out,
    "the safety check ran out": the_check_runs_out,
    "the safety check says not now": a_check_that_says_not_now,
    "no words of theirs any more": no_words_any_more,
    "somebody undecided": somebody_undecided,
    "somebody whose yes is missing": somebody_whose_yes_is_missing,
}


def looks(client, stage, act):
    """Where the story shows: right after the act, after the pages have followed, and forced live on top of that."""
    with tried():
        moment = act(stage)
        with clock.at(moment if hasattr(moment, "tzinfo") else clock.now()):
            at_once = where_it_shows(client, stage)
            settling.settle(stage.page.file_id)
            settled = where_it_shows(client, stage)
            force_live(StoryPage.objects.get(pk=stage.page.pk))
            forced = where_it_shows(client, stage)
    return [at_once, settled, forced]


@pytest.mark.parametrize(
    ("until", "acts"), [("asked", BEFORE_ANY_YES), ("first yes", AFTER_ONE_YES), ("live", AFTER_TWO)]
)
def test_the_story_is_dark_on_every_surface_in_every_state_but_yes(until, acts, client):
    stage = the_stage(until=until)

    seen = {state: looks(client, stage, act) for state, act in acts.items()}

    assert seen == {state: [NOWHERE] * 3 for state in acts}


def test_the_one_state_that_shines_does_so_after_each_of_the_same_steps(client):
    assert looks(client, the_stage(), nothing) == [EVERYWHERE] * 3


def test_a_newer_version_shines_and_the_older_words_are_nowhere_even_when_forced(client):
    stage = the_stage()
    old_title = stage.page.title
    with clock.at(clock.now() - timedelta(days=20)):
        rewrite(stage.page, title=f"A newer {CANARY}")
        stories.asked(stage.again(), "website")
        stories.answered(stage.page, name=f"{CANARY} Dee", face=True, voice=True)
    while_it_waits = where_it_shows(client, stage), stage.again().title

    stories.confirmed(stage.page)
    newer = where_it_shows(client, stage), stage.again().title
    with tried():
        frozen = StoryEdition.objects.filter(page=stage.page).earliest("id")
        words = frozen.revision.as_object()
        StoryPage.objects.filter(pk=stage.page.pk).update(
            title=words.title, body=words.body, edition=frozen.edition_id, live=True
        )
        older_forced = where_it_shows(client, stage)

    assert while_it_waits == (EVERYWHERE, old_title)
    assert newer == (EVERYWHERE, f"A newer {CANARY}")
    assert older_forced == NOWHERE
