"""The names of themes and of the region as they were when words were frozen: a later rename does not reach them.

The digest holds only their addresses, so the names are kept beside it: what was agreed is what is shown.
"""

from typing import Any

from people.models import Theme
from people.said_here import name_here
from storybank.models import StoryPage


def labels_of(words: StoryPage) -> dict[str, Any]:
    """As a version keeps them: address → name. Taken from the lists of today, when it is frozen."""
    return {
        "themes": {theme.slug: theme.name for theme in words.themes.all()},
        "regions": {words.region.slug: words.region.name} if words.region else {},
    }


def theme_name(words: StoryPage, theme: Theme) -> str:
    return str(words.agreed_labels.get("themes", {}).get(theme.slug, theme.name))


def region_name(words: StoryPage) -> str:
    """Empty when the words name none."""
    if words.region is None:
        return ""
    return str(words.agreed_labels.get("regions", {}).get(words.region.slug, words.region.name))


def region_here(words: StoryPage) -> str:
    """The same, as a page says it in its own language."""
    return name_here(words.region, agreed=region_name(words)) if words.region else ""
