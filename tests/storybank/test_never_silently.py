"""Nothing a supporter types ever replaces the author's text: whatever happens, only the author's acts change it."""

from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Revision

from storybank.domain import freezing, sending, suggestions, typing_for, untidying, writing_back
from storybank.lock.closure import closure_of
from storybank.models import StoryEdition, StoryPage
from tests.factories import stories

WORDS = st.sampled_from(
    ["I", "kept", "teh", "the", "kettel", "kettle", "for", "her.", "never", "again", "😀"]
)
BODIES = st.lists(st.lists(WORDS, min_size=1, max_size=8).map(" ".join), min_size=1, max_size=3)
STAFF = st.one_of(
    st.tuples(st.just("edit"), BODIES),
    st.tuples(st.just("autosave"), BODIES),
    st.tuples(st.just("type"), BODIES),
    st.tuples(st.just("save unchanged"), st.just([])),
    st.tuples(st.just("freeze"), st.just([])),
)
AUTHOR = st.one_of(
    st.tuples(st.just("decide"), st.lists(st.booleans(), min_size=8, max_size=8)),
    st.tuples(st.just("undo"), st.just([])),
    st.tuples(st.just("write back"), st.just([])),
)
HISTORIES = st.lists(st.one_of(STAFF, STAFF, AUTHOR), max_size=10)


class Story:
    """One story, its supporter, and what happens to it."""

    def __init__(self) -> None:
        self.supporter = stories.a_supporter()
        self.author = stories.an_author(supporter=self.supporter)
        self.pk = stories.a_shared_story(
            self.author, title="Tea", happened="I kept teh kettel on for her."
        ).pk

    @property
    def page(self) -> StoryPage:
        return StoryPage.objects.get(pk=self.pk)

    @property
    def accepted(self) -> str:
        """What the author accepted, to the byte."""
        return closure_of(self.page.accepted_revision.as_object()).sha256

    def do(self, act: str, given: list) -> None:
        page = self.page
        if act == "edit":
            stories.edited(page, by=self.supporter, body=given)
        elif act == "autosave":
            self.autosave(given)
        elif act == "type":
            typing_for.type_for_author(page, text="\n\n".join(given), by=self.supporter)
        elif act == "save unchanged":
            page.get_latest_revision_as_object().save_revision(user=self.supporter)
        elif act == "freeze":
            self.freeze()
        elif act == "decide":
            changes = suggestions.suggested_changes(page)
            taken = {change.id: given[place % len(given)] for place, change in enumerate(changes)}
            suggestions.decide(page, decisions=taken, seen=page.latest_revision_id)
        elif act == "undo":
            self.undo()
        else:
            writing_back.write(page, self.author, text="Please leave it as it was.")

    def autosave(self, body: list[str]) -> None:
        """As Wagtail's editor does: over the newest version where that is the same user's own."""
        words = self.page.get_latest_revision_as_object()
        words.body = [{"type": "paragraph", "value": text} for text in body]
        newest = Revision.objects.get(pk=self.page.latest_revision_id)
        own = newest if newest.user_id == self.supporter.pk else None
        words.save_revision(user=self.supporter, overwrite_revision=own)

    def freeze(self) -> None:
        """Refused unless the author accepted exactly the latest words."""
        page = self.page
        if page.accepted_revision_id == page.latest_revision_id:
            frozen = freezing.freeze(page, by=self.supporter)
            assert frozen.edition.closure_sha256 == self.accepted
        else:
            with pytest.raises(freezing.NotReady):
                freezing.freeze(page, by=self.supporter)

    def undo(self) -> None:
        try:
            untidying.undo(self.page)
        except untidying.CannotUndo:
            return


def live_through(history) -> None:
    story = Story()
    for act, given_words in history:
        before, latest = story.accepted, story.page.latest_revision_id
        story.do(act, given_words)
        if act not in ("decide", "undo"):
            assert story.accepted == before, f"{act} changed the author's text"
        if act == "undo" and latest != story.page.latest_revision_id:
            assert story.page.latest_revision.user is None
        if act == "decide":
            assert suggestions.suggested_changes(story.page) == []
            assert story.page.accepted_revision.user is None


@pytest.mark.django_db
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(HISTORIES)
def test_only_the_authors_acts_change_the_authors_text(history):
    live_through(history)


@pytest.mark.deep
@pytest.mark.django_db
@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(HISTORIES)
def test_only_the_authors_acts_change_the_authors_text_however_long_we_look(history):
    live_through(history)


@pytest.mark.django_db
def test_a_version_that_staff_saved_unchanged_is_never_what_the_author_accepted():
    story = Story()
    story.do("save unchanged", [])
    suggestions.accept_all(story.page)
    accepted = story.accepted

    story.do("autosave", ["Words that nobody asked for."])

    assert story.accepted == accepted
    assert len(suggestions.suggested_changes(story.page)) > 0


@pytest.mark.django_db
def test_where_the_accepted_version_is_gone_every_word_is_shown_as_a_change():
    story = Story()
    story.do("edit", ["Words of a supporter."])
    StoryPage.objects.filter(pk=story.pk).update(accepted_revision=None)

    changes = suggestions.suggested_changes(story.page)
    with pytest.raises(freezing.NotReady):
        freezing.freeze(story.page, by=story.supporter)
    with pytest.raises(suggestions.NotAllDecided):
        suggestions.decide(story.page, decisions={})

    assert "Words of a supporter." in " ".join(change.added for change in changes)


@pytest.mark.django_db
@pytest.mark.parametrize("road", ["freeze", "freeze and ask", "send", "last check", "author's old answer"])
def test_no_road_freezes_words_that_the_author_has_not_accepted(road):
    story = Story()
    old = story.page.latest_revision_id
    story.do("edit", ["Words that nobody asked for."])
    stories.checked(story.page)
    page = story.page

    if road == "freeze":
        with pytest.raises(freezing.NotReady):
            freezing.freeze(page, by=story.supporter)
    elif road == "freeze and ask":
        with pytest.raises(freezing.NotReady):
            freezing.freeze_and_ask(page, by=story.supporter)
    elif road == "send":
        sending.send_for_checks(page, by=story.supporter)
    elif road == "last check":
        freezing.finish_workflow(SimpleNamespace(content_object=page), story.supporter)
    else:
        with pytest.raises(suggestions.StaleSuggestions):
            suggestions.decide(page, decisions={}, seen=old)
    refused = StoryEdition.objects.count()
    suggestions.accept_all(story.page)

    assert (refused, StoryEdition.objects.count()) == (0, 1)
