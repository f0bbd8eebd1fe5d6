"""The verbs of the consent room. Every write to it goes through here."""
