"""A private reading: one reader, one page, opened only by saying who one is, ended at once."""

from datetime import timedelta
from uuid import uuid4

import pytest

from consent.domain.acts import asking
from consent.domain.acts.narrowing import Less, narrow
from consent.domain.care import files, holding
from consent.domain.out.outings import outings_of
from consent.domain.stop import stopping
from consent.enums import HoldReason, IdentityLevel
from people import clock
from storybank.models import PrivateReading
from storybank.packs.handing_over import CannotHandOver
from storybank.private_reading import making
from storybank.private_reading.making import Wanted
from tests.factories import press

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    return press.a_story(
        yes=("ministers",), name="Rosalind Achterby", identity=IdentityLevel.N5, title="Sixteen doses"
    )


def made(story, **changes):
    given = {
        "uid": uuid4(),
        "edition_id": press.edition_of(story),
        "use": "ministers",
        "reader": "Alun Maddock",
        "office": "Marchgate House",
        "last_day": clock.today() + timedelta(days=7),
    }
    row, link = making.make(Wanted(**given | changes), by=press.comms())
    return row, "/" + link.split("/", 3)[3]


def read(client, address):
    return client.post(address)


def out(story):
    return list(outings_of(story.file_id))


def test_looking_shows_a_door_and_only_saying_who_one_is_opens_it(client, story):
    _, address = made(story)

    looked = client.get(address)
    assert "I am Alun Maddock" in looked.content.decode()
    assert "kettle" not in looked.content.decode()
    assert out(story) == []

    words = read(client, address).content.decode()

    assert "I kept the kettle on for her." in words
    assert "Rosalind Achterby" in words
    assert "For Alun Maddock, Marchgate House" in words


def test_it_is_one_outing_however_often_it_is_read_and_only_days_are_kept(client, story):
    row, address = made(story)

    for days in (0, 0, 2):
        with clock.at(clock.now() + timedelta(days=days)):
            assert read(client, address).status_code == 200

    row.refresh_from_db()
    (outing,) = out(story)
    assert (outing.kind, outing.code, outing.pk) == ("private_reading", row.code, row.outing_id)
    assert (row.first_opened_on, row.last_opened_on) == (clock.today(), clock.today() + timedelta(days=2))


def test_a_choice_made_smaller_shuts_it(client):
    story = press.a_story("Nell", yes=("funders",), identity=IdentityLevel.N5)
    author = press.author_of(story)
    _, address = made(story, use="funders")
    assert read(client, address).status_code == 200
    (yes,) = asking.permissions_of(author.pk, story.file_id)
    narrow(yes, Less(identity=IdentityLevel.N2), person=author)

    assert read(client, address).status_code == 410


def test_nothing_of_it_is_kept_by_a_cache_a_search_engine_or_the_next_site(client, story):
    _, address = made(story)

    for answer in (client.get(address), read(client, address), client.get("/reading/unknown/")):
        assert {"no-store", "private"} <= set(answer["Cache-Control"].split(", "))
        assert answer["Referrer-Policy"] == "no-referrer"
        assert "noindex" in answer["X-Robots-Tag"]


def test_its_secret_stands_in_no_head_and_once_in_the_way_to_the_other_language(client, story):
    _, address = made(story)

    for answer in (client.get(address), read(client, address)):
        head, _, body = answer.content.decode().partition("</head>")
        assert (head.count(address), body.count(address), body.count(f'href="/cy{address}"')) == (0, 1, 1)


def test_the_token_is_kept_as_a_fingerprint_and_the_reader_is_sealed(story):
    row, address = made(story)
    token = address.split("/")[2]

    assert token not in row.token_hash
    assert b"Maddock" not in bytes(row.reader_sealed)
    assert making.reader_of(row) == "Alun Maddock"


def over_by_stop(page, row):
    stopping.stop(press.author_of(page))


def over_by_hold(page, row):
    holding.hold(page.file, reason=HoldReason.SAFETY, by=None)


def over_by_taking_back(page, row):
    making.take_back(row)


@pytest.mark.parametrize("end", [over_by_stop, over_by_hold, over_by_taking_back])
@pytest.mark.parametrize("opened_before", [False, True])
def test_it_ends_at_the_next_request_with_the_same_kind_words_as_an_unknown_link(
    end, opened_before, client, story
):
    row, address = made(story)
    if opened_before:
        assert read(client, address).status_code == 200
    row.refresh_from_db()
    unknown = client.get("/reading/nobody-ever-made-this/")

    end(story, row)

    answers = [client.get(address), read(client, address)]
    assert [answer.status_code for answer in answers] == [410, 410]
    assert {answer.content for answer in answers} == {unknown.content}
    assert unknown.status_code == 410


def test_it_ends_with_its_last_day(client, story):
    row, address = made(story, last_day=clock.today())

    with clock.at(row.until - timedelta(seconds=1)):
        assert read(client, address).status_code == 200
    with clock.at(row.until):
        assert read(client, address).status_code == 410
        assert making.end_what_is_over() == 1
        assert making.end_what_is_over() == 0
    assert out(story)[0].ended_at == row.until


def test_taking_it_back_closes_the_outing(client, story):
    row, address = made(story)
    read(client, address)
    row.refresh_from_db()

    making.take_back(row)
    making.take_back(row)

    assert out(story)[0].ended_at is not None


@pytest.mark.parametrize(
    "changes",
    [
        {"use": "newspapers"},
        {"use": "funders"},
        {"use": "machine-processing"},
        {"last_day": clock.today() - timedelta(days=1)},
        {"last_day": clock.today() + timedelta(days=31)},
        {"edition_id": 999_999},
    ],
)
def test_what_is_not_cleared_not_private_or_without_an_end_is_not_made(changes, story):
    with pytest.raises(CannotHandOver):
        made(story, **changes)

    assert not PrivateReading.objects.exists()


def test_the_same_form_twice_is_one_reading_and_its_link_is_shown_once(client, story):
    client.force_login(press.comms())
    data = {
        "uid": str(uuid4()),
        "reader": "Alun Maddock",
        "office": "Marchgate House",
        "last_day": str(clock.today() + timedelta(days=3)),
    }
    address = f"/admin/private-readings/new/{press.edition_of(story)}/ministers/"

    first, second = (client.post(address, data).content.decode() for _ in range(2))

    assert "/reading/" in first
    assert "It is shown once" in first
    assert "/reading/" not in second
    assert PrivateReading.objects.count() == 1


def test_comms_take_it_back_on_its_page(client, story):
    row, address = made(story)
    client.force_login(press.comms())

    client.post(f"/admin/private-readings/{row.uid}/")

    assert client.get(address).status_code == 410


@pytest.mark.parametrize("token", ["x", "a" * 500, "%00", "..%2f..%2fetc", "{{7*7}}", "🫖"])
def test_odd_links_are_over_and_nothing_worse(token, client):
    assert client.get(f"/reading/{token}/").status_code in {404, 410}


def test_a_stop_between_two_first_looks_reaches_the_second(story, monkeypatch):
    """Two windows open it in the same moment: one has opened it, the author stops, then comes the other's turn."""
    _, address = made(story)
    token, composed = address.strip("/").split("/")[-1], making.plain
    looks = []

    def slowly(what):
        looks.append(what)
        if len(looks) == 1:
            looks.append(making.open_(token))
            stopping.stop(files.author_of(story.file_id))
        return composed(what)

    monkeypatch.setattr(making, "plain", slowly)

    late = making.open_(token)

    assert looks[1] is not None
    assert late is None
