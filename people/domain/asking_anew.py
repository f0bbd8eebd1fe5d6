"""After an older backup was restored: whoever changed how they may be reached since is asked anew, by a human.

What they said lies in the newer database and nowhere else, so nothing of the older rules may be used: the old address
may be read by the very person they left.
"""

import dataclasses
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from people import clock
from people.domain import contact_rules, fitting
from people.enums import Language, RulesRoute
from people.models import ContactRules, Person

THROUGH = {
    Language.ENGLISH: "whoever supports you here, until you have said anew how",
    Language.WELSH: "pwy bynnag sy'n eich cefnogi yma, nes i chi ddweud o'r newydd sut",
}


def still_the_older(person_uid: UUID, *, told_at: datetime) -> bool:
    """Whether this database holds no rules of theirs from that moment or later."""
    here = Person.objects.filter(uid=person_uid, erased_at=None)
    return here.exclude(contact_rules__made_at__gte=told_at).exists()


@transaction.atomic
def close_again(person_uid: UUID, *, told_at: datetime) -> bool:
    """Nothing goes out by any way and no code is sent; what waits is a task with the reason. False when not needed."""
    if not still_the_older(person_uid, told_at=told_at):
        return False
    person = Person.objects.select_for_update(no_key=True).get(uid=person_uid)
    now = clock.now()
    rules = dataclasses.replace(
        contact_rules.rules_of(person),
        also=(),
        windows=(),
        quiet_until=None,
        last_day=clock.today() - timedelta(days=1),
        via=THROUGH[Language(person.language)],
        review_on=clock.today(),
    )
    ContactRules.objects.filter(person=person, ended_at=None).update(ended_at=now)
    ContactRules.objects.create(
        person=person,
        sealed=contact_rules.sealed(person, rules),
        review_on=rules.review_on,
        route=RulesRoute.RESTORED,
        made_at=now,
    )
    fitting.fit_all(person)
    return True
