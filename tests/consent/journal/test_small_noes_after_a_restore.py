"""A no beside their yeses stands after an older backup was restored, and what was taken away stays away."""

from datetime import timedelta

import pytest
from django.core.management import call_command

from consent.domain.acts import ending_soon
from consent.domain.care import reviewing
from consent.enums import HoldReason, ReviewOutcome
from consent.journal import book, memory
from consent.models import EndsSoon, Hold, Permission
from home.erasures import NOES
from people import clock
from people.domain import reading_aloud
from people.models import ReadAloud
from speakers.domain import resting
from speakers.models import Speaker
from storybank.after import happened, skills
from storybank.answers import deciding
from storybank.domain import never_know, whose_words
from storybank.domain.replies import wishing
from storybank.models import GroupSeat, Skill, StoryPage, TellerSaid, ThanksGiven
from storybank.thanks import giving, promising
from storybank.workshop import evenings, pieces
from tests.consent.journal.backups import backup, restored
from tests.factories import people, speakers, stories
from tests.storybank.answers.an_answer import a_promise, an_answer, let
from tests.storybank.telling.a_teller import WEBM

pytestmark = pytest.mark.django_db(transaction=True)
ELSEWHERE = {"not_kept", "age", "shown_part", "conflict", "answer_anew"}
"""With a test of their own beside this one."""
WORDS = reading_aloud.Words("stop", "Stop", "en", "You can stop at any time.")


class World:
    """Dee, who has said no to nothing so far, and Joss who speaks."""

    def __init__(self) -> None:
        self.helper = people.a_supporter()
        self.dee = people.a_person("Dee", supporter=self.helper, channel="letter")
        with clock.at(clock.now() - stories.LONG_AGO):
            page = stories.a_shared_story(self.dee)
            self.thanks = promising.promise(page.file_id, kind="voucher", pence=1000, by=self.helper)
            stories.asked(page, "website")
            stories.answered(page)
        stories.confirmed(page)
        self.page = StoryPage.objects.get(pk=page.pk)
        far = clock.now() + timedelta(days=2000)
        reviewing.review(self.page.edition, outcome=ReviewOutcome.SAFE, valid_until=far)
        self.permission = Permission.objects.get(file=self.page.file_id)
        whose_words.tell(self.page, readers=True)
        self.offered, self.listed = (self._offered(words) for words in ("I gave a talk.", "I read a draft."))
        skills.keep(self.dee, self.listed.uid)
        evening = evenings.open_evening(on=clock.today(), place="", led_by=self.helper, by=self.helper)
        evenings.add(evening, self.dee)
        together = stories.a_shared_story(self.dee)
        self.seat = pieces.open_piece(evening, page=together, by=self.helper).seats.get()
        wishing.wish(self.dee, self.page.file_id, wants=True)
        self.answer = an_answer(self.page)
        self.promise = a_promise(self.page)
        let(self.answer, self.dee)
        deciding.say_happened(self.promise, person=self.dee, said="yes")
        self.joss = speakers.a_speaker()
        self.voice = reading_aloud.keep(WORDS, data=WEBM, read_by="Nia", by=self.helper)

    def _offered(self, words: str) -> Skill:
        return skills.propose(self.dee, kind="talk", words=words, by=self.helper)

    def says_no(self) -> None:
        happened.wish(self.dee, letters=False)
        giving.decline(self.thanks, person=self.dee)
        skills.decline(self.dee, self.offered.uid)
        skills.take_off(self.dee, self.listed.uid)
        with clock.at(self.permission.valid_until - timedelta(days=30)):
            ending_soon.let_it_end(self.permission, person=self.dee)
        whose_words.tell(self.page, readers=False)
        never_know.say(self.page, self.dee, whom=["boss"], words="")
        wishing.wish(self.dee, self.page.file_id, wants=False)
        pieces.say(self.seat, person=self.dee, yes=False)
        deciding.may_stand(self.answer, person=self.dee, yes=False)
        deciding.say_happened(self.promise, person=self.dee, said="not_yet")
        resting.rest(self.joss)
        reading_aloud.remove(self.voice)

    def noes(self) -> dict[str, bool]:
        return {
            "letters": not happened.wants_letters(self.dee),
            "thanks": ThanksGiven.objects.filter(declined_at__isnull=False).exists(),
            "skill": Skill.objects.filter(said="declined", words_sealed=b"").exists(),
            "renewal": EndsSoon.objects.filter(let_end_at__isnull=False).exists(),
            "whose_words": not StoryPage.objects.get(pk=self.page.pk).tells_whose,
            "never_know": Hold.objects.filter(file=self.page.file_id, reason=HoldReason.RESTORED).exists(),
            "replies": not wishing.wants(self.dee, self.page.file_id),
            "together": GroupSeat.objects.get().said == "no",
            "answer": not TellerSaid.objects.filter(about="stand", said="yes").exists(),
            "not_happened": not TellerSaid.objects.filter(about="happened", said="yes").exists(),
            "being_asked": Speaker.objects.get().status == "resting",
        }

    def away(self) -> tuple[bool, bool]:
        listed = Skill.objects.filter(uid=self.listed.uid)
        return not listed.exists(), not ReadAloud.objects.exists()


def test_every_small_no_and_what_was_taken_away_stands_after_an_older_backup(client, tmp_path):
    world = World()
    before = backup(tmp_path / "before")
    world.says_no()
    said = [line.says for line in book.lines()]

    with restored(before):
        memory.forget()
        dumped, resting_site = (world.noes(), world.away()), client.get("/stories/").status_code
        call_command("replay_stops", verbosity=0)
        call_command("replay_stops", verbosity=0)
        memory.forget()
        left, open_again = (world.noes(), world.away()), client.get("/stories/").status_code

    here = set(NOES) - ELSEWHERE
    assert {line["what"] for line in said if line["kind"] == "said_no"} == here
    assert (dumped, resting_site) == ((dict.fromkeys(here, False), (False, False)), 503)
    assert (left, open_again) == ((dict.fromkeys(here, True), (True, True)), 200)


def test_the_lines_hold_random_numbers_and_no_word():
    world = World()
    known = sum(1 for _ in book.lines())
    world.says_no()

    names = {frozenset(line.says) - {"kind", "what", "at"} for line in book.lines() if line.n > known}

    assert names == {
        frozenset({one}) for one in ("person", "skill", "permission", "file", "seat", "thing")
    } | {frozenset({one, "person"}) for one in ("thanks", "file", "about", "promise")}
