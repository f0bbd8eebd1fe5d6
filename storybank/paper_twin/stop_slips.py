"""A stop slip that came back: at once, on anybody's word, whatever became of the pack it was torn from."""

from datetime import datetime

from consent.domain.acts.choices import choices_of
from consent.domain.stop.stop_copy import stop_and_tell
from consent.domain.stop.stopping import Stop
from consent.enums import Method
from people.models import User
from storybank.models import PaperPack


class NothingToStop(LookupError):
    """The pack is nobody's; the sentence is for staff."""


def stop_by_slip(pack: PaperPack, *, number: int = 0, by: User, said_at: datetime | None = None) -> Stop:
    """Everything of theirs; or, with the number of a way as it stands on the sheets, that one way of this story.

    A number that nothing on the sheets has is everything: a stop is never lost to a slip of the pen.
    """
    if pack.person is None:
        raise NothingToStop(
            "Nobody's name is on this pack here. Ask whose it is, and stop it on their own page."
        )
    use = _named(pack, number)
    files = [pack.file] if use and pack.file is not None else None
    return stop_and_tell(
        pack.person, files=files, use=use, method=Method.PAPER, recorded_by=by, received_at=said_at
    )


def stop_by_number(code: str, *, which: int, by: User) -> Stop:
    """The same from the number at the foot of the slip. Raises `NothingToStop`."""
    pack = PaperPack.objects.select_related("person", "file").filter(code=code).first() if code else None
    if pack is None:
        raise NothingToStop("No sheets have this number. Look at the foot of the slip once more.")
    return stop_by_slip(pack, number=which, by=by)


def _named(pack: PaperPack, number: int) -> str:
    asked = pack.asks.get("choices") or pack.asks.get("second") or []
    if pack.person is None or pack.file is None or not 1 <= number <= len(asked):
        return ""
    found = {one.uid.hex: one.use.slug for one in choices_of(pack.person, pack.file.pk)}
    return found.get(asked[number - 1], "")
