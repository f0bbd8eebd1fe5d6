"""The staff side of the people room, inside the admin."""
