"""claimex as a spaCy component: `nlp.add_pipe("claimex")` puts an `ArticleRecord` into `doc._.claimex`.

spaCy finds this module through the package's entry point whenever a pipeline is loaded, so it imports little.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

if TYPE_CHECKING:
    from claimex.pipeline import Reader

__all__ = ["ClaimexComponent", "make_claimex"]


class ClaimexComponent:
    """Reads each Doc of a user's own pipeline, which must have a tagger, a parser and an entity recogniser before it."""

    def __init__(self, nlp: Language, read: Reader, *, published: str | None) -> None:
        self.nlp = nlp
        self.read = read
        self.published = published

    def __call__(self, doc: Doc) -> Doc:
        from claimex.read.article import Article  # noqa: PLC0415

        doc._.claimex = self.read(doc, Article(text=doc.text), published=self.published)
        return doc


@Language.factory(
    "claimex",
    requires=["doc.ents", "token.tag", "token.dep", "token.head", "token.lemma"],
    assigns=["doc._.claimex"],
    default_config={"published": None},
)
def make_claimex(nlp: Language, name: str, published: str | None) -> ClaimexComponent:
    """The component; `published` is the publication date of every Doc, if they have one in common."""
    from claimex.claims import ClaimFinder  # noqa: PLC0415
    from claimex.nlp import describe  # noqa: PLC0415
    from claimex.ops import STOCK  # noqa: PLC0415
    from claimex.pipeline import Reader  # noqa: PLC0415

    del name
    if not Doc.has_extension("claimex"):
        Doc.set_extension("claimex", default=None)
    return ClaimexComponent(nlp, Reader(ClaimFinder(nlp.vocab), describe(nlp, ops=STOCK)), published=published)
