"""The panels beside a story, on its sheet and in Wagtail's editor. Whoever builds one hangs it here with one line.

    # in your room's wagtail_hooks.py
    hooks.register("story_panel", your_module.panel, order=60)

    # in your module
    def panel(page: StoryPage, user: User) -> Panel | None:
        return Panel(key="identifying", title="What could give somebody away", template="…/identifying.html",
                     it={"found": …}, count=3)

* `panel` is called once for each story that is opened, never for lists, with somebody who may read the story. It
  answers nothing when there is nothing to say or this user may not know it; what is restricted asks the role itself.
* `template` is the body only; heading and number are put around it. Its context is `it` (the dict above), `page` and
  `csrf_token`. In the editor `csrf_token` is empty, because a form cannot stand in the editor's form: guard forms with
  `{% if csrf_token %}` and lead to the sheet otherwise (`{% url "work:story" page.pk %}#identifying`).
* `count`: how many things wait in it, 0 for none. `order`: 10 standing, 20 consent, 30 who is in it, 50 safety,
  60 whose words; yours between or after.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from wagtail import hooks

from people.models import User
from storybank.models import StoryPage

HOOK = "story_panel"


@dataclass(frozen=True)
class Panel:
    """One panel: `key` is its anchor on the sheet, `icon` one of Wagtail's for the editor's bar."""

    key: str
    title: str
    template: str
    it: dict[str, Any] = field(default_factory=dict)
    icon: str = "info-circle"
    count: int = 0
    in_editor: bool = True


Maker = Callable[[StoryPage, User], Panel | None]


def panels(page: StoryPage, user: User) -> list[Panel]:
    """What stands beside this story for this user, in order."""
    makers: list[Maker] = hooks.get_hooks(HOOK)
    return [made for maker in makers if (made := maker(page, user)) is not None]
