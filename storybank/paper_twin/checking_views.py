"""The second pair of eyes: the pages on one side, what was typed on the other, each item looked at by itself."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from people.admin.access import role_required
from people.domain.from_outside import NotFromOutside
from people.in_sight import in_sight
from people.roles import SAFEGUARDING, SUPPORTER
from storybank.admin.forms import LinkForm
from storybank.models import PaperPack
from storybank.models.paper_pack import PackState
from storybank.paper_twin import checking, outside_links, seeing, standing
from storybank.paper_twin.checking import CannotCheck
from storybank.paper_twin.items import Item, items_of

SAME, OTHER = "same", "other"


@role_required(SUPPORTER, SAFEGUARDING)
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, code: str) -> HttpResponse:
    """Looking changes nothing. Every item the same: it counts. One that is not: it goes back with the reason."""
    row = seeing.checkable(request.user, code)
    if standing.settle(row).state == PackState.VOID:
        messages.warning(request, str(row.get_void_why_display()))
        return redirect("paper:index")
    looked = Looked(row, request)
    if request.method == "POST" and not looked.problem:
        try:
            if looked.agrees:
                checking.agree(row, by=request.user)
            else:
                checking.disagree(row, why=looked.why, by=request.user)
        except CannotCheck as refused:
            looked.problem = str(refused)
        else:
            said = (
                "It counts now."
                if looked.agrees
                else "It is back with who typed it in. Nothing of it counts."
            )
            messages.success(request, said)
            return redirect("paper:index")
    context = {"pack": row, "looked": looked, "scans": row.scans.all()}
    return render(request, "storybank/paper/check.html", context, status=422 if looked.problem else 200)


@role_required(SUPPORTER)
@require_POST
def make_link(request: HttpRequest, code: str) -> HttpResponse:
    """For somebody outside, where nobody independent is here: this one pack, once, for seven days."""
    row = seeing.opened(request.user, code)
    form = LinkForm(request.POST)
    if not form.is_valid():
        problems = [error for errors in form.errors.values() for error in errors]
        messages.error(request, f"{' '.join(problems)} Nothing was made.")
        return redirect("paper:pack", row.code)
    try:
        link = outside_links.invite(row, by=request.user, **form.cleaned_data)
    except NotFromOutside as refused:
        messages.error(request, str(refused))
        return redirect("paper:pack", row.code)
    if not link:
        messages.success(request, "The link is on its way to them. Only they can open it.")
        return redirect("paper:pack", row.code)
    context = {"link": link, "for_whom": form.cleaned_data["for_whom"], "pack": row}
    return render(request, "storybank/paper/link.html", context)


class Looked:
    """What was said of each item so far; nothing is chosen beforehand, and nothing said is lost."""

    def __init__(self, row: PaperPack, request: HttpRequest) -> None:
        sent = request.POST
        self.items: list[tuple[Item, str]] = [
            (item, sent.get(f"item-{item.name}", "")) for item in items_of(row)
        ]
        self.why = in_sight(sent.get("why", "").replace("\x00", "")[: checking.LONGEST_WHY])
        said = {answer for _, answer in self.items}
        self.agrees = said == {SAME}
        self.seen = checking.looked_at(row)
        self.problem = ""
        if request.method == "POST" and f"item-typed-{self.seen}" not in sent:
            self.items = [(item, "") for item, _ in self.items]
            self.problem = checking.CHANGED
        elif request.method == "POST" and not said <= {SAME, OTHER}:
            self.problem = "Say of each item whether it is the same as on the sheets."
        elif request.method == "POST" and OTHER in said and not self.why.strip():
            self.problem = "Write what is not the same, so that it can be mended."
