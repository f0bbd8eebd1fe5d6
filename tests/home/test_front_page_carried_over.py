"""What stood in the front page's two fields stands in its blocks, word for word, and goes back."""

from importlib import import_module

import pytest

from home.models.home_page import HomePage, as_it_begins

pytestmark = pytest.mark.django_db
carried = import_module("home.migrations.0006_front_page_carried_over")
CHANGED = [
    {"type": "changed", "value": {"on": "2026-10-17", "what": "The chairs are turned round."}},
    {"type": "changed", "value": {"on": "2026-11-05", "what": "The screens are too."}},
]


def test_forth_and_back_nothing_is_lost():
    body = carried.blocks("Listen here.", CHANGED)

    assert carried.fields(body) == ("Listen here.", CHANGED)


def test_what_is_carried_over_is_read_as_blocks_of_today_in_the_order_of_today():
    body = HomePage(body=carried.blocks("Listen here.", CHANGED)).body
    (changed,) = [block.value for block in body if block.block_type == "changed"]

    assert [block.block_type for block in body] == [block["type"] for block in as_it_begins()]
    assert body[0].value["words"] == "Listen here."
    assert [(str(one["on"]), one["what"]) for one in changed["own"]] == [
        tuple(block["value"].values()) for block in CHANGED
    ]


def test_a_page_without_a_purpose_goes_back_to_the_one_it_began_with():
    assert carried.fields([]) == (carried.PURPOSE, [])
