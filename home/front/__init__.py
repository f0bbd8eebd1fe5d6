"""What stands on the front page."""
