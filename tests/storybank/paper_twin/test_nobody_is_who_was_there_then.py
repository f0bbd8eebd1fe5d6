"""On sheets, too, "no, nobody" is said of those who were in it when they were printed, and of nobody added since."""

import pytest

from consent.domain.care import files
from consent.enums import Basis
from storybank.paper_twin.making import make_pack
from tests.factories import people, stories
from tests.storybank.paper_twin.sheets_back import an_entry, counted

pytestmark = pytest.mark.django_db


def test_who_was_added_while_the_sheets_were_away_is_settled_by_no_pen():
    author = stories.an_author()
    page = stories.a_frozen_story(author)
    her = files.add_appearance(page.file, role="my sister", basis=Basis.UNDECIDED)
    pack = make_pack(author, page=page).packs[0]
    neighbour = files.add_appearance(page.file, role="our neighbour", basis=Basis.UNDECIDED)

    counted(pack, an_entry(people="no"), by=people.a_supporter(), checked_by=people.a_supporter())

    bases = {row.pk: row.basis for row in files.appearances_in(page.file_id) if row.role}
    assert bases == {her.pk: Basis.COMPOSITE, neighbour.pk: Basis.UNDECIDED}
