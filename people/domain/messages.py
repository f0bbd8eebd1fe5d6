"""The words of every message: the charity's own where it wrote some, else the house's from templates/emails."""

import re
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.template import TemplateDoesNotExist
from django.template.loader import get_template

from people import clock
from people.domain.events import EVENTS, EventWords
from people.domain.plain_words import gives_away, not_for_authors
from people.enums import Audience, Channel, Language
from people.models import MessageText, Organisation

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
LONGEST_TEXT_MESSAGE = 320
LONGEST_BODY = 4000

SAMPLES = {
    "called": "Dee",
    "code": "472 913",
    "code_line": "Type this code there: 4471 0926 3358 1204.",
    "link": "https://storybank.example/answer/sample/",
    "organiser": "Councillor Marsh",
    "when": "Tuesday 3 March at 10:30",
    "answer_by": "Friday 20 February",
    "new_supporter": "Huw",
    "left": "10",
    "answer": "You were right. We have put it right, and this is how.",
    "reason": "Some of it lies in another office.",
    "what": "Our website, Our newsletter",
    "what_ends": "Our website: 3 March 2027",
    "mark": "7K2P-93QF",
    "sent_on": "3 March 2026",
    "asked_on": "10 April 2026",
    "looks": "Priya, to phone you: 6 times",
    "times": "6 times",
    "first_day": "2 March 2026",
    "last_day": "31 March 2026",
}


class UnknownEvent(LookupError):
    """No message of that name. Remedy: register it in people.domain.events."""


class WordsMissing(KeyError):
    """A placeholder of the text was given no words by whoever causes the message."""


@dataclass(frozen=True, slots=True)
class Words:
    """`own` when the charity wrote them itself."""

    subject: str
    body: str
    own: bool = False


def event_words(event: str) -> EventWords:
    try:
        return EVENTS[event]
    except KeyError as error:
        raise UnknownEvent(event) from error


def words_of(event: str, *, channel: str, language: str) -> Words:
    """The text with its placeholders: own wording, then the house's; Welsh falls back to English, whole."""
    event_words(event)
    languages = [language] if language == Language.ENGLISH else [language, Language.ENGLISH]
    for tongue in languages:
        own = MessageText.objects.filter(event=event, channel=channel, language=tongue).first()
        if own is not None:
            return Words(own.subject, own.body, own=True)
        house = _house(event, channel=channel, language=tongue)
        if house is not None:
            return house
    raise UnknownEvent(f"{event} has no text")


def fill(words: Words, given: dict[str, str]) -> Words:
    """Put the given words in, once: what a person wrote is never read for placeholders again."""

    def one(match: re.Match[str]) -> str:
        if match[1] not in given:
            raise WordsMissing(match[1])
        return given[match[1]]

    subject = PLACEHOLDER.sub(one, words.subject)
    return Words(" ".join(subject.split())[:150], PLACEHOLDER.sub(one, words.body), words.own)


def everywhere(
    organisation: Organisation, *, sender: str = "", language: str = Language.ENGLISH
) -> dict[str, str]:
    """The placeholders that every message has."""
    welsh = language == Language.WELSH
    return {
        "charity": organisation.name,
        "sender": sender or organisation.sender_name,
        "phone": organisation.phone or ("ein swyddfa" if welsh else "our office"),
        "cover_hours": organisation.cover_hours,
        "my_page": f"{settings.SITE_URL}{'/cy' if welsh else ''}/my/",
        "work_page": f"{settings.SITE_URL}/admin/",
    }


def preview(event: str, channel: str, language: str) -> Words:
    """As it would arrive, with sample words."""
    return fill(words_of(event, channel=channel, language=language), sample(language))


def sample(language: str = Language.ENGLISH) -> dict[str, str]:
    return SAMPLES | everywhere(Organisation.load(), language=language)


def problems(event: str, *, channel: str, subject: str, body: str) -> dict[str, list[str]]:
    """What stands against a wording, by field, in sentences. Empty when it may be used."""
    found: dict[str, list[str]] = {"subject": [], "body": []}
    known = event_words(event)
    for field, text in (("subject", subject), ("body", body)):
        found[field] += _unknown_placeholders(known, text)
        if known.audience in {Audience.AUTHOR, Audience.SPEAKER}:
            found[field] += [
                f"“{word}” can frighten people. Use an everyday word." for word in not_for_authors(text)
            ]
    seen_by_others = body if channel == Channel.SMS else subject
    field = "body" if channel == Channel.SMS else "subject"
    found[field] += [
        f"Leave out “{word}”: other people may see this line." for word in gives_away(seen_by_others)
    ]
    if {"called", "charity", "organiser"} & set(PLACEHOLDER.findall(seen_by_others)):
        found[field].append("No names here: other people may see this line.")
    if channel == Channel.SMS and len(body) > LONGEST_TEXT_MESSAGE:
        found["body"].append(
            f"A text message has at most {LONGEST_TEXT_MESSAGE} letters; this has {len(body)}."
        )
    if not body.strip():
        found["body"].append("Write what the message says.")
    if channel == Channel.EMAIL and not subject.strip():
        found["subject"].append("Write a subject.")
    return {field: sentences for field, sentences in found.items() if sentences}


def set_words(event: str, *, channel: str, language: str, subject: str, body: str) -> MessageText:
    """The charity's own wording from now on. Raises ValidationError with a sentence for each problem."""
    body = body.replace("\r\n", "\n").strip()
    found = problems(event, channel=channel, subject=subject, body=body)
    if found:
        raise ValidationError(dict(found))
    text, _ = MessageText.objects.update_or_create(
        event=event,
        channel=channel,
        language=language,
        defaults={"subject": subject.strip(), "body": body, "changed_at": clock.now()},
    )
    return text


def reset(event: str, *, channel: str, language: str) -> None:
    """Back to the house's words."""
    MessageText.objects.filter(event=event, channel=channel, language=language).delete()


def _unknown_placeholders(known: EventWords, text: str) -> list[str]:
    written = set(re.findall(r"\{[^{}]*\}?|\}", text))
    allowed = {f"{{{name}}}" for name in known.allowed}
    choices = " ".join(sorted(allowed))
    return [f"{one} is not known here. You can use: {choices}." for one in sorted(written - allowed)]


def _house(event: str, *, channel: str, language: str) -> Words | None:
    """The template of the channel, else made from the e-mail's: a text message takes its first paragraph."""
    special = _read(f"{event}.{channel}", language) if channel != Channel.EMAIL else None
    if special is not None:
        return special
    mail = _read(event, language)
    if mail is None or channel != Channel.SMS:
        return mail
    paragraphs = [" ".join(part.split()) for part in mail.body.split("\n\n")]
    first = paragraphs[1] if len(paragraphs) > 1 else paragraphs[0]
    return Words(mail.subject, f"{first[: LONGEST_TEXT_MESSAGE - 40]} {{sender}}")


def _read(name: str, language: str) -> Words | None:
    folder = "emails" if language == Language.ENGLISH else f"emails/{language}"
    try:
        text = get_template(f"{folder}/{name}.txt").template.source  # type: ignore[attr-defined]  # Django's own engine
    except TemplateDoesNotExist:
        return None
    first, _, rest = text.partition("\n")
    return Words(first.removeprefix("Subject:").strip(), rest.strip())
