"""The rest of a life: a row in every table that a person's own copy tells of, each with a word of its own."""

import json
from datetime import date, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from consent.domain.acts import concern_decisions
from consent.domain.acts.ending import we_end
from consent.domain.care import complaints, concerns, files, holding
from consent.domain.care.concerns import Matter, Said
from consent.domain.out import outings
from consent.domain.stop import stopping
from consent.domain.written import scans
from consent.domain.written.scans import Scan
from consent.enums import Basis, HoldReason, Law, Method, Relation
from consent.models import Bar, EndsSoon, Evidence, LedgerRead, Permission, Waiver, YoungDecision
from consent.models.evidence import Act, Form, Outcome
from consent.models.young import What
from home.rights import asking
from people import clock, keyring
from people.domain import trusting
from speakers.models import ExperienceTag, TrainingModule
from storybank.domain import in_it, media
from storybank.models import LegacyBatch, LegacyRow, Quote, StoryPage
from tests.factories import stories
from tests.home.rights.a_life import Life, W
from tests.surfaces.stage import a_picture, a_sound

PAPER = b"%PDF-1.7 zqpaper"
ZQ = (
    "friend sister complaint answer concern recipient quoted said waiver council ending note alt transcript"
).split()
ALSO = {f"more: {word}": f"zq{word}" for word in ZQ}
"""Every word of this module that must be gone when the person is."""
NOW_AND = timedelta(hours=1)


def all_of_it(life: Life) -> None:
    person, staff, file = life.person, life.lead, life.live.file
    trusting.trust(person, called="Zqfriend", contact="07700 900199")
    trusting.trust(person, called="Zqsister")
    made = complaints.complain(about="Zqcomplaint", person=person)
    complaints.add_step(made, by=life.dpo, words="Zqanswer")
    _concern(life)
    _went_out(life)
    _written_down(life)
    _media(life)
    _speaks_more(life)
    _is_in_somebody_elses(life)
    holding.hold(file, reason=HoldReason.SAFETY, by=staff)
    mine = file.appearances.get(person=person)
    Bar.objects.create(file=file, up_to_n=1, law=Law.COMPLAINANT, opened_by=staff, opened_at=clock.now())
    LedgerRead.objects.create(reader=life.dpo, what="record", file=file, rows=9, at=clock.now())
    YoungDecision.objects.create(appearance=mine, what=What.PARENT_NEEDED, by=staff, at=clock.now())
    Waiver.objects.create(
        appearance=mine,
        law=Law.COMPLAINANT,
        paper_sealed=keyring.seal(file.uid, "Zqwaiver in the blue folder"),
        written_on=date(2026, 3, 1),
        recorded_by=staff,
        recorded_at=clock.now(),
    )
    batch = LegacyBatch.objects.create(made_by=staff, made_at=clock.now(), rows=1, fingerprint="0" * 64)
    LegacyRow.objects.create(batch=batch, n=1, file=file, told_at=clock.now(), answer="ask")
    stopping.stop(person, files=[file], use="website")
    we_end(life.speaker.speaking_file, by=life.dpo, reason="Zqending, because our page has closed")
    asking.ask_to_be_erased(person, by=life.dpo, route="letter", note="Zqnote")


def _concern(life: Life) -> None:
    words = Said(story="the kettle", text="Zqconcern", contact=f"{W['email']}@POST.example")
    raised = concerns.raise_concern(words, matter=Matter.ME, once="1")
    concerns.raise_concern(
        Said(story="a shed", text="Zqstranger", contact="someone@else.example"), matter=Matter.ME, once="2"
    )
    concern_decisions.look_at_contact(raised.concern, by=life.lead)


def _went_out(life: Life) -> None:
    edition = life.live.edition
    outing = outings.begin(edition, use="website", kind=outings.Kind.PACK, recipient="Zqrecipient")
    words = keyring.seal(life.live.file.uid, "Zqquoted")
    Quote.objects.create(
        outing=outing,
        edition=edition,
        use_slug="website",
        code="ZQ11",
        words_sealed=words,
        signature="0" * 64,
        once="0" * 32,
        made_by=life.dpo,
        made_at=clock.now(),
    )
    row = Permission.objects.filter(file=life.live.file).first()
    EndsSoon.objects.create(permission=row, until=row.valid_until, first_at=clock.now())


def _written_down(life: Life) -> None:
    file = life.live.file
    for act, content in ((Act.FIRST, Scan(PAPER, "application/pdf", Form.PDF)), (Act.SECOND, None)):
        Evidence.objects.create(
            file=file,
            person=life.person,
            edition=life.live.edition,
            act=act,
            method=Method.PAPER,
            form=content.form if content else Form.NONE,
            happened_at=clock.now() - NOW_AND,
            said_sealed=keyring.seal(file.uid, json.dumps([{"use": "website", "name": "Zqsaid"}])),
            content_sealed=scans.seal(file.uid, content) if content else b"",
            content_type=content.content_type if content else "",
            sha256="0" * 64,
            recorded_by=life.supporter,
            recorded_at=clock.now(),
            outcome=Outcome.WAITING,
        )


def _media(life: Life) -> None:
    page = StoryPage.objects.get(pk=life.live.pk)
    picture = SimpleUploadedFile("kettle.png", a_picture().read())
    media.add_picture(page, upload=picture, alt="Zqalt", by=life.supporter)
    sound = SimpleUploadedFile("kettle.wav", a_sound().read())
    media.add_sound(page, upload=sound, transcript="Zqtranscript", by=life.supporter)


def _speaks_more(life: Life) -> None:
    speaker, now = life.speaker, clock.now()
    speaker.access_needs.create(need="step-free")
    speaker.blackouts.create(starts_at=now, ends_at=now + NOW_AND)
    speaker.blocks.create(organiser_key="zqcouncil")
    speaker.experiences.create(tag=ExperienceTag.objects.create(slug="zqprison", name="Zqprison"))
    module = TrainingModule.objects.create(slug="zqtraining", name="Zqtraining")
    speaker.trainings.create(module=module, done_on=date(2026, 1, 2))


def _is_in_somebody_elses(life: Life) -> None:
    page = stories.a_shared_story(stories.an_author("Sam"), title="Sams own title", happened="Sams own words")
    row = files.add_appearance(page.file, person=life.person, relation=Relation.IN_IT, basis=Basis.OWN)
    stories.asked(page, "website")
    page = StoryPage.objects.get(pk=page.pk)
    part = in_it.choose(page, row.pk, blocks=[0], whole=False, by=life.supporter)
    in_it.author_says(page, files.author_of(page.file_id), part_id=part.pk, yes=True)
