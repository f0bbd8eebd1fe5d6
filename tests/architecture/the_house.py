"""Which files are ours: what the architecture tests look through."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("home", "speakers", "storybank", "consent", "people")
FOLDERS = (*ROOMS, "templates", "tests", ".ci")
NOT_OURS_TO_JUDGE = {"__pycache__", "node_modules"}


def files(*suffixes: str, under: tuple[str, ...] = FOLDERS) -> Iterator[Path]:
    """Files of the repository's own folders, relative to its root; all of them when no suffix is named."""
    for folder in under:
        for path in sorted((ROOT / folder).rglob("*")):
            if (
                path.is_file()
                and not NOT_OURS_TO_JUDGE & set(path.parts)
                and (path.suffix in suffixes or not suffixes)
            ):
                yield path.relative_to(ROOT)


def top_level_files() -> Iterator[Path]:
    """What stands beside the rooms."""
    for path in sorted(ROOT.iterdir()):
        if path.is_file():
            yield path.relative_to(ROOT)


def text_of(path: Path) -> str:
    return (ROOT / path).read_text(encoding="utf-8")
