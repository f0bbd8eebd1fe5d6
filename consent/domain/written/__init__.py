"""What somebody wrote down for a person: the paper, and the second pair of eyes."""
