"""Making a take anew: slow work for the worker, which may break off at any point and is taken up again."""

import logging
from datetime import timedelta
from io import BytesIO

from django.conf import settings
from django.db.models import QuerySet
from PIL import Image

from people import clock
from people.pictures import NotAPicture
from people.pictures import anew as picture_anew
from storybank.domain import takes, voices
from storybank.models import Take
from storybank.models.take import TakeKind, TakeState

log = logging.getLogger(__name__)
WIDEST = 2400
"""Pixels: small handwriting can still be read when it is made larger."""
LEFT_LYING = timedelta(minutes=10)
STEP = 5
"""Percent between two words to the waiting page."""
WENT_WRONG = "We could not make this ready. Try once more, or send it another way."


def make(take_id: int) -> None:
    """From what came in to what may be heard and seen. Safe to run twice; says of every failure what to do."""
    take = Take.objects.select_related("file").filter(pk=take_id, state=TakeState.WHOLE).first()
    if take is None:
        return
    try:
        _make(take)
    except (voices.NotAVoice, NotAPicture) as refused:
        takes.refuse(take, problem=str(refused))
    except Exception as error:  # noqa: BLE001  # hostile bytes: the author gets a sentence, the worker lives
        log.error("a take could not be made anew: %s", type(error).__name__)  # noqa: TRY400  # no bytes in a log
        takes.refuse(take, problem=WENT_WRONG)


def left_lying() -> QuerySet[Take]:
    """Whose worker was lost on the way."""
    return Take.objects.filter(state=TakeState.WHOLE, changed_at__lte=clock.now() - LEFT_LYING)


def resume() -> int:
    """Take up again what was left lying. Run by the clock."""
    waiting = list(left_lying().values_list("pk", flat=True))
    for pk in waiting:
        make(pk)
    return len(waiting)


def _make(take: Take) -> None:
    sent = takes.bytes_of(take)
    if take.kind == TakeKind.VOICE:
        voice = voices.anew(sent, longest=settings.TAKE_LONGEST_SECONDS, told=_Progress(take))
        takes.made_anew(take, data=voice.data, media_type=voice.type, seconds=voice.seconds)
        return
    if not sent:
        raise NotAPicture("There is nothing in this file. Try once more.")
    data, media_type = _page(sent)
    takes.made_anew(take, data=data, media_type=media_type, seconds=0)


def _page(sent: bytes) -> tuple[bytes, str]:
    """The picture from its pixels, upright, no larger than handwriting needs."""
    bare = picture_anew(BytesIO(sent)).read()
    with Image.open(BytesIO(bare)) as opened:
        media_type = f"image/{(opened.format or '').lower()}"
        if max(opened.size) <= WIDEST:
            return bare, media_type
        small, out = opened.copy(), BytesIO()
        small.thumbnail((WIDEST, WIDEST))
        small.save(out, opened.format, **({"quality": 85} if opened.format == "JPEG" else {}))
    return out.getvalue(), media_type


class _Progress:
    """Writes how far it is, at most once every few percent, where the waiting page reads it."""

    def __init__(self, take: Take) -> None:
        self.take, self.said = take, 0

    def __call__(self, done: float) -> None:
        percent = min(99, int(done * 100))
        if percent >= self.said + STEP:
            self.said = percent
            Take.objects.filter(pk=self.take.pk, state=TakeState.WHOLE).update(progress=percent)
