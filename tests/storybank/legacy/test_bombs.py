"""A packed sheet that blows up is refused before it is unpacked, whether or not it is honest about its size."""

import io
import struct
import tracemalloc
import zipfile
import zlib

import pytest

from storybank.legacy import sheets, unpacked

SHEET = "xl/worksheets/sheet1.xml"
BLOWN_UP = 200_000_000
MEMORY = 20_000_000


def a_bomb(*, says: int = BLOWN_UP, forged: bytes | None = None) -> bytes:
    """`says`: the size in its headers. `forged`: the sum in them is made to fit these bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made, made.open(SHEET, "w") as part:
        for _ in range(BLOWN_UP // 1_000_000):
            part.write(b" " * 1_000_000)
    (info,) = zipfile.ZipFile(out).infolist()
    packed = out.getvalue()
    changed = packed.replace(struct.pack("<I", BLOWN_UP), struct.pack("<I", says))
    if forged is not None:
        changed = changed.replace(struct.pack("<I", info.CRC), struct.pack("<I", zlib.crc32(forged)))
    return changed


@pytest.mark.parametrize(
    ("bomb", "why"),
    [
        pytest.param(a_bomb(), "holds more than we can read", id="honest"),
        pytest.param(a_bomb(says=10), "holds more than we can read", id="it lies about its size"),
        pytest.param(
            a_bomb(says=10, forged=b" " * 10), "holds more than we can read", id="and about its sum"
        ),
    ],
)
def test_a_bomb_is_refused_before_it_is_unpacked(bomb, why):
    assert len(bomb) < sheets.BIGGEST_FILE
    tracemalloc.start()

    with pytest.raises(sheets.NotASheet, match=why):
        sheets.opened(bomb, name="old.xlsx")

    assert tracemalloc.get_traced_memory()[1] < MEMORY
    tracemalloc.stop()


def a_small_one(*, says: int = 4, kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", kind) as made:
        made.writestr(SHEET, b"abcd")
    return out.getvalue().replace(
        struct.pack("<I", 4) + struct.pack("<H", len(SHEET)), struct.pack("<IH", says, len(SHEET))
    )


def test_an_honest_file_is_counted_to_the_byte_and_one_that_lies_a_little_is_damaged():
    assert unpacked.size_of(a_small_one(), most=4) == 4
    assert unpacked.size_of(a_small_one(kind=zipfile.ZIP_STORED), most=4) == 4
    assert unpacked.size_of(a_small_one(), most=3) == 4
    for other in (a_small_one(says=3), a_small_one(kind=zipfile.ZIP_BZIP2)):
        with pytest.raises(zipfile.BadZipFile):
            unpacked.size_of(other, most=100)
