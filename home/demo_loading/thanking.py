"""Thanks in the demo: said before one author is asked, so that a visitor reads it where they choose."""

from people.models import User
from storybank.models import StoryPage
from storybank.thanks import promising

PENCE = {"plot_fourteen": 2000, "passenger_seat": 1500}
"""By story."""


def promise_before_the_ask(page: StoryPage, key: str, *, by: User | None) -> None:
    if key in PENCE and by is not None:
        promising.promise(page.file_id, kind="voucher", pence=PENCE[key], by=by)
