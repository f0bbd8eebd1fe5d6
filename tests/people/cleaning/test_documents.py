"""A document that comes in by Wagtail's library, whichever of its roads: made anew before it is hashed, or refused."""

import hashlib
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.documents.forms import get_document_form
from wagtail.documents.models import Document
from wagtail.models import Collection

from consent.domain.written import scans
from people import papers
from tests.people.cleaning.with_marks import CANARY, PAPERS, holds_marks

pytestmark = pytest.mark.django_db


def a_form(data: bytes, *, name: str):
    root = Collection.get_first_root_node() or Collection.add_root(name="Root")
    sent = {"title": "House rules", "collection": root.pk, "tags": ""}
    return get_document_form(Document)(sent, {"file": SimpleUploadedFile(name, data)})


@pytest.mark.parametrize("kind", PAPERS)
def test_a_document_is_made_anew_before_it_is_hashed_under_a_name_that_says_nothing(kind):
    form = a_form(PAPERS[kind](), name=f"{CANARY}.{kind}")

    assert form.is_valid(), form.errors
    kept = form.save()
    data = kept.file.read()

    assert not holds_marks(data)
    assert data == papers.anew(PAPERS[kind]())[0]
    assert kept.file_hash == hashlib.sha1(data, usedforsecurity=False).hexdigest()
    assert CANARY not in kept.file.name
    assert kept.file_extension == kind


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"%PDF-1.7 and no more", "rules.pdf", "This file is damaged"),
        (b"PK\x03\x04 and no more", "rules.docx", "This file is damaged"),
        (b"MZ\x90\x00", "rules.pdf", "We cannot keep this kind of file"),
        (b"names, places", "list.csv", "not allowed"),
        (b"PK\x03\x04", "rules.odt", "not allowed"),
    ],
)
def test_whatever_cannot_be_made_anew_is_refused_in_words(data, name, said):
    form = a_form(data, name=name)

    assert not form.is_valid()
    assert said in str(form.errors["file"])
    assert not Document.objects.exists()


def test_a_word_file_is_no_paper_that_somebody_signed():
    with pytest.raises(scans.NotAScan, match="Send a picture, a PDF or a sound recording"):
        scans.scan_of(BytesIO(PAPERS["docx"]()))
