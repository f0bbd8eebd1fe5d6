"""What a stranger can compare, and who a browser is signed in as."""

import re

CHANGES_EACH_TIME = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')


def the_same(response, *, itself: str = "") -> tuple:
    """All that a stranger can compare. `itself`: the one address by which the page leads to itself in Welsh."""
    return (
        response.status_code,
        CHANGES_EACH_TIME.sub(b"", response.content).replace(f'href="{itself}"'.encode(), b"href", 1),
        {name: value for name, value in response.headers.items() if name != "Set-Cookie"},
        sorted((name, len(cookie.value), cookie["max-age"]) for name, cookie in response.cookies.items()),
    )


def who_is_in(client) -> str:
    return client.session.get("_auth_user_id", "nobody")
