"""Starting again: asked once more, done beside the request, and watched on a page that grows line by line.

The page is sent in pieces while the work goes on, so it needs neither script nor reloading.
"""

import time
from collections.abc import Iterator
from typing import Final

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods, require_safe

from home.demo_room import afresh
from home.demo_room.gate import only_in_demo

HERE: Final = "<!-- the lines -->"
LOOK_EVERY = 0.4  # seconds


@only_in_demo
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponseBase:
    """GET asks; POST begins, or joins what is under way."""
    if request.method != "POST":
        return render(request, "home/demo/start_again.html", {"here": "demo"})
    logout(request)
    afresh.begin()
    return redirect("home:demo_wait")


@only_in_demo
@require_safe
def wait(request: HttpRequest) -> HttpResponseBase:
    if afresh.progress().state == "idle":
        return redirect("home:demo")
    page = render_to_string("home/demo/wait.html", {"here": "demo", "lines_go_here": HERE}, request)
    return StreamingHttpResponse(_growing(*page.split(HERE)))


def _growing(before: str, after: str) -> Iterator[str]:
    yield before
    shown = 0
    while True:
        work = afresh.progress()
        for line in work.lines[shown:]:
            yield format_html("<li>{}</li>\n", line)
        shown = len(work.lines)
        if work.state != "running":
            break
        time.sleep(LOOK_EVERY)
    yield "</ol>"
    yield render_to_string("home/demo/wait_end.html", {"work": work})
    yield after
