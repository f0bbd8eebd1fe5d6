"""Finished pictures, kept like pieces but counted by their bytes: in the process's own memory, for an hour at most.

The key says all that a picture was made from. Nothing here decides what may be shown: the gate does, in each request,
and only what it returned is asked for. The least used go first; a very large one is made anew each time.
"""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from time import monotonic

A_KEEPER = 1_000_000
"""Bytes of the largest picture that is kept."""
MOST = 8_000_000
"""Bytes of all that are kept, in each process."""
AN_HOUR = 3_600

_kept: OrderedDict[str, tuple[float, bytes]] = OrderedDict()
_one_at_a_time = Lock()


def made_once(name: str, make: Callable[[], bytes]) -> bytes:
    """What is kept under the key, or made now."""
    found = _taken(name)
    if found is None:
        found = make()
        _keep(name, found)
    return found


def held() -> int:
    """So many bytes are kept now."""
    with _one_at_a_time:
        return _held()


def forget() -> None:
    with _one_at_a_time:
        _kept.clear()


def _taken(name: str) -> bytes | None:
    with _one_at_a_time:
        since, picture = _kept.get(name, (0.0, b""))
        if not picture or monotonic() - since > AN_HOUR:
            _kept.pop(name, None)
            return None
        _kept.move_to_end(name)
        return picture


def _keep(name: str, picture: bytes) -> None:
    if len(picture) > A_KEEPER:
        return
    with _one_at_a_time:
        _kept[name] = monotonic(), picture
        while _held() > MOST:
            _kept.popitem(last=False)


def _held() -> int:
    return sum(len(picture) for _, picture in _kept.values())
