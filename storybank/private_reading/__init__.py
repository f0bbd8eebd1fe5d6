"""Private reading: one official reads one story on a page that ends, cannot be saved from here, and is theirs alone."""
