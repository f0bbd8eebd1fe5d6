"""What this room tells the replay of the stop journal: how to erase, and how to delete what an author deleted."""

from consent.domain.journal import erasing_again
from home.rights import erasing
from storybank.domain import drafts

erasing_again.register(
    erasing_again.Verbs(person=erasing.erase_again, file=erasing.erase_file, private=drafts.throw_away_again)
)
