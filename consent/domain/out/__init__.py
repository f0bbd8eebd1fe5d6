"""Where words went, and taking them back."""
