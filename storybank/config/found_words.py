"""Words that reach a screen though no gettext stands beside them: the desk says `_(str(refused))`, a page says a label.

Three kinds: what a rule refuses a person with, the labels of the short lists that readers and authors meet, and the
uses of the starting catalogue (where staff have written their own, these stand as written).
"""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

REFUSALS: Final = frozenset(
    "CannotAnswer CannotMove CannotSay CannotShow CannotTake CannotType CannotUndo CannotWrite DoesNotFit"
    " NotAllDecided NotAnAddress NotAnAnswer NotAPicture NotARule NotASound NoName NotNow NotSaid NotTheirs"
    " NotTheirWords NotThere NotWhatWasAsked NothingToShare StaleDraft StaleSuggestions TooLong TooManyTries"
    " Changed WouldWiden CannotGive CannotGroup CannotAdd NotThereNow".split()
)
LISTS: Final = frozenset(
    "Kind NoteCode NoteLevel Whom Language NoticeFormat Listing Support Recency Channel".split()
)
CATALOGUE: Final = frozenset("label explanation example could_happen who_decides taking_back".split())
OF_PEOPLE: Final = (
    "people/domain",
    "people/sounds",
    "people/pictures",
    "consent/domain",
    "storybank",
    "speakers/domain",
)
NOT_OF_PEOPLE: Final = (
    *("admin", "finder", "packs", "press", "legacy", "paper_twin", "elsewhere", "quotes", "private_reading"),
    *("matching", "demo"),
)


def found_in(path: Path, name: str) -> Iterator[str]:
    """`name`: the path from the root of the house."""
    if path.suffix != ".py" or set(NOT_OF_PEOPLE) & set(path.parts):
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if name.startswith("consent/catalogue/"):
        yield from _catalogue(tree)
    if name.endswith(("enums.py", "never_know.py")):
        yield from _labels(tree)
    if name.startswith(OF_PEOPLE):
        yield from _refusals(tree)


def _refusals(tree: ast.Module) -> Iterator[str]:
    named = _constants(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and node.exc.args:
            called = node.exc.func
            name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
            if name in REFUSALS:
                said = node.exc.args[0]
                yield from _words(named.get(said.id, said) if isinstance(said, ast.Name) else said)


def _constants(tree: ast.Module) -> dict[str, ast.expr]:
    """Sentences that a module says in more than one place, by their names."""
    lines = [one for one in tree.body if isinstance(one, ast.Assign)]
    return {name.id: line.value for line in lines for name in line.targets if isinstance(name, ast.Name)}


def _labels(tree: ast.Module) -> Iterator[str]:
    for one in tree.body:
        if isinstance(one, ast.ClassDef) and one.name in LISTS:
            for line in one.body:
                if isinstance(line, ast.Assign) and isinstance(line.value, ast.Tuple):
                    yield from _words(line.value.elts[-1])


def _catalogue(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg in CATALOGUE:
            yield from _words(node.value)
        elif isinstance(node, ast.Dict):
            for value in node.values:
                yield from _words(value)


def _words(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _words(node.body)
        yield from _words(node.orelse)
