"""What can go wrong in a way that a caller can act on. Every message says what, where, and the remedy."""

__all__ = ["BadDate", "BadInput", "BadKnowledgeBase", "BadOutput", "BrokenModel", "ClaimexError", "MissingModel"]


class ClaimexError(Exception):
    """Root of claimex's own errors; the message is one line for people."""


class BadInput(ClaimexError):
    """An input that cannot be read as articles: a line for people, and a short reason for failures files."""

    def __init__(self, detail: str, *, reason: str) -> None:
        super().__init__(detail)
        self.reason = reason


class BadOutput(ClaimexError):
    """An output that cannot be written as it was asked for."""


class BadDate(ClaimexError):
    """A publication date that names no day, month or year."""


class MissingModel(ClaimexError):
    """A language pipeline that is not installed or cannot do what claimex needs."""


class BadKnowledgeBase(ClaimexError):
    """A user's knowledge base that cannot be read: the file and the line, and what is wrong with it."""


class BrokenModel(ClaimexError):
    """A trained file of ours that is missing, truncated or altered."""
