"""From the first word to the public page and back to nothing, by the author's own screens."""

from datetime import timedelta

import pytest
from django.urls import reverse

from consent.domain.care import files
from consent.domain.proof.audit import audit
from people import clock
from people.models import OutboxMessage
from storybank.models import Draft, StoryPage
from tests.factories import stories
from tests.storybank.desk.walking import address, at_the_desk_of, choose, said

pytestmark = pytest.mark.django_db


def test_write_share_choose_wait_say_yes_again_read_and_stop(
    author, desk, client, django_capture_on_commit_callbacks
):
    response = desk.post(reverse("storybank:write"), {"way": "guided"}, follow=True)
    for name, words in [
        ("happened", "I kept teh kettle on for her."),
        ("like", ""),
        ("helped", "The man at the gate said hello."),
        ("change", ""),
        ("say", "Keep the kettle."),
        ("title", "The kettle"),
    ]:
        where = response.request["PATH_INFO"]
        assert where.endswith(f"/write/{name}/")
        page = desk.get(where)
        response = desk.post(
            where,
            {name: words, "version": page.context["version"], "was": page.context["was"], "go": "next"},
            follow=True,
        )
    assert "Share with Priya" in said(response)
    draft = Draft.objects.get()
    response = desk.post(address("read_back", draft), {"version": draft.version}, follow=True)
    story = StoryPage.objects.get()
    assert "Priya reads it now" in said(response)
    assert OutboxMessage.objects.filter(event="storybank/story_shared", user=author.supporter).count() == 1

    words = story.get_latest_revision_as_object()
    body = [block.value.replace("teh", "the").replace("hello", "good morning") for block in words.body]
    story = stories.edited(story, body=body, by=author.supporter)
    stories.checked(story)
    assert "Priya has suggested some changes" in said(desk.get(address("my_story", story)))
    desk.post(address("changes", story), {"act": "take-all"})
    (meaning,) = [item for item, _ in desk.get(address("changes", story)).context["meaning"]]
    desk.post(address("change", story, meaning.id), {"answer": "back", "seen": story.latest_revision_id})
    response = desk.get(address("changes", story))
    assert "I kept the kettle on for her." in said(response)
    assert "said hello" in said(response)
    desk.post(address("changes", story), {"act": "finish", "seen": story.latest_revision_id})
    stories.asked(StoryPage.objects.get(), "website")

    screens = choose(desk, story, answers={"website": "yes"}, identity="3", name="Robin")
    assert len(screens) == 8 <= 9
    assert "You have thinking time until" in said(desk.get(screens[-1]))
    assert client.get(reverse("storybank:story", args=[story.slug])).status_code == 404

    with clock.at(clock.now() + timedelta(days=8)):
        assert "Is it still yes?" in said(desk.get(address("second", story)))
        shown = [str(choice.uid) for choice in desk.get(address("second", story)).context["ready"]]
        with django_capture_on_commit_callbacks(execute=True):
            response = desk.post(address("second", story), {"shown": shown})
        assert "Your words can be read now" in said(desk.get(response.url))
        public = client.get(reverse("storybank:story", args=[story.slug]))
        assert (public.status_code, b"Robin" in public.content, b"said hello" in public.content) == (
            200,
            True,
            True,
        )

        with django_capture_on_commit_callbacks(execute=True):
            response = desk.post(address("stop_story", story), follow=True)
        assert "It is stopped." in said(response)
        assert client.get(reverse("storybank:story", args=[story.slug])).status_code == 410
    assert list(audit()) == []


def test_stopping_takes_no_more_screens_than_saying_yes(author, desk):
    story = stories.a_frozen_story(author)
    give = choose(desk, story, answers={"website": "yes"})

    stop = [reverse("consent:stop_mine"), reverse("consent:stop_mine_done")]
    answer = desk.post(stop[0], follow=True)

    assert answer.request["PATH_INFO"] == stop[1]
    assert len(stop) <= len(give)


def test_an_empty_desk_is_a_warm_one(desk):
    words = said(desk.get(reverse("home:my")))

    assert "Hello Dee" in words
    assert "Nobody reads what you write here until you share it" in words
    assert "Stop everything" not in words


def test_the_landing_lists_what_waits_and_where_each_story_is(author, desk):
    stories.a_draft(author, title="Half of it", happened="Some words.")
    stories.a_frozen_story(author, title="The gate")
    stories.a_live_story(author, title="The kettle")

    words = said(desk.get(reverse("home:my")))

    assert "The gate It is your turn to choose. Nothing happens without your yes. Choose" in words
    assert "Half of it You are writing it. Nobody else can read it." in words
    assert "The kettle You said yes twice. It is used only as you agreed." in words
    assert "Stop everything" in words


def test_somebody_in_a_story_is_not_its_author(author):
    story = stories.a_live_story(author)
    other = stories.an_author("Sam")
    files.add_appearance(story.file, person=other, basis="own")

    assert at_the_desk_of(other).get(address("my_story", story)).status_code == 404
    assert at_the_desk_of(author).get(address("my_story", story)).status_code == 200


def test_a_yes_that_ran_out_is_not_called_a_stop(author, desk):
    story = stories.a_live_story(author)

    with clock.at(clock.now() + timedelta(days=3 * 365)):
        words = said(desk.get(address("my_story", story)))

    assert "Your yes has come to its last day." in words
    assert "stopped" not in words
