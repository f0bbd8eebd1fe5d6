"""Staff's side of the stories room."""
