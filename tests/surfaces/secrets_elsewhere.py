"""Markers beside the stories: what somebody outside said, what was handed over, written down, asked and shown."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

from django.test import Client

from consent.domain.acts import asking, concern_decisions
from consent.domain.acts.choosing import Given
from consent.domain.acts.ending import we_end
from consent.domain.care import complaints, concerns, files
from consent.domain.care.complaints import Outcome
from consent.domain.care.concerns import Decision, Matter, Raised, Said
from consent.domain.record import journaling
from consent.domain.written import evidence
from consent.domain.written.evidence import How
from consent.enums import Answer, Basis, IdentityLevel, Method
from consent.models import Concern
from people import clock, roles
from people.models import Person, Team, User
from storybank.domain import in_it, never_know
from storybank.finder import enquiries
from storybank.models import StoryPage
from storybank.packs import making, room_cards
from storybank.private_reading import making as private
from storybank.quotes.making import Wanted as WantedQuote
from storybank.quotes.making import make_quote
from tests.factories import people, press, stories
from tests.surfaces.stage import rewrite

CONCERN = "canaryconcern"
CALL_BACK = "canarycallback"
REPLY = "canaryreplytothem"
REPLY_TO_AUTHOR = "canaryreplytoauthor"
COMPLAINT = "canarycomplaintsays"
COMPLAINER = "canarycomplainer"
COMPLAINER_AT = "canarycomplaintreach"
COMPLAINT_STEP = "canarycomplaintstep"
COMPLAINT_ANSWER = "canarycomplaintanswer"
ENDING = "canaryending"
ENQUIRY = "canaryenquiry"
JOURNALIST = "canaryjournalist"
PACK_FOR = "canarypackfor"
QUOTE_FOR = "canaryquotefor"
READER = "canaryreader"
READS_ALOUD = "canaryaloud"
WROTE_DOWN = "canarywrotedown"
SHOWN_PART = "canaryshownpart"
OTHER_PART = "canaryotherpart"
IN_IT = "canaryinit"
NEVER_KNOW = "canaryneverknow"

OF_A_STORY = frozenset({SHOWN_PART, OTHER_PART, IN_IT})
ON_A_CONCERN = frozenset({CONCERN, REPLY, REPLY_TO_AUTHOR})
ON_A_COMPLAINT = frozenset({COMPLAINT, COMPLAINER, COMPLAINER_AT, COMPLAINT_STEP, COMPLAINT_ANSWER})
OF_THE_PRESS = frozenset({PACK_FOR, READER, READS_ALOUD, ENQUIRY, JOURNALIST})
WHERE_IT_HAS_BEEN = frozenset({PACK_FOR, QUOTE_FOR, READS_ALOUD})
BEHIND_A_BUTTON = frozenset({CALL_BACK})
"""Met on no page: a lead presses for it, and each look is written down."""


@dataclass
class Elsewhere:
    """Dee and her sister in the north, Bo whose yes we ended, Handa whose story went out; and one concern."""

    author: Person
    supporter: User
    in_it: Person
    handa: Person
    ended: Person
    concern: Concern
    code: str


def plant() -> Elsewhere:
    """All of it by the house's own verbs."""
    with clock.at(clock.now() - stories.LONG_AGO - timedelta(days=1)):
        north = people.a_team("North")
        supporter = people.a_supporter(team=north, first_name="Nia")
        author = people.a_person("Dee", supporter=supporter, team=north)
        sister = _in_a_story(author, supporter)
        ended = _ended(supporter, north)
    _written_down(supporter, north)
    handed = _handed_over()
    raised = _asked_about(handed)
    _complained()
    journaling.write_due()
    return Elsewhere(
        author=author,
        supporter=supporter,
        in_it=sister,
        handa=press.author_of(handed),
        ended=ended,
        concern=raised.concern,
        code=raised.code,
    )


def _ended(supporter: User, north: Team) -> Person:
    """A yes of theirs that we have ended, and why."""
    bo = people.a_person("Bo", supporter=supporter, team=north)
    story = stories.a_live_story(bo, title="The coat")
    we_end(story.file, by=people.a_member_of_staff(roles.DPO, first_name="Iwan"), reason=ENDING)
    return bo


def _complained() -> None:
    """What somebody complains about, what the officer does, and the answer."""
    officer = people.a_member_of_staff(roles.DPO, first_name="Ola")
    said = complaints.complain(about=COMPLAINT, name=COMPLAINER, contact=COMPLAINER_AT)
    complaints.acknowledge(said, by=officer)
    complaints.add_step(said, by=officer, words=COMPLAINT_STEP)
    complaints.close(said, by=officer, outcome=Outcome.RIGHT, answer=COMPLAINT_ANSWER)


def _in_a_story(author: Person, supporter: User) -> Person:
    """One passage of two is theirs to read; the author has let them."""
    shared = rewrite(
        stories.a_shared_story(author, title="The gate"),
        body=[("paragraph", SHOWN_PART), ("paragraph", OTHER_PART)],
    )
    sister = people.a_person(IN_IT, supporter=supporter, team=author.team)
    row = files.add_appearance(shared.file, person=sister, basis=Basis.OWN, by=supporter)
    stories.asked(shared, "website")
    part = in_it.choose(shared, row.pk, blocks=[0], whole=False, by=supporter)
    in_it.author_says(shared, author, part_id=part.pk, yes=True)
    never_know.say(shared, author, whom=["boss"], words=NEVER_KNOW)
    reads = Client()
    reads.force_login(sister.user)
    reads.post(f"/my/in-it/{shared.file.uid}/told/")
    return sister


def _handed_over() -> StoryPage:
    """A story by somebody else: a pack, a quote, a private reading, a card to read from; and a journalist."""
    story = press.a_story("Handa", yes=("website", "newspapers", "ministers", "training-staff"))
    comms, edition = press.comms(first_name="Una"), press.edition_of(story)
    pack = making.Wanted(
        uid=uuid4(),
        edition_id=edition,
        use="newspapers",
        recipient=PACK_FOR,
        outlet="The Lantern",
        rang_back=True,
        terms_accepted=True,
    )
    making.fetch(making.make_pack(pack, by=comms), by=comms)
    words = "I kept the kettle on for her."
    quote = WantedQuote(edition, "newspapers", words, QUOTE_FOR, "desk@courier.example", "Page 2", uuid4())
    make_quote(quote, by=comms)
    soon = clock.today() + timedelta(days=3)
    private.make(private.Wanted(uuid4(), edition, "ministers", READER, "Marchgate House", soon), by=comms)
    room_cards.plan(
        room_cards.Planned(uuid4(), edition, "training-staff", READS_ALOUD, "The hall", soon), by=comms
    )
    deadline = clock.now() + timedelta(days=1)
    asked = enquiries.Noted(uuid4(), "The Lantern", "newspapers", JOURNALIST, ENQUIRY, deadline)
    enquiries.note(asked, by=comms)
    return story


def _asked_about(story: StoryPage) -> Raised:
    """Somebody outside says that they are in it; a lead answers both sides."""
    said = Said(story=story.slug, text=CONCERN, contact=CALL_BACK)
    raised = concerns.raise_concern(said, matter=Matter.ME, once="one", may_hold=False)
    lead = people.a_member_of_staff(roles.SAFEGUARDING, first_name="Moss")
    concern_decisions.decide(
        raised.concern, decision=Decision.KEEP, to_them=REPLY, to_author=REPLY_TO_AUTHOR, by=lead
    )
    return raised


def _written_down(supporter: User, team: Team) -> None:
    """An answer on paper that waits for a second pair of eyes."""
    page = stories.a_frozen_story(people.a_person("Ash", supporter=supporter, team=team))
    asking.ask(page.file.editions.get(), uses=["website"], by=people.a_supporter(first_name="Sol"))
    person = files.author_of(page.file_id)
    yes = Given("website", Answer.YES, identity=IdentityLevel.N3, name=WROTE_DOWN)
    how = How(method=Method.PAPER, happened_at=clock.now(), understood=True)
    evidence.record_first(page.file, person=person, answers=[yes], how=how, by=supporter)
