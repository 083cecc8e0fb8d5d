"""The stages in order; the only module that knows it. One article, or a stream of them.

Article -> nlp -> Doc -> names, dates, quantities, speakers -> Layers -> claims -> statement, check, links
        -> assemble -> ArticleRecord
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from claimex.assemble import ReadClaim, article_id, assemble
from claimex.claims import ClaimFinder
from claimex.dates.find import find_dates
from claimex.errors import BadInput
from claimex.language import check_language
from claimex.layers import Layers
from claimex.links import find_links, last_times, narrowed
from claimex.names.find import find_names
from claimex.names.kb import linked, load_kb
from claimex.nlp import DEFAULT_MODEL, DEFAULT_NER, describe, load_pipeline
from claimex.ops import FAST
from claimex.parse import LEARNT_FROM, learn_words, parse
from claimex.quantities import find_quantities
from claimex.read.article import Article
from claimex.read.layout import headline
from claimex.speakers import find_attributions
from claimex.statement import make_statement
from claimex.wording.context import asked_briefly, in_context
from claimex.worth import Worth, WorthScorer, stretch_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from spacy.tokens import Doc

    from claimex.families._family import Claim
    from claimex.names.kb import KnowledgeBase
    from claimex.records import ArticleRecord, ModelInfo

__all__ = ["BATCH", "Extractor", "extract", "find_layers"]

BATCH = 16  # articles parsed together: more gain nothing in speed and cost memory
MAX_CHARS = 1_000_000  # its record takes 0.9 GB to make, in proportion to the text


def find_layers(doc: Doc, article: Article, *, published: str | date | None = None) -> Layers:
    """Everything that is found before the claims, each layer from those before it."""
    text = article.text  # the Doc's own, which spaCy would put together again for each of them
    names = find_names(doc)
    dates = find_dates(doc, given=published, metadata=article.published, text=text)
    quantities = find_quantities(doc, names, dates, text=text)
    attributions = find_attributions(doc, names, text=text)
    return Layers(doc, names, dates, quantities, attributions, first_token_after_headline(doc, text))


def first_token_after_headline(doc: Doc, text: str) -> int:
    found = headline(text)
    if found is None:
        return 0
    return next((token.i for token in doc if token.idx >= found[1]), 0)


def titled(article: Article) -> Article:
    """The article with the headline of its text as its title, unless it came with one."""
    found = headline(article.text)
    return article if article.title is not None or found is None else replace(article, title=article.text[slice(*found)])


class Reader:
    """What turns one parsed article into its record; holds what was loaded once and nothing of any article."""

    def __init__(self, find_claims: ClaimFinder, model: ModelInfo, kb: KnowledgeBase | None = None) -> None:
        self.find_claims = find_claims
        self.kb = kb
        self.model = model
        self.checks = {family.name: family.check for family in find_claims.families}
        self.worth = WorthScorer()

    def __call__(self, doc: Doc, article: Article, *, published: str | date | None = None) -> ArticleRecord:
        """The record of one parsed article. Raises BadDate if its publication date names no day, month or year."""
        layers = find_layers(doc, article, published=published)
        if self.kb is not None:
            layers = replace(layers, names=linked(layers.names, article.text, self.kb))
        claims = self.find_claims(article_id(article), layers)
        links = find_links(claims, layers)
        last = last_times(claims, links, layers)
        worths = self.worth.score_spans(doc, [stretch_of(claim) for claim in claims])
        article = titled(article)
        read = tuple(
            self.read(claim, layers, last.get(claim.id), worth, article.title)
            for claim, worth in zip(claims, worths, strict=True)
        )
        return assemble(article, layers, read, links, model=self.model)

    def read(self, claim: Claim, layers: Layers, last: str | None, worth: Worth, title: str | None) -> ReadClaim:
        """What is said of a claim; `last` is when another claim says that it was last so, `title` the article's."""
        statement = make_statement(claim, layers)
        check = narrowed(asked_briefly(self.checks[claim.family], claim, statement.sentence, layers, title), last)
        return ReadClaim(claim, statement, in_context(check, claim, statement.sentence, layers, title), worth)


class Extractor:
    """A loaded pipeline that reads articles into records, in one process.

    `model` names an installed spaCy English pipeline; `ops` "stock" multiplies as thinc does by itself, more slowly, with
    the same result; `ner` "stock" takes the pipeline's own entities in place of our recogniser's. `any_language` lets
    articles through that are not English. `kb` is a user's knowledge base (claimex/names/kb.py), whose ids the entities
    get. Raises MissingModel if there is no pipeline of that name, and BadKnowledgeBase.
    """

    def __init__(
        self,
        *,
        model: str = DEFAULT_MODEL,
        ops: Literal["fast", "stock"] = FAST,
        ner: Literal["claimex", "stock"] = DEFAULT_NER,
        any_language: bool = False,
        kb: str | Path | None = None,
    ) -> None:
        base = None if kb is None else load_kb(Path(kb))  # first: a wrong line is told before the model is loaded
        self.any_language = any_language
        self.nlp = load_pipeline(model, ops=ops, ner=ner)
        self.nlp.max_length = MAX_CHARS
        self.unlearnt = LEARNT_FROM
        self.read = Reader(ClaimFinder(self.nlp.vocab), describe(self.nlp, ops=ops), base)

    def extract(self, articles: Iterable[Article], *, published: str | date | None = None) -> Iterator[ArticleRecord]:
        """The records of a stream of articles, in order; `published` is the day of all of them and wins over their own.

        Raises BadInput for an article that cannot be processed and BadDate for a date that cannot be read; `claimex.batch`
        goes on with the other articles instead.
        """
        stream = iter(articles)
        while batch := list(islice(stream, BATCH)):
            for article in batch:
                check_text(article.text)
                if not self.any_language:
                    check_language(article.text)
            if self.unlearnt > 0:
                learn_words(self.nlp, [article.text for article in batch])
                self.unlearnt -= sum(len(article.text) for article in batch)
            with self.nlp.memory_zone():
                docs = parse(self.nlp, [article.text for article in batch])
                records = [self.read(doc, article, published=published) for doc, article in zip(docs, batch, strict=True)]
                del docs
            yield from records

    def extract_one(self, article: Article, *, published: str | date | None = None) -> ArticleRecord:
        """The record of one article."""
        return next(self.extract([article], published=published))


def check_text(text: str) -> None:
    """Raise BadInput for a text that no record can be made of."""
    if len(text) > MAX_CHARS:
        message = f"the text has {len(text):,} characters; at most {MAX_CHARS:,} are read as one article"
        raise BadInput(message, reason="too long")
    if (nul := text.find("\0")) >= 0:
        message = f"NUL character at offset {nul}: not a text"
        raise BadInput(message, reason="nul")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        message = f"lone surrogate U+{ord(text[error.start]):04X} at offset {error.start}: not Unicode text"
        raise BadInput(message, reason="surrogate") from error


def extract(
    text: str, *, published: str | date | None = None, title: str | None = None, model: str = DEFAULT_MODEL
) -> ArticleRecord:
    """The record of one article's text.

    `published` is the publication date ("2022-02-08", "2022-02", "2022", or a `date`). Each call loads the pipeline anew;
    for more than one article keep an `Extractor`.
    """
    return Extractor(model=model).extract_one(Article(text=text, title=title), published=published)
