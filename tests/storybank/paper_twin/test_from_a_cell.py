"""Somebody in prison, without internet, phone or e-mail, walks the whole of an author's journey on paper.

Invited, told, read back, changed, chosen, thought over, said yes again, read by strangers, renewed and stopped: by pen
alone. The charity's people type it in and compare it; the author never signs in, and no message needs a wire.
"""

import io
from datetime import timedelta

import pypdf
import pytest
from django.contrib.auth.models import Permission as Right
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from consent.domain.acts.choices import choices_of
from consent.domain.care import files, reviewing
from consent.domain.proof.audit import audit
from consent.enums import Method, ReviewOutcome, State
from consent.models import ConsentEvent, Evidence, Receipt
from people import clock, roles
from people.models import AccessCode, OutboxMessage, Person
from storybank.domain import reminding, settling
from storybank.domain.suggestions import suggested_changes
from storybank.models import PaperPack, StoryPage
from storybank.models.paper_pack import PackState
from tests.factories import people, stories
from tests.storybank.admin.steps import a_filled_form
from tests.storybank.paper_twin.reading import pages
from tests.storybank.paper_twin.steps import items
from tests.storybank.paper_twin.test_scans import a_picture

pytestmark = pytest.mark.django_db
HIS = "I kep the kettel on for her.\n\nShe came evry Sunday, and I never said thank you."
OVERTAKEN = {"storybank/please_choose", "storybank/second_yes_ready"}
"""Letters nobody had posted yet, of questions that were answered or stopped meanwhile."""


class Cell:
    """Three people of the charity, and one person who has nothing but paper and a pen."""

    def __init__(self) -> None:
        self.priya = self._staff("Priya", roles.SUPPORTER)
        self.ama = self._staff("Ama", roles.SUPPORTER)
        self.moss = self._staff("Moss", roles.SAFEGUARDING)
        self.dee: Person
        self.page: StoryPage

    def _staff(self, name: str, role: str) -> Client:
        user = people.a_member_of_staff(role, first_name=name)
        user.groups.add(people.a_team("North").group)
        user.user_permissions.add(Right.objects.get(codename="access_admin"))
        client = Client()
        client.force_login(user)
        client.user = user
        return client

    def invited(self) -> None:
        self.priya.post(
            reverse("caseload:invite"),
            {
                "called": "Dee",
                "channel": "letter",
                "language": "en",
                "sender_name": "Priya",
                "once": "a" * 16,
            },
        )
        self.dee = Person.objects.get()

    def handed(self) -> list[str]:
        """Printed for where the story stands, and given: what stands on the sheets, page by page."""
        known = StoryPage.objects.first()
        address = (
            reverse("paper:for_story", args=[known.pk])
            if known
            else reverse("paper:for_person", args=[self.dee.pk])
        )
        found = pages(self.priya.post(address, {"no_name": "1"}).content)
        self.priya.post(reverse("paper:act", args=[self.pack.code]), {"act": "given"})
        return found

    @property
    def pack(self) -> PaperPack:
        return PaperPack.objects.order_by("pk").last()

    def comes_back(self, **ticked: str) -> None:
        """Scanned, typed in by Priya, compared by Ama."""
        code = self.pack.code
        self.priya.post(
            reverse("paper:scans", args=[code]), {"scans": SimpleUploadedFile("a.jpg", a_picture())}
        )
        said = {"told_on": clock.today().isoformat(), "overheard": "no", "copy_left": "held"} | ticked
        typed = self.priya.post(reverse("paper:enter", args=[code]), said)
        assert typed.status_code == 302, typed.content.decode()
        compared = self.ama.post(
            reverse("paper:check", args=[code]), dict.fromkeys(items(self.ama, self.pack), "same")
        )
        assert compared.status_code == 302, compared.content.decode()
        assert self.pack.state == PackState.CHECKED

    def checked(self) -> None:
        """The house's own two checks, by two people."""
        here = [self.page.pk]
        self.priya.post(reverse("work:send", args=here))
        self.priya.post(reverse("work:supporter_check", args=here), {"uses": ["website"]})
        self.moss.post(reverse("work:safety_check", args=here), a_filled_form(self.page))
        self.page.refresh_from_db()

    def words(self) -> list[str]:
        return [str(block.value) for block in self.page.get_latest_revision_as_object().body]

    def state(self) -> dict[str, State]:
        return {one.use.slug: one.state for one in choices_of(self.dee, self.page.file_id)}

    def strangers_see(self) -> tuple[int, bool]:
        answer = Client().get(reverse("storybank:story", args=[self.page.slug]))
        return answer.status_code, "I kep the kettle on" in answer.content.decode()


def read(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


@pytest.fixture
def cell() -> Cell:
    return Cell()


def test_somebody_in_prison_walks_the_whole_journey_on_paper(cell):
    start = clock.now().replace(hour=12, minute=0)
    tells(cell, start)
    looks_at_changes(cell, start + timedelta(days=5))
    chooses(cell, start + timedelta(days=10))
    says_yes_again(cell, start + timedelta(days=20))
    reads_where_it_is(cell, start + timedelta(days=21))
    lets_it_go_on(cell)
    stops(cell)
    by_pen_alone(cell)


def tells(cell: Cell, day) -> None:
    with clock.at(day):
        cell.invited()
        sheets = " ".join(cell.handed())
        cell.comes_back(title="The kettle", story=HIS, people="no")
        cell.page = StoryPage.objects.get()

    assert "Tell it in your own words" in sheets
    assert cell.words() == HIS.split("\n\n")
    assert files.author_of(cell.page.file_id) == cell.dee


def looks_at_changes(cell: Cell, day) -> None:
    """The supporter suggests; the author keeps one change, puts one back, and changes nothing else."""
    with clock.at(day):
        cell.page = stories.edited(
            cell.page,
            by=cell.priya.user,
            body=["I kep the kettle on for her.", "She came every Sunday, and I always said thank you."],
        )
        cell.checked()
        sheets = " ".join(cell.handed())
        meaning = [one for one in suggested_changes(cell.page) if not one.spelling]
        answers = {f"change-{one.id}": "back" if "always" in one.added else "take" for one in meaning}
        cell.comes_back(**answers, **{"change-spelling": "take"}, people="no")
        cell.page.refresh_from_db()

    assert "What we would like to change" in sheets
    assert cell.words() == [
        "I kep the kettle on for her.",
        "She came every Sunday, and I never said thank you.",
    ]
    assert cell.page.accepted_revision_id == cell.page.latest_revision_id


def chooses(cell: Cell, day) -> None:
    with clock.at(day):
        cell.checked()
        sheets = cell.handed()
        cell.comes_back(
            **{
                "use_website-answer": "yes",
                "website-identity": "3",
                "website-name": "Cass",
                "website-check_first": "release",
                "understood-stop": "stop",
                "people": "no",
            },
            **_pen(cell),
        )
        state = cell.state()

    assert "1. Our website" in " ".join(sheets)
    assert state == {"website": State.COOLING}
    assert cell.strangers_see()[0] != 200
    event = ConsentEvent.objects.get(kind="answered")
    assert (event.method, event.actor, event.recorded_by) == (Method.PAPER, None, cell.priya.user)


def says_yes_again(cell: Cell, day) -> None:
    with clock.at(day):
        reminding.remind_of_second_yes()
        sheets = " ".join(cell.handed())
        (uid,) = cell.pack.asks["second"]
        cell.comes_back(**{f"second-{uid}": "yes"})
        settling.settle_due()
        connection.check_constraints()

    assert "A name I choose: Cass" in sheets
    assert "I come home from prison" in sheets
    assert cell.state() == {"website": State.ACTIVE}


def reads_where_it_is(cell: Cell, day) -> None:
    """It is up; the author's copy is a sheet in an envelope."""
    with clock.at(day):
        cell.page.refresh_from_db()
        status, words = cell.strangers_see()
        byline = "Cass" in Client().get(reverse("storybank:story", args=[cell.page.slug])).content.decode()
        copy = Receipt.objects.order_by("-pk").first()
        on_paper = cell.priya.get(reverse("said:copy", args=[cell.dee.pk, copy.code]))

    assert (status, words, byline) == (200, True, True)
    assert "You said yes for the second time" in read(on_paper.content)
    assert "kettle" not in read(on_paper.content)


def lets_it_go_on(cell: Cell) -> None:
    (choice,) = choices_of(cell.dee, cell.page.file_id)
    before = choice.valid_until
    with clock.at(before - timedelta(days=30)):
        edition = choice.permission.edition
        reviewing.review(
            edition, outcome=ReviewOutcome.SAFE, valid_until=before + timedelta(days=900), by=cell.moss.user
        )
        sheets = " ".join(cell.handed())
        (uid,) = cell.pack.asks["renew"]
        cell.comes_back(**{f"renew-{uid}": "yes"}, **_pen(cell))
        (choice,) = choices_of(cell.dee, cell.page.file_id)

    assert "This ends soon" in sheets
    assert choice.valid_until > before + timedelta(days=300)


def stops(cell: Cell) -> None:
    """From the last pack's slip, a year after: at once."""
    (choice,) = choices_of(cell.dee, cell.page.file_id)
    with clock.at(choice.valid_until - timedelta(days=100)):
        up = cell.strangers_see()[0]
        done = cell.ama.post(reverse("paper:slip"), {"number": cell.pack.said, "which": "0"}, follow=True)
        down = cell.strangers_see()

    assert "It is stopped" in done.content.decode()
    assert (up, down) == (200, (410, False))


def by_pen_alone(cell: Cell) -> None:
    """No sign-in of the author, no wire, a second pair of eyes each time, and a ledger that is whole."""
    theirs = OutboxMessage.objects.filter(person=cell.dee)
    assert {message.channel for message in theirs} == {"letter"}
    assert {message.state for message in theirs} == {"to_do", "cancelled"}
    assert {message.event for message in theirs.filter(state="cancelled")} == OVERTAKEN
    assert theirs.exists()
    assert (cell.dee.user.last_login, AccessCode.objects.filter(person=cell.dee).count()) == (None, 1)
    roads = {
        row.method
        for row in ConsentEvent.objects.filter(kind__in=["answered", "confirmed", "renewed", "stopped"])
    }
    assert roads == {Method.PAPER}
    assert {(row.recorded_by, row.verified_by) for row in Evidence.objects.all()} == {
        (cell.priya.user, cell.ama.user)
    }
    assert list(audit()) == []


def _pen(cell: Cell) -> dict[str, str]:
    """What stands on the sheets, left as it is."""
    words = cell.page.get_latest_revision_as_object()
    texts = {f"pen-b{place}": str(block.value) for place, block in enumerate(words.body)}
    return {"pen-title": words.title} | texts
