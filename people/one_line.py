"""What somebody typed, on one line."""


def one_line(text: str) -> str:
    """Every run of spaces and new lines as one space, and without the sign that no database keeps."""
    return " ".join(text.replace("\x00", "").split())
