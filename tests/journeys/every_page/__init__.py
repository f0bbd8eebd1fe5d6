"""Every page that a reader can meet, in every state, looked at on a phone and on a desk, by day and in the dark."""
