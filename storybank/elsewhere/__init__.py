"""Voice notes from elsewhere: brought in by a supporter, with the day and the agreement, then typed like any other."""
