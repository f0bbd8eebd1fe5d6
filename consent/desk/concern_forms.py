"""What somebody outside types: nothing is needed but which story and what the matter is."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consent.domain.care.concerns import Matter
from people.in_sight import in_sight

LONGEST_STORY, LONGEST_TEXT, LONGEST_CONTACT = 500, 4000, 200
TOO_LONG = _("This is too long. Use fewer letters; you can tell us the rest later.")
HINTS = {
    Matter.ME: _("I could be known from it, or it says something about me."),
    Matter.CHILD: _("My child, or a child I look after, could be known from it."),
    Matter.DANGER: _("Somebody could be found, threatened or hurt because of it."),
    Matter.LAW: _("There is a court order, or the law keeps somebody’s name out."),
    Matter.ELSE: "",
}


class PlainText(forms.CharField):
    """Text as people paste it: signs that no page can show are dropped, not complained about."""

    def to_python(self, value: Any) -> str:
        return in_sight(super().to_python(str(value or "").replace("\x00", "")) or "")


def _text(label: Any, *, longest: int, **more: Any) -> PlainText:
    field = PlainText(
        label=label,
        max_length=longest,
        error_messages={"max_length": TOO_LONG, **more.pop("errors", {})},
        **more,
    )
    field.widget.attrs.pop("maxlength", None)
    field.widget.attrs["autocomplete"] = "off"
    return field


class ConcernForm(forms.Form):
    """`once` makes two taps one message."""

    once = PlainText(widget=forms.HiddenInput, required=False)
    story = _text(
        _("Which story is it?"),
        longest=LONGEST_STORY,
        help_text=_("Its address, its title, or a few words of it."),
        widget=forms.TextInput(),
        errors={"required": _("Write its address, its title, or a few words of it.")},
    )
    matter = forms.ChoiceField(
        label=_("What is the matter?"),
        choices=Matter.choices,
        error_messages={
            "required": _("Choose what fits best."),
            "invalid_choice": _("Choose what fits best."),
        },
    )
    text = _text(
        _("What should we know?"),
        longest=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    contact = _text(
        _("How can we reach you?"),
        longest=LONGEST_CONTACT,
        required=False,
        help_text=_(
            "An e-mail address, a phone number or anything that is safe for you. We keep it locked away."
        ),
        widget=forms.TextInput(),
    )

    @property
    def matters(self) -> list[tuple[str, str, Any]]:
        """Value, label and hint of each choice."""
        return [(matter.value, _MATTERS[matter], HINTS[matter]) for matter in Matter]


_MATTERS: dict[str, Any] = {
    Matter.ME: _("It is about me"),
    Matter.CHILD: _("It is about my child"),
    Matter.DANGER: _("It could put somebody in danger"),
    Matter.LAW: _("A court or the law says so"),
    Matter.ELSE: _("Something else"),
}
