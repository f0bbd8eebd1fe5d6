"""The nouns of the home room."""

from home.models.home_page import HomePage

__all__ = ["HomePage"]
