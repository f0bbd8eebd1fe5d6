"""What was typed in, item by item, in words: for whoever compares it with the sheets."""

from dataclasses import dataclass

from consent.domain.acts.choices import Choice, choices_of
from consent.domain.acts.ending_soon import ends_soon
from consent.domain.written.saying import given_of
from consent.enums import Answer
from storybank.domain.paper_packs import typed_from
from storybank.domain.suggestions import suggested_changes
from storybank.models import PaperPack
from storybank.paper_twin.entry import Entry, entry_of
from storybank.paper_twin.sheet_words import Words
from storybank.paper_twin.small_forms import LABELS, pictures_in, printed_texts
from storybank.paper_twin.terms_words import lines_of

ANSWERS = {Answer.YES: "Yes", Answer.NO: "No", Answer.LATER: "Not now, or left empty"}
PEOPLE = {"no": "No. Nobody could.", "yes": "Yes, or not sure."}
SECOND = {True: "Yes, still yes", False: "No, take it away"}
RENEW = {True: "Yes, it goes on", False: "No, let it end"}


@dataclass(frozen=True)
class Item:
    """`lines` as they stand under the heading; `text` is long and keeps its line breaks; `was` is what was printed."""

    name: str
    heading: str
    lines: tuple[str, ...] = ()
    text: str = ""
    was: str = ""


def items_of(pack: PaperPack) -> list[Item]:
    entry, words = entry_of(typed_from(pack)), Words("en")
    return [
        *_told(entry),
        *_pen(pack, entry),
        *([Item("untidy", "Spelling", lines=("Yes, put my spelling back",))] if entry.untidy else []),
        *_changes(pack, entry),
        *([Item("say", "What they wrote about the changes", text=entry.say)] if entry.say else []),
        *_people(entry),
        *_choices(pack, entry, words),
        *_acts(pack, entry),
        _how(pack, entry),
    ]


def _told(entry: Entry) -> list[Item]:
    if not entry.story:
        return []
    return [
        Item("story", "Their words", text=entry.story, lines=(f"Name: {entry.title}",) if entry.title else ())
    ]


def _pen(pack: PaperPack, entry: Entry) -> list[Item]:
    if not entry.words or pack.page is None:
        return []
    printed, pictures = printed_texts(pack.page.specific), pictures_in(pack.page.specific)
    found = []
    for name, text in entry.words.items():
        key = name if name in LABELS else f"b{name}"
        label = pictures.get(key) or LABELS.get(name, f"part {name}")
        heading = f"Changed by pen: {label.lower()}"
        found.append(Item(f"pen-{name}", heading, text=text or "(crossed out)", was=printed.get(key, "")))
    return found


def _changes(pack: PaperPack, entry: Entry) -> list[Item]:
    if not entry.changes or pack.page is None:
        return []
    found = [one for one in suggested_changes(pack.page.specific) if one.id in entry.changes]
    meaning = [one for one in found if not one.spelling]
    spelling = [one for one in found if one.spelling]
    items = [
        Item(
            f"change-{one.id}",
            f"Change {number}",
            lines=("Yes, change it" if entry.changes[one.id] else "No, keep my words",),
            text=one.added.strip(),
            was=one.struck.strip(),
        )
        for number, one in enumerate(meaning, start=1)
    ]
    if spelling:
        taken = entry.changes[spelling[0].id]
        items.append(
            Item("spelling", "Spelling", lines=("Yes, tidy it" if taken else "No, keep it as I wrote it",))
        )
    return items


def _people(entry: Entry) -> list[Item]:
    if not entry.people:
        return []
    return [Item("people", "Who else is in it?", lines=(PEOPLE[entry.people], *entry.who))]


def _choices(pack: PaperPack, entry: Entry, words: Words) -> list[Item]:
    if not entry.choices:
        return []
    by_use = {one.use.slug: one.use.label for one in _asked(pack)}
    items = []
    for number, said in enumerate(entry.choices, start=1):
        given = given_of(said)
        more = lines_of(given, words) if given.answer == Answer.YES else []
        label = f"{number}. {by_use.get(given.use, given.use)}"
        items.append(Item(f"use-{given.use}", label, lines=(ANSWERS[given.answer], *more)))
    understood = (
        "Every question was answered right." if entry.understood else "Not yet: it is explained again."
    )
    return [*items, Item("understood", "Did we explain it well?", lines=(understood,))]


def _acts(pack: PaperPack, entry: Entry) -> list[Item]:
    labels = {one.uid.hex: one.use.label for one in _asked(pack)}
    if pack.person is not None:
        labels |= {one.permission.uid.hex: one.permission.use.label for one in ends_soon(pack.person)}
    second = [
        Item(f"second-{uid}", f"Once more: {labels.get(uid, '')}", (SECOND[yes],))
        for uid, yes in entry.second.items()
    ]
    renew = [
        Item(f"renew-{uid}", f"Ends soon: {labels.get(uid, '')}", (RENEW[yes],))
        for uid, yes in entry.renew.items()
    ]
    return [*second, *renew]


def _asked(pack: PaperPack) -> list[Choice]:
    return choices_of(pack.person, pack.file.pk) if pack.person is not None and pack.file is not None else []


def _how(pack: PaperPack, entry: Entry) -> Item:
    lines = [f"Filled in on {Words('en').day(pack.told_at)}"] if pack.told_at else []
    lines += ["An officer could hear them" if pack.overheard else "No officer could hear them"]
    lines += [f"With them: {entry.present}"] if entry.present else []
    lines += ["It was read out to them"] if entry.read_aloud else []
    return Item("how", "The day, and who was there", tuple(lines))
