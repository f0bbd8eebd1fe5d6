"""People's rights over what we hold: a copy of everything, erasing it, and how long anything is kept."""
