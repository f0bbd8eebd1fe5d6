"""Scans, slips, links and blank sheets on the staff screens: nonsense refused, nothing shown to whom it is not for."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from consent.domain.care import files
from consent.enums import State
from people import roles
from storybank.models import PaperPack, PaperScan
from storybank.models.paper_pack import PackState
from storybank.paper_twin.making import make_blank_packs
from tests.factories import people, stories
from tests.storybank.paper_twin.conftest import signed_in
from tests.storybank.paper_twin.sheets_back import printed
from tests.storybank.paper_twin.steps import at, sheets, states
from tests.storybank.paper_twin.test_scans import a_pdf, a_picture

pytestmark = pytest.mark.django_db
NOT_THERE = 403
"""What is not there and what is not theirs meet the same wall."""


def test_scans_are_kept_sealed_and_seen_only_by_who_types_and_who_checks(priya, ama, pack):
    files = [
        SimpleUploadedFile("../../etc/passwd.jpg", a_picture()),
        SimpleUploadedFile("x.pdf", a_pdf(2), content_type="text/html"),
    ]

    priya.post(at("scans", pack.code), {"scans": files})
    mine = priya.get(at("scan", pack.code, 1))
    too_early = ama.get(at("scan", pack.code, 1))
    priya.post(at("enter", pack.code), sheets())
    theirs = ama.get(at("scan", pack.code, 3))

    assert PaperPack.objects.get().state == PackState.ENTERED
    assert (PaperScan.objects.count(), mine.status_code, too_early.status_code, theirs.status_code) == (
        3,
        200,
        NOT_THERE,
        200,
    )
    assert (mine["Content-Type"], mine["Cache-Control"], mine["X-Content-Type-Options"]) == (
        "image/jpeg",
        "no-store, private, max-age=0, no-cache, must-revalidate",
        "nosniff",
    )


@pytest.mark.parametrize("content", [b"", b"MZ program", b"%PDF-1.4 torn", b"<svg onload=alert(1)>"])
def test_what_is_no_scan_is_refused_in_words(priya, pack, content):
    answer = priya.post(at("scans", pack.code), {"scans": SimpleUploadedFile("a.jpg", content)}, follow=True)

    assert answer.status_code == 200
    assert PaperScan.objects.count() == 0


class NeverRead(io.BytesIO):
    """Somebody sends far too much: whoever reads it fails the test."""

    def read(self, *_):
        raise AssertionError("the upload was read")


def test_two_gigabytes_are_refused_before_one_byte_is_read(priya, pack):
    for announced in (str(2 * 1024**3), "9" * 30, "-1", "many"):
        answer = priya.generic(
            "POST",
            at("scans", pack.code),
            b"",
            content_type="multipart/form-data; boundary=x",
            **{"CONTENT_LENGTH": announced, "wsgi.input": NeverRead()},
        )
        assert (answer.status_code, "This file is too large." in answer.content.decode()) == (413, True)


def test_a_form_that_was_not_sent_from_here_is_refused(priya, pack):
    stranger = Client(enforce_csrf_checks=True)
    stranger.force_login(priya.user)

    assert (
        stranger.post(at("scans", pack.code), {"scans": SimpleUploadedFile("a.jpg", a_picture())}).status_code
        == 403
    )
    assert PaperScan.objects.count() == 0


def test_a_stop_slip_is_obeyed_by_whoever_opens_the_post_and_says_nothing(priya, dee):
    page = stories.a_live_story(dee)
    pack = printed(dee, page)
    comms = signed_in(people.a_member_of_staff(roles.COMMS, first_name="Lou"))

    unknown = comms.post(at("slip"), {"number": "AAAA AAAA", "which": "0"})
    done = comms.post(at("slip"), {"number": pack.said.lower(), "which": "0"}, follow=True)

    assert (unknown.status_code, "No sheets have this number" in unknown.content.decode()) == (422, True)
    assert "It is stopped" in done.content.decode()
    assert (dee.called in done.content.decode(), dee.code in done.content.decode()) == (False, False)
    assert states(dee, page) == {"website": State.WITHDRAWN}


def test_blank_sheets_are_given_to_one_of_my_people_and_to_nobody_elses(priya, dee):
    pack = make_blank_packs(1).packs[0]
    stranger = stories.an_author("Mo", supporter=people.a_supporter(first_name="Zed"))

    refused = priya.post(at("act", pack.code), {"act": "theirs", "person": stranger.pk})
    priya.post(at("act", pack.code), {"act": "theirs", "person": dee.pk})

    assert refused.status_code == NOT_THERE
    assert PaperPack.objects.get().person == dee


def test_sheets_of_a_story_with_somebody_in_it_one_is_kept_apart_from_are_not_ones_own(priya, pack, page):
    opened = priya.get(at("pack", pack.code)).status_code
    bo = people.a_person("Bo")
    files.add_appearance(page.file, person=bo)
    bo.conflicts.add(priya.user)

    after = [priya.get(at(name, pack.code)).status_code for name in ("pack", "again", "enter")]
    slip = priya.post(at("slip"), {"number": pack.code}).status_code

    assert (opened, after) == (200, [NOT_THERE] * 3)
    assert slip == 302
