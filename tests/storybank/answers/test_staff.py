"""Comms and supporters write down what came; nobody else, and nobody of a story they must keep away from."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from consent.domain.stop import stopping
from people import clock, roles
from storybank.answers import checking, waiting
from storybank.models import Answer, Promise, SaidToUs, StoryPage, TellerSaid
from tests.factories import people, stories
from tests.storybank.answers.an_answer import a_promise, a_story, an_answer

pytestmark = pytest.mark.django_db
A_LETTER = {
    "what": "answer",
    "answer-who": "The visits office",
    "answer-words": "We open at nine from now on.",
    "answer-on": "2026-03-01",
    "answer-came_by": "letter",
    "answer-source": "In the blue folder",
    "answer-language": "en",
}


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def comms():
    return people.a_member_of_staff(roles.COMMS)


def asking(page, days=43):
    StoryPage.objects.filter(pk=page.pk).update(
        kind="concern", public_on=clock.today() - timedelta(days=days)
    )
    return page


def test_the_list_says_how_long_a_story_has_waited_and_leaves_out_what_is_answered():
    first, second, third = (a_story(called)[0] for called in ("Dee", "Sam", "Ira"))
    asking(first), asking(second, 9), asking(third, 8)
    an_answer(second)
    a_promise(third)

    html = signed_in(comms()).get(reverse("answers:index")).content.decode()

    assert "Unanswered for 43 days" in html
    assert html.count("Unanswered for") == 1


def test_praise_that_asks_for_nothing_waits_for_nobody():
    page, _dee = a_story()
    StoryPage.objects.filter(pk=page.pk).update(kind="praise", closing_kind="thanks")

    assert waiting.unanswered(comms()) == []


def test_a_letter_is_written_down_and_the_author_is_told_once_a_day():
    page, author = a_story()
    user = comms()

    answer = signed_in(user).post(reverse("answers:story", args=[page.pk]), A_LETTER)
    again = signed_in(user).post(
        reverse("answers:story", args=[page.pk]), A_LETTER | {"answer-words": "And at two."}
    )

    assert (answer.status_code, again.status_code) == (302, 302)
    assert Answer.objects.filter(written_by=user).count() == 2
    assert author.messages.filter(event="storybank/look_at_answer").count() == 1


def test_what_says_more_than_the_story_is_pointed_out_before_it_is_kept_and_typed_words_stay():
    page, _author = a_story()
    client, given = signed_in(comms()), A_LETTER | {"answer-who": "Governor, HMP Gartree"}

    warned = client.post(reverse("answers:story", args=[page.pk]), given)
    kept = client.post(reverse("answers:story", args=[page.pk]), given | {"answer-looked": "on"})

    assert warned.status_code == 422
    assert "HMP Gartree" in warned.content.decode()
    assert "We open at nine from now on." in warned.content.decode()
    assert (kept.status_code, Answer.objects.count()) == (302, 1)


@pytest.mark.parametrize(
    "wrong",
    [
        {"answer-words": ""},
        {"answer-on": "soon"},
        {"answer-on": "2999-01-01"},
        {"answer-came_by": "pigeon"},
        {"answer-words": "a" * 1_000_000},
        {"answer-who": "\x00"},
        {"answer-language": "xx"},
    ],
)
def test_nonsense_is_refused_with_a_sentence_and_nothing_is_kept(wrong):
    page, _author = a_story()

    answer = signed_in(comms()).post(reverse("answers:story", args=[page.pk]), A_LETTER | wrong)

    assert (answer.status_code, Answer.objects.count()) == (422, 0)


def test_a_claim_and_a_slip():
    page, _author = a_story()
    row, client = a_promise(page), signed_in(comms())

    client.post(reverse("answers:claim", args=[row.uid]), {"on": clock.today().isoformat()})
    claimed = Promise.objects.get().claimed_on
    client.post(reverse("answers:claim", args=[row.uid]), {"on": "never"})
    client.post(reverse("answers:take_away", args=[row.uid]))

    assert (claimed, Promise.objects.count()) == (clock.today(), 0)


def test_a_supporter_writes_down_what_the_author_says_and_comms_cannot():
    page, author = a_story()
    row = an_answer(page)
    said = {"person": author.pk, "said": "stand", "how": "phone"}

    by_comms = signed_in(comms()).post(reverse("answers:said", args=[row.uid]), said)
    before = TellerSaid.objects.count()
    by_supporter = signed_in(author.supporter).post(reverse("answers:said", args=[row.uid]), said)

    assert (by_comms.status_code, before, by_supporter.status_code) == (403, 0, 302)
    assert TellerSaid.objects.count() == 0
    checking.check(SaidToUs.objects.get(), agrees=True, by=people.a_supporter())
    assert TellerSaid.objects.get().written_by == author.supporter


@pytest.mark.parametrize("given", [{"how": "screen"}, {"how": "\x00"}, {"person": "1e9"}, {"person": "\x00"}])
def test_what_they_said_without_how_or_by_somebody_else_is_not_written_down(given):
    page, author = a_story()
    row = an_answer(page)
    said = {"person": author.pk, "said": "stand", "how": "phone"} | given

    signed_in(author.supporter).post(reverse("answers:said", args=[row.uid]), said)

    assert not TellerSaid.objects.exists()


def test_comms_do_not_read_what_we_call_the_author_and_their_supporter_does():
    page, author = a_story("Zebedee", title="The kettle")
    an_answer(page)
    where = reverse("answers:story", args=[page.pk])

    assert "Zebedee says" in signed_in(author.supporter).get(where).content.decode()
    assert "Zebedee says" not in signed_in(comms()).get(where).content.decode()


def test_no_door_to_a_story_that_stopped_or_is_kept_apart_or_somebody_elses():
    page, author = a_story()
    row, apart = an_answer(page), comms()
    author.conflicts.add(apart)
    doors = [reverse("answers:story", args=[page.pk]), reverse("answers:claim", args=[row.uid])]

    def opened(user):
        client = signed_in(user)
        return [client.get(doors[0]).status_code, client.post(doors[1], {"on": "x"}).status_code]

    assert opened(author.supporter) == [200, 302]
    assert opened(apart) == [403, 403]
    assert opened(people.a_supporter()) == [403, 403]
    assert opened(people.a_member_of_staff(roles.DPO)) == [403, 403]
    stopping.stop(author)
    assert opened(author.supporter) == [403, 403]


def test_as_many_queries_for_three_stories_as_for_one(django_assert_max_num_queries):
    def queries():
        with django_assert_max_num_queries(40) as counted:
            waiting.unanswered(user), waiting.open_promises(user)
        return len(counted)

    user = comms()
    asking(a_story("Dee")[0])
    a_promise(StoryPage.objects.get())
    one = queries()
    for called in ("Sam", "Ira"):
        page = asking(a_story(called)[0])
        a_promise(page)

    assert queries() <= one


def test_a_shared_story_that_nobody_can_read_yet_is_not_there():
    page = stories.a_shared_story(people.a_person("Una", supporter=people.a_supporter()))

    assert signed_in(comms()).get(reverse("answers:story", args=[page.pk])).status_code == 403
