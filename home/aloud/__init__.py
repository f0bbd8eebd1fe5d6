"""Recordings of our own words: what can be read out, what is recorded, and putting a recording in."""
