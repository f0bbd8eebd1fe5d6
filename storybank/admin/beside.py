"""The house's own panels beside a story: where it stands, what everybody said, who is in it, safety, whose words."""

from typing import Any

from consent import policy
from consent.domain.care import files
from consent.domain.record import progress
from consent.enums import OPEN_BASES
from people import clock
from people.models import User
from people.roles import SAFEGUARDING, has_role
from storybank.admin.forms import SuggestForm
from storybank.admin.panels import Panel
from storybank.domain import provenance, sending, who_else
from storybank.domain.suggestions import suggested_changes
from storybank.domain.waiting import waiting_for
from storybank.lock.closure import closure_of
from storybank.lock.opening import may_suggest
from storybank.models import StoryPage, StoryPlan, Wish
from storybank.models.check import QUESTIONS

HERE = "storybank/admin/panels/"


def standing(page: StoryPage, user: User) -> Panel:
    return Panel(
        key="standing",
        title="Where this stands",
        template=f"{HERE}standing.html",
        it={
            "standing": waiting_for(page),
            "reasons": policy.why_not(page.file_id, policy.WEBSITE, clock.now()),
            "plan": StoryPlan.objects.filter(page=page).first(),
            "changes": len(suggested_changes(page)),
            "whose_yes": policy.whose_yes(page.file_id),
        },
    )


def consent(page: StoryPage, user: User) -> Panel:
    """What everybody answered, newest version first; a story has one file, so its other forms stand here too."""
    asks = progress.progress_of([page.file_id], at=clock.now()).get(page.file_id, [])
    asks.sort(key=lambda ask: (-ask.edition_id, ask.label, ask.who))
    newest = max((ask.edition_id for ask in asks), default=None)
    return Panel(
        key="said",
        title="What they said",
        template=f"{HERE}said.html",
        icon="clipboard-list",
        it={
            "now": [ask for ask in asks if ask.edition_id == newest],
            "before": [ask for ask in asks if ask.edition_id != newest],
        },
    )


def who_is_in_it(page: StoryPage, user: User) -> Panel:
    """By the name we call them or by role, with what the author wants; whoever may suggest says it to the author."""
    rows = files.appearances_in(page.file_id)
    said = {one.pk: one for one in who_else.everybody(page)}
    suggests = may_suggest(user, page)
    people = [_person(row, said.get(row.pk), suggests=suggests) for row in rows]
    return Panel(
        key="people",
        title="Who is in it",
        template=f"{HERE}people.html",
        icon="group",
        it={"people": people, "asked": who_else.last_answer(page)},
        count=sum(1 for row in rows if row.basis in OPEN_BASES),
    )


def safety(page: StoryPage, user: User) -> Panel:
    """The checks so far. Which questions need care is for safeguarding leads; what has to change is for everybody."""
    lead = has_role(user, SAFEGUARDING)
    words = closure_of(page.get_latest_revision_as_object()).sha256
    checks = page.safety_checks.select_related("made_by", "revision")[:5]
    return Panel(
        key="checks",
        title="Safety checks",
        template=f"{HERE}checks.html",
        icon="warning",
        it={
            "checks": [(check, check.closure_sha256 == words, _care(check, lead=lead)) for check in checks],
            "lead": lead,
            "waits": sending.waits_for_safety(page),
        },
    )


def whose_words(page: StoryPage, user: User) -> Panel:
    return Panel(
        key="whose-words",
        title="Whose words",
        template=f"{HERE}whose_words.html",
        icon="openquote",
        it={"shares": provenance.shares(page)},
    )


def _person(row: Any, said: who_else.Somebody | None, *, suggests: bool) -> dict[str, Any]:
    open_still = suggests and said is not None and said.mine and said.open
    return {
        "who": row.person.called if row.person else row.role or "Somebody",
        "pk": row.pk,
        "relation": row.get_relation_display(),
        "basis": row.get_basis_display(),
        "open": row.basis in OPEN_BASES,
        "wish": Wish(said.wish).label if said and said.wish else "",
        "suggested": Wish(said.suggested).label if said and said.suggested else "",
        "form": SuggestForm(initial={"appearance": row.pk}, auto_id=f"id_{row.pk}_%s")
        if open_still
        else None,
    }


def _care(check: Any, *, lead: bool) -> list[str]:
    return [text for key, text in QUESTIONS.items() if lead and check.answers.get(key) == "care"]
