"""The yearly talk: all of one person's choices, how we reach them, thanks, and whether anything is wrong."""
