"""Helplines from the table to the page: in words, in the page's language, and a task for staff when they are old."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from people import clock, roles
from people.models import Organisation, Theme
from storybank.domain import helping
from storybank.models import Helpline
from tests.factories import people, stories

pytestmark = pytest.mark.django_db


def a_line(name: str = "The Kettle Line", **more) -> Helpline:
    themes = more.pop("themes", ())
    checked = clock.today() - timedelta(days=more.pop("checked_days_ago", 3))
    line = Helpline(
        **{"phone": "01632 960123", "about": "Somebody to talk to.", "opening": "Always"} | more,
        name=name,
        source="Their own letter",
        checked_by="Priya",
        checked_on=checked,
    )
    line.full_clean()
    line.save()
    line.themes.set(themes)
    line.save()
    return line


def test_a_story_brings_the_lines_of_its_themes_and_of_its_notes():
    page = stories.a_live_story()
    theme, other = (Theme.objects.create(slug=name, name=name) for name in ("visits", "work"))
    page.themes.set([theme])
    page.content_notes = [{"type": "note", "value": {"code": "gambling", "level": "mention"}}]
    page.body = [{"type": "note", "value": {"code": "suicide", "text": "Words."}}]
    a_line("Of the theme", themes=[theme])
    a_line("Of another theme", themes=[other])
    a_line("Of the note", notes=["gambling"])
    a_line("Of the passage", notes=["suicide"])

    assert {line.name for line in helping.helplines_for(page)} == {
        "Of the theme",
        "Of the note",
        "Of the passage",
    }


def test_the_help_page_has_every_line_that_was_checked_and_says_for_whom_it_is(client):
    Organisation.objects.update_or_create(defaults={"nation": "wales"})
    a_line("For Scotland", nation="scotland", languages="more", from_prison=True)
    a_line("Too old", checked_days_ago=271)

    words = client.get("/help/").content.decode()

    assert "For people in Scotland." in words
    assert "English, and more if you ask." in words
    assert "You can ring it from prison." in words
    assert "Open now." in words
    assert "Too old" not in words


def test_on_a_welsh_page_a_line_says_what_it_is_for_in_welsh():
    a_line(about="Somebody to talk to.", about_cy="Rhywun i siarad â nhw.")

    with override("cy"):
        found = helping.every_helpline(Organisation.load())
    [english] = helping.every_helpline(Organisation.load())

    assert [(line.about, line.about_language) for line in found] == [("Rhywun i siarad â nhw.", "cy")]
    assert (english.about, english.about_language) == ("Somebody to talk to.", "en")


def test_kept_lines_answer_without_the_database(django_assert_num_queries):
    a_line()
    asked, kept = helping.wanted(everything=True), helping.all_lines()

    with django_assert_num_queries(0):
        shown = helping.helplines_shown(asked, lines=kept)

    assert [line.name for line in shown.lines] == ["The Kettle Line"]
    assert clock.now() < shown.until <= clock.now() + timedelta(hours=25)


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("opening", "9-5"),
        ("opening", ""),
        ("phone", "ring us"),
        ("phone", "<script>"),
        ("nation", "Narnia"),
        ("languages", "Elvish"),
    ],
)
def test_what_cannot_be_is_refused_at_its_own_box(field, typed):
    with pytest.raises(ValidationError) as refused:
        a_line(**{field: typed})

    assert set(refused.value.message_dict) == {field}


def test_a_day_to_come_is_no_check():
    with pytest.raises(ValidationError) as refused:
        a_line(checked_days_ago=-1)

    assert set(refused.value.message_dict) == {"checked_on"}


@pytest.mark.parametrize("role", [roles.SUPPORTER, roles.ADMINISTRATOR])
def test_old_lines_are_a_task_on_the_first_page_of_whoever_looks_after_them(client, role):
    a_line("Fresh", checked_days_ago=180)
    client.force_login(people.a_member_of_staff(role, first_name="Kit"))
    before = client.get("/admin/").content.decode()

    a_line("Old", checked_days_ago=181)
    a_line("Older", checked_days_ago=271)
    after = client.get("/admin/").content.decode()

    assert "Helplines to check" not in before
    assert ("Helplines to check" in after, "Fresh" in after) == (True, False)
    assert after.index("Older") < after.index(">Old<")
    assert after.count("readers do not see it now") == 1


def test_somebody_with_another_role_has_no_such_task(client):
    a_line("Old", checked_days_ago=200)
    client.force_login(people.a_member_of_staff(roles.SAFEGUARDING, first_name="Kit"))

    assert "Helplines to check" not in client.get("/admin/").content.decode()
