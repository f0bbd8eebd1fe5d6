"""What stands around the words of every paper: whose it is, how to reach them, and the code to quote."""

from dataclasses import dataclass

from people.models import Organisation


@dataclass(frozen=True, kw_only=True)
class Frame:
    """`code` stands in the page foot; `watermark` faintly across each page; `large` is large print (18 point)."""

    organisation: str = ""
    contact: str = ""
    code: str = ""
    watermark: str = ""
    large: bool = False


def frame_of_house(*, code: str = "", watermark: str = "", large: bool = False) -> Frame:
    """The frame with the charity's name and phone as they are today."""
    house = Organisation.load()
    return Frame(organisation=house.name, contact=house.phone, code=code, watermark=watermark, large=large)
