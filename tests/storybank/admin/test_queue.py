"""The work queue: oldest first over all its pages, what is risky in words, narrowed, and flat in what it costs."""

from datetime import timedelta

import pytest
from django.urls import reverse

from consent.domain.care import files, statutory
from consent.enums import Law
from people import clock
from people.domain import vault
from storybank.admin import queue as screen
from storybank.domain import checking, queue, sending
from storybank.domain.risks import Risk, risks_of
from storybank.domain.waiting import standings
from storybank.models import StoryPage
from tests.factories import stories
from tests.storybank.admin.steps import a_lead, a_team_story, all_well, at_safety

pytestmark = pytest.mark.django_db
QUEUE = reverse("work:queue")
CALM = "I kept the kettle on, and it was a good year."


def risks(page, viewer):
    return risks_of([page], viewer=viewer)[page.pk]


def test_a_story_with_nothing_in_it_has_no_risk():
    page, supporter, _ = a_team_story(happened=CALM)

    assert risks(page, supporter) == []


def test_each_risk_is_said_in_words_the_gravest_first():
    page, supporter, author = a_team_story(happened=f"{CALM} Ring me on 07700 900123.")
    vault.set_identity(author, born=clock.today().replace(year=clock.today().year - 16, day=1).isoformat())
    files.add_appearance(page.file, role="a cousin")
    statutory.keep_somebody_out(page.file, law=Law.COMPLAINANT, by=supporter)

    found = risks(page, supporter)

    assert found == [
        Risk("The law keeps somebody in it from being known", grave=True),
        Risk("Somebody in it is under 18", grave=True),
        Risk("1 in it not decided yet"),
        Risk("1 detail in the words could point to somebody"),
    ]


def test_what_the_check_found_is_for_safeguarding_leads_only(client):
    page, supporter, _ = a_team_story(happened=CALM)
    lead = a_lead()
    page = at_safety(page, supporter=supporter)
    care = all_well(page)["answers"] | {"licence": "care"}
    checking.check(page, by=lead, **all_well(page, answers=care, safe=False, note="Wait a month."))

    pages = {}
    for who in (supporter, lead):
        client.force_login(who)
        pages[who] = client.get(QUEUE, {"q": page.code}).content.decode()

    assert risks(page, lead) == [Risk("The last check says: licence conditions or no contact", grave=True)]
    assert risks(page, supporter) == []
    assert "licence conditions or no contact" in pages[lead]
    assert "licence" not in pages[supporter]
    assert "Nothing found that could point to somebody." in pages[supporter]


def test_the_sign_stands_beside_words_and_not_instead_of_them(client):
    page, supporter, _ = a_team_story(happened="Ring me on 07700 900123.")
    client.force_login(supporter)

    shown = client.get(QUEUE).content.decode()

    assert '<b aria-hidden="true">!</b> 1 detail in the words could point to somebody' in shown
    assert "900123" not in shown
    assert page.code in shown


def test_oldest_first_whether_saved_sent_to_a_check_or_asked(monkeypatch):
    monkeypatch.setattr(screen, "A_PAGE", 2)
    now = clock.now()
    with clock.at(now - timedelta(days=30)):
        sent, supporter, author = a_team_story()
        asked = stories.a_shared_story(author, title="Asked later")
        saved = stories.a_shared_story(author, title="Only shared")
    StoryPage.objects.update(latest_revision_created_at=now - timedelta(days=30))
    StoryPage.objects.filter(pk=saved.pk).update(latest_revision_created_at=now - timedelta(days=9))
    with clock.at(now - timedelta(days=2)):
        stories.asked(asked, "website")
    sending.send_for_checks(sent, by=supporter)

    listed = list(queue.team_stories(supporter))

    assert [page.pk for page in listed] == [saved.pk, asked.pk, sent.pk]
    where = standings(listed)
    assert [where[page.pk].since for page in listed] == sorted(where[page.pk].since for page in listed)


def test_a_list_is_narrowed_to_what_needs_somebody(client):
    calm, supporter, author = a_team_story(happened=CALM)
    open_still = stories.a_shared_story(author, title="With a cousin")
    files.add_appearance(open_still.file, role="a cousin")
    old = stories.a_shared_story(author, title="Long ago")
    StoryPage.objects.filter(pk=old.pk).update(latest_revision_created_at=clock.now() - timedelta(days=15))
    welsh = stories.a_shared_story(author, title="Tegell")
    StoryPage.objects.filter(pk=welsh.pk).update(language="cy")
    client.force_login(supporter)

    found = {
        only: {row.page.pk for row in client.get(QUEUE, {"only": only}).context["rows"]}
        for only in ("", "undecided", "long", "welsh", "law", "\x00", "🙂")
    }

    every = {calm.pk, open_still.pk, old.pk, welsh.pk}
    assert found == {
        "": every,
        "undecided": {open_still.pk},
        "long": {old.pk},
        "welsh": {welsh.pk},
        "law": set(),
        "\x00": every,
        "🙂": every,
    }
    assert "Nothing in this list is like that." in client.get(QUEUE, {"only": "law"}).content.decode()


def test_each_list_says_how_many_it_holds(client):
    _, supporter, author = a_team_story()
    stories.a_shared_story(author, title="Another")
    client.force_login(supporter)

    shown = " ".join(client.get(QUEUE).content.decode().split())

    assert "stories (2)</a>" in shown
    assert "All I can open (2)</a>" in shown
    assert "Up now (0)</a>" in shown
