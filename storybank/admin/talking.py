"""What the author wrote back, beside the story: each line with the change it is about, and a box to answer."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from people.models import User
from people.one_line import one_line
from storybank.admin.panels import Panel
from storybank.admin.sheet import render, suggestable
from storybank.domain import writing_back
from storybank.domain.deriving import forms_of
from storybank.lock.opening import may_suggest
from storybank.models import StoryPage


def panel(page: StoryPage, user: User) -> Panel | None:
    """For those who may suggest: it was written to them."""
    talks = writing_back.talks(forms_of(page)) if may_suggest(user, page) else []
    if not talks:
        return None
    return Panel(
        key="talk",
        title="What the author wrote back",
        template="storybank/admin/panels/talk.html",
        icon="comment",
        it={"talks": talks},
        count=sum(talk.waits for talk in talks),
    )


@require_POST
def answer(request: HttpRequest, page_id: int, uid: UUID) -> HttpResponse:
    """One answer. What cannot be kept is said on the sheet, with the text below it."""
    page = suggestable(request.user, page_id)
    form = next((one for one in forms_of(page) if one.written_back.filter(uid=uid).exists()), page)
    text = request.POST.get("text", "")
    try:
        writing_back.answer(form, by=request.user, text=text, to=uid)
    except writing_back.CannotWrite as refused:
        return render(request, page, problem=_kept(str(refused), text))
    messages.success(request, "Sent. They find it on their own page.")
    return redirect("work:story", page_id)


def _kept(refusal: str, text: str) -> str:
    typed = one_line(text)
    return f"{refusal} You wrote: {typed}" if typed else refusal
