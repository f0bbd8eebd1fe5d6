"""The texts of a new version: one box for each language and form, and the one question that matters."""

from django import forms

from consent.domain.told.notices import Format
from people.enums import Language

BOXES = [(language, form) for language in Language for form in Format]
LONGEST = 20_000


def box(language: str, form: str) -> str:
    return f"{language}_{form}"


class NoticeForm(forms.Form):
    changes_meaning = forms.ChoiceField(
        label="Does the meaning change?",
        choices=[
            ("yes", "Yes: everybody concerned is told, and reads it before they say anything more"),
            ("no", "No: the same said better"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose yes or no. If you are not sure, it is yes."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for language, form in BOXES:
            self.fields[box(language, form)] = forms.CharField(
                label=f"{language.label}: {form.label.lower()}",
                widget=forms.Textarea(attrs={"rows": 10}),
                required=(language, form) == (Language.ENGLISH, Format.PLAIN),
                max_length=LONGEST,
                error_messages={
                    "required": "The English in plain words is missing. Everybody falls back on it.",
                    "max_length": "This is too long to be read before a choice. Make it shorter.",
                },
            )

    def texts(self) -> dict[tuple[str, str], str]:
        given = self.cleaned_data
        return {(str(language), str(form)): given[box(language, form)] for language, form in BOXES}
