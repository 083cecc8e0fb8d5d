"""Names that stay the same from run to run, for things that linked data wants to be named by an IRI."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

if TYPE_CHECKING:
    from claimex.records import ArticleRecord, Claim

__all__ = ["article_iri", "claim_iri", "page_iri"]


def article_iri(record: ArticleRecord) -> str:
    """The article's URL, if it has one; otherwise the name of its text by digest (RFC 6920)."""
    if record.url is not None and record.url.startswith(("http://", "https://")):
        return record.url
    digest = urlsafe_b64encode(bytes.fromhex(record.sha256)).rstrip(b"=").decode()
    return f"ni:///sha-256;{digest}"


def claim_iri(record: ArticleRecord, claim: Claim) -> str:
    """A UUID made of the text's digest and the claim's id."""
    return uuid5(NAMESPACE_URL, f"{article_iri(record)}#{record.sha256}#{claim.id}").urn


def page_iri(record: ArticleRecord) -> str:
    """A UUID for the list of an article's claims."""
    return uuid5(NAMESPACE_URL, f"{article_iri(record)}#{record.sha256}").urn
