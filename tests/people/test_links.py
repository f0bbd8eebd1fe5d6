"""One-use links: one item, one act, once."""

from datetime import timedelta

import pytest

from people import clock
from people.domain import links
from people.models import OneUseLink
from tests.factories.people import a_supporter

pytestmark = pytest.mark.django_db
CHECK = "safety_check"


def a_link() -> str:
    return links.make(purpose=CHECK, target="page:7", for_whom="ros@trustee.example", by=a_supporter())


def test_a_link_works_once_and_looking_does_not_use_it_up():
    token = a_link()

    looked = [links.peek(token, CHECK).target for _ in range(2)]
    used = links.use(token, purpose=CHECK)

    assert looked == ["page:7", "page:7"]
    assert used.target == "page:7"
    assert links.use(token, purpose=CHECK) is None
    assert links.peek(token, CHECK) is None


def test_a_link_ends_after_its_days():
    token = a_link()

    with clock.at(clock.now() + timedelta(days=6, hours=23)):
        assert links.peek(token, CHECK) is not None
    with clock.at(clock.now() + timedelta(days=7, seconds=1)):
        assert links.use(token, purpose=CHECK) is None


@pytest.mark.parametrize("token", ["", "nonsense", "\x00", "🙂", "a" * 100_000])
def test_unknown_tokens_open_nothing(token):
    assert links.use(token, purpose=CHECK) is None


def test_a_token_opens_nothing_of_another_purpose():
    token = a_link()

    assert links.use(token, purpose="another") is None
    assert links.use(token, purpose=CHECK) is not None


def test_the_links_to_an_item_can_be_taken_back():
    token = a_link()

    assert links.end(purpose=CHECK, target="page:8") == 0
    assert links.end(purpose=CHECK, target="page:7") == 1
    assert links.use(token, purpose=CHECK) is None


def test_neither_token_nor_name_lies_in_the_database():
    token = a_link()

    row = str(OneUseLink.objects.extra(select={"raw": "for_whom"}).values_list("token_hash", "raw").get())

    assert token not in row
    assert "trustee" not in row
