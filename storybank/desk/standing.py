"""Where a story is, in the author's words, and what waits for them."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from consent.domain.acts.choices import choices_of, open_choices, ready_choices
from consent.domain.care import files
from consent.enums import State, Subject
from people import clock
from people.models import Person
from storybank.desk.form_words import form_to_look_at
from storybank.domain import drafts
from storybank.domain.typing_up import waits_to_be_read
from storybank.domain.waiting import waiting_for
from storybank.enums import Waiting
from storybank.legacy.asking_again import open_row
from storybank.models import Draft, StoryPage


@dataclass(frozen=True)
class Where:
    """One story on the list. `todo` is a verb for a button, when something waits for the author."""

    title: str
    url: str
    sentence: str
    todo: str = ""
    todo_url: str = ""
    draft: bool = False
    up: bool = False

    @property
    def waits(self) -> bool:
        """Somebody asked for an answer; a draft waits for nobody."""
        return bool(self.todo) and not self.draft


def stories_of(person: Person) -> list[Where]:
    """Drafts first, then shared stories, newest first."""
    mine = files.files_by(person, kind=Subject.STORY)
    pages = StoryPage.objects.select_related("file").filter(file__in=mine).order_by("pk")
    originals = {page.file_id: page for page in reversed(pages)}
    begun = [where_draft(draft) for draft in drafts.drafts_of(person)]
    return [*begun, *(where(person, page) for page in originals.values())]


def where_draft(draft: Draft) -> Where:
    words = drafts.answers(draft)
    address = reverse("storybank:read_back", args=[draft.file.uid])
    return Where(
        title=words.get(drafts.TITLE) or _("Not named yet"),
        url=address,
        sentence=_("You are writing it. Nobody else can read it."),
        todo=_("Go on writing"),
        todo_url=address,
        draft=True,
    )


def where(person: Person, page: StoryPage) -> Where:
    """One shared story. What the author can do now comes before what others do."""
    standing, form = waiting_for(page), form_to_look_at(page)
    turn = standing.waiting if form == page else Waiting.AUTHOR_LOOKS
    code, sentence = _turn(person, page, turn)
    if standing.up and code is not Waiting.NOTHING:
        sentence += " " + _("The version you agreed to is still on our website.")
    todo, name = _TODO.get(code, ("", ""))
    if code is Waiting.AUTHOR_LOOKS and waits_to_be_read([page]):
        todo, name = _TYPED
    if code is Waiting.STOPPED and open_row(page.file_id):
        todo, name = _FROM_BEFORE
    return Where(
        title=files.title_of(page.file),
        url=reverse("storybank:my_story", args=[page.file.uid]),
        sentence=sentence,
        todo=_(todo) if todo else "",
        todo_url=reverse(f"storybank:{name}", args=[page.file.uid]) if name else "",
        up=standing.up,
    )


def day(moment: object) -> str:
    """A day in words, as people say it here."""
    return date_format(localtime(moment, clock.LONDON), _("l j F"))  # type: ignore[arg-type]  # any aware datetime


_TODO = {
    Waiting.AUTHOR_LOOKS: (noop("Look at the changes"), "changes"),
    Waiting.CHOICES: (noop("Choose"), "choices"),
    Waiting.SECOND_YES: (noop("Say if it is still yes"), "second"),
}
_TYPED = (noop("Read what we typed"), "typed")
_FROM_BEFORE = (noop("Say what we may do with it"), "from_before")


MADE_READY = frozenset({Waiting.TYPING, Waiting.SUPPORTER, Waiting.AUTHOR_LOOKS})
"""Between the first author and the supporter: who writes it with them reads the words when they are ready."""


def _turn(person: Person, page: StoryPage, waiting: Waiting) -> tuple[Waiting, str]:
    theirs = waiting in MADE_READY and not files.holds_the_pen(person, page.file_id)
    if waiting is not Waiting.AUTHOR_LOOKS or theirs:
        if open_choices(person, page.file_id):
            waiting = Waiting.CHOICES
        elif ready_choices(person, page.file_id):
            waiting = Waiting.SECOND_YES
        elif theirs:
            return Waiting.SUPPORTER, _("We are getting the words ready. You read them before you choose.")
        elif waiting in SAID_BY_ONE:
            return _as_they_said(person, page, waiting)
    return waiting, _sentence(person, page, waiting)


SAID_BY_ONE = {
    Waiting.CHOICES: {State.REQUESTED},
    Waiting.SECOND_YES: {State.COOLING},
    Waiting.THINKING: {State.COOLING},
    Waiting.MOMENT: {State.ACTIVE},
    Waiting.NOTHING: {State.ACTIVE},
    Waiting.SAID_NO: {State.REFUSED, State.DEFERRED},
}
"""Where a story stands because of what somebody has said, and what this person must have said for it to be theirs."""


OF_ONES_OWN = (
    (State.COOLING, Waiting.THINKING),
    (State.ACTIVE, Waiting.NOTHING),
    (State.REFUSED, Waiting.SAID_NO),
    (State.DEFERRED, Waiting.SAID_NO),
    (State.WITHDRAWN, Waiting.STOPPED),
    (State.EXPIRED, Waiting.STOPPED),
)
"""What a story is to somebody who said this, where it stands because of what another said."""


def _as_they_said(person: Person, page: StoryPage, waiting: Waiting) -> tuple[Waiting, str]:
    """Of two who wrote it, each reads what they said themselves; what the other said, or not yet, shows nowhere."""
    mine = {item.state for item in choices_of(person, page.file_id)}
    if not mine & SAID_BY_ONE[waiting]:
        own = next((code for state, code in OF_ONES_OWN if state in mine), None)
        if own is None:
            return Waiting.SAID_NO, _("Nothing waits for you now.")
        waiting = own
    return waiting, _sentence(person, page, waiting)


def _sentence(person: Person, page: StoryPage, waiting: Waiting) -> str:
    who = person.supporter.first_name if person.supporter else _("Someone here")
    if waiting is Waiting.THINKING:
        cooling = [item for item in choices_of(person, page.file_id) if item.state is State.COOLING]
        until = max((item.cool_until for item in cooling if item.cool_until), default=clock.now())
        return _("You said yes once. You have thinking time until %(day)s.") % {"day": day(until)}
    if waiting is Waiting.STOPPED:
        return _ended({item.state for item in choices_of(person, page.file_id)})
    if waiting is Waiting.AUTHOR_LOOKS and waits_to_be_read([page]):
        return _("%(who)s has typed what you sent. Read it. You can change every word.") % {"who": who}
    sentences = {
        Waiting.TYPING: _("%(who)s types what you sent. You read it before anything else happens."),
        Waiting.SUPPORTER: _("%(who)s is reading it. You hear from us before anything else happens."),
        Waiting.AUTHOR_LOOKS: _("%(who)s has suggested some changes. You decide about each one."),
        Waiting.SAFETY: _("Someone reads it to see that nobody comes to harm."),
        Waiting.CHOICES: _("It is your turn to choose. Nothing happens without your yes."),
        Waiting.SECOND_YES: _("Your thinking time is over. Nothing happens until you answer."),
        Waiting.MOMENT: _(
            "You said yes twice. It goes up by itself soon. Nobody knows the moment before. You can still stop it."
        ),
        Waiting.NOTHING: _("You said yes twice. It is used only as you agreed."),
        Waiting.RESTING: _("It is resting. Nobody can read it on our website."),
        Waiting.SAID_NO: _("You said no, or not now. Nobody can read it on our website."),
    }
    return sentences[waiting] % {"who": who}


def _ended(states: set[State]) -> str:
    """Only a stop is called a stop; a yes that ran out by itself, or only stands on old paper, is not."""
    if State.WITHDRAWN in states:
        return _("You have stopped it. Nobody can read it on our website.")
    if State.EXPIRED in states:
        return _("Your yes has come to its last day. Nobody can read it on our website.")
    if State.UNKNOWN in states:
        return _("We have only an old paper. We use it for nothing unless you say yes again.")
    return _("It has ended. Nobody can read it on our website.")
