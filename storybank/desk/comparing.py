"""Two windows wrote at the same time: both texts side by side, and the author picks or keeps both."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from people.desk.access import person_of
from people.whole_numbers import whole_number
from storybank.desk.frame import desk_page, own_draft, show
from storybank.desk.questions import ASKED
from storybank.domain import drafts

KEEP_SAVED, KEEP_BOTH = "saved", "both"


@dataclass(frozen=True)
class Clash:
    """One question with more than one text. `others` are those that lie aside, numbered from 1."""

    name: str
    question: object
    saved: str
    others: list[tuple[str, str]]
    chosen: str


@desk_page
def compare(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    draft = own_draft(person_of(request), uid)
    if draft is None:
        return redirect("storybank:my_story", uid)
    words, aside = drafts.answers(draft), drafts.aside(draft)
    clashes = _clashes(words, aside, request.POST)
    if not clashes:
        return redirect("storybank:read_back", uid)
    if request.method == "POST" and all(clash.chosen for clash in clashes):
        try:
            answers = {clash.name: _text(clash) for clash in clashes}
            drafts.settle_aside(draft, answers=answers, version=_version(request))
        except drafts.StaleDraft:
            return show(
                request, "compare", clashes=clashes, draft=own_draft(person_of(request), uid), moved=True
            )
        except drafts.TooLong as error:
            return show(request, "compare", clashes=clashes, draft=draft, error=str(error))
        return redirect("storybank:read_back", uid)
    return show(request, "compare", clashes=clashes, draft=draft, missing=request.method == "POST")


def _clashes(words: drafts.Words, aside: list[drafts.Words], sent: drafts.Words) -> list[Clash]:
    found = []
    for name, (question, _) in ASKED.items():
        texts = dict.fromkeys(item[name] for item in aside if name in item)
        others = [text for text in texts if text.strip() and text != words.get(name, "")]
        numbered = [(str(number), text) for number, text in enumerate(others, start=1)]
        allowed = {KEEP_SAVED, KEEP_BOTH, *(number for number, _ in numbered)}
        chosen = sent.get(name, "")
        if numbered:
            found.append(
                Clash(name, question, words.get(name, ""), numbered, chosen if chosen in allowed else "")
            )
    return found


def _text(clash: Clash) -> str:
    if clash.chosen == KEEP_BOTH:
        gap = " / " if clash.name == drafts.TITLE else "\n\n"
        return gap.join([clash.saved, *(text for _, text in clash.others)])
    return clash.saved if clash.chosen == KEEP_SAVED else dict(clash.others)[clash.chosen]


def _version(request: HttpRequest) -> int:
    sent = whole_number(request.POST.get("version", ""))
    return -1 if sent is None else sent
