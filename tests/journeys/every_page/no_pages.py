"""Public addresses that are no page to look at, or that are looked at elsewhere, each with its reason.

A new public address is walked in one of the `*_pages.py` beside this file, or gets a line here.
"""

from tests.surfaces.test_every_address_is_claimed import ALL, folder_of

NO_PAGE = {
    # For programs
    "api:document": "data for programs",
    "api:nothing": "data for programs",
    "api:stories": "data for programs",
    "api:story": "data for programs",
    "home:healthz": "one word for machines",
    "home:readyz": "one word for machines",
    "home:robots": "a text for crawlers",
    "home:security_txt": "a text for programs",
    "home:sitemap": "a map for crawlers",
    "home:sitemap_pages": "a map for crawlers",
    "home:sitemap_stories": "a map for crawlers",
    "speakers:calendar": "a calendar for programs",
    "storybank:feed": "a feed for programs",
    # Parts of pages
    "home:colours": "a stylesheet",
    "home:mark": "a mark",
    "home:media": "a picture",
    "home:sheet": "a stylesheet",
    "home:tokens": "a stylesheet",
    "people:read_aloud": "a recording",
    "storybank:card": "a picture",
    "storybank:media": "a picture or a recording",
    "storybank:media_size": "a picture",
    "storybank:outside_media": "a picture or a recording",
    "storybank:private_picture": "a picture",
    # Files
    "consent:check_paper": "a scan or a recording, as it came",
    "consent:stop_on_paper": "a PDF",
    "storybank:check_sheets_page": "a scan, as it came",
    "wagtaildocs_serve": "a file; no page of ours links one",
    # Looked at elsewhere, or nothing of its own
    "storybank:check_sheets": "the same frame, fields and words as the sheets of staff (test_staff_screens.py)",
    "wagtaildocs_authenticate_with_password": "passwords for documents are off",
}


def public_names() -> set[str]:
    """Every view that a reader may meet without signing in."""
    return {name for name, route in ALL if not folder_of(route)}
