"""A JPEG without what stands beside its picture: places, cameras, comments, small copies. Its pixels stay."""

KEPT = frozenset({0xE0, 0xEE})
"""JFIF's and Adobe's own marks, which say how the colours are meant."""


def without_marks(data: bytes) -> bytes:
    """The same picture; what is no JPEG comes back as it was."""
    if data[:2] != b"\xff\xd8":
        return data
    out, at = bytearray(data[:2]), 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        mark = data[at + 1]
        if mark == 0xDA:  # the picture itself, up to its end mark; whatever lies behind that is left
            end = data.find(b"\xff\xd9", at)
            return bytes(out) + data[at : end + 2 if end > at else len(data)]
        length = int.from_bytes(data[at + 2 : at + 4])
        beside = 0xE0 <= mark <= 0xEF or mark == 0xFE
        if not beside or mark in KEPT:
            out += data[at : at + 2 + length]
        at += 2 + length
    return bytes(out) + data[at:]
