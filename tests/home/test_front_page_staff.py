"""Comms and administrators edit the front page and publish it; nobody else does, and no story is reached that way."""

import pytest
from django.test import Client
from django.urls import reverse

from home.models import HomePage
from people import roles
from people.models import Picture
from people.pictures import anew
from tests.factories import people, stories
from tests.surfaces.stage import a_picture

pytestmark = pytest.mark.django_db


def front():
    return Client().get("/").content.decode()


def signed_in(*held):
    client = Client()
    client.force_login(people.a_member_of_staff(*held))
    return client


def editor():
    return reverse("wagtailadmin_pages:edit", args=[HomePage.objects.get().pk])


@pytest.mark.parametrize(
    ("role", "status"),
    [(roles.COMMS, 200), (roles.ADMINISTRATOR, 200), (roles.SUPPORTER, 403), (roles.DPO, 403)],
)
def test_comms_and_administrators_open_the_editor_and_nobody_else(role, status):
    assert signed_in(role).get(editor()).status_code == status


def test_whoever_edits_the_front_page_reaches_no_story_that_way():
    page = stories.a_shared_story()
    comms = signed_in(roles.COMMS)
    both = signed_in(roles.COMMS, roles.SUPPORTER)

    for view in ("edit", "preview_on_edit"):
        address = reverse(f"wagtailadmin_pages:{view}", args=[page.pk])
        assert (comms.get(address).status_code, both.get(address).status_code) == (403, 403), view


def posted(**more):
    """What the editor sends of a page with three blocks."""
    parts = [
        ("purpose", {"words": "Listen here.", "words_cy": ""}),
        ("tell", {"words": "", "words_cy": ""}),
        ("help", {}),
    ]
    fields = {"title": "Front page", "slug": "home", "body-count": str(len(parts))}
    for n, (kind, value) in enumerate(parts):
        fields |= {
            f"body-{n}-type": kind,
            f"body-{n}-order": str(n),
            f"body-{n}-deleted": "",
            f"body-{n}-id": "",
        }
        fields |= {f"body-{n}-value-{name}": text for name, text in value.items()}
    return fields | more


def test_what_is_published_in_the_editor_stands_there_on_the_next_request():
    client = signed_in(roles.COMMS)
    before = front()

    saved = client.post(editor(), posted())
    draft = front()
    published = client.post(editor(), posted(**{"action-publish": "1"}))

    assert (saved["Location"], published["Location"]) == (editor(), editor())
    assert ["Listen here." in html for html in (before, draft, front())] == [False, False, True]


def test_a_page_without_help_is_refused_and_what_was_typed_stays():
    sent = posted(**{"action-publish": "1", "body-2-deleted": "1"})

    answer = signed_in(roles.COMMS).post(editor(), sent)

    assert answer.status_code == 200
    assert "Listen here." in answer.content.decode()
    assert "Listen here." not in front()


def test_the_page_can_be_looked_at_before_it_is_published():
    client = signed_in(roles.COMMS)
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[HomePage.objects.get().pk])

    sent = client.post(address, posted())
    seen = client.get(address, {"in_preview_panel": "true"})

    assert sent.json()["is_valid"] is True
    assert "Listen here." in seen.content.decode()
    assert "frame-ancestors 'self'" in seen["Content-Security-Policy"]
    assert "Listen here." not in front()


def test_comms_are_offered_no_search_for_pictures_and_the_way_to_the_front_page():
    html = signed_in(roles.COMMS).get("/admin/").content.decode()

    assert "/admin/images/" not in html
    assert editor() in html


@pytest.mark.parametrize("asked", ["page", "²", "%00", "1.5", "9" * 19, "{{ 7 }}"])
def test_a_picture_is_chosen_by_its_number_and_nonsense_is_refused_like_one_that_is_not_there(asked):
    image = Picture.objects.create(title="The back room", file=anew(a_picture()))
    client = signed_in(roles.COMMS)

    chosen, absent, nonsense = (
        client.get(f"/admin/images/chooser/chosen/{one}/") for one in (image.pk, image.pk + 1, asked)
    )

    assert chosen.json()["result"]["id"] == str(image.pk)
    assert (
        (nonsense.status_code, nonsense.content)
        == (absent.status_code, absent.content)
        == (403, absent.content)
    )
