"""What the README tells whoever runs the house for real is whole: each thing to set, each step that makes something."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
FROM_COMPOSE = {"DATABASE_URL"}
"""Set there from the password."""


def test_the_example_names_everything_that_is_needed():
    needed = set(re.findall(r"^\| `(\w+)` \| yes \|", README, re.MULTILINE))
    named = set(re.findall(r"^(\w+)=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.MULTILINE))

    assert {"SECRET_KEY", "STOP_JOURNAL_KEYS"} < needed
    assert needed - FROM_COMPOSE - named == set()


def test_the_welsh_of_the_screens_is_made_by_both_ways_of_running_it():
    makes_it = "python -m storybank.config.catalogue"

    assert makes_it in README.partition("Without containers")[2]
    assert makes_it in (ROOT / "Dockerfile").read_text(encoding="utf-8")
