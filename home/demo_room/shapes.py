"""The shape of one thing to try."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thing:
    """`who` signs the visitor in as that person first; `url` is where it begins; `also` and `third` further ways in."""

    key: str
    title: str
    words: str
    label: str
    url: str = ""
    who: str = ""
    code: str = ""
    also_url: str = ""
    also_label: str = ""
    third_url: str = ""
    third_label: str = ""
