"""Every story's choice for newspapers, in bulk: most say yes, some want to be asked first, some wait, some said no.

Rows that the finder reads and nobody's events, so no audit passes here.
"""

import uuid

from consent.domain.record.uses import current_uses
from consent.enums import Answer, Subject, Trigger
from consent.models import Clearance, Permission

PRESS = "newspapers"
AT_ONCE = 2_000
YES, FIRST, OPEN, NO = "yes", "asked first", "open", "no"
TURN = (YES, YES, YES, YES, YES, FIRST, OPEN, NO, NO, NO)


def ask_everybody_for_the_press() -> None:
    """Beside each yes for the website one choice for newspapers, in a fixed turn of ten."""
    press = current_uses(Subject.STORY).get(slug=PRESS)
    website = Permission.objects.filter(use__slug="website", use__current=True, confirmed_at__isnull=False)
    asked = website.exclude(appearance__permissions__use=press).order_by("id")
    permissions, cleared = [], {}
    for number, row in enumerate(asked):
        turn = TURN[number % len(TURN)]
        row.pk, row.uid, row.use = None, uuid.uuid4(), press
        if turn in {YES, FIRST}:
            row.check_first = [Trigger.RELEASE] if turn is FIRST else []
            cleared[row.edition_id] = turn
        else:
            row.answer = Answer.NO if turn is NO else ""
            row.confirmed_at = row.valid_until = None
        permissions.append(row)
    Permission.objects.bulk_create(permissions, batch_size=AT_ONCE)
    rows = list(Clearance.objects.filter(use_slug="website", edition_id__in=cleared))
    for row in rows:
        row.pk, row.use, row.use_slug = None, press, PRESS
    Clearance.objects.bulk_create(rows, batch_size=AT_ONCE)
