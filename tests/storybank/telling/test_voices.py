"""A voice note is played out and recorded again: what a phone wrote beside it is gone, and what is none is refused."""

from io import BytesIO

import av
import pytest

from storybank.domain.voices import NotAVoice, anew
from tests.storybank.telling.sounds import CODECS, HIDDEN, a_voice, played

LONGEST = 60


@pytest.mark.parametrize("kind", CODECS)
def test_whatever_a_phone_records_becomes_the_same_plain_sound(kind):
    sent = a_voice(kind, seconds=2)

    voice = anew(sent, longest=LONGEST)

    container, seconds, beside = played(voice.data)
    assert (container, voice.type, voice.seconds, round(seconds)) == ("mp3", "audio/mpeg", 2, 2)
    assert beside == {}
    assert HIDDEN.encode() not in voice.data


def test_the_test_voice_does_carry_a_place_that_could_leak():
    assert HIDDEN in played(a_voice("mp3"))[2].values()


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (b"", "There is nothing in this file."),
        (b"\x1a\x45\xdf\xa3", "not a recording we can open"),
        (b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n", "not a recording we can open"),
        (b"ffconcat version 1.0\nfile /etc/passwd\n", "not a recording we can open"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 99, "not a recording we can open"),
        (b"RIFF\x00\x00\x00\x00WAVE" + b"\x00" * 99, "not a recording we can open"),
        (b"\xff\xfb\x90\x00" + b"\x00" * 9, "not a recording we can open"),
        (b"OggS" + b"\xff" * 5000, "not a recording we can open"),
        (a_voice(loud=0), "We cannot hear anything in it."),
        (a_voice(seconds=0.1), "too short"),
        (a_voice("flac", seconds=LONGEST + 2, loud=0, rate=8000), "longer than 1 minutes"),
    ],
    ids=lambda value: value[:12].hex() if isinstance(value, bytes) else None,
)
def test_what_cannot_be_heard_is_refused_in_words(sent, said):
    with pytest.raises(NotAVoice, match=said):
        anew(sent, longest=LONGEST)


def test_a_picture_inside_a_sound_file_is_left_behind():
    out = BytesIO()
    with av.open(out, "w", format="matroska") as made:
        picture = made.add_stream("mjpeg", rate=1)
        picture.width = picture.height = 16
        picture.pix_fmt = "yuvj420p"
        made.mux(picture.encode(av.VideoFrame(16, 16, "yuvj420p")))
        made.mux(picture.encode(None))

    with pytest.raises(NotAVoice, match="not a recording"):
        anew(out.getvalue(), longest=LONGEST)


@pytest.mark.parametrize("kind", ["webm", "ogg", "mp3"])
def test_what_broke_off_in_the_middle_is_kept_as_far_as_it_came(kind):
    sent = a_voice(kind, seconds=6)

    voice = anew(sent[: len(sent) // 2], longest=LONGEST)

    assert 1 <= voice.seconds <= 4


def test_it_says_how_far_it_is():
    heard: list[float] = []

    anew(a_voice(seconds=4), longest=LONGEST, told=heard.append)

    assert heard == sorted(heard)
    assert heard[-1] == 1.0
