"""The stages in order; the only module that knows it. One article, or a stream of them.

Article -> nlp -> Doc -> names, dates, quantities, speakers -> Layers -> claims -> statement, checks, links, worth
        -> assemble -> ArticleRecord
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.claims import ClaimFinder
from claimex.dates.find import find_dates
from claimex.layers import Layers
from claimex.names.find import find_names
from claimex.quantities import find_quantities
from claimex.read.layout import body_start
from claimex.speakers import find_attributions

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Doc

    from claimex.read.article import Article

__all__ = ["ClaimFinder", "find_layers"]


def find_layers(doc: Doc, article: Article, *, published: str | date | None = None) -> Layers:
    """Everything that is found before the claims, each layer from those before it."""
    names = find_names(doc)
    dates = find_dates(doc, given=published, metadata=article.published)
    quantities = find_quantities(doc, names, dates)
    attributions = find_attributions(doc, names)
    body = body_start(doc.text)
    headline = next((token.i for token in doc if token.idx >= body), 0) if body else 0
    return Layers(doc, names, dates, quantities, attributions, headline)
