"""The questions about a request, for organisers and for comms: one form, its own questions for each kind."""

import hashlib
import json
import unicodedata
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from people import clock
from people.choice_fields import Several
from people.day_input import DayInput
from people.in_sight import in_sight
from people.said_here import marked, said_here
from speakers.domain.kinds import FORMS, QUESTIONS, Form, form_of
from speakers.domain.requests import Asked
from speakers.domain.times import NoSuchTime, in_london
from speakers.enums import Kind, Spoken
from speakers.models import Topic

NAMED = (
    ("2", _("No name at all")),
    ("3", _("A name they choose")),
    ("4", _("Their first name")),
    ("5", _("Their full name")),
)
LONGEST_TALK = timedelta(hours=12)
FURTHEST = timedelta(days=730)


class Words(forms.CharField):
    """Text as people type it; signs that no screen can show are dropped, and too much is said plainly."""

    def to_python(self, value: Any) -> str:
        text = str(super().to_python(value)).replace("\r\n", "\n")
        return in_sight(
            "".join(sign for sign in text if sign in "\n\t" or unicodedata.category(sign) != "Cc")
        )


class Topics(Several):
    """By the name that this page's language has for each, or marked as English."""

    def label_from_instance(self, obj: Topic) -> str:
        return marked(said_here(obj.name))


class RequestForm(forms.Form):
    """Bound or not, it keeps what was typed; `asked()` gives the request once it is valid."""

    form = forms.ChoiceField(label=_("Which of these is it?"), widget=forms.RadioSelect)
    title = Words(label=_("What is it called?"), max_length=120)
    day = forms.DateField(label=_("Which day?"), widget=DayInput())
    begins = forms.TimeField(
        label=_("It starts at"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    ends = forms.TimeField(
        label=_("It ends at"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    decide_day = forms.DateField(
        label=_("By which day do you need to know?"),
        widget=DayInput(),
    )
    place = Words(
        label=_("Where is it?"),
        help_text=_("Leave this empty if it is online only."),
        max_length=200,
        required=False,
    )
    remote = forms.BooleanField(label=_("It can be done online"), required=False)
    topics = Topics(
        label=_("What should they speak about?"),
        queryset=Topic.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    audience = Words(
        label=_("Who will be there?"), help_text=_("For instance: sixty housing officers."), max_length=300
    )
    purpose = Words(
        label=_("What is it for, in one or two sentences?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    identity = forms.ChoiceField(
        label=_("How would the speaker be named?"),
        choices=NAMED,
        initial="3",
        widget=forms.RadioSelect,
        help_text=_("The less you ask for, the more people can say yes."),
    )
    face = forms.BooleanField(label=_("Their face would be shown or filmed"), required=False)
    voice = forms.BooleanField(label=_("Their voice would be recorded or go out live"), required=False)
    language = forms.ChoiceField(
        label=_("In which language?"),
        choices=[(one.value, _(str(one.label))) for one in Spoken],
        initial=Spoken.ENGLISH,
    )
    seats = forms.IntegerField(label=_("How many speakers?"), min_value=1, max_value=6, initial=1)
    organiser_name = Words(label=_("Your name"), max_length=80)
    organisation = Words(label=_("Your organisation"), max_length=120)
    organiser_email = forms.EmailField(label=_("Your e-mail address"), max_length=200)

    about_it = ("form", "title")
    when_and_where = ("day", "begins", "ends", "decide_day", "place", "remote")
    who_and_how = ("audience", "topics", "purpose", "identity", "face", "voice", "language", "seats")
    about_you = ("organiser_name", "organisation", "organiser_email")

    def __init__(self, *args: Any, kind: Kind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        self.own_questions = tuple(f"own_{ask.key}" for ask in QUESTIONS[kind])
        self.fields["form"].choices = [(one.key, gettext(one.label)) for one in FORMS[kind]]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["topics"].queryset = Topic.objects.all()  # type: ignore[attr-defined]  # a model field
        for ask in QUESTIONS[kind]:
            self.fields[f"own_{ask.key}"] = Words(
                label=gettext(ask.label),
                help_text=gettext(ask.hint) if ask.hint else "",
                required=ask.required,
                max_length=300,
            )
        if kind == Kind.MEDIA:
            self.fields["organisation"].label = gettext("Newspaper, station or site")
        for field in self.fields.values():
            _speak_plainly(field)

    @property
    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The questions in the order of the page."""
        parts = [
            (gettext("What it is"), (*self.about_it, *self.own_questions)),
            (gettext("When and where"), self.when_and_where),
            (gettext("Who is there, and how"), self.who_and_how),
            (gettext("Who is asking"), self.about_you),
        ]
        return [(title, [self[name] for name in names]) for title, names in parts]

    @property
    def chosen(self) -> Form:
        return form_of(self.kind, self.cleaned_data["form"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        day, begins, ends = data.get("day"), data.get("begins"), data.get("ends")
        if day and begins and ends:
            self._clean_times(day, begins, ends)
        if data.get("decide_day") and day:
            self._clean_decide_day(data["decide_day"], day)
        if not data.get("remote") and not self._has_place(data):
            self.add_error("place", gettext("Say where it is, or say that it can be done online."))
        return data

    def _has_place(self, data: dict[str, Any]) -> bool:
        return bool(data.get("place"))

    def _clean_times(self, day: date, begins: time, ends: time) -> None:
        try:
            start, end = in_london(day, begins), in_london(day, ends)
        except NoSuchTime as error:
            self.add_error("begins", gettext(str(error)))
            return
        if end <= start:
            self.add_error("ends", gettext("It ends before it starts. Check both times."))
        elif end - start > LONGEST_TALK:
            self.add_error("ends", gettext("That is longer than twelve hours. Check both times."))
        if start <= clock.now():
            self.add_error("day", gettext("That day has passed. Choose one that is still to come."))
        elif start > clock.now() + FURTHEST:
            self.add_error("day", gettext("That is more than two years away. Check the year."))
        self.cleaned_data |= {"starts_at": start, "ends_at": end}

    def _clean_decide_day(self, decide: date, day: date) -> None:
        if decide > day:
            self.add_error("decide_day", gettext("That is after it has happened. Choose a day before it."))
        elif decide < clock.today():
            self.add_error("decide_day", gettext("That day has passed. Choose one that is still to come."))

    @property
    def decide_by(self) -> datetime:
        """The end of the working day; never after it starts, never in the past."""
        last = in_london(self.cleaned_data["decide_day"], time(17))
        return max(min(last, self.cleaned_data["starts_at"]), clock.now() + timedelta(minutes=1))

    def asked(self) -> Asked:
        return Asked(**self.values())

    def values(self) -> dict[str, Any]:
        data, chosen = self.cleaned_data, self.chosen
        return {
            "kind": self.kind,
            "title": data["title"],
            "organiser_name": data["organiser_name"],
            "organiser_email": data["organiser_email"],
            "organisation": data["organisation"],
            "starts_at": data["starts_at"],
            "ends_at": data["ends_at"],
            "decide_by": self.decide_by,
            "audience": data["audience"],
            "purpose": data["purpose"],
            "uses": (chosen.use,),
            "identity": int(data["identity"]),
            "face": data["face"],
            "voice": data["voice"] or chosen.voice,
            "place": data["place"],
            "remote": data["remote"],
            "languages": (str(Spoken(data["language"]).label),),
            "topics": tuple(data["topics"]),
            "intensity": chosen.intensity,
            "open_questions_live": chosen.live,
            "seats": data["seats"],
            "details": {"form": chosen.key}
            | {ask.key: data[f"own_{ask.key}"] for ask in QUESTIONS[self.kind] if data[f"own_{ask.key}"]},
        }

    def fingerprint(self) -> str:
        """The same answers give the same words: so that sending twice is sending once."""
        told = {name: self.data.getlist(name) for name in sorted(self.fields)}  # type: ignore[attr-defined]  # a QueryDict
        return hashlib.sha256(json.dumps(told).encode("utf-8", "replace")).hexdigest()


def _speak_plainly(field: forms.Field) -> None:
    field.is_optional = not field.required and not isinstance(field, forms.BooleanField)
    field.error_messages["required"] = gettext("“%(label)s” is missing.") % {"label": field.label}
    for slip in ("invalid_choice", "invalid_pk_value", "invalid_list"):
        field.error_messages[slip] = gettext("Choose again: “%(label)s”.") % {"label": field.label}
    if isinstance(field, forms.DateField):
        field.error_messages["invalid"] = gettext("Write a day like 9/12/2026.")
    if isinstance(field, forms.TimeField):
        field.error_messages["invalid"] = gettext("Write a time like 14:30.")
    if isinstance(field, forms.IntegerField):
        field.error_messages["invalid"] = gettext("Write a number.")
    if isinstance(field, forms.EmailField):
        field.error_messages["invalid"] = gettext("Write an e-mail address like name@place.example.")
    for check in field.validators:
        if getattr(check, "code", "") in {"min_value", "max_value"}:
            check.message = gettext("“%(label)s” Choose a number that is really possible.") % {
                "label": field.label
            }
        if getattr(check, "code", "") == "max_length":
            too_long = gettext("“%(label)s” is too long. Use at most %(most)s letters; this has %(has)s.")
            check.message = too_long % {
                "label": field.label,
                "most": "%(limit_value)d",
                "has": "%(show_value)d",
            }
    field.widget.attrs.pop("maxlength", None)  # or browsers cut what is pasted without a word
