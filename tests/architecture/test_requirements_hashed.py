"""What is installed is what was looked at: every package pinned, with hashes, both lists agreeing."""

import re
import tomllib

import pytest

from tests.architecture.the_house import ROOT

PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(?P<version>[^ \\;]+)")


def pins_of(name: str) -> dict[str, str]:
    lines = (ROOT / name).read_text().splitlines()
    return {match["name"].lower(): match["version"] for line in lines if (match := PIN.match(line))}


def names_wanted(dependencies: list[str]) -> set[str]:
    return {re.split(r"[\[<>=!~ ;]", dependency, maxsplit=1)[0].lower() for dependency in dependencies}


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_line_is_a_pin_with_hashes(name):
    logical = (ROOT / name).read_text().replace("\\\n", " ").splitlines()
    packages = [line for line in logical if line.strip() and not line.lstrip().startswith("#")]

    unpinned = [line[:60] for line in packages if not PIN.match(line) or "--hash=sha256:" not in line]

    assert len(packages) > 40
    assert unpinned == []


def test_everything_the_project_asks_for_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]

    missing_run = names_wanted(project["dependencies"]) - pins_of("requirements.txt").keys()
    missing_dev = (
        names_wanted(project["optional-dependencies"]["dev"]) - pins_of("requirements-dev.txt").keys()
    )

    assert missing_run == set()
    assert missing_dev == set()


def test_tests_run_on_the_versions_that_production_runs():
    run, dev = pins_of("requirements.txt"), pins_of("requirements-dev.txt")

    assert {name: dev.get(name) for name in run} == run
