"""What staff call a file. The rooms above tell us their codes by registering here; consent never asks them for more."""

from collections.abc import Callable, Iterable

CodesOf = Callable[[Iterable[int]], dict[int, str]]
FilesWith = Callable[[str], list[int]]

_ROOMS: dict[str, tuple[CodesOf, FilesWith]] = {}


def register(room: str, *, codes_of: CodesOf, files_with: FilesWith) -> None:
    """`codes_of`: file ids → the code staff use. `files_with`: the ids of the files that have this code."""
    _ROOMS[room] = (codes_of, files_with)


def codes_of(file_ids: Iterable[int]) -> dict[int, str]:
    """The code of each file that has one, in one query a room."""
    ids = list(file_ids)
    found: dict[int, str] = {}
    for codes, _ in _ROOMS.values():
        found |= codes(ids)
    return found


def files_with(code: str) -> list[int]:
    return [pk for _, files in _ROOMS.values() for pk in files(code)]
