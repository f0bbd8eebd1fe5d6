"""The front door of the desk: how authors and speakers come in, and how they leave."""
