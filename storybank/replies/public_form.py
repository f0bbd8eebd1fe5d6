"""What a reader types: words, and nothing about themselves."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from storybank.domain.replies.receiving import LONGEST
from storybank.domain.replies.taking_out import as_typed
from storybank.replies.stamp import new_stamp, once_of, too_quick_or_old


class TypedWords(forms.CharField):
    """Text as people paste it: signs that no page can show are dropped, not complained about."""

    def to_python(self, value: Any) -> str:
        return as_typed(str(value or ""))


class LetterForm(forms.Form):
    """With two quiet checks: `website` stays empty, because no human sees it; `stamp` says how long it took."""

    words = TypedWords(
        label=_("Your words to the author"),
        help_text=_("At most 1,000 letters. Please leave out names, addresses, phone numbers and links."),
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto", "autocomplete": "off"}),
        error_messages={"required": _("Write a few words first.")},
    )
    website = forms.CharField(required=False, label=_("Leave this empty"))
    stamp = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_words(self) -> str:
        words: str = self.cleaned_data["words"]
        if len(words) > LONGEST:
            raise forms.ValidationError(
                _("This is too long by %(more)s letters. Use at most 1,000."),
                params={"more": len(words) - LONGEST},
            )
        return words

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if too_quick_or_old(data.get("stamp", "")):
            self.again()
            self.add_error(None, _("Please look it over once more, then press the button again."))
        return data

    def again(self) -> None:
        """The same words with a fresh stamp."""
        self.data = self.data.copy()
        self.data["stamp"] = new_stamp()

    @property
    def once(self) -> str:
        return once_of(self.cleaned_data["stamp"])

    @property
    def by_a_machine(self) -> bool:
        return bool(self.data.get("website"))
