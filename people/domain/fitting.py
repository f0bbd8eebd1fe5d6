"""Making an unsent message what its person's rules say now: which way, from whom, in which words, and when.

Done when it is written, again when the rules change, and once more when it is sent: a server may have been down all
night. A message that the rules leave no way or no moment for becomes a task for a human, with the reason.
"""

import json
from datetime import datetime

from people import clock
from people.domain import allowed_hours, contact_rules, messages, reaching
from people.domain.allowed_hours import NoMoment
from people.domain.contact_rules import Rules
from people.domain.reaching import Way
from people.domain.urgency import Urgency, class_of
from people.enums import Channel, MessageState
from people.models import Organisation, OutboxMessage, Person

NO_ADDRESS = "No address is known for the way they chose."
A_CODE_IN_IT = "It holds a code, and their messages may show no words. Give it to them yourself."
UNSENT = frozenset({MessageState.WAITING, MessageState.TO_DO})
SHOWN_ON_A_SCREEN = frozenset({Channel.EMAIL, Channel.SMS})


def fit(message: OutboxMessage, person: Person) -> None:
    """Set way, words, moment and state; saving is the caller's. Nothing changes for what was sent or left."""
    if message.state not in UNSENT or message.at_an_address:
        return
    rules = contact_rules.rules_of(person)
    way = reaching.how(person, rules=rules, refused=_refused(message))
    _say_it(message, person, way=way)
    message.address, message.through = way.address, way.through
    reason = _reason_for_a_human(message, rules=rules, way=way)
    message.state = MessageState.TO_DO if reason or way.by_hand else MessageState.WAITING
    wanted = message.wanted_at = message.wanted_at or message.due_at
    now = clock.now()
    try:
        at = reaching.when(person, max(wanted, now), rules=rules, way=way)
        message.due_at = wanted if at <= now else at  # what may go now keeps its place in the line
    except NoMoment as none_left:
        message.state, reason, message.due_at = MessageState.TO_DO, str(none_left), wanted
    message.problem = reason


def fit_all(person: Person) -> None:
    """Whatever waits for them follows their rules at once. Inside the transaction that changes the rules.

    Waits for a message that is being sent this moment, so that none goes out by the old rules once this is over.
    """
    unsent = OutboxMessage.objects.filter(person=person, state__in=UNSENT, at_an_address=False)
    for message in unsent.select_for_update(of=("self",)).order_by("pk"):
        fit(message, person)
        message.save()


def next_way(message: OutboxMessage) -> bool:
    """After a no for good: try the next way they named. False when there is none; then it is a human's."""
    if message.person is None or message.at_an_address:
        return False
    message.refused = ",".join([*_refused(message), message.channel])
    rules = contact_rules.rules_of(message.person)
    if not reaching.how(message.person, rules=rules, refused=_refused(message)).address:
        return False
    message.state, message.tries = MessageState.WAITING, 0
    fit(message, message.person)
    return True


def shown(message: OutboxMessage) -> tuple[str, str]:
    """Subject and words as they go out; for those who asked for it without any of its words."""
    if not message.without_words:
        return message.subject, message.body
    bare = messages.words_of("people/no_words", channel=message.channel, language=message.language)
    given = messages.everywhere(Organisation.load(), sender=message.sender, language=message.language)
    words = messages.fill(bare, given | {"called": ""})
    return words.subject, words.body


def when_now(message: OutboxMessage, person: Person) -> datetime:
    """For a task: now if they may be reached in its way now, else the next moment. Raises `NoMoment`."""
    rules = contact_rules.rules_of(person)
    hours = not message.through and message.channel in reaching.BOUND_BY_HOURS
    return allowed_hours.next_moment(rules, clock.now(), hours=hours)


def _say_it(message: OutboxMessage, person: Person, *, way: Way) -> None:
    """Put into the words of this way and sender, unless it stands in them already."""
    if not message.given:
        message.channel, message.sender = way.channel, way.sender
        return
    meant = (way.channel, way.sender, person.language, person.called)
    given = json.loads(message.given)
    if message.body and meant == (message.channel, message.sender, message.language, given.get("called")):
        return
    given["called"] = person.called
    everywhere = messages.everywhere(Organisation.load(), sender=way.sender, language=person.language)
    template = messages.words_of(message.event, channel=way.channel, language=person.language)
    words = messages.fill(template, everywhere | given)
    message.channel, message.sender, message.language = way.channel, way.sender, person.language
    message.subject, message.body = words.subject, words.body
    message.given = json.dumps(given)


def _reason_for_a_human(message: OutboxMessage, *, rules: Rules, way: Way) -> str:
    message.without_words = rules.no_words and not way.by_hand and way.channel in SHOWN_ON_A_SCREEN
    if not way.address and not way.through:
        return NO_ADDRESS
    if message.without_words and class_of(message.event) == Urgency.HOLDS_A_KEY:
        return A_CODE_IN_IT
    return ""


def _refused(message: OutboxMessage) -> list[str]:
    return [one for one in message.refused.split(",") if one]
