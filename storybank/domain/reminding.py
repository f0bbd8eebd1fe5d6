"""When thinking time is over the author hears of it once. Silence afterwards is a no, and nobody presses."""

from consent import policy
from consent.domain.acts import answering
from consent.domain.acts.choices import choices_of
from consent.domain.care import files, holding
from people.domain import outbox
from people.models import Person
from storybank.models import StoryPage


def remind_of_second_yes() -> int:
    """One message per person and round of thinking time; repeating the job sends nothing twice."""
    due = answering.people_with_thinking_time_over()
    for person, permission_ids in due.items():
        key = f"second-yes-{person.pk}-{max(permission_ids)}"
        outbox.put(
            event="storybank/second_yes_ready", person=person, context={"called": person.called}, key=key
        )
    return len(due)


def tell_that_it_is_up(page: StoryPage) -> None:
    """The author hears when their words can be read: once for each yes, and once more after each rest that was ours."""
    author = files.author_of(page.file_id)
    if author is not None:
        outbox.put(
            event="storybank/it_is_up",
            person=author,
            context={"called": author.called},
            key=_this_time(page, author),
        )


def up_key(edition_id: int | None) -> str:
    """How the keys begin of what tells that this version can be read."""
    return f"up-{edition_id}-"


def _this_time(page: StoryPage, author: Person) -> str:
    edition = StoryPage.objects.values_list("edition_id", flat=True).get(pk=page.pk)
    choices = choices_of(author, page.file_id)
    yeses = [one.standing.pk for one in choices if one.standing and one.use.slug == policy.WEBSITE]
    rested = holding.last_released(page.file_id, use=policy.WEBSITE)
    return f"{up_key(edition)}{max(yeses, default=0)}-{rested.pk if rested else 0}"
