"""What staff type about people. Errors say what to write instead."""

from django import forms
from django.core.exceptions import ValidationError

from people.choice_fields import Several
from people.day_input import DayInput
from people.domain import addresses, vault
from people.domain.inviting import LONGEST_NAME
from people.enums import Channel, Language, NoticeFormat
from people.models import Team, User
from people.roles import SUPPORTER

ADDRESS_HINT = (
    "Their e-mail address, mobile number, phone number or postal address. Leave it empty if there is none."
)


class ContactForm(forms.Form):
    """The part that inviting and changing share."""

    called = forms.CharField(
        label="What we call them",
        max_length=LONGEST_NAME,
        help_text="It need not be their real name.",
        error_messages={"required": "Write what we call them. It need not be their real name."},
    )
    channel = forms.ChoiceField(
        label="The safe way to reach them", choices=Channel.choices, widget=forms.RadioSelect
    )
    address = forms.CharField(
        label="Where to",
        required=False,
        max_length=320,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=ADDRESS_HINT,
    )
    language = forms.ChoiceField(label="Language", choices=Language.choices, initial=Language.ENGLISH)
    sender_name = forms.CharField(
        label="Who a message says it is from",
        required=False,
        max_length=LONGEST_NAME,
        help_text="Words that are safe if somebody else sees them, like “Priya here”. Ask them.",
    )
    contact_notes = forms.CharField(
        label="When and how it is safe",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean(self):
        given = super().clean()
        if given.get("address") and given.get("channel"):
            try:
                given["address"] = addresses.for_channel(given["channel"], given["address"])
            except addresses.NotAnAddress as error:
                self.add_error("address", str(error))
        return given


class ChangeForm(ContactForm):
    """With the form in which they want to be told what we ask; nobody is asked in another."""

    notice_format = forms.ChoiceField(
        label="How they want to be told what we ask",
        choices=NoticeFormat.choices,
        required=False,
    )

    def clean_notice_format(self) -> str:
        """Left out, it stays as it was."""
        return self.cleaned_data["notice_format"] or self.initial.get("notice_format", NoticeFormat.PLAIN)


class InviteForm(ContactForm):
    """`once` makes two clicks one invitation."""

    once = forms.CharField(widget=forms.HiddenInput, max_length=40)
    team = forms.ModelChoiceField(Team.objects.none(), required=False)
    field_order = ("called", "channel", "address", "language", "sender_name", "contact_notes", "team", "once")

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        mine = Team.objects.filter(group__user=user)
        self.fields["team"].queryset = mine
        if mine.count() < 2:
            del self.fields["team"]


class IdentityForm(forms.Form):
    """What the vault may hold beside the address. An empty line leaves what is there."""

    legal_name = forms.CharField(label="Legal name", required=False, max_length=120)
    born = forms.DateField(
        label="Born on",
        required=False,
        widget=DayInput(),
        error_messages={"invalid": "Write the day as 31/12/1980."},
    )
    prison_number = forms.CharField(label="Prison number", required=False, max_length=20)

    def clean_born(self):
        day = self.cleaned_data["born"]
        try:
            return day and vault.birthday(day.isoformat())
        except vault.NotADay as error:
            raise forms.ValidationError(str(error)) from error


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label="Why do you need to see this?",
        max_length=300,
        help_text="The person can read what you write here.",
        error_messages={"required": "Say in a few words why you need to see this. The person can read it."},
    )


class StaffChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj):
        return obj.display_name


class StaffChoices(Several):
    def label_from_instance(self, obj):
        return obj.display_name


def supporters():
    return User.objects.filter(is_active=True, groups__name=SUPPORTER).order_by("first_name", "last_name")


class HandOverForm(forms.Form):
    from_user = StaffChoice(User.objects.none(), label="Whose people", empty_label="Choose")
    to_user = StaffChoice(User.objects.none(), label="Who takes over", empty_label="Choose")

    def __init__(self, *args, givers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["from_user"].queryset = givers
        self.fields["to_user"].queryset = supporters()

    def clean(self):
        given = super().clean()
        if given.get("from_user") and given.get("from_user") == given.get("to_user"):
            raise ValidationError("Choose two different people.")
        return given


class ConflictsForm(forms.Form):
    conflicts = StaffChoices(
        User.objects.filter(kind="staff", is_active=True).order_by("first_name", "last_name"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label="Who must not handle them",
        help_text="Same wing, family, or the same human. They cannot open this page or anything of this person.",
    )


class FindForm(forms.Form):
    code = forms.CharField(
        label="Find by code", required=False, widget=forms.TextInput({"autocomplete": "off"})
    )
