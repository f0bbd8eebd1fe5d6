"""One changed character, pixel or crop in any part, by any road: the changed bytes are served nowhere.

The agreed version stays up, or nothing does.
"""

import base64
from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.core.cache import caches
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission

from consent.models import Clearance
from people import keyring
from people.models import Region, Theme, User
from storybank import guards
from storybank.domain import media, sending
from storybank.domain.reading import reading_of_edition
from storybank.lock.live import CONTENT, NotAgreed
from storybank.models import StoryEdition, StoryMedia, StoryPage
from storybank.models.media import MediaStands
from tests.factories import people
from tests.surfaces.mutations import ALL, MUTANT, TEASERS, changed, told, write_past_everything
from tests.surfaces.stage import a_picture, a_sound, the_stage, tried
from tests.surfaces.surfaces import english, found_by

pytestmark = pytest.mark.django_db

SERVED = tuple(sorted(CONTENT - {"themes"}))
CHANGED = "The words have changed, and Dee has not said yes to the new ones. The agreed version stays up."


@pytest.fixture
def stage():
    """With a second picture and a second recording in the house, which are in no agreed words."""
    Theme.objects.create(slug="other-test", name="Other")
    Region.objects.create(slug="east-test", name="The East")
    stage = the_stage(notes=True)
    frozen = stage.page.get_latest_revision_as_object()
    media.add_picture(stage.page, upload=a_picture("navy"), alt="Another", by=None)
    media.add_sound(stage.page, upload=a_sound(5), transcript="Another", by=None)
    frozen.save_revision(user=None, log_action=False)
    stage.again()
    return stage


@pytest.fixture
def editor():
    return User.objects.create_staff(email="ed@charity.example", first_name="Ed", last_name="Itor")


def seen(client, stage):
    """Where the story shows; where a changed word stands; whether it can be searched for."""
    return (*english(client, stage, MUTANT), found_by(client, MUTANT, stage.page))


@pytest.fixture
def before(client, stage):
    """Where the agreed story shows, which is wherever a story with a note may."""
    shows, said, _ = seen(client, stage)
    assert said == set()
    assert {name for name, there in shows.items() if not there} == {"front page"}
    return shows


def by_each_road(stage, client, parts, road, look=seen):
    """What readers meet after each part was changed by the road, each time from the same beginning."""
    after = {}
    for part in parts:
        with tried():
            said = road(part)
            after[part] = (said, look(client, stage))
    return after


def kept(client, stage):
    """Everything that readers are served is made from: the live row with its themes; and the page itself."""
    row = StoryPage.objects.filter(pk=stage.page.pk).values(*SERVED).get()
    themes = list(StoryPage.objects.get(pk=stage.page.pk).themes.values_list("slug", flat=True))
    page = client.get(f"/stories/{stage.page.slug}/")
    return row | {"themes": themes}, page.status_code, page.content


def test_bytes_changed_in_the_live_row_are_served_nowhere(client, stage, before):
    agreed = told(client.get(f"/stories/{stage.page.slug}/"))

    def look(client, stage):
        """While pieces of the agreed words are kept, and then when none are."""
        page, kept = client.get(f"/stories/{stage.page.slug}/"), seen(client, stage)[1:]
        caches["pieces"].clear()
        return told(page) == agreed or page.status_code == 404, kept, seen(client, stage)

    after = by_each_road(stage, client, ALL, lambda part: write_past_everything(stage.page, part), look=look)

    map_only = {name: name.startswith("sitemap") for name in before}  # the map names addresses, never words
    assert after == dict.fromkeys(ALL, (None, (True, (set(), False), (map_only, set(), False))))
    assert seen(client, stage) == (before, set(), False)


def test_bytes_changed_in_the_frozen_revision_are_served_for_no_use(client, stage):
    frozen = StoryEdition.objects.get(page=stage.page)

    def road(part):
        frozen.revision.content = changed(stage.page, part).serializable_data()
        frozen.revision.save(update_fields=["content"])
        return reading_of_edition(frozen.edition_id, use="website")

    whole = reading_of_edition(frozen.edition_id, use="website")
    same = kept(client, stage)
    after = by_each_road(stage, client, ALL, road, look=kept)

    assert whole is not None
    assert after == dict.fromkeys(ALL, (None, same))


def test_what_an_editor_saves_stays_in_the_house_and_the_agreed_text_stays_up(client, stage, before, editor):
    text = client.get(f"/stories/{stage.page.slug}/").content

    def road(part):
        changed(stage.page, part).save_revision(user=editor, changed=True)
        same = client.get(f"/stories/{stage.page.slug}/").content == text
        return same, stage.again().has_unpublished_changes

    after = by_each_road(stage, client, ALL, road)

    assert after == dict.fromkeys(ALL, ((True, True), (before, set(), False)))


def refused(act):
    with pytest.raises(NotAgreed) as error, transaction.atomic():
        act()
    return str(error.value)


def publish_a_revision(stage, editor, part):
    revision = changed(stage.page, part).save_revision(user=editor)
    return refused(lambda: revision.publish(user=editor, skip_permission_checks=True))


def save_and_publish(stage, editor, part):
    return refused(
        lambda: changed(stage.page, part).save_revision(user=editor).publish(skip_permission_checks=True)
    )


def save_the_live_page(stage, editor, part):
    live = StoryPage.objects.get(pk=stage.page.pk)
    return refused(changed(stage.page, part, words=live).save)


def wait_for_its_hour(stage, editor, part):
    words = changed(stage.page, part)
    words.go_live_at = timezone.now() - timedelta(minutes=2)
    words.save_revision(user=editor, approved_go_live_at=timezone.now() - timedelta(minutes=1))
    return refused(lambda: call_command("publish_scheduled"))


@pytest.mark.parametrize(
    "road", [publish_a_revision, save_and_publish, save_the_live_page, wait_for_its_hour]
)
def test_every_road_in_code_is_refused_in_one_sentence_and_changes_nothing(client, stage, editor, road):
    same = kept(client, stage)

    after = by_each_road(stage, client, ALL, lambda part: road(stage, editor, part), look=kept)

    assert after == dict.fromkeys(ALL, (CHANGED, same))


def test_a_bulk_action_publishes_nothing_even_with_the_right_and_without_the_wall(client, stage, settings):
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "home.access" not in name]
    staff = people.a_supporter(team=people.a_team("North"), first_name="Nia")
    right = Permission.objects.get(content_type__app_label="wagtailcore", codename="publish_page")
    group = staff.groups.get(name__startswith="Team")
    GroupPagePermission.objects.create(group=group, page=stage.page.get_parent(), permission=right)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    at_work = Client()
    at_work.force_login(staff)

    def road(part):
        changed(stage.page, part).save_revision(user=staff)
        return at_work.post(f"{address}?id={stage.page.pk}").status_code

    same = kept(client, stage)
    after = by_each_road(stage, client, ALL, road, look=kept)

    assert after == dict.fromkeys(ALL, (302, same))


def test_checks_that_end_publish_nothing_of_what_was_changed(client, stage, editor):
    def road(part):
        changed(stage.page, part).save_revision(user=editor)
        sending.send_for_checks(stage.page, by=editor)
        sending.supporter_check(stage.page, by=editor, uses=["website"])
        stage.again().current_workflow_task_state.approve(user=editor)

    same = kept(client, stage)
    after = by_each_road(stage, client, ALL, road, look=kept)

    assert after == dict.fromkeys(ALL, (None, same))


def test_what_wagtail_keeps_for_search_engines_is_in_no_byte_a_reader_gets(client, stage, before):
    after = by_each_road(stage, client, TEASERS, lambda part: write_past_everything(stage.page, part))

    assert after == dict.fromkeys(TEASERS, (None, (before, set(), False)))


def test_the_agreed_words_saved_once_more_pass(client, stage, before):
    stage.page.save()
    stage.page.get_latest_revision_as_object().save_revision(user=None).publish(skip_permission_checks=True)

    assert seen(client, stage)[0] == before


# --- The bytes of pictures and recordings ------------------------------------------------------------


@pytest.fixture(params=["picture", "sound"])
def held(request, stage):
    return StoryMedia.objects.filter(file=stage.page.file_id, kind=request.param).earliest("id")


def got(client, stage, held):
    answer = client.get(f"/stories/{stage.page.slug}/media/{held.uid}/")
    return answer.status_code, answer.content if answer.status_code == 200 else b""


def another_file(held):
    plain = (a_picture("navy") if held.kind == "picture" else a_sound(5)).read()
    return keyring.seal(held.file.uid, base64.b64encode(plain).decode())


def test_a_file_replaced_on_the_disk_is_not_served(client, stage, held):
    agreed = got(client, stage, held)
    with open(held.sealed.path, "wb") as file:  # noqa: PTH123  # as somebody with a shell would
        file.write(another_file(held))

    after = got(client, stage, held)

    assert (agreed[0], len(agreed[1]) > 0, after) == (200, True, (404, b""))
    assert client.get(f"/stories/{stage.page.slug}/").status_code == 200


def test_a_file_that_is_gone_or_garbled_is_not_served(client, stage, held):
    with open(held.sealed.path, "r+b") as file:  # noqa: PTH123  # as somebody with a shell would
        file.truncate(held.sealed.size - 40)
    garbled = got(client, stage, held)
    held.sealed.storage.delete(held.sealed.name)

    assert (garbled[0], got(client, stage, held)[0]) == (404, 404)


def test_a_row_that_points_elsewhere_is_refused_by_the_database_and_served_nowhere(client, stage, held):
    name = held.sealed.storage.save("stories/elsewhere", ContentFile(another_file(held)))
    row = StoryMedia.objects.filter(pk=held.pk)
    with pytest.raises(DatabaseError, match="cannot be changed"), transaction.atomic():
        row.update(sealed=name)
    agreed = got(client, stage, held)

    guards.lift(connection.alias)
    row.update(sealed=name)
    after = got(client, stage, held)
    guards.install(connection.alias)

    assert (agreed[0], after[0]) == (200, 404)


def test_a_picture_in_the_words_refuses_change_and_says_what_to_do(held):
    held.width = 7

    with pytest.raises(MediaStands, match=r"Add a new one instead\."):
        held.save()


def test_the_picture_of_another_story_is_never_served_here(client, stage):
    other = StoryMedia.objects.filter(file=stage.other.file_id, kind="picture").earliest("id")

    assert client.get(f"/stories/{stage.page.slug}/media/{other.uid}/").status_code == 404
    assert client.get(f"/stories/{stage.other.slug}/media/{other.uid}/").status_code == 200


def test_without_a_yes_to_the_face_or_the_voice_neither_is_served_and_the_words_still_are(client, stage):
    picture, sound = (
        StoryMedia.objects.filter(file=stage.page.file_id, kind=kind).earliest("id")
        for kind in ("picture", "sound")
    )
    Clearance.objects.filter(edition=stage.page.edition_id).update(face=False, voice=False)

    page = client.get(f"/stories/{stage.page.slug}/").content.decode()

    assert [got(client, stage, item)[0] for item in (picture, sound)] == [404, 404]
    assert ("on a sill" in page, "<audio" in page, "You hear a" in page) == (False, False, True)
