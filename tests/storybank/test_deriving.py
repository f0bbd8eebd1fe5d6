"""Another form of a story needs a yes of its own, inherits nothing, and goes when the story is stopped."""

from datetime import timedelta

import pytest
from django.urls import reverse

from consent.domain.acts import answering
from consent.domain.acts.choices import choices_of
from consent.domain.proof.audit import audit
from consent.domain.stop import stopping
from consent.enums import EditionKind, State
from people import clock
from storybank.domain import deriving, media, settling, suggestions
from storybank.domain.reading import reading, reading_of_edition
from storybank.models import StoryPage
from tests.factories import people, stories
from tests.storybank.desk.walking import address, at_the_desk_of, choose, said
from tests.surfaces.stage import a_sound

pytestmark = pytest.mark.django_db

TEXT = {"happened": "I kept the kettle on.\n\nShe came every Sunday.\n\nAnd then it was spring."}
FORMS = [
    (EditionKind.EXCERPT, "en"),
    (EditionKind.TRANSLATION, "cy"),
    (EditionKind.EASY_READ, "en"),
    (EditionKind.AUDIO, "en"),
]


@pytest.fixture
def author():
    return stories.an_author("Dee", supporter=stories.a_supporter())


@pytest.fixture
def story(author):
    return stories.a_live_story(author, **TEXT)


def made(story, form, language="en", **more):
    parts = {"parts": [1, 2]} if form is EditionKind.EXCERPT else {}
    return deriving.derive(story, form=form, language=language, by=None, **(parts | more))


def asked(page, *uses):
    """The author has accepted its words; it is checked, frozen and asked for."""
    suggestions.accept_all(page)
    stories.asked(StoryPage.objects.get(pk=page.pk), *(uses or ("website",)))
    return StoryPage.objects.get(pk=page.pk)


def agreed(story, form, language="en"):
    with clock.at(clock.now() - timedelta(days=20)):
        page = asked(made(story, form, language))
        stories.answered(page)
    stories.confirmed(page)
    return StoryPage.objects.get(pk=page.pk)


def shows(*pages):
    return [reading(StoryPage.objects.get(pk=page.pk)) is not None for page in pages]


@pytest.mark.parametrize(("form", "language"), FORMS)
def test_it_inherits_nothing_and_says_what_it_was_made_from(story, form, language):
    page = asked(made(story, form, language))

    edition = page.story_editions.get().edition
    assert (edition.kind, edition.language, edition.derived_from_id) == (form, language, story.edition_id)
    assert reading_of_edition(edition.pk, use="website") is None
    assert shows(story, page) == [True, False]


@pytest.mark.parametrize(("form", "language"), FORMS)
def test_with_its_own_two_yeses_it_stands_beside_the_original(story, form, language):
    page = agreed(story, form, language)

    assert shows(story, page) == [True, True]


@pytest.mark.parametrize(("form", "language"), FORMS)
@pytest.mark.parametrize("use", ["", "website"])
def test_stopping_the_story_stops_every_form_of_it(author, story, form, language, use):
    page = agreed(story, form, language)
    before = shows(story, page)

    stopping.stop(author, files=[story.file], use=use)
    at_once = shows(story, page)
    settling.settle(story.file_id)

    assert (before, at_once, shows(story, page)) == ([True, True], [False, False], [False, False])
    assert {choice.state for choice in choices_of(author, story.file_id)} == {State.WITHDRAWN}
    assert list(audit()) == []


def test_resting_one_form_leaves_the_other(author, story):
    page = agreed(story, EditionKind.EASY_READ)
    easy = next(c for c in choices_of(author, story.file_id) if c.permission.edition.kind == "easy_read")

    answering.pause(easy.permission, person=author)

    assert shows(story, page) == [True, False]


def test_a_changed_word_in_another_form_is_served_nowhere(story):
    page = agreed(story, EditionKind.EASY_READ)

    StoryPage.objects.filter(pk=page.pk).update(title="Quite another")

    assert shows(story, page) == [True, False]


def test_an_excerpt_is_whole_parts_of_the_agreed_words(story):
    page = made(story, EditionKind.EXCERPT)

    words = page.get_latest_revision_as_object()
    assert [block.value for block in words.body] == ["I kept the kettle on.", "She came every Sunday."]
    assert words.closing == ""


def test_a_recording_is_an_edition_of_sound_with_every_word_written_out(story, author):
    page = made(story, EditionKind.AUDIO)
    media.add_sound(page, upload=a_sound(), transcript="I kept the kettle on.", by=author.supporter)
    page = asked(StoryPage.objects.get(pk=page.pk))

    manifest = page.story_editions.get().edition.manifest
    assert [part[0] for part in manifest if part[1].startswith("body")][-1] == "sound"


@pytest.mark.parametrize(
    ("form", "more", "sentence"),
    [
        (EditionKind.ORIGINAL, {}, "Choose a part of it"),
        (EditionKind.EDITED, {}, "Choose a part of it"),
        (EditionKind.TRANSLATION, {}, "It is in this language already."),
        (EditionKind.TRANSLATION, {"language": "xx"}, "We do not have this language."),
        (EditionKind.EXCERPT, {"parts": []}, "Choose some of the paragraphs"),
        (EditionKind.EXCERPT, {"parts": [99]}, "Choose some of the paragraphs"),
        (EditionKind.EXCERPT, {"parts": [1, 2, 3]}, "and not all of them"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words_and_makes_nothing(story, form, more, sentence):
    with pytest.raises(deriving.CannotDerive, match=sentence):
        made(story, form, **more)

    assert StoryPage.objects.count() == 1


def test_nothing_is_made_from_words_nobody_was_asked_about_nor_twice_nor_from_another_form(story, author):
    shared = stories.a_shared_story(author)
    easy = made(story, EditionKind.EASY_READ)

    for page, sentence in {
        shared: "Do that first",
        story: "There is one like this",
        easy: "the original",
    }.items():
        with pytest.raises(deriving.CannotDerive, match=sentence):
            made(page, EditionKind.EASY_READ)


def test_the_author_looks_at_it_chooses_for_it_and_says_yes_twice_on_their_own_desk(author, story, client):
    page = made(story, EditionKind.EASY_READ)
    page = stories.edited(page, body=["I kept a kettle on. She came."], by=author.supporter)
    stories.checked(page)
    desk = at_the_desk_of(author)
    waits = said(desk.get(address("my_story", story)))
    looked = said(desk.get(address("changes", story)))
    for change in suggestions.suggested_changes(page):
        desk.post(address("changes", story), {"act": f"take:{change.id}"})
    desk.post(address("changes", story), {"act": "finish", "seen": page.latest_revision_id})
    asked_about = said(desk.get(address("choices", story), follow=True))

    screens = choose(desk, story, answers={"website": "yes"}, identity="3", name="Robin")

    assert "Look at the changes" in waits
    assert "This is your story in fewer words." in looked
    assert "What we ask you" in asked_about
    assert len(screens) <= 9
    easy = next(c for c in choices_of(author, story.file_id) if c.permission.edition.kind == "easy_read")
    assert (easy.state, easy.name) == (State.COOLING, "Robin")
    assert "Our website: in fewer words" in said(desk.get(address("my_choices", story)))
    assert shows(story, page) == [True, False]


def test_staff_begin_it_on_the_sheet(client):
    team = people.a_team("North")
    staff = people.a_supporter(team=team, first_name="Nia")
    page = stories.a_live_story(stories.an_author("Dee", supporter=staff, team=team), **TEXT)
    client.force_login(staff)
    sheet = client.get(reverse("work:story", args=[page.pk])).content.decode()

    refused = client.post(reverse("work:derive", args=[page.pk]), {"form": "excerpt", "language": "en"})
    answer = client.post(
        reverse("work:derive", args=[page.pk]), {"form": "excerpt", "language": "en", "parts": ["1"]}
    )

    made = StoryPage.objects.get(form="excerpt")
    assert "Another form of it" in sheet
    assert (refused.status_code, "Choose some of the paragraphs" in refused.content.decode()) == (422, True)
    assert answer.url == reverse("work:story", args=[made.pk])
    assert client.get(answer.url).status_code == 200
