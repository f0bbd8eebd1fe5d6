"""The charity's settings: checked in words, and seen by everybody at the next page."""

import pytest
from django.core.exceptions import ValidationError

from people import contrast
from people.models import Organisation
from tests.factories.people import an_organisation

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("colour_ember", "#F4C542"),
        ("colour_water", "#7FB3D5"),
        ("colour_ember", "red"),
        ("colour_water", "#12504B;}body{display:none"),
        ("thinking_days", 2),
        ("thinking_days", 61),
        ("fewest", 4),
        ("fewest", 1001),
        ("exit_url", "http://weather.example/"),
        ("exit_url", "//evil.example/"),
        ("exit_url", "/\\evil.example/"),
        ("exit_url", "javascript:alert(1)"),
        ("exit_url", "weather"),
        ("exit_url", '/"onclick="x'),
        ("sender_email", "nobody"),
        ("name", ""),
        ("name", "a" * 81),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(field, value):
    organisation = Organisation(**{field: value})

    with pytest.raises(ValidationError) as refused:
        organisation.full_clean()

    assert list(refused.value.message_dict) == [field]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("colour_ember", "#7A1F3D"),
        ("colour_water", "#000000"),
        ("thinking_days", 3),
        ("exit_url", "/weather/"),
        ("exit_url", "https://weather.example/today?q=1"),
        ("name", "Pact 🙂"),
    ],
)
def test_what_can_be_is_taken(field, value):
    organisation = Organisation(**{field: value})

    organisation.full_clean()

    assert getattr(organisation, field) == value


def test_contrast_is_measured_as_wcag_does():
    assert contrast.ratio("#000000", "#FFFFFF") == 21
    assert contrast.ratio("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_a_new_name_is_in_the_next_page(client):
    assert "Harbour House" not in client.get("/").content.decode()

    an_organisation(name="Harbour House")

    assert "Harbour House" in client.get("/").content.decode()
