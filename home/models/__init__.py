"""The nouns of the home room."""

from home.models.home_page import HomePage
from home.models.rights_request import RightsRequest

__all__ = ["HomePage", "RightsRequest"]
