"""A record in; a page for people out: the article with its claims highlighted, and a card for each claim.

The text of an article is not to be trusted: control characters, which could drive the terminal, and marks that turn
the direction of writing are shown as symbols.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from claimex.records import Words

if TYPE_CHECKING:
    from claimex.records import ArticleRecord, Claim, DateRecord

__all__ = ["explain_claim", "harmless", "print_article"]

# C0 and C1 controls but tab and line feed, DEL, bidirectional marks and overrides, zero-width marks and line separators.
CONTROL_PICTURES = 0x2400
UNSAFE = {code: chr(CONTROL_PICTURES + code) for code in range(32) if chr(code) not in "\t\n"}
UNSAFE |= dict.fromkeys(range(0x80, 0xA0), "\N{REPLACEMENT CHARACTER}")
UNSAFE |= {0x7F: "\N{SYMBOL FOR DELETE}", 0x2028: "\n", 0x2029: "\n"}
UNSAFE |= dict.fromkeys(
    [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF], "\N{REPLACEMENT CHARACTER}"
)
CUE_STYLE, CLAUSE_STYLE, LABEL_STYLE, FAMILY_STYLE = "bold yellow", "underline", "dim", "bold cyan"


def harmless(text: str) -> str:
    """The text with everything that could act on a terminal shown instead of done; one character for each."""
    return text.replace("\r\n", " \n").translate(UNSAFE)


def print_article(record: ArticleRecord, *, colour: bool, width: int) -> str:
    """The page of one article."""
    console = Console(
        file=io.StringIO(), force_terminal=colour, no_color=not colour, width=width, highlight=False, markup=False, emoji=False,
        color_system="standard" if colour else None, legacy_windows=False, _environ={},
    )  # fmt: skip
    console.print(Text(head_line(record), style=LABEL_STYLE))
    console.print(highlighted(record))
    for claim in record.claims:
        console.print()
        console.print(card(claim, record))
    for link in record.links:
        console.print(Text(f"\n{link.kind}: {link.claims[0]} and {link.claims[1]}: {harmless(link.why)}"))
    if not record.claims:
        console.print(Text("no claims found", style=LABEL_STYLE))
    output = console.file
    return output.getvalue() if isinstance(output, io.StringIO) else ""


def head_line(record: ArticleRecord) -> str:
    published = record.published
    evidence = f': "{published.evidence}"' if published.evidence else ""
    when = f"published {published.value} ({published.how}{evidence})" if published.value else "publication date unknown"
    return harmless(f"{record.source or record.id}: {when}; {len(record.claims)} claims")


def highlighted(record: ArticleRecord) -> Text:
    """The article's text, claims underlined and their cues bold; in plain text, cues stand between ‹ and ›."""
    text = Text(harmless(record.text or "").rstrip("\n"))
    for claim in record.claims:
        text.stylize(CLAUSE_STYLE, claim.start, claim.end)
    for claim in record.claims:
        text.stylize(CUE_STYLE, claim.cue.start, claim.cue.end)
    return text


def card(claim: Claim, record: ArticleRecord) -> Text:
    """One claim: its statement, and under it what a checker needs."""
    speaker = claim.speaker
    rows = [
        ("cue", claim.cue.text),
        ("who", None if claim.subject is None else claim.subject.text),
        ("said by", None if speaker is None else f"{speaker.text} ({speaker.kind})"),
        ("when", when(claim, record)),
        (
            "how",
            ", ".join(word for word in (claim.polarity, claim.certainty, claim.tense) if word not in {"affirmed", "asserted"}),
        ),
        ("ask", claim.check.question),
        ("refuted by", claim.check.refuted_by),
        ("look", look(claim)),
        ("implies", "; ".join(claim.check.implies)),
        ("worth", worth(claim)),
        ("unresolved", ", ".join(span.text for span in claim.unresolved)),
    ]
    page = Text()
    page.append(claim.family, style=FAMILY_STYLE)
    page.append(f"  {claim.id}\n", style=LABEL_STYLE)
    page.append(f"  {one_line(claim.statement)}")
    for label, value in rows:
        if value:
            page.append(f"\n  {label}: ", style=LABEL_STYLE)
            page.append(one_line(value))
    return page


def when(claim: Claim, record: ArticleRecord) -> str:
    """The claim's dates, the one that says when first."""
    dates = {date.id: date for date in record.dates}
    return "; ".join(dated(dates[id_]) for id_ in claim.dates)


def dated(date: DateRecord) -> str:
    value = date.value if date.unresolved is None else f"unresolved: {date.unresolved}"
    span = f", {date.from_} to {date.to}" if date.from_ and date.from_ != date.to else ""
    return f"{date.text} = {value}{span}"


def worth(claim: Claim) -> str | None:
    if claim.worth is None:
        return None
    return f"{claim.worth:.2f} ({', '.join(claim.worth_why)})" if claim.worth_why else f"{claim.worth:.2f}"


def look(claim: Claim) -> str | None:
    window = claim.check.window
    if window is None:
        return None
    ends = ", both ends excluded" if window.open else ""
    return f"from {window.from_ or 'any time'} to {window.to or 'now'}{ends}"


def one_line(text: str) -> str:
    return " ".join(harmless(text).split())


def explain_claim(record: ArticleRecord, claim: Claim) -> str:
    """Which pattern and which words made a claim, and where each of its values comes from."""
    line = (record.text or "").count("\n", 0, claim.cue.start) + 1
    dates = {date.id: date for date in record.dates}
    quantities = {quantity.id: quantity for quantity in record.quantities}
    entities = {entity.id: entity for entity in record.entities}
    rows = [
        f"{claim.id}: {claim.family}, by the pattern {claim.pattern}",
        f"cue: {claim.cue.text!r} at {claim.cue.start}-{claim.cue.end} (line {line})",
        f"clause: {claim.text!r} at {claim.start}-{claim.end}",
    ]
    if claim.subject is not None:
        named = f", which is {entities[claim.subject.entity].name} ({claim.subject.entity})" if claim.subject.entity else ""
        rows.append(f"subject: {claim.subject.text!r}{named}")
    for name, slot in claim.slots.items():
        rows.append(f"{name}: {slot_words(slot)}")
    for date in (dates[id_] for id_ in claim.dates):
        anchor = f", counted from {dates[date.anchor].text!r} ({date.anchor})" if date.anchor in dates else ""
        counted = ", counted from the publication date" if date.anchor == "published" else anchor
        rows.append(f"date {date.id}: {date.text!r} is {date.type} {date.value}, by the rule {date.rule}{counted}")
        if date.unresolved:
            rows.append(f"  unresolved: {date.unresolved}")
    rows += [
        f"quantity {item.id}: {item.text!r} is {item.approx} {item.value} {item.unit or ''} ({item.kind})"
        for item in (quantities[id_] for id_ in claim.quantities)
    ]
    if claim.speaker is not None:
        rows.append(f"speaker: {claim.speaker.text!r} ({claim.speaker.kind}), by the words {claim.speaker.cue!r}")
    published = record.published
    rows += [
        f"polarity, certainty, tense: {claim.polarity}, {claim.certainty}, {claim.tense}",
        f"published: {published.value} ({published.how}, from {published.evidence!r})",
        f"statement: {claim.statement}",
        f"question: {claim.check.question}",
        f"refuted by: {claim.check.refuted_by}",
    ]
    return "\n".join(one_line(row) if not row.startswith("  ") else "  " + one_line(row) for row in rows) + "\n"


def slot_words(slot: Words | str | float | None) -> str:
    if not isinstance(slot, Words):
        return str(slot)
    source = f" (date {slot.date})" if slot.date else f" (quantity {slot.quantity})" if slot.quantity else ""
    return f"{slot.text!r}{' (implied)' if slot.implied else source}"
