"""The questions about reaching somebody: the same for themselves and for staff who write down what they were told."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from people import hours_typed
from people.day_input import DayInput
from people.desk.forms import PlainField
from people.domain import addresses
from people.domain.changing_contact import LONGEST_SENDER, change_contact
from people.domain.contact_rules import Rules, Window
from people.domain.setting_rules import LONGEST_CODE_WORD, LONGEST_VIA
from people.enums import Channel, RulesRoute
from people.models import Person, User

ANY, SOME, ASK = "any", "some", "ask"
YES, NO = "yes", "no"
YES_NO = [(YES, _("Yes")), (NO, _("No"))]
WAYS = [
    (Channel.EMAIL, _("E-mail")),
    (Channel.SMS, _("Text message")),
    (Channel.LETTER, _("Letter")),
    (Channel.PHONE, _("Phone call")),
]
NOT_TOLD_TO_US = frozenset({RulesRoute.SCREEN, RulesRoute.CHANGED, RulesRoute.RESTORED})
FIRST = {"seen", "channel", "address", "sender_name", "hours", "days", "times", "quiet_until"}
TOO_LONG = {"max_length": _("This is too long. Write it in fewer words.")}
NO_DAY = {"invalid": _("Choose a day from the calendar, or leave it empty.")}


def _line(label: Any, hint: Any, longest: int) -> PlainField:
    return PlainField(
        label=label,
        help_text=hint,
        required=False,
        max_length=longest,
        error_messages=TOO_LONG,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


def _yes_no(label: Any, hint: Any = "") -> forms.ChoiceField:
    return forms.ChoiceField(label=label, help_text=hint, choices=YES_NO, widget=forms.RadioSelect)


def _day(label: Any, hint: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=hint,
        required=False,
        error_messages=NO_DAY,
        widget=DayInput(),
    )


def _several(label: Any, choices: Iterable[tuple[Any, Any]], hint: Any = "") -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, help_text=hint, choices=choices, required=False, widget=forms.CheckboxSelectMultiple
    )


class RulesForm(forms.Form):
    """`seen` names the rules it was opened with, so that a page left open never undoes newer ones."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=20)
    channel = forms.ChoiceField(label=_("What is the safest way?"), choices=WAYS, widget=forms.RadioSelect)
    address = PlainField(
        label=_("Where to?"),
        help_text=_("An address or a number. Leave it empty to keep the one we have."),
        required=False,
        max_length=320,
        error_messages=TOO_LONG,
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
    )
    also = _several(_("If that does not work, how else?"), WAYS)
    sender_name = _line(
        _("Who should it say it is from?"), _("Words that are safe if others see them."), LONGEST_SENDER
    )
    hours = forms.ChoiceField(
        label=_("When is it safe?"),
        choices=[
            (ANY, _("At any time")),
            (SOME, _("Only on the days and at the times below")),
            (ASK, _("Never by itself: somebody asks first")),
        ],
        widget=forms.RadioSelect,
    )
    days = _several(_("Which days?"), list(enumerate(hours_typed.WEEKDAYS)))
    times = _several(_("What times of the day?"), [(key, label) for key, label, *_ends in hours_typed.PARTS])
    exact = PlainField(
        label=_("Other hours"),
        help_text=_("One on a line, like: Tuesday 10:30 to 12"),
        required=False,
        max_length=2000,
        error_messages=TOO_LONG,
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
    )
    never_on = PlainField(
        label=_("Days when we must never reach you"),
        help_text=_("Like 14/03/2027, or 25/12 for every year. Put a comma between them."),
        required=False,
        max_length=600,
        error_messages=TOO_LONG,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    quiet_until = _day(_("Rest until"), _("Nothing comes before this day."))
    last_day = _day(_("Last day"), _("Nothing comes after this day."))
    via = _line(
        _("Should all go through somebody?"),
        _("Their name and how we reach them. Then nothing comes directly."),
        LONGEST_VIA,
    )
    no_words = _yes_no(
        _("Hide the words?"), _("An e-mail or a text then only says: please look at your page.")
    )
    voicemail = _yes_no(_("May we leave a message on a machine?"))
    code_word = _line(
        _("A word for the phone"), _("We say it first, so you know it is us."), LONGEST_CODE_WORD
    )
    plain_envelope = _yes_no(_("A plain envelope, without our name?"))
    prison_mail = _yes_no(_("Do letters go to a prison?"), _("Staff there may open and read them."))

    def first_part(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name in FIRST]

    def second_part(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name not in FIRST]

    def more_to_see(self) -> bool:
        """The rarer wishes stand open where one was given, or needs another look."""
        given = any(self.initial.get(name) for name in ("also", "never_on", "last_day", "via", "code_word"))
        return given or self.is_bound

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for name, read in (("exact", hours_typed.windows), ("never_on", hours_typed.closed_days)):
            try:
                given[name] = read(given.get(name) or "")
            except hours_typed.NotRead as error:
                self.add_error(name, str(error))
        if given.get("address") and given.get("channel"):
            try:
                given["address"] = addresses.for_channel(given["channel"], given["address"])
            except addresses.NotAnAddress as error:
                self.add_error("address", gettext(str(error)))
        if not self.errors and given["hours"] == SOME and not self._windows():
            self.add_error("hours", ValidationError(_("Tick the days and the times, or write the hours.")))
        return given

    def rules(self) -> Rules:
        """Only of a form without a mistake."""
        given = self.cleaned_data
        return Rules(
            also=tuple(one for one in given["also"] if one != given["channel"]),
            windows={ANY: None, ASK: ()}.get(given["hours"], self._windows()),
            never_on=given["never_on"],
            quiet_until=given["quiet_until"],
            last_day=given["last_day"],
            via=given["via"],
            no_words=given["no_words"] == YES,
            voicemail=given["voicemail"] == YES,
            code_word=given["code_word"],
            plain_envelope=given["plain_envelope"] == YES,
            prison_mail=given["prison_mail"] == YES,
            review_on=self.review_on(),
        )

    def review_on(self) -> date | None:
        """Staff say when to ask again; what they said stays when the person writes."""
        return self.initial.get("review_on")

    def _windows(self) -> tuple[Window, ...]:
        given = self.cleaned_data
        ticked = hours_typed.ticked(given.get("days", ()), given.get("times", ()))
        return tuple(sorted({*ticked, *(given.get("exact") or ())}))


class ToldForm(RulesForm):
    """What somebody told staff, and how they told it."""

    route = forms.ChoiceField(
        label="How did they tell you?",
        choices=[one for one in RulesRoute.choices if one[0] not in NOT_TOLD_TO_US],
        widget=forms.RadioSelect,
        error_messages={"required": "Say how they told you."},
    )
    review_day = _day("Ask again on", "The rules stay until they are changed; on this day somebody asks.")

    def review_on(self) -> date | None:
        day: date | None = self.cleaned_data["review_day"]
        return day


def kept(form: RulesForm, person: Person, *, by: User | None, route: str = "") -> bool:
    """All of it, or nothing and the form says why. Without a `route` the form has asked for it."""
    if not form.is_valid():
        return False
    given = form.cleaned_data
    try:
        change_contact(
            person,
            form.rules(),
            channel=given["channel"],
            address=given["address"],
            sender_name=given["sender_name"],
            by=by,
            route=route or given["route"],
            seen=given["seen"],
        )
    except ValueError as error:  # NotARule, NotAnAddress, Changed: each says what to do
        form.add_error(None, gettext(str(error)))
        return False
    return True


def initial(person: Person, rules: Rules, *, seen: str) -> dict[str, Any]:
    """The form as it stands for them now."""
    days, times, exact = hours_typed.as_typed(rules.windows or ())
    return {
        "seen": seen,
        "channel": person.channel,
        "also": list(rules.also),
        "sender_name": person.sender_name,
        "hours": ANY if rules.windows is None else SOME if rules.windows else ASK,
        "days": days,
        "times": times,
        "exact": exact,
        "never_on": ", ".join(hours_typed.day_as_typed(day) for day in rules.never_on),
        "quiet_until": rules.quiet_until,
        "last_day": rules.last_day,
        "via": rules.via,
        "code_word": rules.code_word,
        "review_on": rules.review_on,
        "review_day": rules.review_on,
    } | {
        name: YES if getattr(rules, name) else NO
        for name in ("no_words", "voicemail", "plain_envelope", "prison_mail")
    }
