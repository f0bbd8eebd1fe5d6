"""Whose choice it is. A number or an address that was guessed, or comes from another tab, opens nothing."""

from consent.domain.record.coming_of_age import is_under_13, is_young
from consent.domain.record.terms import CannotAnswer
from consent.domain.told.notices import told_now
from consent.enums import Method
from consent.models import ConsentFile, Permission
from people import clock
from people.models import Person


def own(permission: Permission, person: Person) -> Permission:
    """The row afresh, under the lock, and only if it is this person's."""
    rows = Permission.objects.select_related("use", "edition", "file", "appearance__person")
    fresh = rows.filter(pk=permission.pk).first()
    if fresh is None or fresh.appearance.person_id != person.pk:
        raise CannotAnswer("This choice is not yours. Nothing was changed.")
    return fresh


def whose_age(permission: Permission) -> Person | None:
    """Whose age counts: the person's own, and for a guardian's yes that of the one they speak for."""
    about = permission.appearance.speaks_for or permission.appearance
    return about.person


def refuse_after_coming_of_age(permission: Permission) -> None:
    """What was begun under 18 is over with the birthday: nobody goes on with it, they are asked afresh."""
    person, given = whose_age(permission), permission.answered_at
    if given is not None and is_young(person, given) and not is_young(person, clock.now()):
        raise CannotAnswer("This was agreed for somebody under 18. We ask again now, as an adult.")


def refuse_a_child_alone(permission: Permission, *, method: Method) -> None:
    """Under 13 a yes never comes from a screen: a worker hears the child, beside a parent, and writes it down."""
    if method == Method.SCREEN and is_under_13(permission.appearance.person, clock.now()):
        raise CannotAnswer(
            "Under 13 you do not say yes here by yourself. Somebody here talks with you,"
            " and with a grown-up who looks after you. You can say no at any time."
        )


def told_first(file: ConsentFile, person: Person) -> str:
    """The sha256 of what they were told, in words whose meaning is today's. Raises `CannotAnswer` without."""
    told = told_now(file, person=person)
    if not told:
        raise CannotAnswer("Read what we tell you first. Then you can choose.")
    return told
