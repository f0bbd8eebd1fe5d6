"""A progress bar on stderr: one line that grows in a terminal, a line for each tenth in a log."""

import sys
from typing import Self, TextIO

WIDTH = 30


class Progress:
    """`with Progress("Stories", 10_000) as bar: bar.add(500)`. Says nothing where there is nothing to do."""

    def __init__(self, what: str, whole: int, *, out: TextIO | None = None) -> None:
        self.what, self.whole, self.done = what, whole, 0
        self.out = out or sys.stderr
        self.tenths = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.whole and self.out.isatty():
            self.out.write("\n")

    def add(self, number: int) -> None:
        self.done += number
        share = self.done / self.whole
        if self.out.isatty():
            filled = round(share * WIDTH)
            self.out.write(
                f"\r{self.what:<9} [{'#' * filled}{'.' * (WIDTH - filled)}] {self.done} of {self.whole}"
            )
        elif int(share * 10) > self.tenths:
            self.out.write(f"{self.what}: {self.done} of {self.whole}\n")
        self.tenths = int(share * 10)
        self.out.flush()
