"""What programs can ask, in the words of OpenAPI 3.1. The tests hold every answer against it."""

from typing import Any

Json = dict[str, Any]

MANNERS = (
    "Public stories, read only, each told by the person who lived it. They are theirs: a story may be taken down at "
    "any moment, without a reason. Ask again before you show one, keep no copy longer than a day, and delete what "
    "answers 410. What `machines_may_process` does not allow must not be translated, summed up or learned from. Pages "
    "of other sites may ask from their readers' browsers (no cookies are sent), and that is the best way to show a "
    "story: it is gone there, too, the moment it is taken down. Nobody is counted, so there is no limit for each who "
    "asks: please ask one thing at a time, and send `If-None-Match` with the `ETag` you have."
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
        "components": {"schemas": {"Row": ROW, "Story": STORY, "Page": PAGE, "Problem": PROBLEM}},
    }


def _list() -> Json:
    choices = {
        "theme": "A theme's slug.",
        "kind": "praise, concern, idea or journey.",
        "format": "read, listen (a recording plays on its page) or easy (easy read).",
        "region": "A region's slug; finds only stories whose people let their region be seen.",
        "language": "en or cy.",
        "cursor": "Where to go on. The links `older` and `newer` have it; it says nothing by itself.",
    }
    return {
        "summary": "Public stories, twenty a page, newest first",
        "operationId": "stories",
        "description": "What is so narrow beside another choice that it could point at somebody stands in `not_taken`.",
        "parameters": [
            {"name": name, "in": "query", "schema": {"type": "string"}, "description": words}
            for name, words in choices.items()
        ],
        "responses": {
            "200": _answer("One page of the list", "Page"),
            "304": {"description": "As you have it"},
            "400": _problem("A parameter or a value that does not exist; `parameter` names it"),
            "default": _problem("Anything else that went wrong"),
        },
    }


def _one() -> Json:
    return {
        "summary": "One story with all its words",
        "operationId": "story",
        "parameters": [{"name": "slug", "in": "path", "required": True, "schema": {"type": "string"}}],
        "responses": {
            "200": _answer("The story", "Story"),
            "304": {"description": "As you have it"},
            "404": _problem("Nothing is here just now, or never was"),
            "410": _problem("The person took it down: delete every copy"),
            "default": _problem("Anything else that went wrong"),
        },
    }


def _answer(words: str, schema: str, kind: str = "application/json") -> Json:
    return {
        "description": words,
        "content": {kind: {"schema": {"$ref": f"#/components/schemas/{schema}"}}},
    }


def _problem(words: str) -> Json:
    return _answer(words, "Problem", "application/problem+json")


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
PROBLEM: Json = {
    "type": "object",
    "properties": {"title": TEXT, "status": {"type": "integer"}, "detail": TEXT, "parameter": TEXT},
    "required": ["title", "status", "detail"],
    "additionalProperties": False,
}
