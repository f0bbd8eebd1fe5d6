"""The journal of stops outside the database, and putting them back after a restore."""
