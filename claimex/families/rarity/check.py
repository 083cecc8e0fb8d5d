"""How a rarity is checked: by looking for another instance inside its window."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.families._family import Check, Phrase, Window
from claimex.families.rarity.owner import owner_words
from claimex.spans import words_at
from claimex.syntax import SUBJECT_DEPS, is_verb
from claimex.wording.amounts import count_words
from claimex.wording.check import plain_check
from claimex.wording.dates import short_words
from claimex.wording.deeds import Deed, deed_of, indefinite
from claimex.wording.sentence import words_of
from claimex.wording.windows import back_window, last_dated, period_date, since, span_words

if TYPE_CHECKING:
    from claimex.dates.timex import Timex
    from claimex.families._family import Claim
    from claimex.layers import Layers
    from claimex.wording.sentence import Sentence

__all__ = ["check"]

RUN = re.compile(r"consecutive|successive|straight|running|in a row|back[- ]to[- ]back", re.IGNORECASE)
ORDINAL = re.compile(r"(?i)\b(?:second|third|\w+th|\d+(?:st|nd|rd|th))\b")
DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")
LONG_UNITS = re.compile(r"P\d+(?:Y|M|DE|CE)")
HEDGES = {"APPROX": "about ", "MORE_THAN": "before ", "EQUAL_OR_MORE": "in or before ", "LESS_THAN": "after "}
POINTING = frozenset({"they", "he", "she", "it", "i", "we", "you", "this", "that", "who", "which", "there"})
LONGEST = 14  # words of a class or activity that still make a readable question


def check(claim: Claim, sentence: Sentence, layers: Layers) -> Check:
    """By the rank; a denied one, and one whose words give no plain question, is asked as it stands."""
    rank = claim.slots.get("rank")
    plain = plain_check(claim, sentence, layers)
    parts = Parts(claim, layers)
    if rank == "never":
        return never(claim, plain, layers)
    if claim.polarity == "negated" or parts.own:
        return plain
    made = None
    if rank == "first":
        made = first(claim, parts, plain, layers)
    elif rank == "last":
        made = last(claim, parts, layers)
    elif rank == "only":
        made = only(claim, parts)
    elif isinstance(rank, int):
        return counted(claim, plain, rank, layers)
    return made or plain


class Parts:
    """The words of a claim's slots: the class ranked in, the deed, and whether the subject's own earlier deeds are meant."""

    def __init__(self, claim: Claim, layers: Layers) -> None:
        self.kind = short(slot_words(claim, "of", layers))
        self.many = is_many(claim, layers)
        activity = claim.slots.get("activity")
        deed = deed_of(activity.at, layers) if isinstance(activity, Phrase) else None
        self.timed = claim.pattern.rsplit(".", 1)[-1] in {"for-the-first-time", "first-time", "last-time", "nth-time"}
        self.own = not self.timed and has_own_subject(claim, layers)
        if deed is not None and (self.own or not short(deed.rest or "it") or (deed.is_be and not deed.rest)):
            deed = None
        self.deed: Deed | None = deed
        subject = subject_words(claim, layers)
        self.subject = short(subject) if subject and subject.lower() not in POINTING else None

    @property
    def other(self) -> str | None:
        """Whom else to look for: any other of the class, or the subject itself at another time."""
        if self.timed and self.kind is None:
            return self.subject
        if self.kind is None:
            return None
        return f"any {self.kind}" if self.timed else f"any other {self.kind}"

    @property
    def another(self) -> str:
        if self.timed:
            return self.someone
        return f"other {self.kind}" if self.many else f"another {self.kind}"

    @property
    def someone(self) -> str:
        """One of the class, or the subject."""
        if self.kind is None:
            return lower(self.subject) if self.subject else ""
        return self.kind if self.many else indefinite(self.kind)

    @property
    def earlier(self) -> str:
        return f"earlier {self.kind}" if self.many else f"an earlier {self.kind}"

    def was_there(self, words: str) -> str:
        return f"{'Were' if self.many else 'Was'} there {words}"


def is_many(claim: Claim, layers: Layers) -> bool:
    """Whether the class is named in the plural: "the first observations"."""
    of = claim.slots.get("of")
    if not isinstance(of, Phrase) or of.at is None:
        return False
    at = of.at
    head = next((t for t in layers.doc[at.i : at.j] if not at.holds(t.head.i) or t.dep_ == "ROOT"), layers.doc[at.i])
    return head.tag_ in {"NNS", "NNPS"}


def has_own_subject(claim: Claim, layers: Layers) -> bool:
    """Whether the deed is another's: "the only way the city can grow"."""
    activity = claim.slots.get("activity")
    if not isinstance(activity, Phrase) or activity.at is None:
        return False
    verb = next((t for t in layers.doc[activity.at.i : activity.at.j] if is_verb(t)), None)
    if verb is None or verb.dep_ not in {"relcl", "acl"}:
        return False
    return any(c.dep_ in SUBJECT_DEPS and c.lower_ not in {"who", "which", "that"} for c in verb.lefts)


def slot_words(claim: Claim, slot: str, layers: Layers) -> str | None:
    found = claim.slots.get(slot)
    return words_of(found.at, layers) if isinstance(found, Phrase) and found.at is not None else None


def subject_words(claim: Claim, layers: Layers) -> str | None:
    return words_of(claim.subject, layers) if claim.subject is not None else None


def short(words: str | None) -> str | None:
    return words if words and len(words.split()) <= LONGEST else None


def first(claim: Claim, parts: Parts, plain: Check, layers: Layers) -> Check:
    """Did any other of the class do it inside the window?"""
    window = back_window(claim, layers)
    span = span_words(window) if window is not None else "earlier"
    implied = previous(claim, parts, window, layers)
    if parts.deed is not None and parts.other:
        asked, refuted = (
            f"{parts.deed.asked(lower(parts.other), many=parts.many)} {span}?",
            f"{parts.another} {parts.deed.gerund} {span}",
        )
    elif parts.kind is not None and not parts.timed:
        if (owner := owner_words(claim, layers)) is not None and (window is None or window.from_ is None):
            named = owner.lower() not in POINTING
            asked = f"Did {lower(owner)} have {parts.earlier}?"
            refuted = f"{lower(owner)} having {parts.earlier}" if named else parts.earlier
        elif window is None or window.from_ is None:
            asked, refuted = f"{parts.was_there(parts.earlier)}?", parts.earlier
        else:
            asked, refuted = f"{parts.was_there(f'any other {parts.kind}')} {span}?", f"{parts.another} {span}"
    else:
        asked, refuted = plain.question, f"an earlier one{f' {span}' if window is not None and window.from_ else ''}"
    return Check(asked, refuted, window, implied)


def lower(words: str) -> str:
    head = words.split(maxsplit=1)[0]
    return words[:1].lower() + words[1:] if head in {"The", "A", "An", "His", "Her", "Its", "Their", "This", "That"} else words


def previous(claim: Claim, parts: Parts, window: Window | None, layers: Layers) -> tuple[str, ...]:
    """When the one before it was, as "first in 23 years" and "first since 1999" say."""
    period = period_date(claim, layers)
    if period is None or window is None or window.from_ is None or not counts(period, layers):
        return ()
    hedge = HEDGES.get(period.mod or "")
    when = short_words(window.from_) if hedge is None else hedge + short_words(window.from_).split(" ", 1)[1]
    if parts.deed is None or not parts.other:
        return (f"the previous {parts.kind or 'one'} was {when}",)
    return (f"the previous time {parts.someone} {parts.deed.past} was {when}",)


def counts(period: Timex, layers: Layers) -> bool:
    """Whether the period's beginning dates the one before: whole years or months, or the time since a date."""
    value = period.value or ""
    if LONG_UNITS.fullmatch(value):
        return True
    before = layers.doc[period.at.i - 1].lower_ if period.at.i else ""
    return before == "since" and period.mod is None and DAY.fullmatch(value) is not None


def last(claim: Claim, parts: Parts, layers: Layers) -> Check | None:
    """Did any do it after the date that the claim gives?"""
    begin = last_dated(claim, layers)
    if begin is None:
        return since_then(parts)
    published = layers.dates.publication.value
    end = published if published is not None and published > begin else None
    window = Window(begin, end, open=True)
    span = span_words(window) if end is not None else f"after {short_words(begin).split(' ', 1)[1]}"
    other = f"any {parts.kind}" if parts.kind else parts.subject
    if parts.deed is not None and other:
        return Check(f"{parts.deed.asked(lower(other))} {span}?", f"{parts.someone} {parts.deed.gerund} {span}", window)
    if parts.kind is None:
        return None
    another = f"other {parts.kind}" if parts.many else f"another {parts.kind}"
    return Check(f"{parts.was_there(another)} {span}?", f"{another} {span}", window)


def since_then(parts: Parts) -> Check | None:
    """Did any other do it after the one who is named the last?"""
    if parts.deed is None or parts.kind is None or parts.subject is None or parts.timed:
        return None
    who = lower(parts.subject)
    asked = f"{'Have' if parts.many else 'Has'} any other {parts.kind} {parts.deed.participle} since {who}?"
    return Check(asked, f"{parts.another} {parts.deed.gerund} after {who}")


def only(claim: Claim, parts: Parts) -> Check | None:
    """Is there any other?"""
    if parts.kind is None or parts.timed:
        return None
    if parts.deed is not None:
        tense = "past" if claim.tense == "past" else "present"
        asked = parts.deed.asked(f"any other {parts.kind}", tense=tense, many=parts.many)
        return Check(f"{asked}?", f"{parts.another} {parts.deed.gerund}")
    be = ("Were" if parts.many else "Was") if claim.tense == "past" else ("Are" if parts.many else "Is")
    return Check(f"{be} there {parts.another}?", parts.another)


def never(claim: Claim, plain: Check, layers: Layers) -> Check:
    """Did it ever happen before, or since the time that is named?"""
    end = layers.dates.publication.value
    window = back_window(claim, layers) or (Window(None, end, open=True) if end else None)
    if window is not None and window.from_ is None:
        begin = since(claim, layers)
        window = Window(begin, window.to, open=True) if begin is not None else window
    return Check(plain.question, plain.refuted_by, window)


def counted(claim: Claim, plain: Check, rank: int, layers: Layers) -> Check:
    """The Nth: it follows how many came before."""
    words = words_at(layers.doc, claim.cue)
    before: tuple[str, ...] = ()
    if rank > 1 and ORDINAL.search(words):
        count = count_words(rank - 1)
        before = (f"{count} came directly before it" if RUN.search(words) else f"{count} came before it",)
    if RUN.search(words):
        return Check(
            plain.question, f"a break in the run, or a run of another length than {count_words(rank)}", plain.window, before
        )
    if "place" in claim.pattern:
        return Check(plain.question, f"a place other than {rank}", plain.window)
    return Check(plain.question, f"a count in which it is not the {words}", plain.window, before)
