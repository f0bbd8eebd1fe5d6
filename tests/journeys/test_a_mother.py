"""A mother tells of her son in prison: she on her phone, he by what he wrote on paper. Without his yes, no words."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission as Right
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page, expect

from consent.domain.acts.choices import choices_of
from consent.domain.care import files
from consent.enums import State
from consent.models import ConsentEvent, Evidence
from people import clock, roles
from people.domain import codes
from people.models import OutboxMessage, Person
from storybank.domain import settling
from storybank.models import StoryPage
from tests.factories import people, stories
from tests.journeys.test_author import PHONE, follow, heading, press, tick
from tests.storybank.paper_twin.test_scans import a_picture

OF_HIM = "My son rings on Sundays. He asks what we had for dinner."
OF_HER = "At the school gate I say that he works away."


def staff(name: str, role: str = roles.SUPPORTER) -> Client:
    user = people.a_member_of_staff(role, first_name=name)
    user.groups.add(people.a_team("North").group)
    user.user_permissions.add(Right.objects.get(codename="access_admin"))
    client = Client()
    client.force_login(user)
    client.user = user
    return client


@pytest.fixture
def priya(site):
    yield staff("Priya")
    clock.reset()


@pytest.fixture
def nell(priya) -> Person:
    return stories.an_author("Nell", supporter=priya.user, team=people.a_team("North"))


@pytest.fixture
def story(nell) -> StoryPage:
    return stories.a_shared_story(nell, title="Sundays", happened=f"{OF_HIM}\n\n{OF_HER}")


@pytest.fixture
def phone(page: Page, site, nell) -> Page:
    page.set_viewport_size(PHONE)
    page.goto(f"{site.url}/my/in/card/")
    page.locator("input[inputmode=numeric]").fill(codes.issue_code(nell, by=None)[0])
    page.locator("main form button").click()
    heading(page, "Hello Nell")
    return page


def test_nothing_goes_up_before_her_son_said_yes_twice_on_paper_and_it_ends_when_he_says_so(
    phone: Page, site, priya, story, console
):
    ama = staff("Ama", roles.SAFEGUARDING)
    she_says_who_is_in_it(phone, site, story)
    son = he_is_invited(priya, story)
    stories.asked(StoryPage.objects.get(), "website")
    she_lets_him_read_what_is_of_him(phone, site, priya, story, son)

    she_says_yes_twice(phone, site, story)
    expect(phone.get_by_text("It goes up when everyone whose yes it needs has said so.")).to_be_visible()
    assert status(phone, site, story) == 404
    he_says_on_paper(priya, ama, son, story, "first")
    assert status(phone, site, story) == 404
    clock.forward(timedelta(days=8))
    he_says_on_paper(priya, ama, son, story, "second")
    settling.settle(story.file_id)

    phone.goto(f"{site.url}/stories/{story.slug}/")
    expect(phone.get_by_text(OF_HIM)).to_be_visible()
    expect(phone.get_by_text("Nell")).to_have_count(0)
    expect(phone.get_by_text("Jay")).to_have_count(0)
    assert by_pen_alone(son)
    priya.post(reverse("stops:told_by_code"), {"code": son.code})
    settling.settle(story.file_id)
    assert status(phone, site, story) == 410
    assert [line for line in console if "404" not in line and "410" not in line] == []


def status(phone: Page, site, story: StoryPage) -> int:
    return phone.request.get(f"{site.url}/stories/{story.slug}/").status


def she_says_who_is_in_it(phone: Page, site, story: StoryPage) -> None:
    phone.goto(f"{site.url}/my/stories/{story.file.uid}/")
    follow(phone, "Who else is in it")
    phone.get_by_label("Yes, or I am not sure: who are they to you?").fill("my son")
    press(phone, "Yes: go through them")
    heading(phone, "my son")
    tick(phone, "Ask them")
    press(phone, "Next")
    expect(phone.get_by_text("You have said what you want. It is not done yet.")).to_be_visible()


def he_is_invited(priya: Client, story: StoryPage) -> Person:
    row = files.appearances_in(story.file_id).get(role="my son")
    invited = {
        "act": "who",
        "called": "Jay",
        "channel": "letter",
        "address": "By hand, on Thursdays",
        "reason": "It is his life too.",
    }
    answer = priya.post(reverse("work:in_it_act", args=[story.pk, row.pk]), invited)
    son = files.appearances_in(story.file_id).get(pk=row.pk).person
    assert son is not None, answer.content.decode()
    return son


def she_lets_him_read_what_is_of_him(phone: Page, site, priya: Client, story: StoryPage, son: Person) -> None:
    row = files.appearances_in(story.file_id).get(person=son)
    priya.post(reverse("work:in_it_act", args=[story.pk, row.pk]), {"act": "part", "blocks": ["0"]})
    phone.goto(f"{site.url}/my/stories/{story.file.uid}/")
    follow(phone, "Somebody is in it: may they read it first?")
    heading(phone, "May they read this?")
    expect(phone.get_by_text(OF_HIM)).to_be_visible()
    expect(phone.get_by_text(OF_HER)).to_have_count(0)
    press(phone, "Yes, show them this")
    expect(phone.get_by_role("status").filter(has_text="They can read that part now")).to_be_visible()


def she_says_yes_twice(phone: Page, site, story: StoryPage) -> None:
    phone.goto(f"{site.url}/my/")
    follow(phone, "Choose")
    for choice, button in [
        ("", "I have read it or heard it"),
        ("No name", "Next"),
        ("No time", "Next"),
        ("Yes", "Next"),
        ("Say stop. I do not have to say why.", "Next"),
        ("", "This is my first yes"),
    ]:
        if choice:
            tick(phone, choice)
        press(phone, button)
    heading(phone, "Thank you. Now take your time.")
    clock.forward(timedelta(days=8))
    phone.goto(f"{site.url}/my/")
    follow(phone, "Say if it is still yes")
    press(phone, "Yes, it is still yes")
    heading(phone, "Thank you. We have your yes.")


def he_says_on_paper(priya: Client, ama: Client, son: Person, story: StoryPage, act: str) -> None:
    """What came back from the prison, typed in by one and compared with the paper by another."""
    said = {
        "method": "paper",
        "happened_at": clock.now().astimezone(clock.LONDON).strftime("%Y-%m-%dT%H:%M"),
        "scan": SimpleUploadedFile("a.jpg", a_picture()),
        "use_website-answer": "yes",
        "understood": "yes",
        "copy_left": "held",
        "uses": ["website"],
    }
    written = priya.post(reverse("said:write", args=[son.pk, story.file.uid, act]), said)
    assert written.status_code == 302, written.content.decode()
    before = his_state(son, story)
    row = Evidence.objects.latest("pk")
    ama.post(reverse("said:check", args=[row.uid]), {"agrees": "yes"})
    wanted = {"first": (State.REQUESTED, State.COOLING), "second": (State.COOLING, State.ACTIVE)}
    assert (before, his_state(son, story)) == wanted[act]


def his_state(son: Person, story: StoryPage) -> State:
    (choice,) = choices_of(son, story.file_id)
    return choice.state


def by_pen_alone(son: Person) -> bool:
    """No sign-in, no wire, and somebody else looked each time."""
    assert son.user.last_login is None
    assert set(OutboxMessage.objects.filter(person=son).values_list("channel", flat=True)) <= {"letter"}
    roads = ConsentEvent.objects.filter(kind__in=["answered", "confirmed"], method="paper")
    return roads.count() == 2 and all(row.recorded_by != row.verified_by for row in Evidence.objects.all())
