"""What every answer owes whoever asks: one rule, one function, which says what is wrong or nothing."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.http import HttpResponseBase

Rule = Callable[[str, HttpResponseBase], str]
NOTHING_INLINE = {
    "default-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "object-src": "'none'",
}
FOR_FRAMES = "/q/"
"""Quotes are made to stand in somebody else's frame."""
FOR_PROGRAMS = ("/api/", "/stories/feed/")
"""What the pages of other sites may fetch for themselves: public words, without anybody's cookies."""
MAY_KEEP = re.compile(r"^(/cy)?/look/[0-9A-F]{6}-[0-9A-F]{6}/|/favicon\.ico$|/read-aloud/")
"""Two colours, the mark for tabs, our own words read aloud: the same for everybody, with nobody's words in them."""
DESK = re.compile(
    r"^(/cy)?/(my|stop|in-a-story|answer|check|check-sheets|confirm|reading|requests|calendar)/"
)
ELSEWHERE = re.compile(r"(https?:)?//(?!testserver/)")
RECORDS = re.compile(r"/my/stories/[^/]+/say/$")


@dataclass
class Inline(HTMLParser):
    """Whatever a page would run or fetch that does not stand in a file of ours."""

    found: list[str] = field(default_factory=list)
    script: bool = False

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.script = tag == "script" and "src" not in given and given.get("type") != "application/ld+json"
        self.found += [f"{tag} {name}" for name in given if name == "style" or name.startswith("on")]
        self.found += ["style"] if tag == "style" else []
        for name in ("src", "href", "action", "formaction", "srcset", "poster", "data"):
            where = given.get(name, "")
            if where.lower().lstrip().startswith(("javascript:", "data:", "vbscript:")):
                self.found.append(f"{tag} {name}={where[:20]}")
            if name != "href" or tag == "link":
                self.found += [f"{tag} {name}={where}"] if ELSEWHERE.match(where) else []

    def handle_data(self, data: str) -> None:
        if self.script and data.strip():
            self.found.append("script")


def _framed(path: str, answer: HttpResponseBase) -> bool:
    return answer.status_code in {200, 410} and path.startswith(FOR_FRAMES)


def leaves_no_cookie(_: str, answer: HttpResponseBase) -> str:
    return f"sets {sorted(answer.cookies)}" if answer.cookies else ""


def runs_nothing_inline(path: str, answer: HttpResponseBase) -> str:
    parts = answer.get("Content-Security-Policy", "").split("; ")
    policy = {name: value for name, _, value in (part.partition(" ") for part in parts)}
    right = dict(NOTHING_INLINE)
    if _framed(path, answer):
        right["frame-ancestors"] = "*"
    if RECORDS.search(path) and "media-src" in policy:
        right["media-src"] = "'self' blob:"  # to hear what is not sent yet
    if policy != right:
        return f"has the policy {policy}"
    if not answer.get("Content-Type", "").startswith("text/html") or answer.streaming:
        return ""
    page = Inline()
    page.feed(answer.content.decode())
    return f"holds {page.found}" if page.found else ""


def asks_for_no_device(path: str, answer: HttpResponseBase) -> str:
    said = dict(part.strip().split("=") for part in answer.get("Permissions-Policy", "=").split(","))
    right = dict.fromkeys(("camera", "geolocation", "browsing-topics", "usb"), "()")
    if not RECORDS.search(path):
        right["microphone"] = "()"
    wrong = {name: said.get(name) for name in right if said.get(name) != right[name]}
    return f"allows {wrong}" if wrong else ""


def tells_no_other_site(path: str, answer: HttpResponseBase) -> str:
    framed = _framed(path, answer)
    shared = path.startswith((*FOR_PROGRAMS, *(f"/cy{start}" for start in FOR_PROGRAMS)))
    right = {
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "cross-origin" if framed or shared else "same-origin",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": None if framed else "DENY",
    }
    if "Location" in answer:  # shows nothing that could stand in a frame
        del right["X-Frame-Options"]
    wrong = {name: answer.get(name) for name in right if answer.get(name) != right[name]}
    return f"says {wrong}" if wrong else ""


def is_asked_for_anew(path: str, answer: HttpResponseBase) -> str:
    """Readers' pages each time; desks are not kept at all, and nothing unkept has a mark to know a browser by."""
    said = {part.strip() for part in answer.get("Cache-Control", "").split(",")}
    if DESK.match(path) and "no-store" not in said:
        return f"may be kept: {said}"
    if not said & {"no-store", "no-cache"} and not MAY_KEEP.match(path):
        return f"may be kept: {said}"
    if "no-store" in said and "ETag" in answer:
        return "has a mark though it is not kept"
    return ""


def says_no_day_and_no_maker(_: str, answer: HttpResponseBase) -> str:
    said = {"Last-Modified", "Server", "X-Powered-By", "Via", "NEL", "Report-To"} & set(answer.headers)
    return f"says {sorted(said)}" if said else ""


FOR_ANYBODY: tuple[Rule, ...] = (
    runs_nothing_inline,
    asks_for_no_device,
    tells_no_other_site,
    is_asked_for_anew,
    says_no_day_and_no_maker,
)
FOR_STRANGERS: tuple[Rule, ...] = (leaves_no_cookie, *FOR_ANYBODY)


def complaints(path: str, answer: HttpResponseBase, rules: tuple[Rule, ...]) -> list[str]:
    return [f"{path} {wrong}" for rule in rules if (wrong := rule(path, answer))]
