"""Who speaks Welsh needs a supporter who does: said once, where a supporter is chosen or works."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import people, stories

pytestmark = pytest.mark.django_db
NEEDED = "Speaks Welsh: a Welsh-speaking supporter is needed."


@pytest.mark.parametrize(("language", "times"), [("cy", 1), ("en", 0)])
def test_a_welsh_speaker_is_known_as_one_on_their_page_in_the_queue_and_when_handed_over(language, times):
    priya, huw = people.a_supporter(), people.a_supporter(first_name="Huw")
    dee = people.a_person("Dee", supporter=priya, channel="letter", language=language)
    page = stories.a_shared_story(dee)
    client = Client()
    client.force_login(priya)

    shown = [
        client.get(reverse("caseload:person", args=[dee.pk])),
        client.get(reverse("work:queue"), {"q": page.code}),
        client.post(reverse("caseload:hand_over"), {"from_user": priya.pk, "to_user": huw.pk}),
    ]

    assert [answer.status_code for answer in shown] == [200] * 3
    assert [answer.content.decode().count(NEEDED) for answer in shown] == [times] * 3
