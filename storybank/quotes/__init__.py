"""Quotes that stop: words on somebody else's page that stand at our address."""
