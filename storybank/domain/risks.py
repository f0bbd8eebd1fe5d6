"""What makes a story risky, in words, for the rows of a queue: a fixed number of queries however many stories.

What a safety check found is for safeguarding leads; what anybody sees who reads the words is for everybody who may.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wagtail.models import Revision

from consent.domain.record import progress
from consent.enums import Basis
from people import clock
from people.domain import ages
from people.models import Region, User
from people.roles import SAFEGUARDING, has_role
from storybank.domain.identifying import leaving
from storybank.domain.identifying.finding import find_in
from storybank.domain.identifying.passages import texts_stored
from storybank.models import SafetyCheck, StoryPage

CARE = {
    "recognise": "somebody could be recognised",
    "together": "details that point to somebody together",
    "victims": "somebody who was harmed",
    "proceedings": "a case still going on",
    "licence": "licence conditions or no contact",
    "author": "harm to the author",
}


@dataclass(frozen=True)
class Risk:
    """`grave` ones are shown with two signs, all others with one."""

    words: str
    grave: bool = False

    @property
    def sign(self) -> str:
        return "!!" if self.grave else "!"


def risks_of(pages: Iterable[StoryPage], *, viewer: User) -> dict[int, list[Risk]]:
    """By page id, the gravest first."""
    rows = list(pages)
    people = progress.bases_of([page.file_id for page in rows])
    young = _young({pk for found in people.values() for _, pk in found if pk is not None})
    checks = _last_checks(rows) if has_role(viewer, SAFEGUARDING) else {}
    words = _words_of(rows)
    left = leaving.marks_left([page.file_id for page in rows])
    stay = list(Region.objects.values_list("name", flat=True)) if words else []
    return {
        page.pk: [
            *_about_people(people.get(page.file_id, []), young),
            *_from_the_check(checks.get(page.pk)),
            *_in_the_words(words.get(page.pk, []), page, stay=stay, left=left[page.file_id]),
        ]
        for page in rows
    }


def _about_people(people: list[tuple[str, int | None]], young: set[int]) -> Iterator[Risk]:
    bases = [basis for basis, _ in people]
    if Basis.STATUTORY in bases:
        yield Risk("The law keeps somebody in it from being known", grave=True)
    if any(pk in young for _, pk in people):
        yield Risk("Somebody in it is under 18", grave=True)
    undecided = bases.count(Basis.UNDECIDED)
    if undecided:
        yield Risk(f"{undecided} in it not decided yet")


def _from_the_check(check: SafetyCheck | None) -> Iterator[Risk]:
    care = [words for key, words in CARE.items() if check is not None and check.answers.get(key) == "care"]
    if care:
        yield Risk(f"The last check says: {', '.join(care)}", grave=True)


def _in_the_words(texts: list[str], page: StoryPage, *, stay: list[str], left: set[str]) -> Iterator[Risk]:
    """Short of what the safety check looked at and left."""
    found = sum(
        1
        for text in texts
        for one in find_in(text, language=page.language, allowed=stay)
        if not left or leaving.mark_of(page.file_id, text, one) not in left
    )
    if found:
        yield Risk(f"{found} detail{'' if found == 1 else 's'} in the words could point to somebody")


def _young(person_ids: set[int]) -> set[int]:
    today = clock.today()
    return {pk for pk, days in ages.birthdays_of(person_ids).items() if today < days.eighteenth}


def _last_checks(pages: list[StoryPage]) -> dict[int, SafetyCheck]:
    return {row.page_id: row for row in SafetyCheck.objects.filter(page__in=pages).order_by("id")}


def _words_of(pages: list[StoryPage]) -> dict[int, list[str]]:
    """The latest words as they are stored: one query for all, and no page object made of any."""
    latest = {page.latest_revision_id: page.pk for page in pages if page.latest_revision_id}
    stored = Revision.objects.filter(pk__in=latest).values_list("pk", "content")
    return {latest[pk]: [text for _, text in texts_stored(content) if text.strip()] for pk, content in stored}
