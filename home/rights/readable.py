"""The copy as a page that a person can read and print: one file, no scripts, nothing fetched from anywhere."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from people.clock import LONDON

STYLE = "css/own-data.css"
NOTHING = mark_safe('<span class="nothing">nothing</span>')
DEEPEST = 6  # headings end at h6


def page(told: dict[str, Any]) -> str:
    """The whole document."""
    sections = [
        (f"part-{number}", name, _value(value, 3)) for number, (name, value) in enumerate(told.items())
    ]
    return render_to_string("home/rights/copy.html", {"sections": sections, "style": mark_safe(_style())})


def _style() -> str:
    found = finders.find(STYLE)
    return Path(str(found)).read_text() if found else ""


def _value(value: Any, level: int) -> SafeString:
    if isinstance(value, dict):
        return _pairs(value, level) if value else NOTHING
    if isinstance(value, list | tuple):
        return _list(list(value), level) if value else NOTHING
    return _plain(value)


def _pairs(value: dict[str, Any], level: int) -> SafeString:
    """Short values as a list of terms; longer ones each under a heading of their own."""
    short = {name: one for name, one in value.items() if not isinstance(one, dict | list | tuple)}
    terms = format_html_join(
        "", "<div><dt>{}</dt><dd>{}</dd></div>", ((n, _plain(v)) for n, v in short.items())
    )
    long = format_html_join(
        "",
        "<section><h{}>{}</h{}>{}</section>",
        (
            (min(level, DEEPEST), name, min(level, DEEPEST), _value(one, level + 1))
            for name, one in value.items()
            if name not in short
        ),
    )
    return (format_html("<dl>{}</dl>", terms) if short else mark_safe("")) + long


def _list(values: list[Any], level: int) -> SafeString:
    kind = "entries" if isinstance(values[0], dict) else "words"
    return format_html(
        '<ol class="{}">{}</ol>',
        kind,
        format_html_join("", "<li>{}</li>", ((_value(v, level),) for v in values)),
    )


def _plain(value: Any) -> SafeString:
    if value is None or value == "":
        return NOTHING
    if isinstance(value, bool):
        return format_html("{}", "yes" if value else "no")
    if isinstance(value, datetime):
        return format_html("{}", f"{value.astimezone(LONDON):%-d %B %Y, %H:%M}")
    if isinstance(value, date):
        return format_html("{}", f"{value:%-d %B %Y}")
    return format_html('<span class="text">{}</span>', value)
