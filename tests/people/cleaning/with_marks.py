"""Files of every kind we take, each with a place and a maker planted wherever such a file can hold one."""

import wave
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from math import sin

import av
import mutagen.id3
import pikepdf
from av.audio.frame import AudioFrame
from PIL import Image
from PIL.PngImagePlugin import PngInfo

CANARY = "Ystalyfera-7731"
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>{CANARY}</dc:creator></x:xmpmeta>'.encode()
ARTIST, MADE_WITH, GPS = 0x013B, 0x0110, 0x8825


def exif() -> bytes:
    marks = Image.Exif()
    marks[ARTIST] = marks[MADE_WITH] = CANARY
    marks.get_ifd(GPS)[1] = "N"
    marks.get_ifd(GPS)[2] = (51.0, 46.0, 12.0)
    marks.get_ifd(GPS)[29] = CANARY
    return marks.tobytes()


def drawn() -> Image.Image:
    made = Image.new("RGB", (64, 48), "#9F3A22")
    made.paste("#12504B", (8, 8, 40, 30))
    return made


def picture(kind: str, **more: object) -> bytes:
    out = BytesIO()
    drawn().save(out, kind, **more)
    return out.getvalue()


def png() -> bytes:
    texts = PngInfo()
    texts.add_text("Author", CANARY)
    texts.add_itxt("XML:com.adobe.xmp", XMP.decode())
    return picture("PNG", pnginfo=texts, exif=exif())


def gif() -> bytes:
    """A moving one: what the second picture says is gone too."""
    out = BytesIO()
    drawn().convert("P").save(
        out, "GIF", save_all=True, append_images=[Image.new("P", (64, 48), 3)], comment=CANARY.encode()
    )
    return out.getvalue()


def samples() -> bytes:
    waves = (int(9000 * sin(number / 18)) for number in range(44_100))
    return b"".join(one.to_bytes(2, "little", signed=True) for one in waves)


def wav() -> bytes:
    out = BytesIO()
    with wave.open(out, "wb") as made:
        made.setnchannels(1)
        made.setsampwidth(2)
        made.setframerate(44_100)
        made.writeframes(samples())
    said = b"INFOIART" + (len(CANARY) + 1).to_bytes(4, "little") + CANARY.encode() + b"\0"
    said += b"\0" * (len(said) % 2)
    data = out.getvalue() + b"LIST" + len(said).to_bytes(4, "little") + said
    return data[:4] + (len(data) - 8).to_bytes(4, "little") + data[8:]


def sound(container: str, codec: str) -> bytes:
    out = BytesIO()
    with av.open(out, "w", format=container) as made:
        made.metadata.update({"artist": CANARY, "comment": CANARY, "location": CANARY})
        track = made.add_stream(codec, rate=48_000, layout="mono")
        frame = AudioFrame(format="s16", layout="mono", samples=len(samples()) // 2)
        frame.planes[0].update(samples())
        frame.rate = 44_100
        resampler = av.AudioResampler(
            format=track.format.name, layout="mono", rate=48_000, frame_size=track.frame_size
        )
        for piece in [*resampler.resample(frame), *resampler.resample(None)]:
            made.mux(track.encode(piece))
        made.mux(track.encode(None))
    return out.getvalue()


def mp3() -> bytes:
    out = BytesIO(sound("mp3", "libmp3lame"))
    tags = mutagen.id3.ID3()
    tags.add(mutagen.id3.TPE1(encoding=3, text=CANARY))
    tags.add(
        mutagen.id3.APIC(encoding=3, mime="image/jpeg", type=3, desc="", data=picture("JPEG", exif=exif()))
    )
    tags.save(out)
    return out.getvalue() + b"TAG" + CANARY.encode().ljust(125, b"\0")


def pdf() -> bytes:
    out = BytesIO()
    with pikepdf.new() as made:
        page = made.add_blank_page(page_size=(200, 200))
        made.docinfo["/Author"] = CANARY
        with made.open_metadata() as marks:
            marks["dc:creator"] = [CANARY]
        shown = pikepdf.Stream(made, picture("JPEG", exif=exif(), comment=CANARY.encode()))
        shown.update(
            {
                "/Subtype": pikepdf.Name.Image,
                "/Width": 64,
                "/Height": 48,
                "/BitsPerComponent": 8,
                "/ColorSpace": pikepdf.Name.DeviceRGB,
                "/Filter": pikepdf.Name.DCTDecode,
            }
        )
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=shown))
        page.Contents = made.make_stream(b"q 100 0 0 100 50 50 cm /Im0 Do Q")
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Text,
            Rect=[0, 0, 9, 9],
            T=CANARY,
            Contents="Read this.",
        )
        page.Annots = pikepdf.Array([made.make_indirect(note)])
        made.attachments["secret.txt"] = CANARY.encode()
        made.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=f"app.alert('{CANARY}')")
        made.save(out, compress_streams=False)
    return out.getvalue()


WORDS = (
    '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    f'<w:body><w:p w:rsidR="00AB{CANARY}"><w:r><w:t>I kept the kettle on.</w:t></w:r>'
    f'<w:ins w:id="1" w:author="{CANARY}" w:date="2026-01-01T00:00:00Z"><w:r><w:t>And tea.</w:t></w:r></w:ins>'
    "</w:p></w:body></w:document>"
)


def docx() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr(
            "[Content_Types].xml", '<Types><Override PartName="/docProps/core.xml" ContentType="x"/></Types>'
        )
        made.writestr(
            "_rels/.rels",
            '<Relationships><Relationship Id="rId1" Target="word/document.xml"/>'
            '<Relationship Id="rId2" Target="docProps/core.xml"/></Relationships>',
        )
        made.writestr("docProps/core.xml", f"<dc:creator>{CANARY}</dc:creator>")
        made.writestr("docProps/thumbnail.jpeg", picture("JPEG", exif=exif()))
        made.writestr("word/document.xml", WORDS)
        made.writestr("word/people.xml", f'<w15:person w15:author="{CANARY}"/>')
        made.writestr(
            "word/comments.xml", f'<w:comment w:author="{CANARY}" w:initials="{CANARY}">Good.</w:comment>'
        )
        made.writestr("word/media/image1.jpeg", picture("JPEG", exif=exif()))
        made.writestr("../climbs.xml", CANARY)
        made.comment = CANARY.encode()
    return out.getvalue() + CANARY.encode()


PICTURES: dict[str, Callable[[], bytes]] = {
    "jpeg": lambda: (
        picture("JPEG", exif=exif(), comment=CANARY.encode(), xmp=XMP) + b"PK\x03\x04" + CANARY.encode()
    ),
    "png": png,
    "webp": lambda: picture("WEBP", exif=exif(), xmp=XMP),
    "avif": lambda: picture("AVIF", exif=exif(), xmp=XMP),
    "heic": lambda: picture("HEIF", exif=exif(), xmp=XMP),
    "gif": gif,
}
SOUNDS: dict[str, Callable[[], bytes]] = {
    "wav": wav,
    "mp3": mp3,
    "m4a": lambda: sound("ipod", "aac"),
    "ogg": lambda: sound("ogg", "libopus"),
    "webm": lambda: sound("webm", "libopus"),
    "flac": lambda: sound("flac", "flac"),
}
PAPERS: dict[str, Callable[[], bytes]] = {"pdf": pdf, "docx": docx}


def holds_marks(data: bytes) -> bool:
    """Whether the planted word, or a place, can be found in it, also packed or written in two bytes a letter."""
    every = [data, *_unpacked(data)]
    forms = [CANARY.encode(), CANARY.encode("utf-16-le"), CANARY.encode("utf-16-be"), b"Exif\0\0", b"GPSLat"]
    return any(form in one for one in every for form in forms)


def _unpacked(data: bytes) -> list[bytes]:
    found = []
    if data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(BytesIO(data)) as packed:
            found += [packed.read(part) for part in packed.infolist()]
            found += [part.filename.encode() for part in packed.infolist()]
    at = data.find(b"x\x9c")
    while at >= 0:
        with suppress(zlib.error):
            found.append(zlib.decompressobj().decompress(data[at:]))
        at = data.find(b"x\x9c", at + 1)
    return found
