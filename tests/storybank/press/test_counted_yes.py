"""A yes for a number of times is never spent on something that then shows nothing."""

from datetime import timedelta
from uuid import uuid4

import pytest

from consent.models import Permission, Use
from people import clock
from storybank.models import Quote
from storybank.packs.handing_over import CannotHandOver
from storybank.packs.newsletter import Chosen, put_together, texts_of
from storybank.quotes.making import Wanted, make_quote
from storybank.quotes.showing import shown
from tests.factories import press

pytestmark = pytest.mark.django_db
WORDS = "I kept the kettle on for her."


def a_story_for(use: str, *, once: bool):
    Use.objects.filter(slug=use).update(single_use=once)
    return press.a_story(yes=(use,), body=[("paragraph", WORDS)])


def quote_from(page) -> Quote:
    wanted = Wanted(
        edition_id=press.edition_of(page),
        use="newspapers",
        words=WORDS,
        recipient="Rhona Pettifer",
        contact="newsdesk@courier.example",
        where="Saturday page",
        once=uuid4(),
    )
    return make_quote(wanted, by=press.comms())


def letter(page) -> Chosen:
    on = clock.today() + timedelta(days=3)
    return Chosen(uuid4(), "Spring letter", on, (press.edition_of(page),))


def times_used(page) -> int:
    return Permission.objects.get(file=page.file_id).uses


def test_a_quote_stands_and_so_takes_no_last_time():
    page = a_story_for("newspapers", once=True)

    with pytest.raises(CannotHandOver, match="last time"):
        quote_from(page)

    assert (times_used(page), Quote.objects.count()) == (0, 0)


def test_without_a_number_a_quote_is_made_and_shows():
    assert shown(quote_from(a_story_for("newspapers", once=False)))


def test_a_letter_takes_no_last_time_that_it_could_not_print():
    page = a_story_for("newsletter", once=True)

    made = put_together(letter(page), by=press.comms())

    assert (times_used(page), len(made.left_out), texts_of(made.issue)) == (0, 1, [])
    assert "last time" in made.left_out[0]


def test_without_a_number_the_letter_has_its_words():
    made = put_together(letter(a_story_for("newsletter", once=False)), by=press.comms())

    (piece,) = texts_of(made.issue)
    assert WORDS in piece.text
