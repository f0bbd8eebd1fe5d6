"""Hand-over: whose people, to whom, what would move, yes."""

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import redirect, render

from people.admin.access import role_required
from people.admin.forms import HandOverForm, supporters
from people.domain import handover
from people.models import User
from people.roles import ADMINISTRATOR, SUPPORTER, has_role


@role_required(SUPPORTER, ADMINISTRATOR)
def hand_over(request):
    """Asks twice: the first answer shows the counts, the second (`sure`) moves."""
    form = HandOverForm(
        request.POST or None, givers=_givers(request.user), initial={"from_user": request.user}
    )
    if request.method != "POST" or not form.is_valid():
        return render(request, "people/admin/hand_over.html", {"form": form})
    from_user, to_user = form.cleaned_data["from_user"], form.cleaned_data["to_user"]
    ahead = handover.look_ahead(from_user=from_user, to_user=to_user)
    if "sure" not in request.POST:
        context = {"form": form, "ahead": ahead, "from_user": from_user, "to_user": to_user}
        return render(request, "people/admin/hand_over_sure.html", context)
    try:
        moved = handover.hand_over(from_user=from_user, to_user=to_user, by=request.user, people=ahead.people)
    except handover.CannotHandOver as error:
        form.add_error(None, str(error))
        return render(request, "people/admin/hand_over.html", {"form": form})
    messages.success(request, f"Handed over: {moved}. Each of them is told.")
    return redirect("wagtailadmin_home")


def _givers(user):
    """Oneself; for an administrator everybody who stands beside someone, also those switched off."""
    if has_role(user, ADMINISTRATOR):
        with_people = User.objects.filter(caseload__isnull=False)
        either = Q(pk__in=with_people.values("pk")) | Q(pk__in=supporters().values("pk"))
        return User.objects.filter(either)  # once each, however many roles they hold
    return User.objects.filter(pk=user.pk)
