"""What programs can ask, in the words of OpenAPI 3.1. The tests hold every answer against it."""

from typing import Any

Json = dict[str, Any]

MANNERS = (
    "Public stories, read only, each told by the person who lived it. They are theirs: a story may be taken down at "
    "any moment, without a reason. Ask again before you show one, keep no copy longer than a day, and delete what "
    "answers 410. What `machines_may_process` does not allow must not be translated, summed up or learned from."
)


def the_document(server: str) -> Json:
    """The whole document; `server` is the address of this site without a slash at its end."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Stories", "version": "2", "description": MANNERS},
        "servers": [{"url": server}],
        "paths": {
            "/api/v2/stories/": {"get": _list()},
            "/api/v2/stories/{slug}/": {"get": _one()},
        },
        "components": {"schemas": {"Row": ROW, "Story": STORY, "Page": PAGE, "Error": ERROR}},
    }


def _list() -> Json:
    choices = {
        "theme": "A theme's slug.",
        "kind": "praise, concern, idea or journey.",
        "region": "A region's slug; finds only stories whose people let their region be seen.",
        "language": "en or cy.",
        "before": "Go on towards older stories: the link `older` of the page before has it.",
        "after": "Go on towards newer stories: the link `newer` has it.",
    }
    return {
        "summary": "Public stories, twenty a page, newest first",
        "description": "A choice that does not exist, or so narrow that it could point at somebody, is not taken.",
        "parameters": [
            {"name": name, "in": "query", "schema": {"type": "string"}, "description": words}
            for name, words in choices.items()
        ],
        "responses": {"200": _answer("One page of the list", "Page")},
    }


def _one() -> Json:
    return {
        "summary": "One story with all its words",
        "parameters": [{"name": "slug", "in": "path", "required": True, "schema": {"type": "string"}}],
        "responses": {
            "200": _answer("The story", "Story"),
            "404": _answer("Nothing is here just now, or never was", "Error"),
            "410": _answer("The person took it down: delete every copy", "Error"),
        },
    }


def _answer(words: str, schema: str) -> Json:
    return {
        "description": words,
        "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}},
    }


def _all_of(properties: Json) -> Json:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


TEXT: Json = {"type": "string"}
OR_NOTHING: Json = {"type": ["string", "null"]}
THEME = _all_of({"slug": TEXT, "name": TEXT})
FIELDS: Json = {
    "slug": TEXT,
    "url": {"type": "string", "format": "uri"},
    "api_url": {"type": "string", "format": "uri"},
    "title": TEXT,
    "byline": {**OR_NOTHING, "description": "The name agreed for our website; null when none is shown."},
    "first_sentence": TEXT,
    "kind": TEXT,
    "themes": {"type": "array", "items": THEME},
    "region": OR_NOTHING,
    "language": TEXT,
    "minutes": {"type": "integer", "description": "Time to read, in minutes."},
    "content_notes": {"type": "array", "items": TEXT},
    "published": {**OR_NOTHING, "description": "In words, as fine as agreed."},
    "published_on": {**OR_NOTHING, "format": "date", "description": "Only where the very day may be shown."},
    "machines_may_process": {"type": "boolean"},
}
BLOCK: Json = {
    "type": "object",
    "properties": dict.fromkeys(("type", "text", "note", "alt", "caption", "transcript", "url"), TEXT),
    "required": ["type"],
    "additionalProperties": False,
}
ENDING: Json = {"oneOf": [_all_of({"kind": TEXT, "text": TEXT}), {"type": "null"}]}
ROW = _all_of(FIELDS)
STORY = _all_of(
    {
        **FIELDS,
        "body": {"type": "array", "items": BLOCK},
        "ending": ENDING,
        "whose_words": TEXT,
        "approved": OR_NOTHING,
    }
)
PAGE = _all_of(
    {
        "stories": {"type": "array", "items": {"$ref": "#/components/schemas/Row"}},
        "chosen": {"type": "object", "additionalProperties": TEXT},
        "not_taken": {"type": "array", "items": TEXT},
        "newer": OR_NOTHING,
        "older": OR_NOTHING,
    }
)
ERROR = _all_of({"error": TEXT})
