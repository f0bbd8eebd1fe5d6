"""What is asked when somebody's reading is put in."""

from typing import Any

from django import forms

from people.sounds import LARGEST


class RecordingForm(forms.Form):
    upload = forms.FileField(
        label="The recording",
        help_text="MP3, WAV, M4A, OGG or WebM, at most 20 megabytes. What a phone writes beside it is left out.",
        error_messages={"required": "Choose a recording.", "empty": "There is nothing in this file."},
    )
    read_by = forms.CharField(
        label="Who reads",
        help_text="A name that you find them by; for somebody of ours, the code we call them by. Only staff see it."
        " When they are erased, what they read goes too.",
        max_length=80,
        error_messages={"required": "Write who reads."},
    )
    word_for_word = forms.BooleanField(
        label="I have listened to it. It says exactly these words, and nothing else.",
        error_messages={"required": "Listen to it once, beside the words."},
    )
    agreed = forms.BooleanField(
        label="Whoever reads knows that anybody may hear it, and that we take it away when they say so.",
        error_messages={"required": "Ask them first."},
    )

    def clean_upload(self) -> Any:
        upload = self.cleaned_data["upload"]
        if upload.size > LARGEST:
            raise forms.ValidationError("This recording is too large. Make it shorter and try again.")
        return upload
