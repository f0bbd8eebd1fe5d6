"""The journal's file: whole lines or none, each signed, each chained to the one before."""

import errno
import json
import os

import pytest
from django.conf import settings

from consent.journal import book
from consent.journal.book import BEGINNING
from consent.journal.lines import Broken


def some(number):
    return [{"kind": "stopped", "file": f"{count:032x}"} for count in range(number)]


@pytest.fixture
def three():
    with book.locked():
        return book.add(some(3), after=BEGINNING)


def raw():
    return book.path().read_bytes().splitlines(keepends=True)


def rewrite(lines):
    book.path().write_bytes(b"".join(lines))


def changed(line, **values):
    return json.dumps(json.loads(line) | values, sort_keys=True, separators=(",", ":")).encode() + b"\n"


def test_what_was_added_is_read_again_in_order(three):
    assert [line.says for line in book.lines()] == some(3)
    assert [line.n for line in book.lines()] == [1, 2, 3]
    assert (three.lines, three.size, three.last) == (3, book.size(), book.line_ending_at(book.size()))


def test_reading_may_begin_anywhere_between_two_lines(three):
    with book.locked():
        after = book.add(some(2), after=three)

    assert [line.n for line in book.lines(since=three)] == [4, 5]
    assert list(book.lines(since=after)) == []


def test_nobody_else_may_read_it(three):
    assert book.path().stat().st_mode & 0o777 == 0o600


def test_no_journal_is_an_empty_one():
    assert (book.size(), book.line_ending_at(0), list(book.lines())) == (0, "", [])


TAMPERINGS = {
    "a word changed": lambda lines: [lines[0], lines[1].replace(b"stopped", b"resumed"), lines[2]],
    "a number changed": lambda lines: [lines[0], changed(lines[1], n=7), lines[2]],
    "a line left out": lambda lines: [lines[0], lines[2]],
    "the first line left out": lambda lines: lines[1:],
    "two lines in another order": lambda lines: [lines[1], lines[0], lines[2]],
    "a line twice": lambda lines: [lines[0], lines[1], lines[1], lines[2]],
    "another signature": lambda lines: [lines[0], changed(lines[1], signature="AAAA"), lines[2]],
    "a signature that is none": lambda lines: [lines[0], changed(lines[1], signature="é"), lines[2]],
    "an unknown key": lambda lines: [lines[0], changed(lines[1], key="0" * 16), lines[2]],
    "no JSON": lambda lines: [lines[0], b"\xff\x00\n", lines[2]],
    "a list": lambda lines: [lines[0], b"[]\n", lines[2]],
    "an empty line": lambda lines: [lines[0], b"\n", lines[1], lines[2]],
    "a line without a kind": lambda lines: [lines[0], changed(lines[1], says={}), lines[2]],
}


@pytest.mark.parametrize("how", TAMPERINGS)
def test_a_journal_that_was_tampered_with_is_read_by_nobody(how, three):
    rewrite(TAMPERINGS[how](raw()))

    with pytest.raises(Broken, match=r"^line \d of the stop journal"):
        list(book.lines())


def test_a_line_signed_with_a_key_that_is_not_ours_is_forged(three, settings):
    ours = list(settings.STOP_JOURNAL_KEYS)
    settings.STOP_JOURNAL_KEYS = ["Zm9yZ2VycyBrZXkgb2YgMzIgYnl0ZXMgZXhhY3RseSE="]
    with book.locked():
        book.add(some(1), after=three)
    settings.STOP_JOURNAL_KEYS = ours

    with pytest.raises(Broken, match="line 4 of the stop journal was not signed by us"):
        list(book.lines())


def test_a_retired_key_is_still_believed(three, settings):
    settings.STOP_JOURNAL_KEYS = ["Zm9yZ2VycyBrZXkgb2YgMzIgYnl0ZXMgZXhhY3RseSE=", *settings.STOP_JOURNAL_KEYS]
    with book.locked():
        book.add(some(1), after=three)

    assert len(list(book.lines())) == 4


def test_a_journal_cut_short_is_noticed_from_the_place_that_is_remembered(three):
    rewrite(raw()[:2])

    with pytest.raises(Broken, match="shorter"):
        list(book.lines(since=three))


def test_what_a_crash_left_half_written_counts_as_never_written(three):
    rewrite([*raw(), raw()[0][:40]])
    half = book.size()

    with book.locked():
        book.add(some(1), after=three)

    assert half == three.size
    assert [line.n for line in book.lines()] == [1, 2, 3, 4]


def test_a_full_disk_leaves_the_journal_as_it_was(three, monkeypatch):
    write, before = os.pwrite, raw()

    def half(handle, data, at):
        write(handle, data[:10], at)
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "pwrite", half)

    with book.locked(), pytest.raises(OSError, match="No space left"):
        book.add(some(1), after=three)

    assert raw() == before


def test_the_file_holds_uids_and_hashes_and_nothing_else(three):
    assert set(json.loads(raw()[0])) == {"n", "prev", "says", "key", "signature"}
    assert settings.STOP_JOURNAL_KEYS[0].encode() not in b"".join(raw())
