"""Beside a story, for those who make safety checks and nobody else: who must never know that it is the author."""

from people.models import User
from storybank.admin.panels import Panel
from storybank.domain import never_know
from storybank.models import StoryPage


def panel(page: StoryPage, user: User) -> Panel | None:
    said = never_know.said_about(page) if never_know.may_read(user, page) else []
    if not said:
        return None
    return Panel(
        key="never-know",
        title="Who must never know",
        template="storybank/admin/panels/never_know.html",
        it={"said": said},
        icon="lock",
        count=len(said),
        in_editor=False,
    )
