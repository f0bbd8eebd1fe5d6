"""The verbs of the stories room."""
