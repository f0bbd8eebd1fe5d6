"""Pictures and recordings on a story's sheet: added here, and nowhere else, as a suggestion to the author."""

from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from people import clock
from people.pictures import NotAPicture
from people.sounds import NotASound
from storybank.admin.media_forms import PictureForm, SoundForm
from storybank.admin.sheet import readable, render, suggestable
from storybank.domain import media as story_media
from storybank.domain.reading_shapes import FOR_THE_HOUSE
from storybank.domain.reading_words import compose
from storybank.public.media import answer

LOOK_AGAIN = "Something needs another look. Nothing was added."
SUGGESTED = "It stands at the end of the words now. The author decides about it like about any change."


@never_cache
@require_safe
def show(request: HttpRequest, page_id: int, uid: UUID) -> HttpResponse:
    """A picture of the latest words, for whoever may read them."""
    page = readable(request.user, page_id)
    words = page.get_latest_revision_as_object()
    found = compose(words, shows=FOR_THE_HOUSE, since=clock.now())
    return answer(request, found.body, uid, file_id=page.file_id)


@never_cache
@require_POST
def add_picture(request: HttpRequest, page_id: int) -> HttpResponse:
    return _add(request, page_id, PictureForm(request.POST, request.FILES), name="picture_form")


@never_cache
@require_POST
def add_sound(request: HttpRequest, page_id: int) -> HttpResponse:
    return _add(request, page_id, SoundForm(request.POST, request.FILES), name="sound_form")


def _add(request: HttpRequest, page_id: int, form: forms.Form, *, name: str) -> HttpResponse:
    page = suggestable(request.user, page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise Http404
    if not form.is_valid():
        return render(request, page, problem=LOOK_AGAIN, **{name: form})
    verb = story_media.add_picture if name == "picture_form" else story_media.add_sound
    try:
        verb(page, by=request.user, **form.cleaned_data)
    except (NotAPicture, NotASound) as refused:
        form.add_error("upload", str(refused))
        return render(request, page, problem=str(refused), **{name: form})
    messages.success(request, SUGGESTED)
    return redirect("work:story", page.pk)
