"""Checking what was written down, by somebody outside: one page behind a one-use link, without a sign-in."""
