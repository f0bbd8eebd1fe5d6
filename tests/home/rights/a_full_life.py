"""The rest of a life: a row in every table that a person's own copy tells of, each with a word of its own."""

import json
from datetime import date, timedelta
from uuid import uuid4

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
from people.domain import setting_rules, trusting
from people.domain.contact_rules import Rules
from people.enums import CallOutcome
from people.models import CallTried
from speakers.models import ExperienceTag, TrainingModule
from storybank.answers import deciding, writing
from storybank.domain import (
    in_it,
    media,
    never_know,
    paper_packs,
    sharing,
    takes,
    takes_anew,
    typing_for,
    who_else,
    writing_back,
)
from storybank.domain.came_back import Words
from storybank.models import (
    AfterWish,
    CheckIn,
    FromElsewhere,
    GroupPiece,
    GroupSeat,
    LeftAsItIs,
    LegacyBatch,
    LegacyRow,
    PaperPack,
    PaperScan,
    PersonSaid,
    Quote,
    Reply,
    ReplyGiven,
    ReplyWish,
    Skill,
    StoryPage,
    Thanks,
    ThanksGiven,
    WhatHappened,
    Workshop,
    WorkshopSeat,
    YearlyTalk,
)
from storybank.models.take import TakeKind
from tests.factories import stories
from tests.home.rights.a_life import Life, W
from tests.storybank.telling.sounds import a_voice
from tests.surfaces.stage import a_picture, a_sound

PAPER = b"%PDF-1.7 zqpaper"
ZQ = (
    "sheet typedin friend sister complaint answer concern recipient quoted said waiver council ending note alt"
    " transcript voice typed kettle wroteback suggested neverknow theirs source reader unread"
).split()
ALSO = {f"more: {word}": f"zq{word}" for word in ZQ}
"""Every word of this module that must be gone when the person is."""
NOW_AND = timedelta(hours=1)


def all_of_it(life: Life) -> None:
    person, staff, file = life.person, life.lead, life.live.file
    trusting.trust(person, called="Zqfriend", contact="07700 900199")
    trusting.trust(person, called="Zqsister")
    setting_rules.set_rules(person, Rules(code_word="Zqkettle"), by=staff, route="phone")
    tried = person.messages.earliest("pk")
    CallTried.objects.create(message=tried, by=staff, outcome=CallOutcome.AGAIN, at=clock.now())
    made = complaints.complain(about="Zqcomplaint", person=person)
    complaints.add_step(made, by=life.dpo, words="Zqanswer")
    _concern(life)
    _came_back(life)
    _went_out(life)
    _written_down(life)
    _on_paper(life)
    _media(life)
    _said_aloud(life)
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
    _after(life)
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


def _came_back(life: Life) -> None:
    """An answer and a promise, both let stand; that it has not happened is written down and waits to be checked."""
    said = Words("The visits office", "Zqtheirs", "Zqsource")
    given = {"words": said, "on": clock.today(), "came_by": "letter", "by": life.lead}
    answer = writing.write_answer(life.live.file_id, **given)
    promise = writing.write_promise(life.live.file_id, **given, due=clock.today())
    for row in (answer, promise):
        deciding.may_stand(row, person=life.person, yes=True)
    deciding.say_happened(promise, person=life.person, said="not_yet", how="phone", by=life.dpo)


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


def _on_paper(life: Life) -> None:
    pack = PaperPack(code="ZQPAPER2", person=life.person, file=life.live.file, page=life.live)
    pack.printed_at = clock.now()
    pack.printed_sealed = keyring.seal(pack.owner, json.dumps({"story": "Zqsheet"}))
    pack.entry_sealed = keyring.seal(pack.owner, json.dumps({"story": "Zqtypedin"}))
    pack.save()
    PaperScan.objects.create(
        pack=pack,
        no=1,
        content_type="image/jpeg",
        sha256="0" * 64,
        content_sealed=paper_packs.sealed_scan(pack, b"zqscan"),
        added_at=clock.now(),
    )


def _media(life: Life) -> None:
    page = StoryPage.objects.get(pk=life.live.pk)
    picture = SimpleUploadedFile("kettle.png", a_picture().read())
    media.add_picture(page, upload=picture, alt="Zqalt", by=life.supporter)
    sound = SimpleUploadedFile("kettle.wav", a_sound().read())
    media.add_sound(page, upload=sound, transcript="Zqtranscript", by=life.supporter)
    writing_back.write(page, life.person, text="Zqwroteback")
    LeftAsItIs.objects.create(file=page.file, mark="0" * 64, by=None, at=clock.now())
    who_else.nobody_could_be(page)
    never_know.say(page, life.person, whom=["boss"], words="Zqneverknow")
    PersonSaid.objects.create(
        appearance=page.file.appearances.get(person=life.person),
        page=page,
        wish="ask",
        suggested="out",
        why_sealed=keyring.seal(page.file.uid, "Zqsuggested"),
    )
    typing_for.type_for_author(page, text="Zqtyped from a voice note", by=life.supporter)


def _said_aloud(life: Life) -> None:
    """A voice note in a story of its own, shared and typed; `lived` has the rest."""
    draft = stories.a_draft(life.person, title="Zqvoice", happened="Zqvoice")
    take = takes.take_in(draft, uid=uuid4(), kind=TakeKind.VOICE, pieces=[a_voice("webm")])
    takes_anew.make(take.pk)
    sharing.share(draft, person=life.person)


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


def _after(life: Life) -> None:
    """Thanks said before they were asked, and had."""
    now, file = clock.now(), life.live.file
    thanks = Thanks.objects.create(file=file, kind="voucher", pence=2000, set_by=life.supporter, set_at=now)
    ThanksGiven.objects.create(thanks=thanks, person=life.person, given_at=now, given_by=life.supporter)
    CheckIn.objects.create(person=life.person, file=file, days=1, due_at=now, asked_at=now)
    AfterWish.objects.create(person=life.person, letters=True, said_at=now)
    WhatHappened.objects.create(
        person=life.person,
        since=now - NOW_AND,
        until=now,
        added_sealed=keyring.seal(life.person.uid, "Zqletter"),
        sent_by=life.supporter,
        sent_at=now,
    )
    Skill.objects.create(
        person=life.person,
        kind="training",
        words_sealed=keyring.seal(life.person.uid, "Zqskill"),
        proposed_by=life.supporter,
        made_at=now,
    )
    evening = Workshop.objects.create(
        on=now.date(), led_by=life.supporter, made_by=life.supporter, made_at=now
    )
    WorkshopSeat.objects.create(workshop=evening, person=life.person, added_at=now)
    piece = GroupPiece.objects.create(workshop=evening, file=file, opened_by=life.supporter, opened_at=now)
    GroupSeat.objects.create(piece=piece, person=life.person, pen=True)
    YearlyTalk.objects.create(person=life.person, way="talk", begun_at=now, done_at=now, wrong="Zqwrong")
    FromElsewhere.objects.create(
        person=life.person,
        file=file,
        road="phone",
        said_on=now.date(),
        agreed_on=now.date(),
        agreed="Zqagreed on the phone",
        brought_by=life.supporter,
        brought_at=now,
    )
    _from_readers(life)


def _from_readers(life: Life) -> None:
    """A letter they had, and one that nobody has read yet."""
    now, file = clock.now(), life.live.file
    ReplyWish.objects.create(file=file, person=life.person, wants=True, said_at=now)
    for sealed in ("words_sealed", "as_sent_sealed"):
        Reply.objects.create(
            file=file, once=sealed, received_at=now, **{sealed: keyring.seal(file.uid, "Zqunread")}
        )
    ReplyGiven.objects.create(
        person=life.person,
        file=file,
        words_sealed=keyring.seal(life.person.uid, "Zqreader"),
        given_at=now,
    )
