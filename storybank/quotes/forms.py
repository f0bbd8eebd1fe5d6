"""What is filled in before words go to somebody else's page."""

from django import forms

from storybank.finder.forms import Plain
from storybank.packs.forms import OnceForm


class QuoteForm(OnceForm):
    words = Plain(
        label="The words",
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="In one piece, exactly as they stand. At most 60 words.",
        error_messages={"required": "Copy the words here."},
    )
    recipient = Plain(
        label="Whose page",
        max_length=80,
        help_text="The outlet, and who you speak to there.",
        error_messages={"required": "Say whose page it is."},
    )
    contact = forms.EmailField(
        label="Their e-mail address",
        max_length=200,
        required=False,
        help_text="So that we can ask for it back in the hour we must.",
        error_messages={"invalid": "This is no e-mail address. Mend it, or leave it empty."},
    )
    where = Plain(label="Where it will stand", max_length=120, required=False)
