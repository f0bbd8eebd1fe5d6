"""What is asked when a picture or a recording is added to a story."""

from django import forms


class PictureForm(forms.Form):
    upload = forms.FileField(label="The picture", error_messages={"required": "Choose a picture."})
    alt = forms.CharField(
        label="What it shows, for somebody who cannot see it",
        max_length=250,
        error_messages={"required": "Write what it shows."},
    )
    caption = forms.CharField(label="Words under it", required=False, max_length=250)
    face = forms.BooleanField(label="Somebody's face or body can be made out", required=False, initial=True)


class SoundForm(forms.Form):
    upload = forms.FileField(
        label="The recording (MP3 or WAV)", error_messages={"required": "Choose a file."}
    )
    transcript = forms.CharField(
        label="What is said, word for word",
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=50_000,
        error_messages={"required": "Write what is said."},
    )
    caption = forms.CharField(label="Words under it", required=False, max_length=250)
    voice = forms.BooleanField(label="It is the person's own voice", required=False, initial=True)
