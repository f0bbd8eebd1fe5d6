"""A player asks piece by piece: it gets exactly that piece, is told when there is none, or gets the whole."""

import pytest
from django.test import RequestFactory

from people import ranges

PLAIN = bytes(range(100))


def ask(method: str = "get", **headers: str):
    request = getattr(RequestFactory(), method)("/", headers=headers)
    return ranges.answer(request, PLAIN, content_type="audio/mpeg")


@pytest.mark.parametrize(
    ("asked", "status", "said", "piece"),
    [
        ("", 200, None, PLAIN),
        ("bytes=0-", 206, "bytes 0-99/100", PLAIN),
        ("bytes=10-19", 206, "bytes 10-19/100", PLAIN[10:20]),
        ("bytes=90-500", 206, "bytes 90-99/100", PLAIN[90:]),
        ("bytes=-5", 206, "bytes 95-99/100", PLAIN[-5:]),
        ("bytes=-500", 206, "bytes 0-99/100", PLAIN),
        ("bytes=99-99", 206, "bytes 99-99/100", PLAIN[99:]),
        ("bytes=100-", 416, "bytes */100", b""),
        ("bytes=-0", 416, "bytes */100", b""),
        ("bytes=0-1,5-6", 200, None, PLAIN),
        ("bytes=20-10", 200, None, PLAIN),
        ("lines=1-2", 200, None, PLAIN),
        ("bytes=a-b", 200, None, PLAIN),
        ("bytes=" + "9" * 400 + "-", 200, None, PLAIN),
        ("bytes=\u0663-", 200, None, PLAIN),
    ],
)
def test_each_way_of_asking(asked, status, said, piece):
    answer = ask(range=asked) if asked else ask()

    assert (answer.status_code, answer.get("Content-Range"), answer.content) == (status, said, piece)
    assert answer["Accept-Ranges"] == "bytes"


def test_a_piece_of_what_it_had_before_only_while_that_is_the_same():
    tag = ask()["ETag"]

    same, other = (ask(range="bytes=5-9", **{"if-range": it}) for it in (tag, '"something else"'))

    assert (same.status_code, same.content) == (206, PLAIN[5:10])
    assert (other.status_code, other.content) == (200, PLAIN)


def test_asking_for_the_head_gets_no_bytes_and_the_same_words():
    whole, piece = ask("head"), ask("head", range="bytes=10-19")

    assert (whole.status_code, whole["Content-Length"], whole.content) == (200, "100", b"")
    assert (piece.status_code, piece["Content-Length"], piece.content) == (206, "10", b"")
