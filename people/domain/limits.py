"""How often something may be tried. Counted in the shared cache under a fingerprint, so nobody's address lies there."""

from django.core.cache import cache

from people import keyring


class TooManyTries(RuntimeError):
    """Someone tries too often. The message is for them."""


def count(what: str, who: str, *, most: int, seconds: int) -> None:
    """One more try of `what` by `who` (an address, a client). Raises `TooManyTries` beyond `most` in `seconds`."""
    key = _key(what, who)
    cache.add(key, 0, timeout=seconds)
    try:
        tries = cache.incr(key)
    except ValueError:  # it ran out between the two lines
        return
    if tries > most:
        raise TooManyTries("That was too many tries. Wait ten minutes, or ring us.")


def check(what: str, who: str, *, most: int) -> None:
    """Whether the tries are used up already, without counting one. Raises `TooManyTries`."""
    if cache.get(_key(what, who), 0) >= most:
        raise TooManyTries("That was too many tries. Wait ten minutes, or ring us.")


def forget(what: str, who: str) -> None:
    cache.delete(_key(what, who))


def _key(what: str, who: str) -> str:
    return f"tries:{what}:{keyring.index('limit', who)}"
