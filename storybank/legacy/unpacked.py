"""How much a packed sheet really holds, counted piece by piece before it is unpacked. What it says may be a lie."""

import io
import struct
import zipfile
import zlib

LOCAL_HEADER = struct.Struct("<26xHH")
"""At the head of each part: after 26 bytes the lengths of its name and of what else stands before its content."""
PIECE = 1_000_000
PACKED = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""The two ways that offices write; any other is no sheet of theirs."""


def size_of(data: bytes, *, most: int) -> int:
    """Bytes that come out, or something above `most` as soon as that is sure. Raises `BadZipFile`.

    Never more than one piece is held, so a bomb costs no memory, whether it is honest about its size or not.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = packed.infolist()
    total = sum(part.file_size for part in parts)
    if total > most:
        return total
    total = 0
    for part in parts:
        total += _really(data, part, most=most - total)
        if total > most:
            return total
    return total


def _really(data: bytes, part: zipfile.ZipInfo, *, most: int) -> int:
    if part.compress_type not in PACKED or part.header_offset + LOCAL_HEADER.size > len(data):
        raise zipfile.BadZipFile("packed in a way that offices do not use")
    name, extra = LOCAL_HEADER.unpack_from(data, part.header_offset)
    start = part.header_offset + LOCAL_HEADER.size + name + extra
    if part.compress_type == zipfile.ZIP_STORED:
        return part.compress_size
    stream, came = zlib.decompressobj(-zlib.MAX_WBITS), 0
    rest = data[start:]
    while rest and not stream.eof and came <= most:
        try:
            came += len(stream.decompress(rest, PIECE))
        except zlib.error as error:
            raise zipfile.BadZipFile("damaged") from error
        rest = stream.unconsumed_tail
    if came <= most and came != part.file_size:
        raise zipfile.BadZipFile("it is not as large as it says")
    return came
