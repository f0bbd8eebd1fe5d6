"""The form for a message's words. It says what is wrong with them before anybody is sent them."""

from django import forms

from people.domain import messages
from people.enums import Channel

ROWS = {Channel.SMS: 4}


class WordsForm(forms.Form):
    subject = forms.CharField(required=False, max_length=120)
    body = forms.CharField(
        max_length=messages.LONGEST_BODY,
        widget=forms.Textarea,
        label="What it says",
        error_messages={"required": "Write what the message says."},
    )

    def __init__(self, *args, event: str, channel: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.event, self.channel = event, channel
        self.fields["body"].widget.attrs["rows"] = ROWS.get(Channel(channel), 14)
        if channel in {Channel.SMS, Channel.PHONE}:
            self.fields["subject"].widget = forms.HiddenInput()
        if channel == Channel.LETTER:
            self.fields["subject"].label = "Heading"

    def clean(self):
        given = super().clean()
        if not self.errors:
            found = messages.problems(self.event, channel=self.channel, **given)
            for field, sentences in found.items():
                shown_at = None if self.fields[field].widget.is_hidden else field
                for sentence in sentences:
                    self.add_error(shown_at, sentence)
        return given
