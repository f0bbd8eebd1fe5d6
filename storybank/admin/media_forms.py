"""What is asked when a picture or a recording is added to a story."""

from django import forms


class PictureForm(forms.Form):
    upload = forms.FileField(
        label="The picture",
        help_text="Where and with what it was taken is left out. A moving picture stands still.",
        error_messages={"required": "Choose a picture.", "empty": "There is nothing in this file."},
    )
    alt = forms.CharField(
        label="What it shows, for somebody who cannot see it",
        help_text="In the author’s words. What you write is a suggestion; they decide.",
        max_length=250,
        error_messages={"required": "Write what it shows."},
    )
    caption = forms.CharField(label="Words under it", required=False, max_length=250)
    face = forms.BooleanField(label="Somebody's face or body can be made out", required=False, initial=True)


class SoundForm(forms.Form):
    upload = forms.FileField(
        label="The recording",
        help_text="MP3, WAV, M4A, OGG or WebM, at most 20 megabytes. What a phone writes beside it is left out.",
        error_messages={"required": "Choose a file.", "empty": "There is nothing in this file."},
    )
    transcript = forms.CharField(
        label="What is said, word for word",
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=50_000,
        error_messages={"required": "Write what is said."},
    )
    caption = forms.CharField(label="Words under it", required=False, max_length=250)
    voice = forms.BooleanField(label="It is the person's own voice", required=False, initial=True)
