"""The slip that says back what was written down, so that the person checks it and can say "that is not it"."""

from pathlib import Path
from typing import Any

from consent.domain.told import wordings
from consent.domain.written.evidence import Act, said_in
from consent.domain.written.saying import given_of
from consent.enums import Answer
from consent.models import Evidence, Use
from consent.receipts.terms_words import terms_lines
from consent.receipts.words import HOW, day
from people import paper

TEMPLATE = Path(__file__).with_name("slip.typ")
SAID = {Answer.YES: "Yes.", Answer.NO: "No.", Answer.LATER: "Not now."}


def slip_lines(row: Evidence) -> list[tuple[str, str]]:
    """Use by use what was written down: for the slip, and for whoever checks it."""
    said = said_in(row)
    uses = Use.objects.filter(slug__in=[item["use"] for item in said], applies_to=row.file.kind, current=True)
    labels = {use.slug: use.label for use in uses}
    return [(labels.get(item["use"], item["use"]), _what(item, row.act)) for item in said]


def slip(row: Evidence) -> bytes:
    """The slip as PDF. Raises `people.paper.NotMade`."""
    house = wordings.house_as_of(row.recorded_at)
    code = row.uid.hex[:8].upper()
    frame = paper.Frame(organisation=house.name, contact=house.phone or house.email, code=code)
    data = {
        "day": day(row.happened_at),
        "how": HOW.get(row.method, ""),
        "lines": slip_lines(row),
        "act": str(row.act),
        "contact": frame.contact,
        "code": code,
    }
    return paper.make(
        TEMPLATE, data, title="What we wrote down", language="en", made_at=row.recorded_at, frame=frame
    )


def _what(item: dict[str, Any], act: str) -> str:
    if act == Act.SECOND:
        return "Yes, for the second time."
    if act == Act.AGAIN:
        return "We may ask you again."
    if act == Act.RENEW:
        return "Yes, it goes on, just as it is." if item["goes_on"] else "Let it end on its last day."
    words = SAID[Answer(item["answer"])]
    return " ".join([words, *terms_lines(given_of(item))]) if item["answer"] == Answer.YES else words
