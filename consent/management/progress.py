"""A progress bar for the terminal: how far, how fast, how long still."""

import time

from django.core.management.base import OutputWrapper

WIDTH = 24
EVERY = 0.2
"""Seconds between two drawings."""


class Bar:
    """One line that is drawn over and over. `shown` False draws nothing."""

    def __init__(self, out: OutputWrapper, *, shown: bool) -> None:
        self.out, self.shown = out, shown
        self.name, self.began, self.drawn = "", 0.0, 0.0

    def start(self, name: str) -> None:
        self.name, self.began, self.drawn = name, time.monotonic(), 0.0

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if self.shown and total and (now - self.drawn >= EVERY or done >= total):
            self.drawn = now
            drawn = "\r" + line(self.name, done, total, seconds=now - self.began)
            self.out.write(drawn, ending="\n" if done >= total else "")
            self.out.flush()


def line(name: str, done: int, total: int, *, seconds: float) -> str:
    """`events   [######------]  50 %  12,000 of 24,000   8,000 a second   1 s to go`."""
    part = min(1.0, done / total)
    filled = round(part * WIDTH)
    rate = done / seconds if seconds else 0.0
    left = f"{(total - done) / rate:,.0f} s to go" if rate and done < total else ""
    bar = "#" * filled + "-" * (WIDTH - filled)
    return f"{name:<9}[{bar}] {part:>4.0%}  {done:,} of {total:,}  {rate:,.0f} a second  {left}".ljust(96)
