"""The words of every message: read, change, look at them with sample names, send them to oneself, go back."""

from django.contrib import messages as flash
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render

from people.admin.access import role_required
from people.admin.word_forms import WordsForm
from people.domain import messages, outbox
from people.domain.events import EVENTS
from people.enums import Audience, Channel, Language
from people.models import MessageText
from people.roles import ADMINISTRATOR


@role_required(ADMINISTRATOR)
def words(request):
    """Every message by who reads it; those with the charity's own words are marked."""
    own = set(MessageText.objects.values_list("event", "channel", "language"))
    groups = [
        (audience.label, [_row(event, own) for event, known in EVENTS.items() if known.audience == audience])
        for audience in Audience
    ]
    return render(request, "people/admin/words.html", {"groups": groups})


@role_required(ADMINISTRATOR)
def edit(request, room: str, name: str, channel: str, language: str):
    """Save, show, send to oneself or go back to the house's words; nothing but saving keeps anything."""
    event = f"{room}/{name}"
    if event not in EVENTS or channel not in EVENTS[event].channels or language not in Language.values:
        raise Http404
    now = messages.words_of(event, channel=channel, language=language)
    form = WordsForm(
        request.POST or None, event=event, channel=channel, initial={"subject": now.subject, "body": now.body}
    )
    shown = messages.preview(event, channel, language)
    act = request.POST.get("act", "")
    if act == "reset":
        messages.reset(event, channel=channel, language=language)
        flash.success(request, "The house's own words are back.")
        return redirect(request.path)
    if request.method == "POST" and form.is_valid():
        shown = messages.fill(messages.Words(**form.cleaned_data), messages.sample(language))
        if act == "save":
            return _save(request, form, event=event, channel=channel, language=language)
        if act == "test":
            outbox.put_sample(event=event, user=request.user, words=shown)
            flash.success(request, f"Sent to {request.user.email}, with sample names.")
    context = {
        "form": form,
        "event": EVENTS[event],
        "channel": Channel(channel).label,
        "language": Language(language).label,
        "other": Language.WELSH if language == Language.ENGLISH else Language.ENGLISH,
        "place": (room, name, channel),
        "own": MessageText.objects.filter(event=event, channel=channel, language=language).exists(),
        "shown": shown,
        "placeholders": [f"{{{word}}}" for word in sorted(EVENTS[event].allowed)],
    }
    return render(request, "people/admin/words_edit.html", context)


def _save(request, form, *, event: str, channel: str, language: str):
    try:
        messages.set_words(event, channel=channel, language=language, **form.cleaned_data)
    except ValidationError as error:  # the form asked the same; another tab cannot slip past it
        flash.error(request, " ".join(error.messages))
    else:
        flash.success(request, "Saved. The next message says it so.")
    return redirect(request.path)


def _row(event: str, own: set):
    room, _, name = event.partition("/")
    ways = [
        (channel.label, channel.value, any((event, channel, language) in own for language in Language.values))
        for channel in EVENTS[event].channels
    ]
    return {"title": EVENTS[event].title, "room": room, "name": name, "ways": ways}
