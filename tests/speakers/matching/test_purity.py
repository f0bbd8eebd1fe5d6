"""Matching imports nothing but Python itself and matching."""

import ast
import sys
from pathlib import Path

import speakers.matching

FILES = sorted(Path(speakers.matching.__file__).parent.glob("*.py"))


def test_matching_leans_on_nothing_else():
    names = set()
    for file in FILES:
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.ImportFrom):
                names.add(node.module or ".")
            elif isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}

    foreign = {
        n
        for n in names
        if n.split(".")[0] not in sys.stdlib_module_names and not n.startswith("speakers.matching.")
    }
    assert len(FILES) > 10
    assert foreign == set()


def test_files_stay_short():
    assert [file.name for file in FILES if len(file.read_text().splitlines()) > 200] == []
