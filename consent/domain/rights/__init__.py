"""What is whose: the whole record of a person, and its end."""
