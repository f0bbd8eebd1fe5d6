"""Finding the story that somebody outside means, for the consent room: by its address, its title, or a staff code."""

import re

from django.urls import reverse

from consent.domain.clearance.things import Thing
from people import clock
from storybank.domain.queries import public_stories, story_by_slug
from storybank.domain.showable import Showable, showable_in
from storybank.models import StoryPage

ADDRESS = re.compile(r"/stories/([\w-]{1,255})/?")
SLUG = re.compile(r"[\w-]{3,255}")
AROUND = " \t\r\n\"'“”‘’«».,:;!?()"
LONGEST_TITLE = 255


class Stories:
    """What `consent.domain.clearance.things` asks for. Looks at what readers could meet; tells nobody."""

    def find(self, text: str) -> int | None:
        """An address with our path in it, the last part of one alone, or the title of exactly one public story."""
        found = ADDRESS.search(text)
        slug = found[1] if found else text.strip().strip("/")
        page = story_by_slug(slug) if SLUG.fullmatch(slug) else None
        return page.file_id if page is not None and page.public_on is not None else self._by_title(text)

    def by_code(self, code: str) -> int | None:
        """The code that staff read on the sheet, like 4F7K."""
        pages = StoryPage.objects.filter(code=code).order_by("pk")[:2]
        files = {page.file_id for page in pages}
        return files.pop() if len(files) == 1 else None

    def named(self, file_id: int) -> Thing | None:
        page = StoryPage.objects.filter(file_id=file_id).order_by("pk").first()
        return Thing(page.code, reverse("work:story", args=[page.pk])) if page else None

    def showable(self, edition_id: int) -> Showable | None:
        """What of a frozen version's words can be shown or not."""
        return showable_in(edition_id)

    def _by_title(self, text: str) -> int | None:
        title = " ".join(text.split()).strip(AROUND)[:LONGEST_TITLE]
        if not title:
            return None
        pages = public_stories(clock.now()).filter(title__iexact=title)
        files = {page.file_id for page in pages[:2]}
        return files.pop() if len(files) == 1 else None
