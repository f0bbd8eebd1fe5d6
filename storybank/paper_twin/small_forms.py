"""The parts of the typing-in screen, one for each kind of sheet. Nothing is chosen before somebody chooses it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from consent.domain.told.informing import CopyLeft
from people import clock
from people.day_input import DayInput
from storybank.domain import drafts, pictures_said, writing_back
from storybank.domain.suggestions import Change
from storybank.models import StoryPage
from storybank.paper_twin.counting import PICTURE, TEXTS

YES_NO = [("yes", "Yes"), ("no", "No")]
TAKE, BACK = "take", "back"


class DayForm(forms.Form):
    """When they filled it in, who was there, and how it was explained."""

    told_on = forms.DateField(
        label="On which day did they fill it in?",
        widget=DayInput(),
        error_messages={
            "required": "Write the day that stands on the sheets, or the day you were there.",
            "invalid": "Write a day that exists, like 21/11/2026.",
        },
    )
    overheard = forms.ChoiceField(
        label="Could an officer, or anybody from the prison, hear them?",
        choices=YES_NO,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose yes or no. If you do not know, choose yes."},
    )
    present = forms.CharField(label="Who was with them?", max_length=300, required=False)
    read_aloud = forms.BooleanField(label="I read it out to them", required=False)
    copy_left = forms.ChoiceField(
        label="Do they have a copy of what we tell people?",
        choices=CopyLeft.choices,
        widget=forms.RadioSelect,
        initial=CopyLeft.YES,
    )

    def clean_told_on(self) -> date:
        day: date = self.cleaned_data["told_on"]
        if day > clock.today():
            raise forms.ValidationError(
                "This day is still to come. Write the day on which they filled it in."
            )
        return day


class StoryForm(forms.Form):
    """What they wrote on the lined sheets, letter for letter."""

    title = forms.CharField(
        label="The name they gave it, if any", max_length=drafts.LONGEST_TITLE, required=False
    )
    story = forms.CharField(
        label="Their words",
        widget=forms.Textarea(attrs={"rows": 16, "spellcheck": "false"}),
        required=False,
        max_length=drafts.LONGEST,
        help_text="Type just what stands there, with their spelling. Leave an empty line where they began anew.",
    )


class PenForm(forms.Form):
    """The words as printed, to be changed where they changed them by pen. What is left alone stays."""

    def __init__(self, *args: Any, page: StoryPage, changed: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.printed = printed_texts(page)
        pictures = pictures_in(page)
        for name, text in self.printed.items():
            if name in pictures:
                self.fields[name] = _in_a_picture(pictures[name], changed.get(name.removeprefix("b"), text))
                continue
            self.fields[name] = forms.CharField(
                label=LABELS.get(name) or f"Part {int(name[1:]) + 1}",
                initial=changed.get(name.removeprefix("b"), text)
                if name.startswith("b")
                else changed.get(name, text),
                required=False,
                strip=False,
                max_length=drafts.LONGEST_TITLE if name == "title" else drafts.LONGEST,
                widget=forms.TextInput
                if name == "title"
                else forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
            )

    def words(self) -> dict[str, str]:
        """Only what differs, by the name under which it is put in."""
        found = {}
        for name, before in self.printed.items():
            after = drafts.tidy(self.cleaned_data[name])
            if after.strip() != drafts.tidy(before).strip():
                found[name.removeprefix("b") if name != "title" else name] = after
        return found


def _in_a_picture(label: str, initial: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        initial=initial,
        max_length=pictures_said.LONGEST,
        widget=forms.Textarea(attrs={"rows": 2, "spellcheck": "false"}),
        error_messages={
            "required": f"{label}: a picture needs words. If they crossed them out, ask them what to write."
        },
    )


LABELS = {"title": "Its name", "closing": "How it ends"}


def printed_texts(page: StoryPage) -> dict[str, str]:
    words = page.get_latest_revision_as_object()
    blocks = {
        f"b{place}": str(block.value) if block.block_type in TEXTS else str(block.value["alt"])
        for place, block in enumerate(words.body)
        if block.block_type in TEXTS | {PICTURE}
    }
    closing = {"closing": words.closing} if words.closing else {}
    return {"title": words.title, **blocks, **closing}


def pictures_in(page: StoryPage) -> dict[str, str]:
    """The name of each picture's box, and what it is called, counted as they stand in the story."""
    body = page.get_latest_revision_as_object().body
    places = [place for place, block in enumerate(body) if block.block_type == PICTURE]
    return {f"b{place}": f"What picture {number} shows" for number, place in enumerate(places, start=1)}


class UntidyForm(forms.Form):
    """The box under the words whose spelling was tidied."""

    untidy = forms.BooleanField(label="They ticked: put my spelling back", required=False)


class ChangesForm(forms.Form):
    """Their answer to each change of meaning, and one for all spelling."""

    def __init__(self, *args: Any, changes: list[Change], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.changes = changes
        meaning = [one for one in changes if not one.spelling]
        for number, one in enumerate(meaning, start=1):
            self.fields[one.id] = _ticks(
                f"{number}. {_shown(one)}", [(TAKE, "Change it"), (BACK, "Keep my words")]
            )
        if len(meaning) < len(changes):
            self.fields["spelling"] = _ticks("Spelling", [(TAKE, "Tidy it"), (BACK, "Keep it as I wrote it")])

    def decided(self) -> dict[str, bool]:
        """Empty when the whole sheet was left empty."""
        said = {name: value for name, value in self.cleaned_data.items() if value}
        found = {}
        for one in self.changes:
            answer = said.get("spelling" if one.spelling else one.id)
            if answer:
                found[one.id] = answer == TAKE
        return found

    def clean(self) -> dict[str, Any]:
        clean = super().clean() or {}
        if any(clean.values()) and not all(clean.values()):
            empty = [name for name, value in clean.items() if not value]
            for name in empty:
                self.add_error(name, "Choose one. If they left it empty, ask them once more.")
        return clean


class SayForm(forms.Form):
    """What they wrote on the lines below the changes."""

    say = forms.CharField(
        label="What they wrote about the changes, word for word",
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        required=False,
        max_length=writing_back.LONGEST,
    )


class PeopleForm(forms.Form):
    people = forms.ChoiceField(
        label="Could anyone work out who somebody else in it is?",
        choices=[("no", "No. Nobody could."), ("yes", "Yes, or not sure."), ("", "They left it empty.")],
        widget=forms.RadioSelect,
        required=False,
    )
    who = forms.CharField(
        label="Who they are to them, one a line, as they wrote it. No names.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=600,
    )

    def roles(self) -> list[str]:
        lines = [" ".join(drafts.tidy(line).split())[:40] for line in self.cleaned_data["who"].splitlines()]
        return list(dict.fromkeys(line for line in lines if line))[:12]


class TicksForm(forms.Form):
    """One line each, ticked or left empty."""

    def __init__(self, *args: Any, lines: Iterable[tuple[str, str]], answers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in lines:
            self.fields[name] = _ticks(label, [*answers, ("", "They left it empty")])

    def said(self) -> dict[str, str]:
        return {name: value for name, value in self.cleaned_data.items() if value}


def _ticks(label: str, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=choices,
        widget=forms.RadioSelect,
        required=False,
        error_messages={"invalid_choice": "Choose one of these."},
    )


def _shown(change: Change) -> str:
    struck, added = " ".join(change.struck.split()), " ".join(change.added.split())
    return f"“{struck[:80]}” → “{added[:80]}”"
