"""The demo's words keep their promises: enough of them, safe numbers, plain language, nothing real."""

import re
from collections import Counter
from typing import get_args

from consent.catalogue import USES
from consent.notices import NOTICES
from home.demo import helplines, lists, pages, people, requests, shapes
from home.demo.answers import ANSWERS
from home.demo.drawn import DemoPicture
from home.demo.speakers import SPEAKERS
from home.demo.stories import STORIES

BANNED = {
    "edition", "appearance", "permission", "evidence", "withdrawn", "jigsaw", "recall", "hold",
    "paused", "cooling-off", "outing", "invalidated", "receipt", "submit", "redact", "workflow", "invalid",
    "teach-back",
}  # fmt: skip
BANNED_PHRASES = ("safeguarding review", "please note")
FICTIONAL_PHONES = re.compile(r"^(01632 960\d{3}|07700 900\d{3})$")
PHONE_LIKE = re.compile(r"\b\d[\d ]{5,}\d\b")
HOST_LIKE = re.compile(r"[\w.-]+@[\w.-]+|\bwww\.\S+|https?://\S+")
ORIGINALS = [story for story in STORIES if story.form != "translation"]
LIVE = [story for story in ORIGINALS if story.state in shapes.LIVE_STATES]


def text_of(body: tuple[shapes.Block, ...]) -> str:
    return "\n".join(words if isinstance(words, str) else words.text for _, words in body)


def every_text() -> list[str]:
    texts: list[str] = []
    for story in STORIES:
        for one in story.shown:
            texts += [one.caption, one.alt if isinstance(one, DemoPicture) else one.transcript]
        texts += [story.title, story.closing[1], *map(text_of, (story.body, story.suggested, story.earlier))]
    texts += [speaker.bio for speaker in SPEAKERS]
    for request in requests.REQUESTS:
        texts += [request.title, request.audience, request.purpose, request.email, *request.details.values()]
    for section in (*pages.DOORS, *pages.HOW_IT_WORKS, *pages.HELP):
        texts += [section.heading, *section.paragraphs]
    texts += [pages.PURPOSE, *(change.sentence for change in pages.CHANGES), *pages.ORGANISATION.values()]
    texts += [text for answer in ANSWERS for text in (answer.who, answer.words, answer.source)]
    texts += [notice.text for notice in NOTICES]
    for use in USES:
        texts += [use.label, use.explanation, use.example, use.could_happen, use.who_decides]
    for person in (*people.AUTHORS, *people.SPEAKING_PEOPLE):
        texts += [person.phone, person.email, person.address, person.contact_notes]
    texts += [line.about for line in helplines.HELPLINES]
    return texts


def banned_in(text: str) -> set[str]:
    words = set(re.findall(r"[a-z][a-z-]*", text.lower()))
    return (words & BANNED) | {phrase for phrase in BANNED_PHRASES if phrase in text.lower()}


def test_every_state_of_a_story_is_shown():
    assert {story.state for story in STORIES} == set(get_args(shapes.State))


def levels_of(story: shapes.DemoStory) -> set[str]:
    """How a story's author is named on the website, and for what else they said yes to."""
    return {story.identity} | {other.identity for other in story.also if other.answer == "yes"}


def test_eleven_stories_or_more_are_public_and_every_level_of_naming_is_among_them():
    assert len(LIVE) >= 11
    assert {level for story in LIVE for level in levels_of(story)} == set(get_args(shapes.Identity))
    assert {story.kind for story in LIVE} == {"praise", "concern", "idea", "journey"}
    assert {story.region for story in LIVE} == {region.slug for region in lists.REGIONS}


def test_only_somebody_who_chose_a_name_has_one():
    named = {story.key for story in STORIES if story.name}

    assert named == {story.key for story in STORIES if story.identity in ("N3", "N4", "N5")}


def test_a_third_of_the_stories_praise():
    kinds = Counter(story.kind for story in ORIGINALS)

    assert kinds["praise"] * 3 >= len(ORIGINALS)


def test_a_story_is_as_long_as_a_reader_has_time_for():
    outside = {}
    for story in STORIES:
        words = len(text_of(story.body).split())
        least = 100 if story.form == "easy_read" else 150
        if not least <= words <= 900:
            outside[story.key] = words

    assert outside == {}


def test_the_shapes_asked_for_are_there():
    assert [story.key for story in STORIES if story.language == "cy"] == ["bore_da"]
    assert [story.translation_of for story in STORIES if story.form == "translation"] == ["bore_da"]
    assert [story.key for story in STORIES if story.form == "easy_read"] == [
        "sixteen_doses_easy",
        "long_word",
    ]
    assert [story.key for story in STORIES if story.co_authors] == ["table_eleven"]
    assert [story.key for story in STORIES if "{name}" in text_of(story.body)] == [
        "sixteen_doses",
        "sixteen_doses_easy",
    ]
    assert len([story for story in STORIES if any(kind == "note" for kind, _ in story.body)]) >= 2


def test_every_noted_passage_is_announced_at_the_top():
    for story in STORIES:
        passages = {words.code for kind, words in story.body if kind == "note"}

        assert passages <= {code for code, _ in story.content_notes}, story.key


def test_a_story_points_only_at_people_themes_and_regions_that_exist():
    for story in STORIES:
        assert {story.author, *story.co_authors} <= {person.key for person in people.AUTHORS}, story.key
        assert set(story.themes) <= {theme.slug for theme in lists.THEMES}, story.key
        assert story.region in {region.slug for region in lists.REGIONS}, story.key


def test_the_demo_author_owns_one_story_at_each_step():
    states = Counter(story.state for story in STORIES if story.author == "author")

    assert states == {
        "live": 1,
        "cooling_day_3": 1,
        "shared_with_suggestions": 1,
        "waiting_choices": 1,
    }


def test_the_paper_code_belongs_to_the_author_of_one_public_story():
    holders = [person.key for person in people.AUTHORS if person.paper_code]

    assert holders == ["dee"]
    assert [story.state for story in STORIES if story.author == "dee"] == ["live"]


def test_the_supporter_suggests_three_changes_of_meaning_and_four_of_spelling():
    (story,) = [story for story in STORIES if story.state == "shared_with_suggestions"]
    before, after = text_of(story.body), text_of(story.suggested)

    for wrong, right in (
        ("definately", "definitely"),
        ("accross", "across"),
        ("recieve", "receive"),
        ("untill", "until"),
    ):
        assert (before.count(wrong), after.count(wrong)) == (1, 0)
        assert right in after
        before = before.replace(wrong, right)
    for agreed, suggested in (
        ("they can read.", "they can guess where you have been."),
        ("I was angry for a year.", "I was upset for some time."),
        (" She said she’d got as far as the ticket barrier.", ""),
    ):
        assert agreed in before
        before = before.replace(agreed, suggested)
    assert before == after


def test_the_second_version_of_a_story_says_less_than_the_first():
    (story,) = [story for story in STORIES if story.state == "superseded"]

    assert "timber yard" in text_of(story.earlier)
    assert "timber yard" not in text_of(story.body)


def test_a_sentence_set_large_stands_word_for_word_in_a_public_story():
    public = {story.key: text_of(story.body) for story in LIVE}

    assert [voice.story for voice in pages.VOICES if voice.sentence not in public[voice.story]] == []
    assert [change.story for change in pages.CHANGES if change.story not in public] == []


def test_no_key_is_used_twice():
    for keys in (
        [story.key for story in STORIES],
        [person.key for person in (*people.AUTHORS, *people.SPEAKING_PEOPLE)],
        [member.email for member in people.STAFF],
        [request.key for request in requests.REQUESTS],
        [(use.applies_to, use.slug) for use in USES],
        [(notice.key, notice.language, notice.format) for notice in NOTICES],
        [named.slug for named in (*lists.THEMES, *lists.REGIONS)],
        [named.slug for named in lists.EXPERIENCE],
        [named.slug for named in lists.TOPICS],
    ):
        assert [key for key, times in Counter(keys).items() if times > 1] == []


def test_no_telephone_rings_anybody_but_samaritans():
    numbers = [number for text in every_text() for number in PHONE_LIKE.findall(text) if number != "116 123"]

    assert len(numbers) > 10
    assert [number for number in numbers if not FICTIONAL_PHONES.match(number)] == []
    assert [line.phone for line in helplines.HELPLINES if not line.example] == ["116 123"]
    assert [
        line.name
        for line in helplines.HELPLINES
        if line.example and not (line.name.startswith("Example line:") and FICTIONAL_PHONES.match(line.phone))
    ] == []


def test_every_host_is_an_example():
    hosts = [host for text in every_text() for host in HOST_LIKE.findall(text)]

    assert len(hosts) > 10
    assert [host for host in hosts if not host.rstrip(".").endswith(".example")] == []


def test_nobody_shouts():
    assert [text for text in every_text() if text.count("!") > 1] == []


def test_uses_and_notices_say_nothing_that_sounds_like_a_court():
    assert banned_in("Please note: your permission is on hold.") == {"please note", "permission", "hold"}
    for use in USES:
        words = (use.label, use.explanation, use.example, use.could_happen, use.who_decides, use.taking_back)
        assert banned_in(" ".join(words)) == set(), use.slug
    for notice in NOTICES:
        assert banned_in(notice.text) == set(), notice.key
    for section in (*pages.DOORS, *pages.HOW_IT_WORKS, *pages.HELP):
        assert banned_in(" ".join((section.heading, *section.paragraphs))) == set(), section.heading


def test_the_catalogue_holds_the_uses_of_the_first_day():
    slugs = {
        kind: [use.slug for use in USES if use.applies_to == kind]
        for kind in ("story", "profile", "speaking")
    }

    assert slugs == {
        "story": [
            "website", "social-media", "newsletter", "printed", "training-staff", "board-council",
            "ministers", "parliament", "newspapers", "radio-tv", "funders", "research", "machine-processing",
        ],
        "profile": ["directory"],
        "speaking": [
            "event-talk", "training", "print-media", "media-recorded", "media-live", "social-media",
            "ministers", "committee", "research", "council",
        ],
    }  # fmt: skip


def test_a_use_is_said_in_few_words_and_never_without_an_end():
    for use in USES:
        assert len(use.label.split()) <= 8, use.slug
        assert 0 < use.max_days <= 730, use.slug
        assert use.thinking_days >= 7, use.slug
        assert use.dpv_purpose.startswith("https://w3id.org/dpv#"), use.slug
        assert use.explanation.count(".") == 2, use.slug
        assert use.example.count(".") == 1, use.slug


def test_speakers_and_requests_use_the_lists_words():
    topics = {topic.slug for topic in lists.TOPICS}
    lived = {tag.slug for tag in lists.EXPERIENCE}
    modules = {module.slug for module in lists.TRAINING}
    spoken = {use.slug for use in USES if use.applies_to in ("speaking", "profile")}
    keys = {person.key for person in people.SPEAKING_PEOPLE}

    for speaker in SPEAKERS:
        assert speaker.key in keys
        assert set(speaker.topics) <= topics, speaker.key
        assert {told.tag for told in speaker.experience} <= lived, speaker.key
        assert set(speaker.trainings) <= modules, speaker.key
        assert {use.use for use in speaker.uses} <= spoken, speaker.key
        assert 60 <= len(speaker.bio.split()) <= 120, speaker.key
    for request in requests.REQUESTS:
        assert set(request.topics) <= topics, request.key
        assert {*request.must_have, *request.nice_to_have} <= lived, request.key
        assert set(request.uses) <= spoken, request.key
        assert set(request.training) <= modules, request.key


def test_there_is_one_of_each_and_enough_of_all():
    assert len(SPEAKERS) == len(people.SPEAKING_PEOPLE) == 12
    assert len(people.AUTHORS) <= 16
    assert Counter(request.kind for request in requests.REQUESTS) == {
        "event": 2,
        "media": 2,
        "ministerial": 2,
    }
    assert len(lists.REGIONS) == 5
    assert 10 <= len(lists.THEMES) <= 12
    assert len(helplines.HELPLINES) == 6
    assert len(pages.HOW_IT_WORKS) == 5
    assert len(pages.CHANGES) == 2
