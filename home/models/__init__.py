"""The nouns of the home room."""

from home.models.home_page import HomePage
from home.models.keeping import KeepingRule, KeepingWarning
from home.models.rights_request import RightsRequest

__all__ = ["HomePage", "KeepingRule", "KeepingWarning", "RightsRequest"]
