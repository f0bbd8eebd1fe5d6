"""What staff can fill in on a story's sheet. The rules stand in the domain; a form only reads what was typed."""

from typing import Any

from django import forms

from consent.domain.acts.offering import OnOffer
from consent.domain.care.statutory import CHECKED_ON, RULES
from consent.enums import IdentityLevel
from storybank.domain.checking import LONGEST_NOTE
from storybank.domain.noting import LONGEST
from storybank.domain.revealing import InTheWords
from storybank.models import Wish
from storybank.models.check import QUESTIONS

ANSWERS = [("ok", "Nothing to worry about"), ("care", "It needs care: see the note")]
OUTCOMES = [
    ("safe", "Safe to ask the author"),
    ("not_yet", "Not yet: something has to change first"),
]

WHY_KNOWN = (
    "Think of everything together: names, places, jobs, days. Nobody can choose to show less than the words show;"
    " if that is too much, choose “Not yet” and say what to take out."
)
LAWS = [(law.value, f"{law.label} ({rule.source})") for law, rule in RULES.items()]


class PlanForm(forms.Form):
    """The supporter's check: what we plan to ask for, at most four ways, of those that may be asked for at all."""

    uses = forms.MultipleChoiceField(
        label="Which ways do we plan to ask for?",
        help_text="At most four. Everything else stays a no and can be asked later.",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one way to use the words."},
    )

    def __init__(self, *args: Any, offer: OnOffer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer = offer
        self.fields["uses"].choices = [(use.slug, use.label) for use in offer.uses]


KNOWN = {
    IdentityLevel.N0: "Nothing: they are not in these words",
    IdentityLevel.N2: "Nothing that points to them",
    IdentityLevel.N3: "A made-up name, and nothing more",
    IdentityLevel.N4: "Their first name, or enough for people who know them",
    IdentityLevel.N5: "Their full name, or enough for anybody to find out",
}


class SafetyCheckForm(forms.Form):
    """The safety check, question by question and person by person. `words` is the fingerprint of what was read.

    What we guess about each person is chosen already for our own staff; somebody outside, who may not learn which
    name is whose, is asked without a guess.
    """

    words = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    law = forms.ChoiceField(
        label="Does the law keep somebody in it from being known?",
        choices=[("", "No law that we know of"), *LAWS],
        help_text=(
            "Then the words cannot go on until that is taken out, and every older version ends for good."
            f" The laws were written down on {CHECKED_ON:%-d %B %Y}; a lawyer must confirm them."
        ),
        widget=forms.RadioSelect,
        required=False,
    )
    note = forms.CharField(
        label="What the supporter is told",
        help_text="What has to change, or what was done. Leave out what only safeguarding leads may know.",
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        max_length=LONGEST_NOTE,
    )
    private = forms.CharField(
        label="Only for those who look after safety",
        help_text="Nobody else reads this. Each time it is opened, that is written down and the author is told.",
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        max_length=LONGEST_NOTE,
    )
    outcome = forms.ChoiceField(
        label="So these words are",
        choices=OUTCOMES,
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether it is safe to ask."},
    )

    def __init__(
        self, *args: Any, people: list[InTheWords], from_outside: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.people = people
        asked = {
            f"q_{key}": forms.ChoiceField(
                label=question,
                choices=ANSWERS,
                widget=forms.RadioSelect,
                error_messages={"required": f"Answer this: {question}"},
            )
            for key, question in QUESTIONS.items()
        }
        known = {f"known_{one.pk}": _known(one, from_outside=from_outside) for one in people}
        self.fields = {"words": self.fields.pop("words"), **asked, **known, **self.fields}

    def as_check(self) -> dict[str, Any]:
        """The cleaned answers as the domain takes them."""
        data = self.cleaned_data
        return {
            "answers": {key: data[f"q_{key}"] for key in QUESTIONS},
            "reveals": {one.pk: data[f"known_{one.pk}"] for one in self.people},
            "law": data["law"],
            "note": data["note"],
            "private": data["private"],
            "safe": data["outcome"] == "safe",
            "words": data["words"],
        }


def _known(one: InTheWords, *, from_outside: bool) -> forms.TypedChoiceField:
    who = one.outside if from_outside else one.who
    return forms.TypedChoiceField(
        label=f"{who[:1].upper()}{who[1:]}: what do the words let a reader know about who this is?",
        help_text="" if not one.tells else WHY_KNOWN,
        choices=[(int(level), KNOWN[level]) for level in one.levels],
        coerce=int,
        initial=None if from_outside else int(one.guess),
        widget=forms.RadioSelect,
        error_messages={"required": f"Say what the words let a reader know about this: {who}"},
    )


class SuggestForm(forms.Form):
    """What staff suggest about somebody who is in it. The author decides."""

    appearance = forms.IntegerField(widget=forms.HiddenInput, required=False)
    wish = forms.ChoiceField(label="What do you suggest to the author?", choices=Wish.choices)
    why = forms.CharField(
        label="Why (the author reads it)",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Say in a few words why. The author reads it."},
    )


class LinkForm(forms.Form):
    """A one-use link for somebody outside."""

    for_whom = forms.CharField(
        label="Who makes the check?",
        help_text="A trustee, or somebody at a partner charity. Their name stands beside the check.",
        max_length=120,
        error_messages={"required": "Write who the link is for."},
    )
    email = forms.EmailField(
        label="Their e-mail address",
        help_text="Leave this empty to pass the link on yourself.",
        required=False,
        error_messages={"invalid": "Write the address like name@charity.example."},
    )


class NoteForm(forms.Form):
    text = forms.CharField(
        label="New note",
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=LONGEST,
        error_messages={"required": "Write something first. Nothing was kept."},
    )
