"""Who most of these pages belong to, and their browser."""

import pytest

from tests.factories import stories
from tests.storybank.desk.walking import at_the_desk_of


@pytest.fixture
def author():
    return stories.an_author("Dee", supporter=stories.a_supporter())


@pytest.fixture
def desk(author):
    return at_the_desk_of(author)
