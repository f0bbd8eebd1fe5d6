"""Every screen of the staff: a house with something on each of them, and where each opens, asked without a browser."""

from collections.abc import Iterable

from django.test import Client

from consent.domain.care import files
from home.access.allowed import ALLOWED, EVERY_STAFF, Views
from home.demo.stories import STORIES
from home.demo_room.cast import BY_KEY, staff_user
from people import roles
from people.models import Person, User
from speakers.models import ShortlistRun
from storybank.domain import noting
from storybank.models import NewsletterIssue, StoryPage
from tests.factories import people, stories
from tests.storybank.legacy.test_bringing_in import brought_in
from tests.storybank.paper_twin.sheets_back import an_entry, printed, typed_in
from tests.storybank.telling.a_teller import a_told_story
from tests.surfaces.doors import name_of, open_each
from tests.surfaces.fuzzing import Page
from tests.surfaces.secrets_elsewhere import plant

KEYS = {
    roles.SUPPORTER: "supporter",
    roles.SAFEGUARDING: "safeguarding",
    roles.COMMS: "comms",
    roles.DPO: "dpo",
    roles.ADMINISTRATOR: "admin",
}
DIFFERS: Views = frozenset({"wagtailadmin_home", "work:story"})
"""Looked at once for each role; every other view once, for the first role that may."""
EVERY = frozenset().union(*ALLOWED.values()) - EVERY_STAFF | DIFFERS


def who(role: str) -> User:
    return staff_user(BY_KEY[KEYS[role]])


def fill() -> dict[str, list[str]]:
    """Beside the demo: a note, a sheet, a quote, an answer on paper. Role → addresses that lead further than rows."""
    priya = who(roles.SUPPORTER)
    noting.write_note(
        _story_that("waiting_safety_check"), by=who(roles.SAFEGUARDING), text="Ring Priya first."
    )
    brought_in(by=priya)
    handed = plant().handa
    ira = people.a_person("Ira", supporter=priya)
    stories.asked(stories.a_frozen_story(ira, title="The lamp"), "website")
    told, _ = a_told_story(people.a_person("Una", supporter=priya))
    on_paper(ira)
    waits = f"/admin/work/{_story_that('waiting_safety_check').pk}/"
    out = files.files_of(handed).get()
    reading = f"/admin/private-readings/new/{StoryPage.objects.get(file=out).edition_id}/ministers/"
    return {
        roles.SUPPORTER: [waits, f"/admin/work/{told.pk}/typing/", f"/admin/said/{ira.pk}/"],
        roles.SAFEGUARDING: [waits],
        roles.COMMS: [
            "/admin/finder/?q=newspapers",
            reading,
            f"/admin/speakers/requests/{ShortlistRun.objects.first().request.uid}/",
            f"/admin/packs/newsletter/{NewsletterIssue.objects.first().uid}/",
        ],
        roles.DPO: [f"/admin/ledger/{out.uid}/"],
        roles.ADMINISTRATOR: ["/admin/settings/people/organisation/"],
    }


def on_paper(person: Person) -> None:
    """Sheets to type in, and others that wait to be compared by somebody who did not type them."""
    printed(person)
    page = StoryPage.objects.get(file__in=files.files_of(person))
    typed_in(printed(person, page), an_entry(people="no"), by=people.a_supporter(first_name="Lou"))


def _story_that(state: str) -> StoryPage:
    title = next(story.title for story in STORIES if story.state == state)
    return next(
        page for page in StoryPage.objects.all() if page.get_latest_revision_as_object().title == title
    )


def where(role: str, wanted: Iterable[str], *, begin: Iterable[str] = ()) -> dict[str, str]:
    """Each wanted view that is a whole page for this role → its address."""
    client = Client()
    client.force_login(who(role))

    def visit(address: str) -> list[str] | None:
        answer = client.get(address, follow=True)
        last = answer.redirect_chain[-1][0] if answer.redirect_chain else address
        if answer.status_code != 200 or answer.streaming or name_of(last) != name_of(address):
            return None
        if "html" not in answer.get("Content-Type", "") or b"<title>" not in answer.content:
            return None
        page = Page(answer.content.decode())
        return [*page.links, *(form.action for form in page.forms if form.action.startswith("/"))]

    return open_each(sorted(wanted), visit, begin=begin)
