"""One reason why not: a code for machines and a whole sentence for people."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reason:
    code: str
    sentence: str
