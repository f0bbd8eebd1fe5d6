"""Stopping without a story in sight: everything at once, by desk or by paper code."""
