"""Why not, in words."""
