"""Default deny in the admin: what each role may reach, in one readable list, and the wall that keeps to it."""
