"""The questions that help to tell, each of which may be left empty."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from storybank.domain import drafts
from storybank.models import Draft

ASKED = {
    "happened": (_("What happened?"), _("Start where you like. A few words are enough.")),
    "like": (_("What was it like?"), _("What you saw, heard or felt.")),
    "helped": (_("What helped?"), _("A person, a thing, a small kindness. Or nothing.")),
    "change": (_("What should change?"), _("One thing is enough.")),
    "say": (_("What would you say to the person in charge?"), _("As if they sat across the table from you.")),
    "open": (_("Your story"), _("Write in any order. Leave an empty line to start a new part.")),
    "title": (_("Give it a name"), _("A few words. You can change it later.")),
}


@dataclass(frozen=True)
class Question:
    """One screen: its place among the others and where its buttons lead; `back` and `next` may be empty."""

    name: str
    step: int
    steps: int
    back: str
    next: str

    @property
    def question(self) -> object:
        return ASKED[self.name][0]

    @property
    def hint(self) -> object:
        return ASKED[self.name][1]

    @property
    def long(self) -> bool:
        return self.name != drafts.TITLE


def asked_in(draft: Draft) -> list[Question]:
    """The screens of a draft in order, by the way the author chose."""
    names = [drafts.OPEN] if draft.way == drafts.OPEN else list(drafts.QUESTIONS)
    names.append(drafts.TITLE)
    around = ["", *names, ""]
    return [
        Question(name, step, len(names), around[step - 1], around[step + 1])
        for step, name in enumerate(names, start=1)
    ]


def question_named(draft: Draft, name: str) -> Question:
    """The screen for an answer; one outside the chosen way stands alone and leads to the whole text."""
    alone = Question(name, 0, 0, "", "")
    return next((item for item in asked_in(draft) if item.name == name), alone)
