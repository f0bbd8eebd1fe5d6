"""Staff: the list, a new one, a change, leaving. Wagtail's own user screens stay closed: they can make superusers."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.views.decorators.http import require_POST, require_safe

from people import roles
from people.admin.staff_forms import StaffForm
from people.domain import staffing
from people.enums import UserKind
from people.models import User

INDEX = "people_staff:index"


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    rows = [(user, sorted(roles.roles_of(user))) for user in staffing.staff()]
    return render(request, "people/admin/staff/index.html", {"rows": rows, "page_title": "Staff"})


def edit(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    user = get_object_or_404(User, pk=pk, kind=UserKind.STAFF) if pk else None
    form = StaffForm(request.POST or None, instance=user, by=request.user)
    if request.method == "POST" and form.is_valid():
        messages.success(request, f"{form.save().display_name} can sign in with their e-mail address.")
        return HttpResponseRedirect(reverse(INDEX))
    title = user.display_name if user else "New member of staff"
    return render(
        request, "people/admin/staff/edit.html", {"form": form, "member": user, "page_title": title}
    )


@require_POST
def switch(request: HttpRequest, pk: int) -> HttpResponse:
    """Off when on, on when off; refused in words while people depend on them."""
    user = get_object_or_404(User, pk=pk, kind=UserKind.STAFF)
    try:
        if user.is_active:
            staffing.leave(user, by=request.user)
            messages.success(request, f"{user.display_name} can no longer sign in.")
        else:
            staffing.come_back(user)
            messages.success(request, f"{user.display_name} can sign in again.")
    except staffing.CannotChangeStaff as refusal:
        messages.error(request, str(refusal))
    return HttpResponseRedirect(reverse(INDEX))


urlpatterns = (
    [
        path("", index, name="index"),
        path("new/", edit, name="add"),
        path("<int:pk>/", edit, name="edit"),
        path("<int:pk>/switch/", switch, name="switch"),
    ],
    "people_staff",
)
