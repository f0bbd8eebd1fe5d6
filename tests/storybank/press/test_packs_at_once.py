"""A pack in a browser, and under a race: asked for and never looked at, one handover however many hands."""

import threading
from uuid import uuid4

import pytest
from django.db import connection

from consent.domain.stop import stopping
from storybank.models import Pack
from storybank.packs.handing_over import NOT_NOW, CannotHandOver
from storybank.packs.making import fetch, make_pack
from tests.factories import press
from tests.storybank.press.packing import handed_over, wanted

pytestmark = pytest.mark.django_db


def test_a_pack_made_in_a_browser_goes_out_by_asking_and_never_by_looking(client):
    page = press.a_story()
    client.force_login(press.comms())
    address = f"/admin/packs/new/{press.edition_of(page)}/newspapers/"
    data = {
        "uid": str(uuid4()),
        "recipient": "Rhona Tessler",
        "outlet": "The Lantern",
        "rang_back": "on",
        "terms_accepted": "on",
    }

    made = client.post(address, data)
    taken = f"{made['Location']}take/"
    looked = client.get(taken)
    assert looked.status_code == 405
    assert handed_over(page) == []

    answer = client.post(taken)

    assert answer["Content-Type"] == "application/zip"
    assert {"no-store", "private"} <= set(answer["Cache-Control"].split(", "))
    assert len(handed_over(page)) == 1


def test_a_form_that_needs_another_look_keeps_what_was_typed(client):
    page = press.a_story()
    client.force_login(press.comms())

    shown = client.post(
        f"/admin/packs/new/{press.edition_of(page)}/newspapers/",
        {"uid": str(uuid4()), "recipient": "Rhona\x00 Tessler", "outlet": ""},
    )

    words = shown.content.decode()
    assert shown.status_code == 422
    assert "Rhona" in words
    assert "Ring them back first" in words
    assert not Pack.objects.exists()


def test_a_browser_is_told_in_one_sentence_that_nothing_went_out(client):
    page = press.a_story()
    marcus = press.comms()
    client.force_login(marcus)
    pack = make_pack(wanted(page), by=marcus)
    stopping.stop(press.author_of(page))

    answers = [
        client.post(f"/admin/packs/pack/{pack.uid}/take/"),
        client.get(f"/admin/packs/new/{press.edition_of(page)}/newspapers/"),
    ]

    assert [answer.status_code for answer in answers] == [409, 409]
    assert all(NOT_NOW in answer.content.decode() for answer in answers)
    assert client.get(f"/admin/packs/pack/{pack.uid}/").status_code == 200


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_stop_and_a_download_at_once_end_with_one_before_the_other():
    """Either the stop came first and nothing left, or the outing stands and the stop found it."""
    for _ in range(6):
        page, marcus = press.a_story(), press.comms()
        pack, author = make_pack(wanted(page), by=marcus), press.author_of(page)
        together, got = threading.Barrier(2), []

        def download(pack=pack, marcus=marcus, together=together, got=got):
            together.wait()
            try:
                got.append(fetch(pack, by=marcus))
            except CannotHandOver:
                pass
            finally:
                connection.close()

        def stop(author=author, together=together):
            together.wait()
            try:
                stopping.stop(author)
            finally:
                connection.close()

        threads = [threading.Thread(target=download), threading.Thread(target=stop)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert len(handed_over(page)) == len(got)
        pack.refresh_from_db()
        with pytest.raises(CannotHandOver):
            fetch(pack, by=marcus)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_four_downloads_at_once_are_one_outing():
    page, marcus = press.a_story(), press.comms()
    pack = make_pack(wanted(page), by=marcus)
    together, got = threading.Barrier(4), []

    def download():
        together.wait()
        try:
            got.append(fetch(pack, by=marcus))
        finally:
            connection.close()

    threads = [threading.Thread(target=download) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(got) == 4
    assert len(set(got)) == 1
    assert len(handed_over(page)) == 1
