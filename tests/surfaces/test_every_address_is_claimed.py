"""Walk all addresses of the house: each is a surface with a proof, or exempt with a reason."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from tests.surfaces.exempt import EXEMPT
from tests.surfaces.surfaces import OF_ANOTHER_USE, SURFACES

CLAIMED = {name for surface in (*SURFACES, *OF_ANOTHER_USE) for name in surface.names}


def addresses(patterns=None, *, route="/", space="") -> Iterator[tuple[str, str]]:
    """(name or route, route) of every pattern. The Welsh twin is the same pattern under /cy/, so it comes once."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        here = route + str(pattern.pattern).lstrip("^").rstrip("$")
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from addresses(pattern.url_patterns, route=here, space=inner)
        elif isinstance(pattern, URLPattern):
            yield (f"{space}{pattern.name}" if pattern.name else here.lstrip("/")), here


def folder_of(route: str) -> str:
    return next((key for key in EXEMPT if key.startswith("/") and route.startswith(key)), "")


ALL = sorted(set(addresses()))


def test_there_are_addresses_to_look_at():
    assert {"storybank:story", "home:search", "wagtail_serve"} <= {name for name, _ in ALL}


def test_every_address_is_a_surface_or_exempt_with_a_reason():
    """Give it a row in surfaces.py if a story can be met there, else a line with the reason in exempt.py."""
    claims = {(name, route): [name in CLAIMED, name in EXEMPT, bool(folder_of(route))] for name, route in ALL}

    assert {address: claim for address, claim in claims.items() if claim.count(True) != 1} == {}


def test_no_claim_and_no_exemption_is_for_an_address_that_is_gone():
    names, routes = {name for name, _ in ALL}, [route for _, route in ALL]

    gone = {key for key in EXEMPT if not key.startswith("/") and key not in names}
    gone |= {key for key in EXEMPT if key.startswith("/") and not any(one.startswith(key) for one in routes)}

    assert gone | (CLAIMED - names) == set()


def test_every_exemption_says_why():
    assert [key for key, why in EXEMPT.items() if len(why.split()) < 2] == []
