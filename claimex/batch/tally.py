"""The account of a run: how many were read, and what became of each."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Tally"]


@dataclass(slots=True)
class Tally:
    """read = written + failed + skipped, when a run has come to its end."""

    read: int = 0
    written: int = 0
    failed: int = 0
    skipped: int = 0
    before: int = 0  # of those read, settled by an earlier run that this one goes on with
    words: int = 0  # of the articles written by this run

    @property
    def settled(self) -> int:
        return self.written + self.failed + self.skipped

    def count(self, what: str) -> None:
        """One more that was "written", "failed" or "skipped"."""
        setattr(self, what, getattr(self, what) + 1)

    def __str__(self) -> str:
        before = f" ({self.before:,} of them by an earlier run)" if self.before else ""
        return f"{self.read:,} read{before} = {self.written:,} written + {self.failed:,} failed + {self.skipped:,} skipped"
