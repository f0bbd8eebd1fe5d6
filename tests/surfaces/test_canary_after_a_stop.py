"""A name, a title and a sentence of a story that was stopped, or whose author is erased: met nowhere any more.

Beside the pages: what Wagtail keeps and exports, what is logged and posted, what files are called and say of
themselves.
What stands in tables and files after an erasure is looked for in tests/home/rights.
"""

import io
import logging
import re
import zipfile
from datetime import timedelta
from uuid import uuid4

import pikepdf
import pytest
from django.conf import settings
from django.core import mail
from django.test import Client
from pypdf import PdfReader
from wagtail.models import PageLogEntry

from consent.domain.stop import stopping
from consent.domain.stop.stop_copy import stop_and_tell
from consent.models import Receipt
from home.rights import erasing
from people import clock, roles
from people.domain import outbox, vault
from people.models import Person, User
from storybank.models import StoryMedia
from storybank.packs import making, room_cards
from storybank.quotes.making import Wanted as WantedQuote
from storybank.quotes.making import make_quote
from tests.factories import people, press
from tests.surfaces import crawling
from tests.surfaces.addresses import OF_ONE_TABLE

pytestmark = [pytest.mark.django_db, pytest.mark.once]

NAME, TITLE, SENTENCE = "canarylegalname", "canarytitle", "canarysentence"
MARKERS = re.compile(f"{NAME}|{TITLE}|{SENTENCE}", re.IGNORECASE)
ABOUT_IT = ("stories/", "search/", "q/", "media/", *(start.removesuffix("<") for start in OF_ONE_TABLE))
"""Where it was met; the others show none of it (`make deep` asks them all)."""
WORDS = "The canarysentence stood on the hob."
NOT_BESIDE_THEM = (roles.COMMS, roles.DPO, roles.ADMINISTRATOR)
ASKED_OF_WAGTAIL = (
    "/admin/reports/site-history/",
    "/admin/reports/site-history/?export=csv",
    "/admin/reports/site-history/?export=xlsx",
    "/admin/reports/workflow/?export=csv",
    "/admin/reports/aging-pages/?export=xlsx",
    "/admin/pages/search/?q=canary",
    "/admin/pages/{page}/history/",
    "/admin/pages/{page}/history/?export=csv",
    "/admin/pages/{page}/revisions/{revision}/view/",
    "/admin/pages/{page}/workflow_history/",
    "/admin/pages/{page}/usage/",
    "/admin/api/main/pages/?search=canary",
    "/admin/api/main/pages/{page}/",
    "/admin/images/?q=canary",
    "/admin/documents/?q=canary",
)


class World:
    """Live, quoted, in a pack that was fetched, planned to be read aloud; and edited by staff."""

    def __init__(self) -> None:
        self.comms = press.comms(first_name="Una")
        self.page = press.a_story(
            "Dee",
            yes=("website", "newspapers", "training-staff"),
            title="Canarytitle",
            body=[("paragraph", WORDS)],
            pictured=True,
        )
        self.author = press.author_of(self.page)
        vault.set_identity(self.author, legal_name=NAME, email="dee@post.example")
        edition = press.edition_of(self.page)
        wanted = making.Wanted(
            uid=uuid4(),
            edition_id=edition,
            use="newspapers",
            recipient="The Lantern",
            outlet="The Lantern",
            rang_back=True,
            terms_accepted=True,
        )
        self.pack = making.fetch(making.make_pack(wanted, by=self.comms), by=self.comms)
        quote = WantedQuote(edition, "newspapers", WORDS, "Page 2", "desk@courier.example", "Page 2", uuid4())
        make_quote(quote, by=self.comms)
        soon = clock.today() + timedelta(days=3)
        planned = room_cards.Planned(uuid4(), edition, "training-staff", "Una", "The hall", soon)
        room_cards.plan(planned, by=self.comms)

    def of_wagtail(self) -> list[str]:
        places = {"page": self.page.pk, "revision": self.page.latest_revision_id}
        return [address.format(**places) for address in ASKED_OF_WAGTAIL]


def heard(user: User | None, addresses: list[str]) -> set[str]:
    """With where they lead; what breaks is seen too."""
    client = Client()
    if user is not None:
        client.force_login(user)
    answers = [client.get(address) for address in addresses]
    return {found.lower() for answer in answers for found in MARKERS.findall(crawling.all_of(answer))}


def everybody() -> dict[str, User | None]:
    staff = {role: people.a_member_of_staff(role, first_name="Kit") for role in NOT_BESIDE_THEM}
    return {"a stranger": None, "another author": people.a_person("Sam").user} | staff


def ended(world: World, act: str) -> None:
    if act == "stop":
        stopping.stop(world.author)
    else:
        erasing.erase(world.author, by=None)


def met(world: World, *, below: tuple[str, ...] = ()) -> dict[str, set[str]]:
    return {name: set(crawling.meets(user, MARKERS, below=below)) for name, user in everybody().items()}


@pytest.mark.parametrize("act", ["stop", "erase"])
def test_on_no_address_about_it_of_who_does_not_stand_beside_them(act, django_capture_on_commit_callbacks):
    world = World()
    made_from = f"/admin/packs/new/{world.page.edition_id}/newspapers/"
    before = heard(None, [f"/stories/{world.page.slug}/"]), heard(world.comms, [made_from])

    with django_capture_on_commit_callbacks(execute=True):
        ended(world, act)

    assert before == ({TITLE, SENTENCE}, {TITLE, SENTENCE})
    assert set().union(*met(world, below=ABOUT_IT).values()) == set()


@pytest.mark.deep
@pytest.mark.parametrize("act", ["stop", "erase"])
def test_on_no_address_at_all(act, django_capture_on_commit_callbacks):
    world = World()

    with django_capture_on_commit_callbacks(execute=True):
        ended(world, act)

    assert set().union(*met(world).values()) == set()


def test_wagtails_own_history_search_and_exports_open_to_nobody(django_capture_on_commit_callbacks):
    """Not to an account that may do everything in Wagtail either; the rows do hold it."""
    world, who = World(), everybody()
    root = people.a_member_of_staff(first_name="Root")
    User.objects.filter(pk=root.pk).update(is_superuser=True)
    root.refresh_from_db()
    kept = " ".join(PageLogEntry.objects.values_list("label", flat=True))
    before = {name: heard(user, world.of_wagtail()) for name, user in who.items()}

    with django_capture_on_commit_callbacks(execute=True):
        stopping.stop(world.author)
    after = {name: heard(user, world.of_wagtail()) for name, user in (who | {"root": root}).items()}

    assert MARKERS.search(kept)
    assert before == {name: set() for name in who}
    assert after == {name: set() for name in (*who, "root")}


@pytest.mark.parametrize("act", ["stop", "erase"])
def test_not_in_the_logs(act, caplog, django_capture_on_commit_callbacks):
    """At every level and of every logger; the formatter adds nothing."""
    caplog.set_level(logging.DEBUG)
    world = World()
    with django_capture_on_commit_callbacks(execute=True):
        ended(world, act)
    heard(None, [f"/stories/{world.page.slug}/", f"/admin/pages/{world.page.pk}/edit/"])
    said = [record for record in caplog.records if record.levelno >= least(record.name)]
    logging.getLogger("storybank").warning("a canarytitle of control")
    control = [caplog.records[-1].getMessage()]

    assert [text for text in lines(said) if MARKERS.search(text)] == []
    assert (len(said) > 0, bool(MARKERS.search(control[0]))) == (True, True)


def least(name: str) -> int:
    """What is written down in earnest: the levels of the settings."""
    levels = {key: logging.getLevelName(one["level"]) for key, one in settings.LOGGING["loggers"].items()}
    return levels.get(name.split(".", maxsplit=1)[0], logging.WARNING)


def lines(records: list[logging.LogRecord]) -> list[str]:
    shape = logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s")
    return [shape.format(record) for record in records]


def test_not_on_the_envelope_of_any_message(django_capture_on_commit_callbacks):
    """Nor in its headers; and of what tells of the stop not in the words either."""
    world = World()
    mail.outbox.clear()
    Person.objects.filter(pk=world.author.pk).update(channel="email")
    with django_capture_on_commit_callbacks(execute=True):
        stop_and_tell(Person.objects.get(pk=world.author.pk))
    outbox.deliver_due()

    sent = [(one.message().as_string(), [*one.to, *one.cc, *one.bcc], one.from_email) for one in mail.outbox]

    assert {address for _, to, _ in sent for address in to} >= {"dee@post.example", "desk@courier.example"}
    assert [whole for whole in sent if MARKERS.search(str(whole))] == []


def test_not_in_what_papers_and_files_are_called_or_say_of_themselves(django_capture_on_commit_callbacks):
    """Nobody's real name in a pack that was handed over; in their own copies of a stop neither title nor words."""
    world = World()
    pack = zipfile.ZipFile(io.BytesIO(world.pack))
    handed = [pack.read(name) for name in pack.namelist()]
    with django_capture_on_commit_callbacks(execute=True):
        stopping.stop(world.author)
    client = Client()
    client.force_login(world.author.user)
    codes = Receipt.objects.filter(person=world.author).values_list("code", flat=True)
    copies = [client.get(f"/my/receipts/{code}/copy.pdf") for code in codes]

    called = [*pack.namelist(), *StoryMedia.objects.values_list("sealed", flat=True)]
    said = [*called, *(str(one.headers) for one in copies), *(of_itself(one.content) for one in copies)]

    assert any(SENTENCE in text_of(paper) for paper in handed)
    assert not any(NAME in f"{of_itself(paper)}{text_of(paper)}" for paper in handed)
    assert len(copies) > 1
    assert StoryMedia.objects.exists()
    assert [text for text in said if MARKERS.search(text)] == []


def text_of(paper: bytes) -> str:
    if not paper.startswith(b"%PDF"):
        return paper.decode(errors="replace").lower()
    return " ".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(paper)).pages).lower()


def of_itself(paper: bytes) -> str:
    """What a PDF says of its title and its maker, in both of the places for it."""
    if not paper.startswith(b"%PDF"):
        return ""
    with pikepdf.open(io.BytesIO(paper)) as sheet:
        return f"{dict(sheet.docinfo)} {sheet.open_metadata()}".lower()
