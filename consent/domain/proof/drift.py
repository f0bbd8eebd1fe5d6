"""What the audit finds."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Drift:
    """One thing that is not as the events say."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"
