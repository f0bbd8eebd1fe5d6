"""Beside a story: printing its sheets, and where those that are out stand. A yes and a no look the same here."""

from people.models import User
from storybank.admin.panels import Panel
from storybank.lock.opening import may_suggest
from storybank.models import PaperPack, StoryPage
from storybank.models.paper_pack import PackState
from storybank.paper_twin.seeing import tellers

OUT = (PackState.PRINTED, PackState.GIVEN, PackState.BACK, PackState.ENTERED)


def panel(page: StoryPage, user: User) -> Panel | None:
    if not may_suggest(user, page):
        return None
    rows = list(PaperPack.objects.filter(file=page.file_id)[:5])
    return Panel(
        key="paper",
        title="On paper",
        template="storybank/paper/panel.html",
        it={"packs": rows, "tellers": tellers(user, page)},
        icon="doc-full",
        count=sum(1 for row in rows if row.state in OUT),
    )
