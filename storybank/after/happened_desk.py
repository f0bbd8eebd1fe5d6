"""/my/what-happened/: the letters to read and print, and whether there shall be more of them."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from people.desk.access import person_of
from people.models import User
from storybank.after import happened
from storybank.after.desk import show
from storybank.after.letter_paper import as_pdf
from storybank.desk.frame import desk_page
from storybank.models import WhatHappened


@desk_page
def what_happened(request: HttpRequest) -> HttpResponseBase:
    person = person_of(request)
    if request.method == "POST":
        wanted = request.POST.get("letters")
        if wanted in ("yes", "no"):
            happened.wish(person, letters=wanted == "yes")
            messages.success(request, _("It is noted. You can change it at any time."))
        return redirect("storybank:what_happened")
    context = {"letters": happened.letters_to(person), "wants": happened.wants_letters(person)}
    return show(request, "what_happened", **context)


@desk_page
def letter(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    found = _own(request, uid)
    happened.read(found)
    context = {"letter": found, "lines": happened.lines_of(found), "added": happened.added_to(found)}
    return show(request, "letter", **context)


@desk_page
def paper(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    return pdf(_own(request, uid))


def pdf(letter: WhatHappened, *, reader: User | None = None) -> HttpResponse:
    """The letter as a file with a name that says nothing."""
    answer = HttpResponse(as_pdf(letter, reader=reader), content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="letter.pdf"'
    answer["Cache-Control"] = "no-store, private"
    return answer


def _own(request: HttpRequest, uid: UUID) -> WhatHappened:
    rows = WhatHappened.objects.filter(person=person_of(request)).select_related("person")
    found = rows.filter(uid=uid).first()
    if found is None:
        raise Http404
    return found
