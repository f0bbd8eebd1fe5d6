"""Every address of the house, from outside."""
