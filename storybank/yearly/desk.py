"""/my/yearly/: all of it on one page, once a year: still right, change one, or not this year."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from people.desk.access import person_of
from people.domain import contact_rules, saying_rules
from storybank.desk.frame import desk_page
from storybank.in_it.frame import show
from storybank.yearly import talking


@desk_page
def yearly(request: HttpRequest) -> HttpResponseBase:
    person = person_of(request)
    if request.method == "POST":
        if request.POST.get("all") == "right":
            talking.looked_alone(person)
            messages.success(request, _("Thank you. All stays as it is."))
        elif request.POST.get("all") == "not_now":
            talking.not_this_year(person)
            messages.success(request, _("All right. We ask again next year."))
        else:
            messages.error(request, _("Choose one of the buttons. Nothing was changed."))
        return redirect("home:my")
    return show(
        request,
        "yearly/yearly",
        person=person,
        rules=list(saying_rules.sentences(contact_rules.rules_of(person))),
        lines=talking.lines_of(person),
        due=talking.is_due(person),
    )
