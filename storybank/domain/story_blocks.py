"""Blocks of a story as marks with words, and back without loss: what an author is shown changes of."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from storybank.domain.word_diff import Mark, Token, blocks_of
from storybank.lock.media import WHOLE, held

WORDS = {"picture": "alt", "sound": "transcript"}
"""The part of a picture or recording that is words; the words under it get a mark of their own."""
YES_OR_NO = frozenset({"face", "voice"})
KNOWN = {
    ("face", "True"): "somebody can be made out",
    ("face", "False"): "nobody can be made out",
    ("voice", "True"): "the author's own voice",
    ("voice", "False"): "not the author's own voice",
}


def marked(kind: str, value: Any) -> list[tuple[Mark, str]]:
    """One block, or two for a picture or recording. What is no words (which one, its crop) goes into the mark."""
    if kind == "note":
        return [(Mark(kind, value["code"]), value["text"])]
    if kind not in WORDS:
        return [(Mark(kind), value)]
    rest = {name: part for name, part in value.items() if name not in (WORDS[kind], "caption")}
    own = (Mark(kind, json.dumps(rest, sort_keys=True)), value[WORDS[kind]])
    return [own, (Mark("caption"), value["caption"])] if value["caption"] else [own]


def unmarked(pairs: Iterable[tuple[Mark, str]]) -> list[dict[str, Any]]:
    """Blocks again. Empty paragraphs are dropped; words under something stay with it or, alone, are a paragraph."""
    made: list[dict[str, Any]] = []
    for mark, text in pairs:
        if mark.type in WORDS:
            rest = {name: _value(name, part) for name, part in json.loads(mark.code).items()}
            made.append({"type": mark.type, "value": {**rest, WORDS[mark.type]: text, "caption": ""}})
        elif mark.type == "caption" and made and made[-1]["type"] in WORDS:
            made[-1]["value"]["caption"] = text
        elif mark.type == "note":
            made.append({"type": "note", "value": {"code": mark.code, "text": text}})
        elif text.strip():
            made.append({"type": "paragraph" if mark.type == "caption" else mark.type, "value": text})
    return made


def told(mark: Mark) -> str:
    """What a picture or recording is besides its words: which one, who can be known by it, what is cut off."""
    rest: dict[str, str] = json.loads(mark.code)
    of = held(rest.get("held"))
    parts = [of.uid[:4].upper() if of else "not there any more"]
    parts += [KNOWN[one] for one in rest.items() if one in KNOWN]
    cut = rest.get("crop", WHOLE) or WHOLE
    return ", ".join([*parts, *([f"cut to {cut}"] if cut != WHOLE else [])])


def seen_in(tokens: Sequence[Token]) -> tuple[tuple[str, dict[str, Any]], ...]:
    """The pictures and recordings in a change, each as its kind and value."""
    marks = [token for token in tokens if isinstance(token, Mark) and token.type in WORDS]
    if not marks:
        return ()
    made = unmarked(blocks_of([Mark("paragraph"), *tokens]))
    return tuple((block["type"], block["value"]) for block in made if block["type"] in WORDS)


def _value(name: str, part: str) -> Any:
    return part == "True" if name in YES_OR_NO else part
