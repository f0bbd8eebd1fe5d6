"""What the tests of copies share: every kind of act, the loader that refuses the net, the vocabulary's terms."""

import re
from pathlib import Path

from consent.domain.acts import answering
from consent.domain.record.shown import Shown
from consent.domain.stop import stopping
from consent.enums import Answer, IdentityLevel
from consent.models import Permission, Receipt
from people import clock
from tests.factories.consent import a_file, a_person, a_version, asked, later, told

TERMS = Path(__file__).with_name("dpv_terms.txt")
SECRET = "The kettle"
"""The title of every file the factories make; no copy may show it."""


def known_terms():
    """The vocabulary's terms as compact names, comments left out."""
    return {line for line in TERMS.read_text().splitlines() if line and not line.startswith("#")}


def used_terms(value):
    """Every compact name of the public vocabularies anywhere in a document, the context aside."""
    found = set()
    if isinstance(value, dict):
        for key, item in value.items():
            if key != "@context":
                found |= used_terms(key) | used_terms(item)
    elif isinstance(value, list):
        for item in value:
            found |= used_terms(item)
    elif isinstance(value, str) and re.match(r"^(dpv|pd|loc|legal-gb):[\w-]+$", value):
        found.add(value)
    return found


def offline(url, options=None):
    """The document loader of the tests: whatever is asked for, the net is not."""
    raise AssertionError(f"a copy asked the net for {url}")


def newest(person, kind=None):
    rows = Receipt.objects.filter(person=person)
    return (rows.filter(kind=kind) if kind else rows).order_by("-id").first()


def a_life():
    """One person's file in which everything has happened that leaves a copy: no, yes, second yes, a rest, a stop."""
    person = a_person()
    edition = a_version(a_file(person))
    asks = {row.use.slug: row for row in asked(edition, "website", "newsletter", "newspapers")}
    told(edition.file, person)
    answering.answer(asks["newspapers"], person=person, answer=Answer.NO)
    for use in ("website", "newsletter"):
        shown = Shown(name="Dee")
        answering.answer(asks[use], person=person, answer=Answer.YES, identity=IdentityLevel.N3, shown=shown)
    with clock.at(later()):
        both = Permission.objects.filter(pk__in=[asks["website"].pk, asks["newsletter"].pk]).order_by("pk")
        answering.confirm(edition.file, person=person, permissions=both)
        answering.pause(asks["newsletter"], person=person)
        answering.resume(asks["newsletter"], person=person)
        stopping.stop(person, use="website")
    return person, edition
