"""Somebody who is in a story without having written it."""
