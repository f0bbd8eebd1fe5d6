"""A file that needs more than 300 lines has more than one purpose."""

from pathlib import Path

from tests.architecture.the_house import files, text_of

LONGEST = 300


def exempt(path: Path) -> bool:
    """Migrations are history, and the demo's texts are stories."""
    return "migrations" in path.parts or path.parts[:2] == ("home", "demo")


def test_no_file_is_longer_than_three_hundred_lines():
    ours = [path for path in files(".py", ".css", ".html", ".js", ".txt") if not exempt(path)]

    too_long = {str(path): lines for path in ours if (lines := len(text_of(path).splitlines())) > LONGEST}

    assert len(ours) > 50
    assert too_long == {}
