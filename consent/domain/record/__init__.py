"""What was written down: events, their chain, the states and columns they give."""
