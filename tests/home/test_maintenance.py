"""While something is mended: everybody reads so, kindly, and whoever wants to stop still can."""

from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection

from home import maintenance
from people import clock
from tests.factories import stories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def ends_with_the_test():
    yield
    maintenance.end()


def of(client, path: str) -> int:
    return client.get(path).status_code


def test_readers_are_told_when_to_come_back_and_nothing_is_kept(client):
    page = stories.a_live_story(title="The kettle")
    before = client.get(f"/stories/{page.slug}/")

    maintenance.begin(minutes=20)
    answer = client.get(f"/stories/{page.slug}/")
    words = answer.content.decode()

    assert (before.status_code, answer.status_code) == (200, 503)
    assert 1190 <= int(answer["Retry-After"]) <= 1200
    assert (answer["Cache-Control"], answer["X-Robots-Tag"]) == ("no-store", "noindex, nofollow")
    until = clock.now().astimezone(clock.LONDON) + timedelta(minutes=20)
    assert f"{until:%H:%M}" in words or f"{until - timedelta(minutes=1):%H:%M}" in words
    assert ("The kettle" in words, "116 123" in words, 'href="/stop/"' in words) == (False, True, True)
    maintenance.end()
    assert of(client, f"/stories/{page.slug}/") == 200


def test_it_needs_no_database(client):
    maintenance.begin()

    def gone(*_):
        raise OperationalError("the database is gone")

    with connection.execute_wrapper(gone):
        assert of(client, "/") == 503


@pytest.mark.parametrize(
    ("path", "language", "stop"), [("/stories/", "en", "/stop/"), ("/cy/stories/", "cy", "/cy/stop/")]
)
def test_it_speaks_the_language_of_the_address(client, path, language, stop):
    maintenance.begin()

    answer = client.get(path)

    assert f'<html lang="{language}">' in answer.content.decode()
    assert f'href="{stop}"' in answer.content.decode()
    assert answer["Content-Language"] == language


def test_programs_get_it_as_data(client):
    maintenance.begin()

    answer = client.get("/api/v2/stories/")

    assert (answer.status_code, answer["Content-Type"]) == (503, "application/problem+json")
    assert answer.json() == {
        "title": "Service Unavailable",
        "status": 503,
        "detail": "We are mending something. Try again later.",
    }


@pytest.mark.parametrize(
    "path",
    [
        "/healthz",
        "/readyz",
        "/stop/",
        "/stop/done/",
        "/stop/said/",
        "/cy/stop/",
        "/cy/read-aloud/00000000-0000-0000-0000-000000000000/",
        "/my/stop/",
        "/my/stop/done/",
        "/my/in/",
        "/my/in/card/",
        "/staff/login/",
        "/admin/",
        "/help/",
        "/weather/",
    ],
)
def test_stopping_leaving_and_staff_doors_stay_open(client, path):
    maintenance.begin()

    assert of(client, path) != 503


@pytest.mark.parametrize(
    "path", ["/", "/my/", "/my/stories/", "/my/stories/new/", "/search/", "/stopped/", "/stop", "/x/stop/"]
)
def test_everything_else_is_closed(client, path):
    maintenance.begin()

    assert of(client, path) == 503


def test_a_form_sent_meanwhile_is_not_half_saved_and_a_save_is_asked_to_try_again(client):
    maintenance.begin()

    answer = client.post("/my/stories/new/", {"title": "Words"})

    assert answer.status_code == 503
    assert int(answer["Retry-After"]) > 0


def test_a_stop_by_paper_code_reaches_its_page(client):
    maintenance.begin()

    answer = client.post("/stop/", {"code": "4471 0926 3358 1204"})

    assert answer.status_code != 503


def test_when_the_time_that_was_said_is_over_no_time_is_said(client):
    maintenance.begin(minutes=1)

    with clock.at(clock.now() + timedelta(minutes=5)):
        answer = client.get("/")

    assert (answer.status_code, answer["Retry-After"]) == (503, str(maintenance.SHORTEST))
    assert "We think that it takes until" not in answer.content.decode()


@pytest.mark.parametrize("written", ["", "{", "[]", '{"until": "soon"}', '{"until": 5}'])
def test_a_sign_that_cannot_be_read_closes_all_the_same(client, settings, written):
    maintenance.begin()
    (Path(settings.VAR_DIR) / "maintenance.json").write_text(written)

    assert of(client, "/") == 503


def test_a_server_started_so_is_closed_without_a_sign(client, settings):
    settings.MAINTENANCE = True

    assert (of(client, "/"), of(client, "/stop/")) == (503, 200)


def said(*args: str) -> str:
    out = StringIO()
    call_command("maintenance", *args, stdout=out)
    return out.getvalue().strip()


def test_the_command_closes_opens_and_says_what_stands():
    assert said() == "Open: everybody comes in."
    assert said("on", "--minutes", "30").startswith("Closed while something is mended, until ")
    assert said() == said("on", "--minutes", "30")
    assert said("on").startswith("Closed while something is mended. Open again")
    assert said("off") == "Open: everybody comes in."
    assert said("off") == "Open: everybody comes in."


@pytest.mark.parametrize("minutes", ["0", "-5", "999999999999"])
def test_no_time_and_endless_time_are_refused(minutes):
    with pytest.raises(CommandError):
        call_command("maintenance", "on", f"--minutes={minutes}")

    assert maintenance.going_on() is None
