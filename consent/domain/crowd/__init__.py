"""Whole worlds written at once, for demonstrations and measurements."""
