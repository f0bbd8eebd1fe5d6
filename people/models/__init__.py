"""The nouns of the people room, one a file."""

from people.models.access_code import AccessCode, SignInCode
from people.models.contact import CallTried, ContactRules
from people.models.identity import Identity, IdentityView
from people.models.keys import DataKey
from people.models.link import OneUseLink
from people.models.message import MessageText, OutboxMessage
from people.models.organisation import Organisation
from people.models.person import Person
from people.models.picture import Picture, PictureSize
from people.models.read_aloud import ReadAloud
from people.models.surroundings import Surroundings
from people.models.team import Team
from people.models.trusted import TrustedPerson
from people.models.user import User
from people.models.words import Region, Theme

__all__ = [
    "AccessCode",
    "CallTried",
    "ContactRules",
    "DataKey",
    "Identity",
    "IdentityView",
    "MessageText",
    "OneUseLink",
    "Organisation",
    "OutboxMessage",
    "Person",
    "Picture",
    "PictureSize",
    "ReadAloud",
    "Region",
    "SignInCode",
    "Surroundings",
    "Team",
    "Theme",
    "TrustedPerson",
    "User",
]
