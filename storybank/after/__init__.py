"""After something went out: how is it, what happened because of it, where it has been, skills and thanks."""
