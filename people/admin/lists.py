"""Lists that a charity keeps for itself: themes, regions, teams. Added and renamed, never deleted under a story."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from people.admin.access import role_required
from people.admin.list_forms import KINDS
from people.roles import ADMINISTRATOR

BESIDE_WORDS = frozenset({"themes", "regions"})
KEEPS = "Stories that were agreed keep “{was}” beside them until a new version of them is agreed."


@role_required(ADMINISTRATOR)
def index(request, kind: str):
    form = _form_or_404(kind)
    things = form.Meta.model.objects.all()
    return render(
        request,
        "people/admin/list.html",
        {"things": things, "kind": kind, "title": form.many, "kinds": _tabs()},
    )


@role_required(ADMINISTRATOR)
def add(request, kind: str):
    form = _form_or_404(kind)(request.POST or None)
    return _answer(request, form, kind)


@role_required(ADMINISTRATOR)
def change(request, kind: str, pk: int):
    """A new name, the same address: links that are out there keep working."""
    kind_of_form = _form_or_404(kind)
    thing = get_object_or_404(kind_of_form.Meta.model, pk=pk)
    was = thing.name
    return _answer(request, kind_of_form(request.POST or None, instance=thing), kind, was=was)


def _answer(request, form, kind: str, *, was: str = ""):
    if request.method == "POST" and form.is_valid():
        thing = form.save()
        kept = KEEPS.format(was=was) if was not in {"", thing.name} and kind in BESIDE_WORDS else ""
        messages.success(request, f"“{thing}” is saved. {kept}".strip())
        return redirect("lists:index", kind)
    context = {"form": form, "kind": kind, "title": form.one, "beside_words": kind in BESIDE_WORDS}
    return render(request, "people/admin/list_form.html", context)


def _form_or_404(kind: str):
    try:
        return KINDS[kind]
    except KeyError as error:
        raise Http404 from error


def _tabs():
    return [(kind, form.many) for kind, form in KINDS.items()]
