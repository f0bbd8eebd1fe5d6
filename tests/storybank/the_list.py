"""What a reader finds on a page of the list: the titles, and where it goes on."""

import re
from html import unescape

TITLE = re.compile(r'class="row-title">\s*<a[^>]*>\s*(.*?)\s*</a>', re.DOTALL)
GOES_ON = 'rel="{}" href="([^"]*)"'


def titles(answer):
    return [unescape(title) for title in TITLE.findall(answer.content.decode())]


def newer(answer):
    return _where(answer, "prev")


def older(answer):
    return _where(answer, "next")


def _where(answer, rel):
    found = re.search(GOES_ON.format(rel), answer.content.decode())
    return unescape(found[1]) if found else ""
