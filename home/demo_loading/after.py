"""What comes after in the demo: how it is, a letter about what happened, an evening at a table, a list."""

from datetime import timedelta

from home.demo_loading.telling import Cast
from people import clock
from people.models import Person, User
from storybank.after import answering, checking_in, happened, skills
from storybank.models import CheckIn, StoryPage
from storybank.models.check_in import AskedHow, HowItIs
from storybank.workshop import evenings, pieces

TWO_WROTE_IT, A_NEW_PIECE = "table_eleven", "fifty_two_stairs"
AT_THE_TABLE = ("will", "kofi", "ama", "tunde", "jj")
OURS = (
    "Somebody who read it told us that she laughed out loud about the badger, on a bus, and did not mind who saw."
    " Thank you for the second book, Nell."
)

OFFERED = (
    (60, "training", "Two days of speaking in public: how to begin, how to stop, what to leave out."),
    (
        35,
        "reading",
        "Read the first draft of somebody who had never shown one, and was kind and exact about it.",
    ),
)
HER_OWN = "I learned to say no to a question and stay in the room."
WAITS_FOR_HER = "Told forty new volunteers what a good first visit is like."


def load_after(cast: Cast, staff: dict[str, User]) -> None:
    priya = staff["supporter"]
    _how_it_is(cast, by=priya)
    _an_evening(cast, by=priya)
    _what_happened(cast.people["author"], by=priya)
    _learned_and_gave(cast.people["author"], by=priya)


def _how_it_is(cast: Cast, *, by: User) -> None:
    """A week after the two had their words up they were asked: he is fine, and she would like a call."""
    page = cast.pages[TWO_WROTE_IT]
    with clock.at(clock.now() - timedelta(days=11)):
        checking_in.keep()
    with clock.at(clock.now() - timedelta(days=9)):
        _say(cast.people["kofi"], page, said=HowItIs.FINE, how=AskedHow.PAPER, by=by)
    with clock.at(clock.now() - timedelta(hours=20)):
        _say(cast.people["ama"], page, said=HowItIs.CALL, how=AskedHow.SCREEN)


def _say(person: Person, page: StoryPage, *, said: str, how: str, by: User | None = None) -> None:
    asked = CheckIn.objects.filter(person=person, file_id=page.file_id, asked_at__isnull=False)
    answering.say(asked.select_related("person", "file").get(), said=said, how=how, by=by)


def _an_evening(cast: Cast, *, by: User) -> None:
    """Five round a table, their packs printed; Will's words may become a piece by several, if each of them wants it."""
    with clock.at(clock.now() - timedelta(days=8)):
        evening = evenings.open_evening(
            on=clock.today(), place="The back room of the library in Sallowby", led_by=by, by=by
        )
        for key in AT_THE_TABLE:
            evenings.add(evening, cast.people[key])
        evenings.print_batch(evening, by=by, language="en", cards=False)
        piece = pieces.open_piece(evening, page=cast.pages[A_NEW_PIECE], by=by)
        seat = pieces.ask_to_join(piece, person=cast.people["ama"])
        pieces.ask_to_join(piece, person=cast.people["tunde"])
        pieces.say(seat, person=cast.people["ama"], yes=True)


def _what_happened(person: Person, *, by: User) -> None:
    with clock.at(clock.now() - timedelta(days=3)):
        happened.send(person, by=by, added=OURS, mark=happened.gather(person).mark)


def _learned_and_gave(person: Person, *, by: User) -> None:
    """Two lines of ours she kept, one of her own, and one that waits for her."""
    for ago, kind, words in OFFERED:
        with clock.at(clock.now() - timedelta(days=ago)):
            line = skills.propose(person, kind=kind, words=words, on=clock.today(), by=by)
            skills.keep(person, line.uid)
    skills.write_own(person, kind="other", words=HER_OWN)
    skills.propose(person, kind="talk", words=WAITS_FOR_HER, by=by)
