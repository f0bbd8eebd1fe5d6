"""Every room says at its door what it promises; the house says what it is and how to prove it."""

import pytest

from tests.architecture.the_house import ROOMS, ROOT, text_of

HALF_A_PAGE = 120  # lines


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_has_a_short_readme_with_a_picture_of_its_states(room):
    readme = text_of((ROOT / room / "README.md").relative_to(ROOT))

    assert readme.startswith("# ")
    assert len(readme.splitlines()) <= HALF_A_PAGE
    assert readme.count("```mermaid") == 1


@pytest.mark.parametrize("document", ["README.md", "SECURITY.md", "CHANGELOG.md", "LICENSE"])
def test_the_house_has_its_document(document):
    assert len((ROOT / document).read_text().strip()) > 100


def test_the_readme_names_every_room_and_both_commands():
    readme = (ROOT / "README.md").read_text()

    assert [word for word in (*ROOMS, "make demo", "make test") if word not in readme] == []
