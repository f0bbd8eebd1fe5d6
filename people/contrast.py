"""Whether a colour can be read, by WCAG 2.2's contrast ratio, on the papers the house prints on."""

from typing import Final

ENOUGH = 4.5
# From home/static/css/tokens.css: the light papers and the letters on a filled button, then the dark papers.
LIGHT: Final = ("#FBF8F3", "#F4EDE1", "#FFFDFA")
DARK: Final = ("#171412", "#211C18")
# In the dark each colour is mixed with a light one, in these shares.
IN_THE_DARK: Final = {"ember": (0.42, "#FFE9DC"), "water": (0.38, "#E9FFF8")}


def ratio(one: str, other: str) -> float:
    """Between 1 (the same) and 21 (black on white)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def complaint(colour: str, *, name: str) -> str:
    """Why `colour` cannot be the house's ember or water; empty when it can."""
    share, light = IN_THE_DARK[name]
    in_the_dark = mixed(colour, light, share)
    weakest = min([ratio(colour, paper) for paper in LIGHT] + [ratio(in_the_dark, paper) for paper in DARK])
    if weakest >= ENOUGH:
        return ""
    return (
        f"This colour is too pale to read ({weakest:.1f} to 1, and {ENOUGH} is needed). Choose a darker one."
    )


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    linear: float = share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
    return linear


def mixed(one: str, other: str, share: float) -> str:
    """As browsers mix two colours in sRGB: so much of `one`, the rest of `other`."""
    parts = (round(a * share + b * (1 - share)) for a, b in zip(_parts(one), _parts(other), strict=True))
    return "#" + "".join(f"{part:02X}" for part in parts)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
