"""The page Components in the admin: every component of the public pages and of the desk, in each of its states."""
