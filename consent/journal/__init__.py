"""The stop journal: everything that narrowed consent, line by signed line, in a file outside the database."""
