"""The Atom feed of public stories: title, who tells and the first sentence, or what to know first; no story whole, no
day finer than agreed.

What a feed reader has fetched it shows until it asks again. So it gets little, and is told to ask each time.
"""

from collections.abc import Iterable
from io import StringIO
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language, gettext, override
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import require_safe

from people.models import Organisation
from storybank.domain.reading_shapes import Reading
from storybank.domain.showing import mark_of, newest
from storybank.public.manners import for_other_sites
from storybank.public.pieces import keeping
from storybank.public.pieces.answering import answer
from storybank.public.pieces.making import rows

NEWEST = 30
ATOM = "http://www.w3.org/2005/Atom"
NO_DAY = "2000-01-01"
"""Atom wants a moment for everything. The same for all that may show no time, so that it tells nothing."""


@require_safe
@for_other_sites
def feed(request: HttpRequest) -> HttpResponse:
    """The newest thirty, through the gate on this request; what is stopped is simply not in it."""
    found = newest(NEWEST)
    entries: list[Entry] = rows(found, "feed_entry", make=_entry)
    head = keeping.made_once(keeping.key("feed_head", mark_of(found)), _head)
    days = [entry.day for entry in entries]
    words = _atom(head, _moment(max(days, default=NO_DAY)), (entry.words for entry in entries))
    return answer(request, words, Content_Type="application/atom+xml; charset=utf-8")


class Entry(NamedTuple):
    """One story as a finished piece of the feed, and when it last changed."""

    words: str
    day: str


def _head() -> tuple[str, str]:
    """Name of the house and what it says of itself."""
    house = Organisation.load()
    return house.name, house.strapline


def _atom(head: tuple[str, str], updated: str, entries: Iterable[str]) -> str:
    (name, strapline), out = head, StringIO()
    xml = SimplerXMLGenerator(out, "utf-8")
    xml.startDocument()
    xml.startElement("feed", {"xmlns": ATOM, "xml:lang": get_language() or settings.LANGUAGE_CODE})
    _say(xml, "title", name)
    _say(xml, "subtitle", strapline)
    _say(xml, "id", _same_in_each_language("storybank:feed"))
    _say(xml, "updated", updated)
    xml.addQuickElement("link", None, {"rel": "alternate", "href": _at(reverse("storybank:stories"))})
    xml.addQuickElement("link", None, {"rel": "self", "href": _at(reverse("storybank:feed"))})
    _author(xml, name)
    for entry in entries:
        xml.ignorableWhitespace(entry)  # as it is: a finished piece
    xml.endElement("feed")
    xml.endDocument()
    return out.getvalue()


def _entry(item: Reading) -> Entry:
    out = StringIO()
    xml = SimplerXMLGenerator(out, "utf-8")
    slug = item.url.rstrip("/").rpartition("/")[2]
    xml.startElement("entry", {"xml:lang": item.language})
    _say(xml, "title", item.title)
    xml.addQuickElement("link", None, {"rel": "alternate", "href": _at(item.url)})
    _say(xml, "id", _same_in_each_language("storybank:story", slug))
    _say(xml, "updated", _moment(_day(item)))
    if item.published_day:
        _say(xml, "published", _moment(item.published_iso))
    _author(xml, item.byline or nameless())
    _say(xml, "summary", item.at_first, {"xml:lang": get_language()} if item.notes else None)
    for theme in item.themes:
        xml.addQuickElement("category", None, {"term": theme.slug, "label": _printable(theme.name)})
    xml.endElement("entry")
    return Entry(out.getvalue(), _day(item))


def nameless() -> str:
    """Who tells, where no name is shown. Without it the charity would stand there as whoever tells."""
    return gettext("Somebody who keeps their name")


def _author(xml: SimplerXMLGenerator, name: str) -> None:
    xml.startElement("author", {})
    _say(xml, "name", name)
    xml.endElement("author")


def _say(
    xml: SimplerXMLGenerator, name: str, words: str, beside: dict[str, str | None] | None = None
) -> None:
    if words:
        xml.addQuickElement(name, _printable(words), beside)


def _printable(words: str) -> str:
    """Without the signs that XML cannot hold: one of them would take the whole feed away."""
    return "".join(sign for sign in words if sign in "\t\n" or (sign >= " " and sign not in "\ufffe\uffff"))


def _day(item: Reading) -> str:
    """When it last changed, as fine as agreed; a month or a year stands for its first day."""
    return max(item.published_iso, item.approved_iso) or NO_DAY


def _moment(day: str) -> str:
    return f"{day}{'-01-01'[len(day) - 4 :] if len(day) < len(NO_DAY) else ''}T00:00:00Z"


def _at(path: str) -> str:
    return f"{settings.SITE_URL}{path}"


def _same_in_each_language(name: str, *args: str) -> str:
    with override(settings.LANGUAGE_CODE):
        return _at(reverse(name, args=args))
