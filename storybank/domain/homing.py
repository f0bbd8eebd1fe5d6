"""Where a team's stories live: the index page, the workflow on it, and who may change what lies below it."""

from django.contrib.auth.models import Permission
from wagtail.models import GroupPagePermission, Page, Workflow, WorkflowPage

from people.models import Team
from storybank.models import StoryIndexPage
from storybank.models.tasks import WORKFLOW


def index_for(team: Team | None) -> StoryIndexPage:
    """The index of the team (None: of nobody's team), made beside the front page when it is missing.

    Beside, not below it: a right given on the front page must never reach a story.
    """
    found: StoryIndexPage | None = StoryIndexPage.objects.filter(team=team).first()
    if found is None:
        found = StoryIndexPage(title=f"Stories of {team}" if team else "Stories", slug=_slug(team), team=team)
        Page.get_first_root_node().add_child(instance=found)
    return found


def prepare(index: StoryIndexPage) -> None:
    """Put the checks on the index and let its team, and nobody else, change stories below it. Safe to repeat.

    Only "change": nobody adds, locks or publishes stories by a right; those roads belong to the author.
    """
    WorkflowPage.objects.update_or_create(
        page_id=index.pk, defaults={"workflow": Workflow.objects.get(name=WORKFLOW)}
    )
    held = GroupPagePermission.objects.filter(page_id=index.pk)
    group = index.team.group if index.team else None
    held.exclude(group=group).delete()
    if group is not None and not held.exists():
        change = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
        GroupPagePermission.objects.create(page_id=index.pk, group=group, permission=change)


def _slug(team: Team | None) -> str:
    return f"stories-of-team-{team.pk}" if team else "stories-of-nobodys-team"
