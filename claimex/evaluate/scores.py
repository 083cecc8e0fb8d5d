"""Records and labels in; how many claims of each family were found, and how well, out.

A claim is found when a label of its family has a cue that overlaps its own: one to one, the closest clauses first.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimex.errors import ClaimexError
from claimex.evaluate.labels import FAMILIES, corpus_digest
from claimex.evaluate.quotes import Place
from claimex.evaluate.slots import slot_is_right, value_of_first_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimex.evaluate.labels import DateLabel, Label, LabelledArticle
    from claimex.records import ArticleRecord, Claim, DateRecord

__all__ = ["Count", "Difference", "Scores", "Share", "evaluate"]


@dataclass(slots=True)
class Count:
    """Of so many `wanted` and so many `said`, so many were both."""

    right: int = 0
    said: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.said + self.wanted) if self.right else 0.0

    def add(self, other: Count) -> None:
        self.right += other.right
        self.said += other.said
        self.wanted += other.wanted


@dataclass(slots=True)
class Share:
    """So many `right` of so many."""

    right: int = 0
    of: int = 0

    def tell(self, *, right: bool) -> None:
        self.right += right
        self.of += 1


@dataclass(frozen=True, slots=True)
class Difference:
    """A label that nothing was said of (`missed`), or a claim that is not labelled (`extra`)."""

    kind: str
    article: str
    family: str
    cue: str
    clause: str


@dataclass(frozen=True, slots=True)
class Scores:
    """What `evaluate` found; all of it counts, so that any figure can be made of it.

    `slots` has "family.slot", "clause", "speaker" for the claims found; `marks` the negated and hedged ones among them;
    `dates` the expressions of articles whose dates are labelled and `date_values` those found with the right value.
    """

    corpus: str
    families: Mapping[str, Count]
    slots: Mapping[str, Share]
    marks: Mapping[str, Count]
    dates: Count
    date_values: Share
    differences: tuple[Difference, ...]

    @property
    def all(self) -> Count:
        total = Count()
        for count in self.families.values():
            total.add(count)
        return total


@dataclass(slots=True)
class Tally:
    """What is being counted, article after article."""

    families: dict[str, Count] = field(default_factory=lambda: {family: Count() for family in FAMILIES})
    slots: defaultdict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    marks: dict[str, Count] = field(default_factory=lambda: {"negated": Count(), "hedged": Count()})
    dates: Count = field(default_factory=Count)
    date_values: Share = field(default_factory=Share)
    differences: list[Difference] = field(default_factory=list)


def evaluate(records: Iterable[ArticleRecord], labelled: Iterable[LabelledArticle]) -> Scores:
    """The scores of records against labels, joined by the article's id, which is the label file's name.

    Raises ClaimexError if a labelled article has no record, or one of another text.
    """
    articles = tuple(labelled)
    by_id = {record.id: record for record in records}
    tally = Tally()
    for article in articles:
        record = by_id.get(article.name)
        if record is None or record.text != article.text or record.offsets != "codepoint":
            what = "no record of it" if record is None else "its record has another text, or offsets that are not code points"
            message = f"{article.name}: {what}; extract the labelled articles with the names of the label files as ids"
            raise ClaimexError(message)
        count_claims(record, article, tally)
        count_dates(record, article, tally)
    return Scores(
        corpus=corpus_digest(articles),
        families=tally.families,
        slots=dict(sorted(tally.slots.items())),
        marks=tally.marks,
        dates=tally.dates,
        date_values=tally.date_values,
        differences=tuple(tally.differences),
    )


def place(claim: Claim) -> Place:
    return Place(claim.start, claim.end)


def cue_place(claim: Claim) -> Place:
    return Place(claim.cue.start, claim.cue.end)


def pairs(labels: tuple[Label, ...], claims: tuple[Claim, ...]) -> dict[int, int]:
    """Label number -> claim number: family equal and cues overlapping, one to one, closest clauses first."""
    near = sorted(
        (-label.clause.share(place(claim)), i, k)
        for i, label in enumerate(labels)
        for k, claim in enumerate(claims)
        if label.family == claim.family and label.cue.overlap(cue_place(claim))
    )
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, k in near:
        if i not in found and k not in taken:
            found[i] = k
            taken.add(k)
    return found


def count_claims(record: ArticleRecord, article: LabelledArticle, tally: Tally) -> None:
    found = pairs(article.labels, record.claims)
    for i, label in enumerate(article.labels):
        if label.optional:
            continue
        count = tally.families[label.family]
        count.wanted += 1
        if i in found:
            count.right += 1
            count.said += 1
            compare(label, record.claims[found[i]], record, tally)
        else:
            tally.differences.append(difference("missed", article, label.family, label.cue, label.clause))
    matched = set(found.values())
    for k, claim in enumerate(record.claims):
        if k not in matched:
            tally.families[claim.family].said += 1
            tally.differences.append(difference("extra", article, claim.family, cue_place(claim), place(claim)))


def difference(kind: str, article: LabelledArticle, family: str, cue: Place, clause: Place) -> Difference:
    text = article.text
    return Difference(kind, article.name, family, text[cue.start : cue.end], text[clause.start : clause.end])


def compare(label: Label, claim: Claim, record: ArticleRecord, tally: Tally) -> None:
    """How well one claim was read that was found."""
    for name, right in comparisons(label, claim, record):
        tally.slots[name].tell(right=right)
    marks = {"negated": (label.negated, claim.polarity == "negated"), "hedged": (label.hedged, claim.certainty == "hedged")}
    for name, (wanted, said) in marks.items():
        tally.marks[name].add(Count(right=wanted and said, said=said, wanted=wanted))


def comparisons(label: Label, claim: Claim, record: ArticleRecord) -> Iterator[tuple[str, bool]]:
    yield "clause", label.clause.share(place(claim)) >= 0.5  # noqa: PLR2004  # half in common: the same clause
    said = None if claim.speaker is None else Place(claim.speaker.start, claim.speaker.end)
    yield "speaker", said is None if label.speaker is None else slot_is_right("speaker", label.speaker, said)
    for name, wanted in label.slots.items():
        value = value_of_first_date(claim, record) if name == "time" else claim.slots.get(name)
        yield f"{label.family}.{name}", slot_is_right(name, wanted, value)


def count_dates(record: ArticleRecord, article: LabelledArticle, tally: Tally) -> None:
    """Where an article's dates are labelled at all, they all are."""
    if not article.dates:
        return
    left = list(record.dates)
    for label in article.dates:
        hit = max(left, key=lambda date: label.at.share(Place(date.start, date.end)), default=None)
        if hit is not None and label.at.overlap(Place(hit.start, hit.end)):
            left.remove(hit)
            if not label.optional:
                tally.dates.add(Count(1, 1, 1))
                compare_date(label, hit, article, tally)
        elif not label.optional:
            tally.dates.wanted += 1
            tally.differences.append(difference("missed", article, "date", label.at, label.at))
    tally.dates.said += len(left)
    places = [Place(date.start, date.end) for date in left]
    tally.differences.extend(difference("extra", article, "date", at, at) for at in places)


def compare_date(label: DateLabel, date: DateRecord, article: LabelledArticle, tally: Tally) -> None:
    if label.value is None:
        return
    right = date.value == label.value
    tally.date_values.tell(right=right)
    if not right:
        tally.differences.append(Difference("value", article.name, "date", date.text, f"{date.value}, not {label.value}"))
