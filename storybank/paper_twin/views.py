"""The packs of one's people, one pack with what can be done now, its scans, and a stop slip that came back."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people import clock
from people.admin.access import role_required
from people.domain.caseload import handled_by
from people.enums import Language
from people.keyring import KeyShredded
from people.roles import ADMINISTRATOR, COMMS, DPO, SAFEGUARDING, SUPPORTER, has_role
from people.whole_numbers import whole_number
from storybank.domain.paper_packs import scan_bytes, why_back
from storybank.models import PaperPack
from storybank.models.paper_pack import PackState
from storybank.paper_twin import checking, codes, entering, scans, seeing, standing, stop_slips
from storybank.paper_twin.making import MOST_BLANK

WHO = (SUPPORTER, SAFEGUARDING)
MAY_BE_SCANNED = entering.MAY_BE_TYPED


@role_required(*WHO)
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What is with whom, what is to be typed in, what is to be checked. A yes and a no look the same here.

    Whether a pack is overtaken is found out when it is opened, not for a hundred at once.
    """
    typed = request.GET.get("number", "")
    if typed.strip():
        found = seeing.mine(request.user).filter(code=codes.tidy(typed) or "-").first()
        if found is not None:
            return redirect("paper:pack", found.code)
        messages.warning(
            request, "No pack of your people has this number. Type it as it stands on the sheets."
        )
    context = {
        "rows": seeing.mine(request.user)[: seeing.MOST],
        "along": seeing.along(request.user),
        "to_check": seeing.to_check(request.user),
        "languages": Language.choices,
        "most": MOST_BLANK,
        "supports": has_role(request.user, SUPPORTER),
        "typed": typed[:20],
    }
    return render(request, "storybank/paper/index.html", context)


@role_required(SUPPORTER)
@require_safe
def pack(request: HttpRequest, code: str) -> HttpResponse:
    row = standing.settle(seeing.opened(request.user, code))
    try:
        back = why_back(row)
    except KeyShredded:
        back = ""
    context = {
        "pack": row,
        "back": back,
        "scans": row.scans.all(),
        "can_be_typed": row.state in entering.MAY_BE_TYPED,
        "people": handled_by(request.user).filter(erased_at=None).order_by("pk")
        if row.person is None
        else [],
        "most": scans.LARGEST_UPLOAD // 1024 // 1024,
        "near": row.state == PackState.ENTERED and not checking.may_check(row, request.user),
    }
    return render(request, "storybank/paper/pack.html", context)


@role_required(SUPPORTER)
@require_POST
def act(request: HttpRequest, code: str) -> HttpResponse:
    """Given, somebody's, thrown away, moved: each is one button."""
    row, what = seeing.opened(request.user, code), request.POST.get("act", "")
    if what == "given" and row.state == PackState.PRINTED:
        PaperPack.objects.filter(pk=row.pk).update(state=PackState.GIVEN, given_at=clock.now())
        messages.success(request, "Written down: they have it.")
    elif what == "theirs":
        _give(request, row)
    elif what == "not_theirs":
        _take_back(request, row)
    elif what == "scans" and row.state in MAY_BE_SCANNED:
        scans.throw_away(row)
        messages.success(request, "The pages are gone. Scan them afresh.")
    elif what == "moved" and row.person is not None:
        standing.has_moved(row.person, by=request.user)
        messages.success(request, "Written down. Sheets that are still out do not count any more.")
    else:
        messages.info(request, "Nothing was changed.")
    return redirect("paper:pack", row.code)


@role_required(SUPPORTER)
@require_POST
def add_scans(request: HttpRequest, code: str) -> HttpResponse:
    row = standing.settle(seeing.opened(request.user, code))
    files = request.FILES.getlist("scans")
    if row.state not in MAY_BE_SCANNED or row.person is None:
        messages.warning(request, "Nothing was kept. Look at what stands here first.")
    elif not files:
        messages.warning(request, "Choose the pages first: pictures or one PDF.")
    else:
        _add(request, row, files)
    return redirect("paper:pack", row.code)


@role_required(*WHO)
@require_safe
def scan(request: HttpRequest, code: str, no: int) -> HttpResponse:
    """One page that came back, for who types it in and who checks it."""
    row = seeing.near(request.user, code)
    return scan_answer(row, no)


@role_required(SUPPORTER, SAFEGUARDING, COMMS, DPO, ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def slip(request: HttpRequest) -> HttpResponse:
    """Whoever opens the post can stop by a slip. The page says nothing about anybody, before or after."""
    typed, problem = request.POST.get("number", ""), ""
    if request.method == "POST":
        which = whole_number(request.POST.get("which", ""), digits=2) or 0
        try:
            done = stop_slips.stop_by_number(codes.tidy(typed), which=which, by=request.user)
        except stop_slips.NothingToStop as refused:
            problem = str(refused)
        else:
            messages.success(
                request, f"It is stopped. Their number for it is {done.code}. Tell them when you can."
            )
            return redirect("paper:slip")
    context = {"problem": problem, "typed": typed[:20]}
    return render(request, "storybank/paper/slip.html", context, status=422 if problem else 200)


def scan_answer(row: PaperPack, no: int) -> HttpResponse:
    """Never guessed at by a browser, never kept by a cache."""
    found = row.scans.select_related("pack__person", "pack__file").filter(no=no).first()
    if found is None:
        raise Http404
    try:
        answer = HttpResponse(scan_bytes(found), content_type=found.content_type)
    except KeyShredded as error:
        raise Http404 from error
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "no-store, private"
    return answer


def _give(request: HttpRequest, row: PaperPack) -> None:
    pk = whole_number(request.POST.get("person", ""), digits=12) or 0
    try:
        entering.give_to(row, seeing.handled(request.user, pk))
    except entering.CannotEnter as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, "Written down: these sheets are theirs.")


def _take_back(request: HttpRequest, row: PaperPack) -> None:
    try:
        entering.not_theirs(row)
    except entering.CannotEnter as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, "Written down: these sheets are nobody's yet.")


def _add(request: HttpRequest, row: PaperPack, files: list) -> None:
    try:
        number = scans.add(row, files)
    except scans.NotAScan as refused:
        messages.error(request, str(refused))
        return
    if row.state in (PackState.PRINTED, PackState.GIVEN):
        PaperPack.objects.filter(pk=row.pk).update(state=PackState.BACK)
    messages.success(request, f"{_pages(number)} kept, sealed. Now type in what stands there.")


def _pages(number: int) -> str:
    return "One page is" if number == 1 else f"{number} pages are"
