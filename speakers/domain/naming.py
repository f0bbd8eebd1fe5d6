"""How closely a speaker is named, said to them and said about them."""

from typing import Final

from django.utils.translation import gettext_noop as _

from consent.enums import IdentityLevel

NAMED_TO_YOU: Final = {
    IdentityLevel.N0: _("Not named or described at all"),
    IdentityLevel.N1: _("Not named; others tell it in their words"),
    IdentityLevel.N2: _("No name, and nothing that points to you"),
    IdentityLevel.N3: _("A name you choose"),
    IdentityLevel.N4: _("Your first name"),
    IdentityLevel.N5: _("Your full name"),
}

NAMED_TO_OTHERS: Final = {
    IdentityLevel.N0: _("not named or described at all"),
    IdentityLevel.N1: _("not named; retold by others"),
    IdentityLevel.N2: _("no name, and nothing that points to them"),
    IdentityLevel.N3: _("a name they choose"),
    IdentityLevel.N4: _("their first name"),
    IdentityLevel.N5: _("their full name"),
}
