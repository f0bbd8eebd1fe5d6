"""What people are told before they answer: every version for ever, and a new one by the data-protection officer."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import path

from consent.admin.notices_forms import NoticeForm, box
from consent.domain.told import renotifying
from consent.domain.told.read_aloud import TITLES
from consent.domain.told.renotifying import CannotPublish
from consent.models import Notice, NoticeRendering
from people.admin.access import role_required
from people.roles import DPO


@role_required(DPO)
def index(request):
    rows = Notice.objects.order_by("key", "-version").prefetch_related("renderings")
    listed = [(row, TITLES.get(row.key, row.key), list(row.renderings.all())) for row in rows]
    return render(request, "consent/admin/notices.html", {"rows": listed, "titles": TITLES})


@role_required(DPO)
def one(request, pk: int):
    """One rendering as it stands and stood: nobody can change it."""
    found = NoticeRendering.objects.select_related("notice").filter(pk=pk).first()
    if found is None:
        raise Http404
    context = {"rendering": found, "title": TITLES.get(found.notice.key, found.notice.key)}
    return render(request, "consent/admin/notice.html", context)


@role_required(DPO)
def new(request, key: str):
    """A new version, starting from the words of today."""
    now = list(NoticeRendering.objects.filter(notice__key=key, notice__current=True))
    if not now:
        raise Http404
    initial = {box(row.language, row.format): row.text for row in now}
    form = NoticeForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        changes = form.cleaned_data["changes_meaning"] == "yes"
        try:
            made = renotifying.publish(key, form.texts(), changes_meaning=changes, by=request.user)
        except CannotPublish as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"Version {made.version} stands from now on.")
            return redirect("notices:index")
    context = {
        "form": form,
        "title": TITLES.get(key, key),
        "concerned": len(renotifying.people_concerned(key)),
    }
    return render(
        request, "consent/admin/notice_new.html", context, status=422 if request.method == "POST" else 200
    )


app_name = "notices"
urlpatterns = [
    path("", index, name="index"),
    path("<int:pk>/", one, name="one"),
    path("<slug:key>/new/", new, name="new"),
]
