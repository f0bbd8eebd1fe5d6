"""Helplines in the admin: who looks after them can write, change and take one away."""

import pytest
from django.urls import reverse

from people import clock, roles
from storybank.models import Helpline
from tests.factories import people

pytestmark = pytest.mark.django_db
TYPED = {
    "name": "The Kettle Line",
    "phone": "01632 960123",
    "about": "Somebody to talk to.",
    "opening": "Every day 9:00-17:00",
    "nation": "uk",
    "languages": "en",
    "notes": ["gambling", "suicide"],
    "source": "Their own letter",
    "checked_by": "Priya",
}


@pytest.fixture(params=[roles.SUPPORTER, roles.ADMINISTRATOR])
def desk(request, client):
    client.force_login(people.a_member_of_staff(request.param, first_name="Kit"))
    return client


def test_a_helpline_is_written_changed_and_taken_away(desk):
    typed = TYPED | {"checked_on": clock.today().isoformat()}

    desk.post(reverse("helplines:add"), typed)
    line = Helpline.objects.get(name="The Kettle Line")
    changing = reverse("helplines:edit", args=[line.pk])
    shown = desk.get(changing)
    desk.post(changing, typed | {"phone": "01632 960124"})
    line.refresh_from_db()
    taking = reverse("helplines:delete", args=[line.pk])
    asked = desk.get(taking)
    desk.post(taking)

    assert (shown.status_code, asked.status_code) == (200, 200)
    assert line.phone == "01632 960124"
    assert not Helpline.objects.filter(pk=line.pk).exists()


@pytest.mark.parametrize("number", ["9" * 20, "9" * 5000, "-1", "²"])
def test_a_theme_that_cannot_be_is_a_wrong_choice(desk, number):
    answer = desk.post(
        reverse("helplines:add"), TYPED | {"checked_on": clock.today().isoformat(), "themes": [number]}
    )

    assert answer.status_code == 200
    assert not Helpline.objects.filter(name=TYPED["name"]).exists()
