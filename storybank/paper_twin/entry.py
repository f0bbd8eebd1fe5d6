"""What was typed from the sheets of one pack: plain values, kept sealed until a second person has looked."""

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Entry:
    """Empty where the sheet was left empty. `choices` are answers as they are written down (`saying.said_of`).

    `words` are the parts of the story that were changed by pen, `title`, `closing` or the place of a block, with the
    text as it reads now. `untidy`: they want their own spelling back. `say` is what they wrote back about the changes.
    `changes`, `second` and `renew` map what was asked to what was ticked.
    """

    title: str = ""
    story: str = ""
    words: dict[str, str] = field(default_factory=dict)
    changes: dict[str, bool] = field(default_factory=dict)
    untidy: bool = False
    say: str = ""
    people: str = ""
    who: list[str] = field(default_factory=list)
    choices: list[dict[str, Any]] = field(default_factory=list)
    understood: bool = False
    second: dict[str, bool] = field(default_factory=dict)
    renew: dict[str, bool] = field(default_factory=dict)
    present: str = ""
    read_aloud: bool = False
    copy_left: str = "yes"
    told_on: str = ""

    @property
    def consents(self) -> bool:
        """Whether anything in it is an act about where the words may go."""
        return bool(self.choices or self.second or self.renew)

    @property
    def says_something(self) -> bool:
        return bool(
            self.story
            or self.words
            or self.untidy
            or self.changes
            or self.say
            or self.people
            or self.consents
        )

    def plain(self) -> dict[str, Any]:
        return asdict(self)


def entry_of(kept: dict[str, Any]) -> Entry:
    return Entry(**kept)
