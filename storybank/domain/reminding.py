"""When thinking time is over the author hears of it once. Silence afterwards is a no, and nobody presses."""

from consent.domain.acts import answering
from consent.domain.care import files
from people.domain import outbox
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
    """The author hears when their words can be read, once per version."""
    author = files.author_of(page.file_id)
    if author is not None:
        edition = StoryPage.objects.values_list("edition_id", flat=True).get(pk=page.pk)
        outbox.put(
            event="storybank/it_is_up", person=author, context={"called": author.called}, key=f"up-{edition}"
        )
