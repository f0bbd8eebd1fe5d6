"""What this room tells the replay of the stop journal: how to erase."""

from consent.domain.journal import erasing_again
from home.rights import erasing

erasing_again.register(person=erasing.erase_again, file=erasing.erase_file)
