"""The words that code says to people: translated strings, refusals, sentences of a desk, and typst's papers."""

import ast
import re
from collections.abc import Iterator

from tests.plain_words.from_templates import SOMETHING

TRANSLATES = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "npgettext"}
REFUSALS = {"CannotAnswer", "ValidationError"}
SENTENCE = re.compile(r"[A-Z“][^{}<>]*\s\S+\s.*[.?]$", re.DOTALL)
FILLED = re.compile(r"%\(\w+\)[sd]|%[sd]|\{[\w.!:]*\}")
TYPST_WORDS = re.compile(r"\[((?:[^\[\]]|\\.)*)\]")
TYPST_HEADING = re.compile(r"^=+ +(.+)$", re.MULTILINE)
TYPST_CALL = re.compile(r"#?[\w-]+(?:\.[\w-]+)*")
DONE = "\u0001"
"""Where a piece of text stood that was read already."""
TYPST_KEYWORD = re.compile(rf"#?(?:if|for|else|let|set|show|context)\b[^{DONE}{{]*")


def sayings(source: str, *, all_sentences: bool = False) -> list[str]:
    """What the code translates or refuses with; with `all_sentences`, every sentence that stands in it too."""
    tree = ast.parse(source)
    skipped = _docstrings(tree)
    found = [said for call in _calls(tree) for said in _said_by(call)]
    if all_sentences:
        found += [
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in skipped
            and SENTENCE.match(node.value)
        ]
    return list(
        dict.fromkeys(" ".join(FILLED.sub(SOMETHING, words).split()) for words in found if words.strip())
    )


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in TRANSLATES | REFUSALS:
                yield node


def _said_by(call: ast.Call) -> Iterator[str]:
    for part in call.args:
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value
        elif isinstance(part, ast.JoinedStr):
            yield "".join(
                piece.value if isinstance(piece, ast.Constant) else SOMETHING for piece in part.values
            )


def _docstrings(tree: ast.AST) -> set[int]:
    """Strings that stand alone are for programmers."""
    return {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def sayings_of_paper(source: str) -> list[str]:
    """Headings and every [piece of text] of a typst file; what its code fills in is read as one short word."""
    text = re.sub(r"^\s*//.*$", "", source, flags=re.MULTILINE)
    found = TYPST_HEADING.findall(text)
    while match := TYPST_WORDS.search(text):
        found.append(match[1])
        text = text[: match.start()] + DONE + text[match.end() :]
    said = (" ".join(_without_code(part).replace("*", "").replace("\\", "").split()) for part in found)
    return [part for part in said if re.search(r"[a-z]{2}", part.replace(SOMETHING, ""))]


def _without_code(piece: str) -> str:
    """From each # to the end of its expression: names, balanced brackets, more names."""
    text, said = piece, ""
    while "#" in text:
        before, _, text = text.partition("#")
        said += before
        if keyword := TYPST_KEYWORD.match(text):
            text = _skip(text[keyword.end() :], "{", "}")
            continue
        while True:
            name = TYPST_CALL.match(text)
            rest = _skip(text[name.end() :] if name else text, "(", ")").removeprefix(DONE)
            if rest == text:
                break
            text = rest[1:] if re.match(r"\.[a-z]", rest) else rest
            if text is rest:
                break
        said += f" {SOMETHING} "
    return (said + text).replace(DONE, " ")


def _skip(text: str, opening: str, closing: str) -> str:
    """What follows a bracket that begins here, and the bracket that belongs to it."""
    if not text.startswith(opening):
        return text
    depth = 0
    for place, sign in enumerate(text):
        depth += (sign == opening) - (sign == closing)
        if depth == 0:
            return text[place + 1 :]
    return ""
