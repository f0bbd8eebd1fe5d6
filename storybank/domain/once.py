"""The same form sent twice is one act. Gone back, changed and sent again it is another act with its own answer."""

from uuid import UUID

from consent.domain.record.digests import commitment


def one_act(form: UUID, *said: object) -> UUID:
    """`form` came hidden in the form; `said` is what was filled in. A keyed digest: it tells nobody who it was for."""
    return UUID(hex=commitment([form.hex, *map(str, said)])[:32])
