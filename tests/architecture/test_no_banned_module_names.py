"""Names that say nothing attract everything: no drawer for odds and ends anywhere."""

from pathlib import Path

from tests.architecture.the_house import files

SAYS_NOTHING = {
    "utils",
    "util",
    "helpers",
    "helper",
    "core",
    "common",
    "base",
    "services",
    "misc",
    "manager2",
}
SETTINGS = Path("storybank/config/settings/base.py")


def names_of(path: Path) -> set[str]:
    return {path.stem, *path.parts[:-1]}


def test_no_module_or_folder_has_a_name_that_says_nothing():
    modules = set(files(".py"))

    drawers = sorted(str(path) for path in modules - {SETTINGS} if names_of(path) & SAYS_NOTHING)

    assert SETTINGS in modules
    assert drawers == []
