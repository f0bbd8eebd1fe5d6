"""What is in my pictures, for somebody who cannot see them: my own words, or I keep what my supporter wrote."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from people.models import Person
from people.whole_numbers import whole_number
from storybank.desk import versions
from storybank.desk.frame import pen_page, show
from storybank.domain import pictures_said, saying_pictures, untidying
from storybank.domain.reading_shapes import Block
from storybank.domain.reading_words import seen_alone
from storybank.models import StoryPage

UNPROCESSABLE = 422
NAMED = "picture-"
MOST = 60
"""Boxes of one page that are read; no story has so many pictures."""


@dataclass(frozen=True)
class Shown:
    """One picture with its box: `text` is what they typed, or what stands there now."""

    name: str
    blocks: tuple[Block, ...]
    text: str
    problem: str = ""


@pen_page
def pictures(request: HttpRequest, person: Person, page: StoryPage) -> HttpResponseBase:
    """All of them on one page. What cannot be kept stays in its box."""
    said, problem, trouble = typed(request.POST), None, ""
    if not pictures_said.asked(versions.accepted(page)):
        return redirect("storybank:my_story", page.file.uid)
    if request.method == "POST":
        try:
            new = saying_pictures.say(page, said=said, seen=whole_number(request.POST.get("seen", "")) or 0)
        except saying_pictures.CannotSay as refused:
            trouble = _(str(refused))
        except pictures_said.NotSaid as missing:
            problem = missing
        else:
            messages.success(request, _("These are your words now.") if new else _("Nothing was changed."))
            return redirect("storybank:my_story", page.file.uid)
    words = versions.accepted(page)
    return show(
        request,
        "pictures",
        page=page,
        pictures=shown(words, said=said, problem=problem),
        why_not=_(why) if (why := untidying.why_not_now(page)) else "",
        problem=trouble,
        status=UNPROCESSABLE if problem or trouble else 200,
    )


def typed(posted: Mapping[str, str]) -> dict[str, str]:
    """What came in the boxes, by picture."""
    boxes = [name for name in posted if name.startswith(NAMED)][:MOST]
    longest = pictures_said.LONGEST * 4
    return {name.removeprefix(NAMED): posted[name][:longest].replace("\x00", "") for name in boxes}


def shown(
    words: StoryPage, *, said: Mapping[str, str], problem: pictures_said.NotSaid | None = None
) -> list[Shown]:
    """Each picture of these words with its box."""
    own = versions.own_address(words)
    return [
        Shown(
            name=NAMED + one.key,
            blocks=tuple(seen_alone("picture", one.value, media=own)),
            text=said.get(one.key, one.words),
            problem=_(str(problem)) if problem is not None and problem.key == one.key else "",
        )
        for one in pictures_said.asked(words)
    ]
