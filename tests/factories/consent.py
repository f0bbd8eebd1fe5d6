"""Consent in the making: files, versions, asks and yeses, built by the domain's own verbs."""

from datetime import datetime, timedelta

from consent.domain.acts import answering, asking, starting_again
from consent.domain.care import files, reviewing
from consent.domain.record import editions
from consent.domain.record.closure import Closure, Part
from consent.domain.record.shown import Shown
from consent.domain.told import informing, notices
from consent.enums import Answer, IdentityLevel, ReviewOutcome, Subject
from consent.models import ConsentFile, Edition, Notice, NoticeRendering, Permission
from people import clock
from people.models import Person

THINKING = timedelta(days=7)


def a_person(called: str = "Dee") -> Person:
    return Person.objects.create(called=called, channel="letter", met_at=clock.now())


def a_file(person: Person | None = None, *, kind: Subject = Subject.STORY) -> ConsentFile:
    return files.open_file(kind=kind, title="The kettle", person=person or a_person())


def a_version(file: ConsentFile, words: str = "I kept the kettle.", *, safe: bool = True) -> Edition:
    edition = editions.freeze(file, closure=Closure((Part.of("paragraph", "body 1", words),)))
    if safe:
        until = clock.now() + timedelta(days=365)
        reviewing.review(edition, outcome=ReviewOutcome.SAFE, valid_until=until)
    return edition


def a_revealing_version(file: ConsentFile, **of: IdentityLevel) -> Edition:
    """Frozen and checked: the same words each time; what they show of each (by what we call them) is said anew."""
    rows = {row.person.called: row.pk for row in files.appearances_in(file.pk) if row.person}
    edition = editions.freeze(
        file,
        closure=Closure((Part.of("paragraph", "body 1", "They called me by my name."),)),
        reveals={rows[who]: level for who, level in of.items()},
    )
    reviewing.review(edition, outcome=ReviewOutcome.SAFE, valid_until=later() + timedelta(days=300))
    return edition


def reviewed_again(edition: Edition) -> None:
    """A safety check of the same words, made now."""
    until = clock.now() + timedelta(days=365)
    reviewing.review(edition, outcome=ReviewOutcome.SAFE, valid_until=until)


def told(file: ConsentFile, person: Person) -> None:
    """They have read what we tell people, and we have asked back whether it was explained well."""
    text = "You choose."
    notice, _ = Notice.objects.get_or_create(key=notices.STORY_CHOICES, version=1)
    rendering, _ = NoticeRendering.objects.get_or_create(
        notice=notice,
        language="en",
        format="plain",
        defaults={"text": text, "sha256": notices.sha256_of(text)},
    )
    notices.serve(file, person=person, rendering=rendering)
    if not informing.has_understood(file, person=person):
        informing.record_check(file, person=person, rendering=rendering, questions=["stop"], understood=True)


def asked(edition: Edition, *uses: str) -> list[Permission]:
    return asking.ask(edition, uses=uses or ("website",))


def first_yes(
    permission: Permission, *, name: str = "Dee", identity: IdentityLevel = IdentityLevel.N3
) -> Permission:
    person = permission.appearance.person
    told(permission.file, person)
    return answering.answer(
        permission, person=person, answer=Answer.YES, identity=identity, shown=Shown(name=name)
    )


def second_yes(permission: Permission) -> Permission:
    person = permission.appearance.person
    with clock.at(max(permission.cool_until, clock.now())):
        answering.confirm(permission.file, person=person, permissions=[permission])
    return Permission.objects.get(pk=permission.pk)


def cleared(edition: Edition, *uses: str, name: str = "Dee") -> list[Permission]:
    """Everybody in it says yes twice; the clock has moved on for the second."""
    return [second_yes(first_yes(permission, name=name)) for permission in asked(edition, *uses)]


def later() -> datetime:
    """A moment after thinking time, while every yes still stands."""
    return clock.now() + THINKING + timedelta(hours=1)


def comes_to_us(file: ConsentFile, *uses: str) -> None:
    """After a no or a stop: the author says of these that we may ask again."""
    starting_again.say_we_may_ask(file, person=files.author_of(file.pk), uses=uses or ("website",))
