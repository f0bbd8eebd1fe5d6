"""Staff's side of the stories room, inside Wagtail's admin."""
