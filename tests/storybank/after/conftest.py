"""Dee, her supporter, and a story of hers that is live."""

import pytest

from tests.factories import people, stories


@pytest.fixture
def supporter():
    return people.a_supporter()


@pytest.fixture
def dee(supporter):
    return people.a_person("Dee", supporter=supporter, channel="email", email="dee@post.example")


@pytest.fixture
def page(dee):
    return stories.a_live_story(dee)
