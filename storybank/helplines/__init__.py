"""Which helplines fit what was read, where they answer, when and in which language. Nothing here asks the database."""
