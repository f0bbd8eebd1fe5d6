"""A network of copies may be let keep a list for some seconds; what somebody typed into the search it may not."""

import pytest

from tests.factories import stories

pytestmark = pytest.mark.django_db


def test_no_copy_is_kept_of_what_was_searched_for(client, settings):
    settings.CDN_SECONDS = 60
    stories.a_live_story()

    said = {
        where: client.get(where)["Cache-Control"] for where in ("/stories/", "/search/?q=kettle", "/search/")
    }

    assert said == {
        "/stories/": "max-age=0, s-maxage=60",
        "/search/?q=kettle": "no-cache",
        "/search/": "no-cache",
    }
