"""/my/answers/: what came back to their stories. It may stand there or not; what was promised has happened or not."""

from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from people.desk.access import person_of
from people.models import Person
from storybank.answers import deciding, mine
from storybank.answers.standing import Said
from storybank.desk.frame import desk_page, show
from storybank.domain.came_back import CameBack
from storybank.models import Promise

Act = Callable[[CameBack, Person], None]


def _stand(row: CameBack, person: Person, *, yes: bool) -> None:
    deciding.may_stand(row, person=person, yes=yes)


def _happened(row: CameBack, person: Person, *, said: str) -> None:
    if not isinstance(row, Promise):
        raise deciding.CannotSay(gettext_noop("That was not one of the answers. Nothing was changed."))
    deciding.say_happened(row, person=person, said=said)


ACTS: dict[str, tuple[Act, str]] = {
    "stand": (partial(_stand, yes=True), gettext_noop("It stands beside your story now.")),
    "down": (partial(_stand, yes=False), gettext_noop("All right. It stands nowhere.")),
    "happened": (
        partial(_happened, said=Said.YES),
        gettext_noop("It is noted. Beside your story stands: It happened. The author says so."),
    ),
    "not_yet": (
        partial(_happened, said=Said.NOT_YET),
        gettext_noop("It is noted. Beside your story stands: The author says: not yet."),
    ),
    "not_so": (
        partial(_happened, said=Said.NO),
        gettext_noop(
            "It is noted. Beside your story stands: They say it is done. The author says it is not."
        ),
    ),
}


OF_SEVERAL = {
    "stand": gettext_noop("It is noted. It stands there once everybody who told the story has said yes."),
} | dict.fromkeys(
    ("happened", "not_yet", "not_so"),
    gettext_noop("It is noted. Others told this story too: what stands beside it depends on them as well."),
)
"""Nothing stands there by the word of one of several."""


@desk_page
def answers(request: HttpRequest) -> HttpResponseBase:
    person = person_of(request)
    if request.method == "POST":
        _act(request, person)
        return redirect("storybank:answers")
    return show(request, "answers", things=mine.things_of(person))


def _act(request: HttpRequest, person: Person) -> None:
    """One press each. A second press, another tab or a guessed number changes nothing and says so."""
    name = next((name for name in ACTS if name in request.POST), "")
    uid = request.POST.get(name, "")
    thing = next((one for one in mine.things_of(person) if name and str(one.row.uid) == uid), None)
    if thing is None:
        messages.error(request, _("That one is not here any more. Nothing was changed."))
        return
    act, done = ACTS[name]
    try:
        act(thing.row, person)
    except deciding.CannotSay as refused:
        messages.error(request, _(str(refused)))
    else:
        said = OF_SEVERAL.get(name, done) if thing.several else done
        messages.success(request, _(said))
