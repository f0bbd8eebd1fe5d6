"""Default deny: every view of the admin is on somebody's list or refused by name. A new one without a rule fails."""

from collections.abc import Iterator

import pytest
from django.urls import get_resolver

from home.access.allowed import ALLOWED, EVERY_STAFF, FRONT_PAGE, INSTEAD, reachable
from home.access.denied import DENIED
from home.access.middleware import OPEN
from people import roles

ANYBODY = frozenset().union(*ALLOWED.values())


def names_under(prefix: str) -> set[str]:
    return {name for route, name in _walk(get_resolver().url_patterns) if route.startswith(prefix)}


def _walk(patterns: list, route: str = "", namespace: str = "") -> Iterator[tuple[str, str]]:
    for pattern in patterns:
        below = route + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _walk(pattern.url_patterns, below, inner)
        else:
            yield below, namespace + pattern.name if pattern.name else ""


def test_every_view_of_the_admin_has_a_rule():
    assert names_under("admin/") - {""} == ANYBODY | DENIED | OPEN


def test_no_view_is_both_allowed_and_refused():
    assert set() == ANYBODY & DENIED


def test_what_leads_elsewhere_is_itself_refused_and_leads_to_somebodys_view():
    assert set(INSTEAD) <= DENIED
    assert set(INSTEAD.values()) <= ANYBODY


def test_every_role_has_a_list_with_the_plumbing_in_it():
    assert set(ALLOWED) == set(roles.ALL)
    assert all(views >= EVERY_STAFF for views in ALLOWED.values())


def test_nobody_reaches_the_admin_api_tags_reports_or_choosers_of_pages():
    never = ("wagtailadmin_api", "wagtailadmin_tag", "wagtailadmin_reports", "wagtailadmin_choose_page")

    assert {name for name in ANYBODY if name.startswith(never)} == set()


@pytest.mark.parametrize("role", [roles.COMMS, roles.DPO, roles.ADMINISTRATOR])
def test_only_supporters_and_safeguarding_leads_reach_stories(role):
    """Of pages comms and administrators reach the front page; `things` keeps them to it."""
    pages = {name for name in FRONT_PAGE if name.startswith("wagtailadmin_pages:")}
    stories = {name for name in ALLOWED[role] if name.startswith(("work:", "wagtailadmin_pages:"))}

    assert stories == ({"work:note_readings"} if role == roles.DPO else pages)


def test_two_roles_reach_what_either_reaches_and_no_role_reaches_nothing():
    both = reachable(frozenset({roles.SUPPORTER, roles.SAFEGUARDING}))

    assert both == ALLOWED[roles.SUPPORTER] | ALLOWED[roles.SAFEGUARDING]
    assert reachable(frozenset()) == set()
