"""One changed character in any part: the changed bytes are served nowhere; the agreed text stays, or nothing."""

from dataclasses import dataclass
from typing import Any

import pytest
from django.db import transaction

from people.models import Region, Theme, User
from storybank.lock.live import NotAgreed
from storybank.models import StoryPage
from tests.surfaces.stage import BODY, the_stage, tried
from tests.surfaces.surfaces import english, found_by

pytestmark = pytest.mark.django_db

MUTANT = "Quabbelfisch"


@dataclass(frozen=True)
class Change:
    """`fields` of the page; `theme`: themes are rows of their own."""

    fields: dict[str, Any]
    theme: bool = False


def block(number: int, value: Any) -> list[tuple[str, Any]]:
    return [*BODY[:number], (BODY[number][0], value), *BODY[number + 1 :]]


def notes(code: str, level: str) -> list[tuple[str, Any]]:
    return [("note", {"code": code, "level": level})]


CHANGES = {
    "title": {"title": f"{MUTANT} and the kettle"},
    "title, one letter": {"title": "Zwitscherlinge and the kettle"},
    "paragraph": {"body": block(0, f"I kept the {MUTANT} on.")},
    "paragraph, a comma": {"body": block(4, "And then, it was spring.")},
    "paragraph, a space at its end": {"body": block(4, "And then it was spring. ")},
    "heading": {"body": block(1, f"A {MUTANT} heading")},
    "quote": {"body": block(2, f"Nobody sings like a {MUTANT}.")},
    "passage with a note": {"body": block(3, {"code": "death", "text": f"The {MUTANT} passage."})},
    "the note of a passage": {"body": block(3, {"code": "drugs", "text": BODY[3][1]["text"]})},
    "a quote made a paragraph": {"body": [*BODY[:2], ("paragraph", BODY[2][1]), *BODY[3:]]},
    "two blocks swapped": {"body": [BODY[1], BODY[0], *BODY[2:]]},
    "a block added": {"body": [*BODY, ("paragraph", f"A {MUTANT} more.")]},
    "a block taken out": {"body": BODY[:-1]},
    "everything taken out": {"body": []},
    "closing": {"closing": f"Let a {MUTANT} closing be heard."},
    "closing kind": {"closing_kind": "thanks"},
    "closing taken out": {"closing": ""},
    "kind": {"kind": "concern"},
    "language": {"language": "cy"},
    "content note": {"content_notes": notes("violence", "mention")},
    "content note's weight": {"content_notes": notes("death", "central")},
    "content note taken out": {"content_notes": []},
    "region": {"region": "east-test"},
    "no region": {"region": None},
}
ALL = [*CHANGES, "theme added", "theme taken out"]


def changed(page: StoryPage, part: str, *, words: StoryPage | None = None) -> StoryPage:
    """The latest words of the page (or the given object) with one part changed."""
    words = words or StoryPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    for name, value in CHANGES.get(part, {}).items():
        setattr(words, name, Region.objects.get(slug=value) if name == "region" and value else value)
    if part == "theme added":
        words.themes = [*words.themes.all(), Theme.objects.get(slug="other-test")]
    if part == "theme taken out":
        words.themes = []
    return words


def write_past_everything(page: StoryPage, part: str) -> None:
    """Straight into the live row: no save, no signal, no lock."""
    words = changed(page, part)
    fields = {name: getattr(words, name) for name in CHANGES.get(part, {})}
    if fields:
        StoryPage.objects.filter(pk=page.pk).update(**fields)
        return
    rows = StoryPage.themes.through.objects
    if part == "theme added":
        rows.create(storypage_id=page.pk, theme=Theme.objects.get(slug="other-test"))
    else:
        rows.filter(storypage_id=page.pk).delete()


@pytest.fixture
def stage():
    Theme.objects.create(slug="other-test", name="Other")
    Region.objects.create(slug="east-test", name="The East")
    return the_stage(notes=True)


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


def test_bytes_changed_in_the_live_row_are_served_nowhere(client, stage, before):
    after = {}

    for part in ALL:
        with tried():
            write_past_everything(stage.page, part)
            after[part] = seen(client, stage)

    map_only = {name: name.startswith("sitemap") for name in before}  # the map names addresses, never words
    assert after == dict.fromkeys(ALL, (map_only, set(), False))
    assert seen(client, stage) == (before, set(), False)


def test_what_an_editor_saves_stays_in_the_house_and_the_agreed_text_stays_up(client, stage, before, editor):
    text = client.get(f"/stories/{stage.page.slug}/").content
    after = {}

    for part in ALL:
        with tried():
            changed(stage.page, part).save_revision(user=editor, changed=True)
            same = client.get(f"/stories/{stage.page.slug}/").content == text
            after[part] = (same, stage.again().has_unpublished_changes, *seen(client, stage))

    assert after == dict.fromkeys(ALL, (True, True, before, set(), False))


def test_publishing_what_an_editor_saved_is_refused_in_one_sentence_and_changes_nothing(
    client, stage, before, editor
):
    after = {}

    for part in ALL:
        with tried():
            revision = changed(stage.page, part).save_revision(user=editor)
            with pytest.raises(NotAgreed) as refused, transaction.atomic():
                revision.publish(user=editor, skip_permission_checks=True)
            after[part] = (str(refused.value), *seen(client, stage))

    sentence = (
        "The words have changed, and Dee has not said yes to the new ones. The agreed version stays up."
    )
    assert after == dict.fromkeys(ALL, (sentence, before, set(), False))


def test_saving_changed_words_into_the_live_page_is_refused(client, stage, before):
    after = {}

    for part in ALL:
        with tried():
            with pytest.raises(NotAgreed), transaction.atomic():
                changed(stage.page, part, words=StoryPage.objects.get(pk=stage.page.pk)).save()
            after[part] = seen(client, stage)

    assert after == dict.fromkeys(ALL, (before, set(), False))


def test_the_agreed_words_saved_once_more_pass(client, stage, before):

    stage.page.save()
    stage.page.get_latest_revision_as_object().save_revision(user=None).publish(skip_permission_checks=True)

    assert seen(client, stage)[0] == before
