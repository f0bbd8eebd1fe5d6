"""Quotes × states: a quote shines in one state only, that its own use is cleared; also with its row opened by force."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

import pytest

from consent import guards, policy
from consent.domain.acts import answering
from consent.domain.acts.invalidating import Found, invalidate
from consent.domain.acts.narrowing import Less, narrow
from consent.domain.acts.revoking import revoke
from consent.domain.care import files, holding, reviewing
from consent.domain.stop import stopping
from consent.enums import Basis, HoldReason, IdentityLevel, Relation, ReviewOutcome
from consent.models import Edition, Outing, Permission, RecallAction
from people import clock, keyring
from people.models import Person
from storybank.domain import settling
from storybank.models import StoryPage
from storybank.quotes.making import Wanted, make_quote
from tests.factories import press, stories
from tests.factories.consent import a_person
from tests.surfaces.stage import rewrite, tried
from tests.surfaces.surfaces import OF_ANOTHER_USE

pytestmark = pytest.mark.django_db
FAR = timedelta(days=4000)
WORDS = "I kept the kettle on for her."
(QUOTE,) = OF_ANOTHER_USE


@dataclass
class Stage:
    page: StoryPage
    author: Person
    edition: Edition
    yes: Permission


@pytest.fixture
def stage() -> Stage:
    page = press.a_story(yes=("website", "newspapers"))
    edition = Edition.objects.get(pk=press.edition_of(page))
    wanted = Wanted(edition.pk, "newspapers", WORDS, "The Courier", "desk@courier.example", "Page 2", uuid4())
    make_quote(wanted, by=press.comms())
    yes = Permission.objects.get(edition=edition, use__slug="newspapers")
    return Stage(page=page, author=press.author_of(page), edition=edition, yes=yes)


def hold(use):
    return lambda stage: holding.hold(stage.page.file, reason=HoldReason.SAFETY, by=None, use=use)


def a_newer_version(stage):
    with clock.at(clock.now() - timedelta(days=20)):
        rewrite(stage.page, title="A newer kettle")
        stories.asked(StoryPage.objects.get(pk=stage.page.pk), "newspapers")
        stories.answered(stage.page, name="Dee")
    stories.confirmed(stage.page)


def it_runs_out(stage):
    reviewing.review(stage.edition, outcome=ReviewOutcome.SAFE, valid_until=clock.now() + FAR)
    return stage.yes.valid_until


def the_check_says_not_now(stage):
    reviewing.review(stage.edition, outcome=ReviewOutcome.NOT_NOW, valid_until=clock.now() + FAR)


def their_yes_is_missing(stage):
    files.add_appearance(
        stage.page.file, person=a_person("Sam"), relation=Relation.CO_AUTHOR, basis=Basis.OWN
    )


DARK = {
    "paused": lambda stage: answering.pause(stage.yes, person=stage.author),
    "held": hold(""),
    "held for this use": hold("newspapers"),
    "stopped": lambda stage: stopping.stop(stage.author),
    "this use stopped": lambda stage: stopping.stop(stage.author, use="newspapers"),
    "did not count": lambda stage: invalidate(stage.yes, found=Found.NOT_FREE, by=press.comms()),
    "ended by us": lambda stage: revoke(stage.page.file, by=press.comms(), use="newspapers"),
    "the yes ran out": it_runs_out,
    "the safety check ran out": lambda stage: stage.edition.reviews.latest("id").valid_until,
    "the safety check says not now": the_check_says_not_now,
    "somebody undecided": lambda stage: files.add_appearance(stage.page.file, role="a neighbour"),
    "somebody whose yes is missing": their_yes_is_missing,
    "no words of theirs any more": lambda stage: narrow(
        stage.yes, Less(identity=IdentityLevel.N1), person=stage.author
    ),
    "replaced by a newer version": a_newer_version,
    "erased": lambda stage: keyring.shred(stage.page.file.uid),
}
BRIGHT = {
    "nothing happened": lambda stage: None,
    "held for another use": hold("website"),
    "another use stopped": lambda stage: stopping.stop(stage.author, use=policy.WEBSITE),
}


def looks(client, stage, act) -> list[bool]:
    """Right after the act, after all has followed, and with the quote's own rows opened by force."""
    with tried():
        moment = act(stage)
        with clock.at(moment if hasattr(moment, "tzinfo") else clock.now()):
            at_once = QUOTE.shows(client, stage)
            settling.settle(stage.page.file_id)
            settled = QUOTE.shows(client, stage)
            with guards.lifted():
                RecallAction.objects.all().delete()
                Outing.objects.update(ended_at=None)
            return [at_once, settled, QUOTE.shows(client, stage)]


def test_a_quote_is_dark_in_every_state_but_yes_for_its_own_use(stage, client):
    seen = {name: looks(client, stage, act) for name, act in (DARK | BRIGHT).items()}

    assert seen == {name: [False] * 3 for name in DARK} | {name: [True] * 3 for name in BRIGHT}
