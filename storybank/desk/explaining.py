"""Did we explain it well? Three pictures with a sentence each; one of them is how it is."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Picture:
    """One possible answer; `drawing` names a small picture of templates/storybank/desk/drawings/."""

    name: str
    drawing: str
    words: object


@dataclass(frozen=True)
class Explained:
    """One question, its pictures, the right one, and what we say when another was chosen."""

    name: str
    question: object
    pictures: tuple[Picture, ...]
    right: str
    again: object

    @property
    def names(self) -> set[str]:
        return {picture.name for picture in self.pictures}


EXPLAINED = {
    "stop": Explained(
        name="stop",
        question=_("You say yes. One day you change your mind. What can you do?"),
        pictures=(
            Picture("stays", "lock", _("Nothing. A yes is for good.")),
            Picture("stop", "hand", _("Say stop. I do not have to say why.")),
            Picture("reasons", "pen", _("Write down my reasons and wait.")),
        ),
        right="stop",
        again=_(
            "We did not explain that well. A yes is never for good. You can say stop on any day, in two taps or"
            " with your card. You do not have to say why. From then on we use your words no more."
        ),
    ),
    "copies": Explained(
        name="copies",
        question=_("Your words have gone out on paper or on the air. Then you say stop. What happens?"),
        pictures=(
            Picture("back", "circle", _("Every copy comes back.")),
            Picture("goes_on", "arrow", _("Nothing. They go on using them.")),
            Picture("no_new", "sheets", _("No new ones. What is already out can stay out.")),
        ),
        right="no_new",
        again=_(
            "We did not explain that well. When you say stop, we make no new copies and use your words no more."
            " But what people have in their hands, or have heard, we cannot get back."
        ),
    ),
}
