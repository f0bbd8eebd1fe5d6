"""One person who is in a story: how they may be in it and why, who they are, what they read, what an age asks for."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from consent.domain.care import deciding_young, files, people_in_it, statutory
from consent.domain.care.deciding_young import What
from consent.enums import Basis, Law, Relation
from people.admin import cards
from people.roles import SAFEGUARDING, has_role
from storybank.admin.forms import SuggestForm
from storybank.admin.in_it_forms import BasisForm, LawForm, PartForm, ReasonForm, WaiverForm, WhoForm
from storybank.admin.sheet import UNPROCESSABLE, readable
from storybank.domain import faces, in_it, who_else
from storybank.lock.opening import may_suggest
from storybank.models import ShownPart, StoryPage

REFUSALS = (
    deciding_young.CannotDecide,
    files.CannotIntroduce,
    in_it.CannotShow,
    people_in_it.CannotBeInvited,
    statutory.CannotWaive,
    who_else.CannotSay,
)
CHECKED_FIRST = (
    "The words go to the safety check once more, by themselves. Then they are asked for their own yes."
)
FORMS = {
    "suggest": SuggestForm,
    "basis": BasisForm,
    "who": WhoForm,
    "guardian": WhoForm,
    "part": PartForm,
    "law": LawForm,
    "waiver": WaiverForm,
}


@never_cache
@require_safe
def show(request: HttpRequest, page_id: int, pk: int) -> HttpResponse:
    page = readable(request.user, page_id)
    return _sheet(request, page, _found(page, pk))


@never_cache
@require_POST
def act(request: HttpRequest, page_id: int, pk: int) -> HttpResponse:
    """Supporters decide and invite; only leads decide about the young and about the law. Nothing typed is lost."""
    page = readable(request.user, page_id)
    row, name = _found(page, pk), request.POST.get("act", "")
    verb, for_leads = ACTS.get(name, (None, False))
    if verb is None or not (
        has_role(request.user, SAFEGUARDING) if for_leads else may_suggest(request.user, page)
    ):
        raise Http404
    kind = FORMS.get(name, ReasonForm)
    form = kind(request.POST, **_more(kind, page, row))
    if not form.is_valid():
        return _sheet(request, page, row, problem="Something needs another look.", forms={name: form})
    try:
        said = verb(request, page, row, form.cleaned_data)
    except REFUSALS as refused:
        return _sheet(request, page, row, problem=str(refused), forms={name: form})
    if isinstance(said, HttpResponse):
        return said
    messages.success(request, said)
    return redirect("work:in_it", page_id, pk)


def _sheet(
    request: HttpRequest, page: StoryPage, row: Any, *, problem: str = "", forms: dict[str, Any] | None = None
) -> HttpResponse:
    version = in_it.newest_version(page)
    part = (
        ShownPart.objects.filter(appearance_id=row.pk, edition=version.edition).first() if version else None
    )
    ready = forms or {}
    context = {
        "page": page,
        "row": row,
        "who": row.person.called if row.person else row.role or "Somebody",
        "header_title": f"Who is in it: {page.get_admin_display_title()}",
        "reason": people_in_it.reason_of(row),
        "rule": statutory.RULES.get(row.law) if row.law else None,
        "young": people_in_it.age_of(row),
        "said": next((one for one in who_else.everybody(page) if one.pk == row.pk), None),
        "part": part,
        "part_words": in_it.words_of(part) if part else None,
        "waiver": people_in_it.open_waiver(row),
        "supports": may_suggest(request.user, page),
        "leads": has_role(request.user, SAFEGUARDING),
        "forms": {
            name: ready.get(name) or kind(**_more(kind, page, row), auto_id=f"id_{name}_%s")
            for name, kind in FORMS.items()
        },
        "reason_form": ready.get("parent") or ready.get("no_parent") or ready.get("known") or ReasonForm(),
        "problem": problem,
    }
    return TemplateResponse(
        request, "storybank/admin/in_it.html", context, status=UNPROCESSABLE if problem else 200
    )


def _found(page: StoryPage, pk: int) -> Any:
    row = files.appearances_in(page.file_id).filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def _more(kind: type, page: StoryPage, row: Any) -> dict[str, Any]:
    if kind is PartForm:
        version = in_it.newest_version(page)
        body = in_it.reading_of(version).body if version else ()
        return {"blocks": body, "faces": faces.with_a_face(version, body) if version else ()}
    if kind is SuggestForm:
        return {"initial": {"appearance": row.pk}}
    if kind is not BasisForm:
        return {}
    told = row.relation in {Relation.AUTHOR, Relation.CO_AUTHOR}
    return {"told": told, "law": row.basis == Basis.STATUTORY}


def _basis(request: HttpRequest, page: StoryPage, row: Any, given: dict[str, Any]) -> str:
    people_in_it.decide(row, basis=Basis(given["basis"]), reason=given["reason"], by=request.user)
    return "Decided, with your reason."


def _suggest(request: HttpRequest, page: StoryPage, row: Any, given: dict[str, Any]) -> str:
    who_else.suggest(page, pk=row.pk, wish=given["wish"], why=given["why"], by=request.user)
    return "The author is asked. Nothing is decided until they say so."


def _who(request: HttpRequest, page: StoryPage, row: Any, given: dict[str, Any]) -> HttpResponse | str:
    with transaction.atomic():
        invitation = people_in_it.invite(row, by=request.user, **given)
        again = in_it.somebody_is_introduced(page)
    return _invited(request, invitation, again=again)


def _guardian(request: HttpRequest, page: StoryPage, row: Any, given: dict[str, Any]) -> HttpResponse | str:
    return _invited(request, people_in_it.invite_guardian(row, by=request.user, **given))


def _invited(request: HttpRequest, invitation: Any, *, again: bool = False) -> HttpResponse | str:
    """A new person gets a card there and then; somebody we know has theirs. `again`: the words are checked first."""
    if again and invitation is not None:
        messages.success(request, CHECKED_FIRST)
    if again and invitation is None:
        return CHECKED_FIRST
    if invitation is None:
        return "They are asked for their own yes. They find it on their own page."
    cards.lay_out(request, invitation.person, code16=invitation.code16, token=invitation.card_token)
    return redirect("caseload:card", invitation.person.pk)


def _part(request: HttpRequest, page: StoryPage, row: Any, given: dict[str, Any]) -> str:
    blocks = [int(place) for place in given["blocks"]]
    not_in = [int(place) for place in given.get("not_in", [])]
    in_it.choose(page, row.pk, blocks=blocks, whole=given["whole"], by=request.user, not_in=not_in)
    return "The author is asked whether they may read this."


def _decided(what: What) -> Callable[..., str]:
    def decide(request: HttpRequest, page: StoryPage, row: Any, given: dict[str, Any]) -> str:
        deciding_young.decide(row, what=what, reason=given["reason"], by=request.user)
        return "Written down, with your reason."

    return decide


def _law(request: HttpRequest, page: StoryPage, row: Any, given: dict[str, Any]) -> str:
    statutory.keep_out(row, law=Law(given["law"]), by=request.user, reason=given["reason"])
    return "The law keeps them out. Nothing of it is asked or shown, and no older version comes back."


def _waiver(request: HttpRequest, page: StoryPage, row: Any, given: dict[str, Any]) -> str:
    statutory.record_waiver(row, by=request.user, **given)
    return "Written down. Another lead reads the paper before it counts."


def _verify(request: HttpRequest, page: StoryPage, row: Any, given: dict[str, Any]) -> str:
    waiver = people_in_it.open_waiver(row)
    if waiver is None:
        raise statutory.CannotWaive("There is no paper to read. Nothing was changed.")
    statutory.verify_waiver(waiver, by=request.user)
    return "Their own yes is asked now, like anybody's."


ACTS: dict[str, tuple[Callable[..., Any], bool]] = {
    "suggest": (_suggest, False),
    "basis": (_basis, False),
    "who": (_who, False),
    "guardian": (_guardian, False),
    "part": (_part, False),
    "parent": (_decided(What.PARENT_NEEDED), True),
    "no_parent": (_decided(What.PARENT_NOT_NEEDED), True),
    "known": (_decided(What.MAY_BE_KNOWN), True),
    "law": (_law, True),
    "waiver": (_waiver, True),
    "verify": (_verify, True),
}
