"""Staff read letters first: the list, one letter with what can be done, and what a person said of wanting them."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people.admin.access import role_required
from people.roles import SAFEGUARDING, SUPPORTER, has_role
from storybank.domain.replies import moderating
from storybank.domain.replies.gaps import pieces_of
from storybank.domain.replies.marking import LABELS
from storybank.models import Reply
from storybank.models.reply import ReplyState, ReplyWhy

MOST = 200


@role_required(SUPPORTER, SAFEGUARDING)
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The oldest first; for a lead, above them what worries somebody."""
    waiting = list(moderating.waiting_for(request.user)[:MOST])
    codes = moderating.codes_of(waiting)
    rows = [
        {
            "reply": reply,
            "code": codes.get(reply.file_id, ""),
            "marks": [LABELS[mark] for mark in moderating.marks_on(reply)],
            "worries": reply.state == ReplyState.WORRIES,
        }
        for reply in waiting
    ]
    return render(request, "storybank/admin/replies/index.html", {"rows": rows})


@role_required(SUPPORTER, SAFEGUARDING)
@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, pk: int) -> HttpResponse:
    reply = moderating.readable(request.user).filter(pk=pk).first()
    if reply is None:
        raise Http404
    if request.method != "POST":
        return _sheet(request, reply)
    try:
        said = _act(request, reply)
    except moderating.CannotDecide as refused:
        return _sheet(request, reply, problem=str(refused))
    messages.success(request, said)
    following = moderating.waiting_for(request.user).exclude(pk=pk).first()
    return redirect("replies:one", following.pk) if following else redirect("replies:index")


@role_required(SAFEGUARDING)
@require_POST
def as_it_came(request: HttpRequest, pk: int) -> HttpResponse:
    """With what was taken out. Each look is written down."""
    reply = moderating.readable(request.user).filter(pk=pk).first()
    if reply is None:
        raise Http404
    try:
        return _sheet(request, reply, whole=moderating.as_it_came(reply, by=request.user))
    except moderating.CannotDecide as refused:
        return _sheet(request, reply, problem=str(refused))


def _act(request: HttpRequest, reply: Reply) -> str:
    act = request.POST.get("act", "")
    if act == "pass":
        leave_out = {
            int(one) for one in request.POST.getlist("leave_out") if one.isascii() and one.isdecimal()
        }
        hard = bool(request.POST.get("hard"))
        moderating.pass_on(reply, by=request.user, leave_out=leave_out, hard=hard)
        return "It is passed on. They read it when they like."
    if act == "keep_back":
        moderating.keep_back(reply, why=request.POST.get("why_not", ""), by=request.user)
        return "It is not passed on. The author never hears of it."
    if act == "worry":
        moderating.worry(reply, why=request.POST.get("worry", ""), by=request.user)
        return "It is with the safeguarding leads. They are told now."
    raise moderating.CannotDecide("Choose one of the buttons. Nothing was changed.")


def _sheet(
    request: HttpRequest, reply: Reply, *, problem: str = "", whole: str | None = None
) -> HttpResponse:
    reply.refresh_from_db()
    lead = has_role(request.user, SAFEGUARDING)
    worries = reply.state == ReplyState.WORRIES
    context = {
        "reply": reply,
        "code": moderating.codes_of([reply]).get(reply.file_id, ""),
        "pieces": pieces_of(moderating.words_of(reply)),
        "parts": [(number, pieces_of(part)) for number, part in moderating.parts_of(reply)],
        "marks": [LABELS[mark] for mark in moderating.marks_on(reply)],
        "why_not": moderating.why_not_pass(reply, request.user),
        "kept_back_why": [(one.value, one.label) for one in moderating.KEPT_BACK_WHY],
        "worries_why": [(one.value, one.label) for one in moderating.WORRIES_WHY],
        "open": reply.state == ReplyState.WAITS or (worries and lead),
        "may_keep_back": lead or not moderating.for_a_lead(reply),
        "worries": worries,
        "worry": ReplyWhy(reply.why).label if worries else "",
        "lead": lead,
        "whole": whole,
        "looks": reply.looks.select_related("viewer") if lead else [],
        "problem": problem,
        "typed": request.POST,
        "left_out": {
            int(one) for one in request.POST.getlist("leave_out") if one.isascii() and one.isdecimal()
        },
    }
    return render(request, "storybank/admin/replies/one.html", context, status=422 if problem else 200)
