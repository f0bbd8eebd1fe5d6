"""How closely a speaker is named, said to them and said about them."""

from typing import Final

from consent.enums import IdentityLevel

NAMED_TO_YOU: Final = {
    IdentityLevel.N0: "Not named or described at all",
    IdentityLevel.N1: "Not named; others tell it in their words",
    IdentityLevel.N2: "No name, and nothing that points to you",
    IdentityLevel.N3: "A name you choose",
    IdentityLevel.N4: "Your first name",
    IdentityLevel.N5: "Your full name",
}

NAMED_TO_OTHERS: Final = {
    IdentityLevel.N0: "not named or described at all",
    IdentityLevel.N1: "not named; retold by others",
    IdentityLevel.N2: "no name, and nothing that points to them",
    IdentityLevel.N3: "a name they choose",
    IdentityLevel.N4: "their first name",
    IdentityLevel.N5: "their full name",
}
