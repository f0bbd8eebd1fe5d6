"""What authors, speakers and people in a story read, a child of nine can read: screens, messages, papers, notices."""

from collections import defaultdict
from fnmatch import fnmatch
from pathlib import Path

import pytest

from consent.catalogue import USES
from consent.notices import NOTICES
from consent.notices_in_it_forms import FORMS_IN_IT
from tests.architecture.the_house import files, text_of
from tests.plain_words import from_code, from_templates, shelves
from tests.plain_words.measure import (
    MOST_WORDS,
    MOST_WORDS_KEPT,
    NINE,
    SHORT_TEXT,
    reading_age,
    too_hard,
    words_in,
)

HARD = (
    "Notwithstanding the aforementioned provisions, individuals retain the capability of retrospectively revoking"
    " authorisation regarding the dissemination of identifiable information to unaffiliated organisations."
)
PLAIN = "You can stop at any time. You do not have to say why. Press Stop, or ring us."


def everything_said() -> dict[str, list[str]]:
    """By where it stands."""
    said = {
        path.as_posix(): from_templates.sayings(text_of(path), html=path.suffix == ".html")
        for path in shelves.templates_of_people()
    }
    for path in shelves.papers_of_people():
        said[path.as_posix()] = from_code.sayings_of_paper(text_of(path))
    for path in shelves.code_of_people():
        whole = shelves.speaks_to_people(path)
        said[path.as_posix()] = from_code.sayings(text_of(path), all_sentences=whole)
    for notice in (*NOTICES, *FORMS_IN_IT):
        if notice.language == "en":
            said[f"notice {notice.key} {notice.version} {notice.format}"] = notice.text.split("\n")
    for use in USES:
        words = (use.label, use.explanation, use.example, use.could_happen, use.who_decides, use.taking_back)
        said[f"uses/{use.applies_to} {use.slug}"] = [part for part in words if part]
    return {where: parts for where, parts in said.items() if parts}


@pytest.fixture(scope="module")
def said():
    return everything_said()


def as_read_together(said: dict[str, list[str]]) -> dict[str, list[str]]:
    """A text of fewer words than a formula needs is read with the other short ones of its folder."""
    together: dict[str, list[str]] = defaultdict(list)
    for where, parts in said.items():
        short = words_in(parts) < SHORT_TEXT
        together[f"{where.rpartition('/')[0]}: the short ones" if short else where] += parts
    return together


def test_every_text_can_be_read_at_nine(said):
    ages = {where: reading_age(parts) for where, parts in as_read_together(said).items()}

    assert {where: age for where, age in ages.items() if age > NINE} == {}
    assert len(ages) > 150


def test_no_sentence_and_no_word_is_too_hard(said):
    wrong = [
        f"{where}: {found}"
        for where, parts in said.items()
        for part in parts
        for found in too_hard(part, most=most_words(where))
    ]

    assert "\n".join(wrong) == ""


def most_words(where: str) -> int:
    """What people were told or asked about is never rewritten under their yes; the next version keeps to twenty."""
    return MOST_WORDS_KEPT if where.startswith(("notice ", "uses/")) else MOST_WORDS


def test_the_words_of_every_kind_of_place_are_found(said):
    """What is not found cannot be too hard: a line that is known to stand in each."""
    assert "When shall we ask you first?" in said["templates/storybank/desk/choice_first.html"]
    assert "My first name" in said["storybank/desk/naming.py"]
    assert (
        "You decide about each one: take it, or put your own words back."
        in (said["templates/emails/storybank/please_look.txt"])
    )
    assert "Something for you to look at" in said["templates/emails/storybank/please_look.sms.txt"]
    assert "What we wrote down" in said["consent/receipts/slips.py"]
    assert (
        "There is no yes here to make bigger. Nothing was changed." in said["consent/domain/acts/asking.py"]
    )
    assert (
        "Your thinking time is over. Nothing happens until you answer." in said["storybank/desk/standing.py"]
    )
    assert "What are we asking?" in said["notice story-choices 1 plain"]


def test_each_rule_catches_what_is_hard_and_lets_plain_words_through():
    assert (reading_age([PLAIN]) <= NINE, too_hard(PLAIN)) == (True, [])
    assert reading_age([HARD]) > 20
    assert [wrong.split(":")[0] for wrong in too_hard("Anonymisation")] == ["long word “Anonymisation”"]
    assert too_hard("and then " * 11 + "we went home.")[0].startswith("25 words in one sentence")
    assert too_hard("Subsequent statements regarding several matters require scrutiny.")[0].startswith(
        "needs "
    )


@pytest.mark.parametrize(
    "template",
    [
        "<p>HARD</p>",
        '{% load i18n %}<p>{% translate "HARD" %}</p>',
        '{% load i18n %}{% translate "HARD" as lead %}{% include "x.html" with lead=lead only %}',
        "{% load i18n %}{% blocktranslate with a=b trimmed %}HARD {{ a }}{% endblocktranslate %}",
        "{% if a %}{% if b %}<ul><li><strong>HARD</strong></li></ul>{% endif %}{% endif %}",
        '<input aria-label="HARD"><img alt="HARD">',
        '{% include "x.html" with label="HARD" only %}',
        "Hello {{ name }},\n\nHARD\n\n{sender}",
    ],
)
def test_a_hard_sentence_planted_anywhere_in_a_template_is_found(template):
    found = from_templates.sayings(template.replace("HARD", HARD), html="Hello" not in template)

    assert any(too_hard(said) for said in found)
    plain = from_templates.sayings(template.replace("HARD", "You can stop."), html="Hello" not in template)
    assert [wrong for said in plain for wrong in too_hard(said)] == []


@pytest.mark.parametrize(
    "code",
    [
        'x = _("HARD")',
        'x = gettext_lazy("HARD")',
        'raise CannotAnswer("HARD")',
        'raise forms.ValidationError(f"HARD {x}")',
        'x = ngettext("one", "HARD", n)',
        'WORDS = {"a": "HARD"}',
    ],
)
def test_a_hard_sentence_planted_in_code_is_found(code):
    found = from_code.sayings(code.replace("HARD", HARD), all_sentences=True)

    assert any(too_hard(said) for said in found)
    assert from_code.sayings(f'"""{HARD}"""', all_sentences=True) == []


def test_a_hard_sentence_planted_in_a_paper_is_found():
    paper = f"= Your copy\n#par[{HARD} #data.day]\n// {HARD}\n"

    assert sum(bool(too_hard(said)) for said in from_code.sayings_of_paper(paper)) == 1


def test_a_label_or_a_branch_does_not_lend_its_full_stop_to_its_neighbour():
    """Many small pieces around a long one make it no easier; pieces of one line are one line."""
    split = (
        "<p>We keep <strong>what</strong> you <em>told</em> us, <a href='/x'>and when</a>, for ten years.</p>"
    )

    assert from_templates.sayings(split) == ["We keep what you told us, and when, for ten years."]
    assert from_templates.sayings("<label>Day</label><label>Month</label>") == ["Day", "Month"]


def test_a_new_template_is_measured_unless_it_is_named_as_somebody_elses():
    assert shelves.reader_of(Path("templates/storybank/workshop/new.html")) == ""
    assert shelves.reader_of(Path("templates/emails/storybank/not_known_yet.txt")) == ""
    assert shelves.reader_of(Path("templates/emails/storybank/please_look.sms.txt")) == ""
    assert shelves.reader_of(Path("templates/emails/storybank/story_shared.txt")) == "staff"
    assert shelves.reader_of(Path("templates/storybank/admin/queue.html")) == "staff"
    names = [path.as_posix() for path in files(".html", ".txt", ".typ")]
    assert [one for one in shelves.FOR_OTHERS if not any(fnmatch(name, one) for name in names)] == []
