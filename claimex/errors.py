"""What can go wrong in a way that a caller can act on. Every message says what, where, and the remedy."""

__all__ = ["BadDate", "BadInput", "ClaimexError", "MissingClaim", "MissingModel", "ModelMismatch"]


class ClaimexError(Exception):
    """Root of claimex's own errors; the message is one line for people."""


class BadInput(ClaimexError):
    """An input that cannot be read as articles: where it is, why, and (for failures files) a short reason."""

    def __init__(self, detail: str, *, reason: str, line: int | None = None) -> None:
        super().__init__(detail)
        self.reason = reason
        self.line = line


class BadDate(ClaimexError):
    """A publication date that names no day, month or year."""


class MissingModel(ClaimexError):
    """A language pipeline that is not installed or cannot do what claimex needs."""


class ModelMismatch(ClaimexError):
    """A model file whose contents are not the ones that its card lists."""


class MissingClaim(ClaimexError):
    """A claim id that the article does not have."""
