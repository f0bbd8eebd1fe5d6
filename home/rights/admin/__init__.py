"""Staff screens for people's rights: what was asked, its clock, the copy, the two steps of an erasure."""
