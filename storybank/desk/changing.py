"""What the supporter suggests: spelling in one tap, changes of meaning one by one, then the whole text once more."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from consent.domain.record import unfinished
from people.models import Person
from people.whole_numbers import whole_number
from storybank.desk import picturing, versions
from storybank.desk.form_words import FORMS, form_to_look_at
from storybank.desk.frame import pen_page, show
from storybank.domain import suggestions, writing_back
from storybank.domain.pictures_said import NotSaid
from storybank.domain.reading_shapes import Block
from storybank.domain.reading_words import seen_alone
from storybank.domain.waiting import waiting_for
from storybank.enums import Waiting
from storybank.models import StoryPage

TAKE, BACK = "take", "back"


@pen_page
def changes(request: HttpRequest, person: Person, page: StoryPage) -> HttpResponseBase:
    """The overview. Buttons decide about spelling as a whole, about one spelling, or say "this is how I want it"."""
    page, said = form_to_look_at(page), picturing.typed(request.POST)
    if not _my_turn(page):
        if said:
            _keep(person, page, {}, said)
        return redirect("storybank:my_story", page.file.uid)
    found = suggestions.suggested_changes(page)
    decided = _decided(person, page)
    if request.method == "POST":
        act = request.POST.get("act", "")
        if act == "finish":
            return _finish(request, person, page, decided, said)
        for change in found:
            if change.spelling and act in (f"{TAKE}-all", f"{BACK}-all"):
                decided[change.id] = act == f"{TAKE}-all"
            elif act in (f"{TAKE}:{change.id}", f"{BACK}:{change.id}"):
                decided[change.id] = act.startswith(TAKE)
        _keep(person, page, decided, said)
        return redirect("storybank:changes", page.file.uid)
    return _overview(request, page, found, decided, said=_said(person, page))


@pen_page
def change(request: HttpRequest, person: Person, page: StoryPage, name: str) -> HttpResponseBase:
    """One change of meaning: take it, or put my words back. Then the next one that is open."""
    page = form_to_look_at(page)
    if not _my_turn(page):
        return redirect("storybank:my_story", page.file.uid)
    meaning = [item for item in suggestions.suggested_changes(page) if not item.spelling]
    one = next((item for item in meaning if item.id == name), None)
    if one is None:
        raise Http404
    decided = _decided(person, page)
    answer = request.POST.get("answer", "")
    if request.method == "POST" and request.POST.get("seen") != str(page.latest_revision_id):
        return redirect("storybank:changes", page.file.uid)
    if request.method == "POST" and answer in (TAKE, BACK):
        decided[one.id] = answer == TAKE
        _keep(person, page, decided)
        after = next((item for item in meaning if item.id not in decided), None)
        if after is None:
            return redirect("storybank:changes", page.file.uid)
        return redirect("storybank:change", page.file.uid, after.id)
    return show(
        request,
        "change",
        page=page,
        change=one,
        taken_out=_seen(page, one.before),
        put_in=_seen(page, one.after),
        decided=decided.get(one.id),
        lines=_lines(page, one),
        step=meaning.index(one) + 1,
        steps=len(meaning),
    )


def _lines(page: StoryPage, one: suggestions.Change) -> tuple[writing_back.Line, ...]:
    about = writing_back.about_change(one)
    return next((talk.lines for talk in writing_back.talks([page]) if talk.about == about), ())


def _overview(
    request: HttpRequest,
    page: StoryPage,
    found: list[suggestions.Change],
    decided: dict[str, bool],
    *,
    said: dict[str, str],
    problem: NotSaid | None = None,
) -> HttpResponseBase:
    spelling = [(item, decided.get(item.id)) for item in found if item.spelling]
    meaning = [(item, decided.get(item.id)) for item in found if not item.spelling]
    open_ones = [item for item, answer in meaning if answer is None]
    ready = all(item.id in decided for item in found)
    words = suggestions.decided_text(page, decisions=decided) if ready else None
    return show(
        request,
        "changes",
        page=page,
        form=FORMS.get(page.form, ""),
        spelling=spelling,
        spelling_open=any(answer is None for _, answer in spelling),
        meaning=meaning,
        next_change=open_ones[0] if open_ones else None,
        ready=ready,
        reading=versions.as_read(words) if words else None,
        pictures=picturing.shown(words, said=said, problem=problem) if words else [],
        status=picturing.UNPROCESSABLE if problem else 200,
    )


def _finish(
    request: HttpRequest, person: Person, page: StoryPage, decided: dict[str, bool], said: dict[str, str]
) -> HttpResponseBase:
    _keep(person, page, decided, said)
    try:
        seen = request.POST.get("seen", "")
        asked = suggestions.decide(page, decisions=decided, seen=_number(seen), pictures=said)
    except NotSaid as problem:
        found = suggestions.suggested_changes(page)
        return _overview(request, page, found, decided, said=said, problem=problem)
    except (suggestions.StaleSuggestions, suggestions.NotAllDecided, suggestions.DoesNotFit) as error:
        messages.error(request, _(str(error)))
        return redirect("storybank:changes", page.file.uid)
    unfinished.forget(page.file, person=person, what=unfinished.CHANGES)
    if asked:
        messages.success(request, _("These are your words now. Next you choose where they may be used."))
    else:
        messages.success(request, _("These are your words now. We read them once more and then you choose."))
    return redirect("storybank:my_story", page.file.uid)


def _seen(page: StoryPage, found: Iterable[tuple[str, dict[str, str]]]) -> list[Block]:
    own = versions.own_address(page)
    return [block for kind, value in found for block in seen_alone(kind, value, media=own)]


def _my_turn(page: StoryPage) -> bool:
    return waiting_for(page).waiting is Waiting.AUTHOR_LOOKS


def _decided(person: Person, page: StoryPage) -> dict[str, bool]:
    """The decisions so far about exactly these suggestions; about older ones they do not count."""
    begun: dict[str, Any] = unfinished.begun(page.file, person=person, what=unfinished.CHANGES)
    return dict(begun["decided"]) if begun.get("seen") == page.latest_revision_id else {}


def _said(person: Person, page: StoryPage) -> dict[str, str]:
    """What they began to say of their pictures: it holds for a picture, whatever else changed meanwhile."""
    return dict(unfinished.begun(page.file, person=person, what=unfinished.CHANGES).get("pictures", {}))


def _keep(
    person: Person, page: StoryPage, decided: dict[str, bool], said: dict[str, str] | None = None
) -> None:
    pictures = {"pictures": said} if said else {}
    unfinished.keep(
        page.file,
        person=person,
        what=unfinished.CHANGES,
        seen=page.latest_revision_id,
        decided=decided,
        **pictures,
    )


def _number(text: str) -> int:
    """The number of what was seen; anything that cannot be one is none."""
    return whole_number(text) or 0
