"""A copy on paper: tagged for screen readers, the same bytes each time, large print where the person chose it."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from django.utils.translation import override

from consent.domain.told.accounts import account_of
from consent.models import Receipt
from consent.receipts.words import words_of
from people import paper

TEMPLATE = Path(__file__).with_name("copy.typ")


def pdf(copies: Sequence[Receipt], *, large: bool = False) -> bytes:
    """The copies of one act (or several), one a page. Raises `people.paper.NotMade`."""
    accounts = [account_of(copy) for copy in copies]
    with override("en"):  # what is printed round it is in English
        words = [words_of(account) for account in accounts]
    site = accounts[0].house.site
    frame = paper.Frame(
        organisation=words[0].organisation, contact=words[0].contact, code=words[0].code, large=large
    )
    data = {
        "copies": [asdict(one) for one in words],
        "stop_link": f"{site}/stop/",
        "stop_shown": f"{site.removeprefix('https://').removeprefix('http://')}/stop/",
    }
    return paper.make(
        TEMPLATE, data, title="Your copy", language="en", made_at=accounts[0].made_at, frame=frame
    )
