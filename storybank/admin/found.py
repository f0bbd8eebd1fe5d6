"""What could give somebody away, beside the story: marked in its words, with other words one click away."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from people.models import User
from storybank.admin.forms import SafetyCheckForm
from storybank.admin.panels import Panel
from storybank.admin.sheet import readable, render, suggestable
from storybank.domain import sending
from storybank.domain.identifying import leaving, passages, taking
from storybank.domain.identifying.shown_together import notes_of
from storybank.domain.revealing import people_in
from storybank.lock.opening import may_suggest
from storybank.models import StoryPage

MAY_STAY = "It may stay. It asks again when the words round it change."
AGAIN = "It is among those to look at again."
AT_THE_CHECK = "It waits for the safety check. Take it back first if the words have to change."


def panel(page: StoryPage, user: User) -> Panel:
    words = page.get_latest_revision_as_object()
    found = leaving.for_staff(words)
    few = [note for note in notes_of(page) if note.jigsaw.rare]
    return Panel(
        key="identifying",
        title="What could give somebody away",
        template="storybank/admin/panels/identifying.html",
        icon="view",
        it={
            "passages": found,
            "open": passages.count(found),
            "left": passages.left(found),
            "few": few,
            "may_take": may_suggest(user, page) and not sending.waits_for_safety(page),
            "may_leave": not leaving.why_not_by(page, user),
            "beside_the_check": _beside_the_check(page, user),
        },
        count=passages.count(found) + len(few),
    )


@never_cache
@require_POST
def take(request: HttpRequest, page_id: int) -> HttpResponse:
    page = suggestable(request.user, page_id)
    if sending.waits_for_safety(page):
        return render(request, page, problem=AT_THE_CHECK)
    try:
        put = taking.take(page, clue=request.POST.get("clue", ""), by=request.user)
    except taking.NotThereNow as refused:
        return render(request, page, problem=str(refused))
    done = f"“{put}” stands there now." if put else "It is taken out."
    messages.success(request, f"{done} The author decides about it like about any change.")
    return redirect("work:story", page.pk)


@never_cache
@require_POST
def leave(request: HttpRequest, page_id: int) -> HttpResponse:
    """This one may stay (`mark`), or it is looked at once more (`again`). What is typed in the check stays there."""
    page, again = readable(request.user, page_id), request.POST.get("again", "")
    refusal = "" if again else leaving.why_not_by(page, request.user)
    if refusal:
        return render(request, page, problem=refusal)
    found = leaving.for_staff(page.get_latest_revision_as_object())
    try:
        if again:
            leaving.look_again(file_id=page.file_id, mark=again, authors=False)
        else:
            leaving.leave(found, file_id=page.file_id, mark=request.POST.get("mark", ""), by=request.user)
    except taking.NotThereNow as refused:
        return render(request, page, problem=str(refused), **_typed(request, page))
    messages.success(request, AGAIN if again else MAY_STAY)
    if typed := _typed(request, page):
        answer = render(request, page, **typed)
        answer.status_code = HTTPStatus.OK
        return answer
    return redirect(f"{reverse('work:story', args=[page.pk])}#identifying")


def _typed(request: HttpRequest, page: StoryPage) -> dict[str, SafetyCheckForm]:
    """The safety check as far as it is filled in; nothing when none stands beside the clues."""
    if "words" not in request.POST or not _beside_the_check(page, request.user):
        return {}
    return {"safety_form": SafetyCheckForm(initial=request.POST.dict(), people=people_in(page))}


def _beside_the_check(page: StoryPage, user: User) -> bool:
    return sending.waits_for_safety(page) and not leaving.why_not_by(page, user)
