"""Searching public stories: what is kept for it, what was asked, what is found, and the piece that shows why."""
