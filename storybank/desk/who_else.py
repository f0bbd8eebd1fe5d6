"""Who else is in it: one question for all, then one screen for each person who could be worked out."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.models import Person
from people.whole_numbers import whole_number
from storybank.desk.frame import pen_page, show
from storybank.domain import who_else
from storybank.models import StoryPage, Wish

DONE = "done"
MOST_SHOWN = 200
WORDS = {
    Wish.ASK: (
        gettext_lazy("Ask them"),
        gettext_lazy("They read only the part they are in. You see it first. Then they say yes or no."),
    ),
    Wish.UNSAFE: (
        gettext_lazy("It is not safe to ask them"),
        gettext_lazy("Then nobody writes to them. We talk with you about the words."),
    ),
    Wish.OUT: (
        gettext_lazy("Take them out of my words"),
        gettext_lazy("We suggest how. You look at each change."),
    ),
    Wish.BLUR: (
        gettext_lazy("Change the words so that nobody can tell who it is"),
        gettext_lazy("For example another job, or no town. You look at each change."),
    ),
    Wish.ROLE: (
        gettext_lazy("They are in it only by their work"),
        gettext_lazy("For example a minister, or the head of a prison. It is only about that work."),
    ),
    Wish.DIED: (gettext_lazy("They have died"), gettext_lazy("We look with you at who may be hurt by it.")),
    Wish.NOBODY: (
        gettext_lazy("Nobody could work out who it is"),
        gettext_lazy("They stay in it as they are."),
    ),
}


@pen_page
def people(request: HttpRequest, person: Person, page: StoryPage) -> HttpResponseBase:
    """No settles everybody without a name in one tap; yes names them, and leads through them one by one."""
    answer, who, problem = request.POST.get("answer", ""), request.POST.get("who", ""), ""
    if request.method == "POST" and answer == "no":
        who_else.nobody_could_be(page, seen=shown_in(request))
        if who_else.still_open(page):
            messages.success(
                request, _("Thank you. What was said about one of them stands. Open it to change it.")
            )
            return redirect("storybank:who_else", page.file.uid)
        messages.success(request, _("Thank you. Nobody else could be worked out."))
        return redirect("storybank:my_story", page.file.uid)
    if request.method == "POST" and answer == "yes":
        try:
            who_else.somebody_could_be(page, person, who=who.split("\n"))
        except who_else.CannotSay as error:
            problem = _(str(error))
        else:
            return _next(page)
    elif request.method == "POST":
        problem = _("Choose yes or no.")
    everybody = who_else.everybody(page)
    return show(
        request,
        "who_else",
        status=422 if problem else 200,
        page=page,
        everybody=everybody,
        open_ones=[one for one in everybody if one.open],
        last=who_else.last_answer(page),
        answer=answer,
        who=who[:5000].replace("\x00", ""),
        problem=problem,
    )


@pen_page
def person(request: HttpRequest, person: Person, page: StoryPage, pk: int) -> HttpResponseBase:
    """One of them: what the author wants. Nothing is chosen beforehand; what we suggest is said as ours."""
    one = next((one for one in who_else.everybody(page) if one.pk == pk), None)
    if one is None:
        raise Http404
    wish, problem = request.POST.get("wish", ""), ""
    if request.method == "POST":
        try:
            if wish == DONE:
                who_else.done(page, pk=pk)
                messages.success(request, _("Thank you. That is settled."))
                return _next(page)
            if wish in Wish.values:
                decided = who_else.decide(page, person, pk=pk, wish=Wish(wish))
                messages.success(request, _what_now(decided))
                return _next(page)
            problem = _("Choose one.")
        except who_else.CannotSay as error:
            problem = _(str(error))
    return show(
        request,
        "who_is_it",
        status=422 if problem else 200,
        page=page,
        one=one,
        wished=WORDS[Wish(one.wish)][0] if one.wish else "",
        suggested=WORDS[Wish(one.suggested)][0] if one.suggested else "",
        ways=[(value, label, hint) for value, (label, hint) in WORDS.items()],
        chosen=wish or one.wish,
        problem=problem,
    )


def shown_in(request: HttpRequest) -> list[int] | None:
    """Who stood on the screen that was answered; None from a page that did not say."""
    sent = request.POST.getlist("seen")
    return (
        [number for text in sent[:MOST_SHOWN] if (number := whole_number(text)) is not None] if sent else None
    )


def _next(page: StoryPage) -> HttpResponseBase:
    """The next one of whom nothing is said yet; else the list."""
    for one in who_else.everybody(page):
        if one.open and one.mine and not one.wish:
            return redirect("storybank:who_is_it", page.file.uid, one.pk)
    return redirect("storybank:who_else", page.file.uid)


def _what_now(one: who_else.Somebody) -> str:
    if not one.open:
        return _("Thank you. That is settled.")
    if one.wish in (Wish.OUT, Wish.BLUR):
        return _("Thank you. We suggest how to change the words. You look at each change.")
    return _("Thank you. We talk with you before anything else happens.")
