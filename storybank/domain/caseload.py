"""Whose stories a member of staff may open, as one query: the same rule as `lock.opening`, for lists."""

from django.db.models import Q, QuerySet

from consent.domain.care import files
from consent.enums import Relation
from people.models import Person, User
from people.roles import SAFEGUARDING, SUPPORTER, has_role
from storybank.models import StoryIndexPage, StoryPage


def readable_by(user: User) -> QuerySet[StoryPage]:
    """Every story the user may read: all for safeguarding leads, else the own team's and caseload's."""
    stories = _without_conflicts(user)
    if has_role(user, SAFEGUARDING):
        return stories
    return stories.filter(_mine(user)) if has_role(user, SUPPORTER) else stories.none()


def suggestable_by(user: User) -> QuerySet[StoryPage]:
    """The stories in which the user may suggest changes."""
    stories = _without_conflicts(user)
    return stories.filter(_mine(user)) if has_role(user, SUPPORTER) else stories.none()


def caseload_of(user: User) -> QuerySet[StoryPage]:
    """The stories of the people this supporter stands beside."""
    return suggestable_by(user).filter(file_id__in=files.files_in_caseload(user).values("pk"))


def written_along_by(people: QuerySet[Person], *, user: User) -> QuerySet[StoryPage]:
    """What these people wrote together with somebody whose stories the user has no part in."""
    along = _without_conflicts(user).filter(
        file__appearances__person__in=people.values("pk"), file__appearances__relation=Relation.CO_AUTHOR
    )
    return along.exclude(pk__in=suggestable_by(user).values("pk")).order_by("pk").distinct()


def _without_conflicts(user: User) -> QuerySet[StoryPage]:
    clear: QuerySet[StoryPage] = StoryPage.objects.exclude(file__appearances__person__conflicts=user).exclude(
        file__appearances__person__user=user
    )
    return clear


def _mine(user: User) -> Q:
    mine = Q(file_id__in=files.files_in_caseload(user).values("pk"))
    for index in StoryIndexPage.objects.filter(team__group__user=user):
        mine |= Q(path__startswith=index.path)
    return mine
