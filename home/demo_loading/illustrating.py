"""Pictures and recordings come into a demo story as a supporter adds them, and are moved to where they belong."""

from home.demo.drawn import DemoPicture, DemoSound
from people.models import User
from storybank.domain import media
from storybank.models import StoryPage


def illustrate(page: StoryPage, shown: tuple[DemoPicture | DemoSound, ...], *, by: User | None) -> None:
    """One after another; `after` counts the blocks that stand there by then. The author accepts them afterwards."""
    for one in shown:
        page = StoryPage.objects.get(pk=page.pk)
        if isinstance(one, DemoPicture):
            media.add_picture(page, upload=one.make(), alt=one.alt, caption=one.caption, face=False, by=by)
        else:
            media.add_sound(
                page, upload=one.make(), transcript=one.transcript, caption=one.caption, voice=False, by=by
            )
        _move_last(page, to=one.after, by=by)


def _move_last(page: StoryPage, *, to: int, by: User | None) -> None:
    words = StoryPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    blocks = [(block.block_type, block.value) for block in words.body]
    blocks.insert(to, blocks.pop())
    words.body = blocks
    words.save_revision(user=by, log_action=False)
