"""Quotations and cue words in; which cue each quotation belongs to, out.

A quotation's cue stands after it ("X," he said), before it (he said: "X"), or earlier, where the same speaker goes on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from claimex.speakers.cues import end_of_phrases, has_clause, is_passive
from claimex.speakers.lexicon import load_lexicon
from claimex.speakers.quotes import begins_sentence, goes_on, is_utterance

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from claimex.speakers.cues import CueWord
    from claimex.speakers.quotes import Quotation

__all__ = ["Spoken", "assign"]

MAX_AFTER = 30  # tokens from a quotation to the verb after it: "said" behind a name with its apposition
MAX_BEFORE = 45  # from the verb to the quotation: "said in a statement on Monday that ..., “"
MAX_BARE = 4  # words between a quotation and its verb where no comma parts them
MAX_NAME = 12  # words of a name with its office and party, between a quotation and its verb
SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!Mr|Ms|Dr|St|Jr)(?<!Mrs|Sen|Rep|Gov|Gen|Rev)[.?!][\"”’')]*\s+[\"“‘(]*[A-Z]|[.?!]\s*$|\n\s*\n"
)
TAKES_BEFORE = re.compile(r"[,:—–-]\s*$")
TERMINAL = re.compile(r"[,?!…—–-]$")
SENTENCE_START = re.compile(r"(?<!\b[A-Z])(?<!Mr|Ms|Dr|St|Jr)(?<!Mrs|Sen|Rep|Gov|Gen|Rev)[.?!][\"”’')]*\s+[A-Z]")
JOINING = frozenset({"while", "whereas", "although", "though", "but", "and", "when", "after", "before", "because", "if"})
MAX_LEAD = 300  # characters of unquoted words before a quotation in its sentence


class Assigner:
    """Finds each quotation's cue word, in order."""

    def __init__(self, doc: Doc, text: str, words: list[CueWord], quotations: list[Quotation], breaks: list[int]) -> None:
        self.doc, self.text, self.breaks = doc, text, breaks
        self.words = [word for word in words if word.kind == "verb" and "quote" in word.frames]
        self.places = [word.token.idx for word in self.words]
        self.quotations = quotations
        self.starts = [quotation.start for quotation in quotations]

    def paragraph(self, at: int) -> int:
        return bisect_left(self.breaks, at + 1)

    def after(self, quotation: Quotation) -> CueWord | None:
        """The cue in `"X," he said` and `"X," said he`."""
        text = self.text
        last = text[quotation.parts[-1][1] - 1]
        tail = text[quotation.end : quotation.end + 2].lstrip()
        if last != "." and not (TERMINAL.search(last) or tail[:1] in {",", "—", "–"}) and not tail[:1].islower():
            return None
        k = bisect_left(self.places, quotation.end)
        limit = self.limit_after(quotation)
        for word in self.words[k : k + 3]:
            verb = word.token
            if verb.idx >= limit:
                return None
            gap = text[quotation.end : verb.idx]
            if SENTENCE_END.search(gap):
                return None
            if last == "." and not tail[:1].islower() and not self.stands_alone(word, gap):
                return None
            strong = bool(TERMINAL.search(last)) or tail[:1] == ","
            if self.heads_after(word, quotation.end, gap, strong=strong):
                return word
        return None

    def newest(self, quotation: Quotation, floor: int) -> int | None:
        """The token of a cue that reported something since the last quotation: its speaker goes on, not the one before."""
        k = bisect_left(self.places, quotation.start) - 1
        if k < 0 or self.places[k] < floor or self.paragraph(self.places[k]) != self.paragraph(quotation.start):
            return None
        verb = self.words[k].token
        return verb.i if verb.lemma_ in load_lexicon().said and any(child.dep_ == "nsubj" for child in verb.children) else None

    def split(self, quotation: Quotation, i: int) -> bool:
        """Whether it is the second half in `"X," he said on Monday, "and Y"`: no sentence ends between the cue and it."""
        verb = self.doc[i]
        gap = self.text[verb.idx + len(verb.text) : quotation.start]
        return (
            verb.idx < quotation.start
            and len(gap) < 8 * MAX_AFTER
            and gap.rstrip().endswith(",")
            and not SENTENCE_END.search(gap)
        )

    def in_phrase(self, word: CueWord, quotation: Quotation) -> bool:
        """Whether only phrases stand between the cue and a sentence in quotation marks: 'writing in a post "I have ..."'."""
        if word.token.lemma_ not in load_lexicon().said:
            return False
        end = end_of_phrases(word.token)
        comma = self.text[max(0, quotation.start - 4) : quotation.start].rstrip().endswith((",", ":"))
        return (
            end > word.end
            and self.doc[end - 1].idx < quotation.start
            and not self.text[self.doc[end - 1].idx + len(self.doc[end - 1].text) : quotation.start].strip(" ,:")
            and (comma or (is_utterance(self.text, quotation) and self.text[quotation.parts[0][0]].isupper()))
        )

    def lead(self, quotation: Quotation, floor: int) -> int:
        """Where the unquoted words begin in `The plan "is dead," he said`; the quotation's start if there are none."""
        text = self.text
        p = self.paragraph(quotation.start)
        low = max(floor, self.breaks[p - 1] if p else 0, quotation.start - MAX_LEAD)
        for match in SENTENCE_START.finditer(text, low, quotation.start):
            low = match.end() - 1
        words = text[low : quotation.start]
        if low == floor and floor and words[:1] in {",", " "} and not words[1:2].isupper():
            return quotation.start
        if not re.search(r"\w\s*$", words) or any(low <= place < quotation.start for place in self.places_near(low)):
            return quotation.start
        return low + len(words) - len(words.lstrip())

    def places_near(self, at: int) -> list[int]:
        k = bisect_left(self.places, at)
        return self.places[k : k + 4]

    def limit_after(self, quotation: Quotation) -> int:
        k = bisect_left(self.starts, quotation.end)
        following = self.starts[k] if k < len(self.starts) else len(self.text)
        p = self.paragraph(quotation.end)
        return min(following, self.breaks[p] if p < len(self.breaks) else following, quotation.end + 8 * MAX_AFTER)

    def heads_after(self, word: CueWord, end: int, gap: str, *, strong: bool) -> bool:
        verb = word.token
        words = gap.strip(" ,—–-").split()
        if any(child.dep_ == "ccomp" and child.i > word.end for child in verb.rights) and not self.begins(end):
            return False  # 'citing "the magic", said that ...': the verb has another clause of its own
        if not words or words[0].lower() in JOINING:
            return not words
        if not strong and (len(words) > MAX_BARE or not self.touches(word, end)):
            return False
        if verb.dep_ in {"relcl", "acl"}:
            return False
        subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
        if subject is not None and subject.left_edge.idx >= end:
            return subject.lower_ not in {"which", "that"}
        return len(words) <= MAX_BARE or (
            strong and len(words) <= MAX_NAME and words[0][:1].isupper() and verb.tag_ in {"VBD", "VBZ"}
        )

    def stands_alone(self, word: CueWord, gap: str) -> bool:
        """Whether a cue after a full stop has a name and nothing else, as in `“It is lost.” Lee said`."""
        bare = not any(child.dep_ in {"ccomp", "dobj", "xcomp", "advcl", "prep"} for child in word.token.rights)
        return bare and 0 < len(gap.split()) <= MAX_BARE and word.token.tag_ in {"VBD", "VBZ"}

    def touches(self, word: CueWord, end: int) -> bool:
        """Whether the cue's own clause begins where the quotation ends."""
        verb = word.token
        first = min(
            (child.left_edge.idx for child in verb.lefts if child.dep_ in {"nsubj", "aux", "advmod", "neg"}), default=verb.idx
        )
        return not self.text[end:first].strip(" ,—–-") and end <= first

    def begins(self, end: int) -> bool:
        """Whether the quotation that ends at `end` begins its sentence."""
        quotation = self.quotations[bisect_left(self.starts, end) - 1]
        return begins_sentence(self.text, quotation.start)

    def before(self, quotation: Quotation) -> CueWord | None:
        """The cue in `he said: "X"` and `he said the plan was "X"`."""
        text = self.text
        k = bisect_left(self.places, quotation.start) - 1
        floor = quotation.start - 8 * MAX_BEFORE
        p = self.paragraph(quotation.start)
        if p and text[floor : self.breaks[p - 1]].rstrip().endswith((":", ",")):
            p -= 1  # "He said:" with his words in a paragraph of their own
        floor = max(floor, self.breaks[p - 1] if p else 0)
        for word in reversed(self.words[max(0, k - 3) : k + 1]):
            verb = word.token
            if verb.idx < floor:
                return None
            gap = text[verb.idx + len(verb.text) : quotation.start]
            if SENTENCE_END.search(gap.rstrip() if gap.rstrip().endswith((":", ",")) else gap):
                return None
            if self.heads_before(word, gap, quotation):
                return word
        return None

    def heads_before(self, word: CueWord, gap: str, quotation: Quotation) -> bool:
        if any(mark in gap for mark in '“”"'):
            return False
        words = gap.strip(" ,:—–-").split()
        if not words or words in (["that"], ["out"], ["on"]):
            return self.heads_at_once(word, gap, quotation)
        if gap.rstrip().endswith(",") and any(child.dep_ == "ccomp" and child.i < word.token.i for child in word.token.lefts):
            return False  # "X, he said in his book, “A Title”"
        if self.in_phrase(word, quotation):
            return True
        if TAKES_BEFORE.search(gap.rstrip() + " ") or TAKES_BEFORE.search(gap):
            first = self.text[quotation.parts[0][0]]
            return gap.rstrip().endswith(":") or (first.isupper() and not has_clause(word, quotation.start))
        return False

    def heads_at_once(self, word: CueWord, gap: str, quotation: Quotation) -> bool:
        """The quotation follows the verb itself: without a comma it may be a name ("announced “Northern Lights”")."""
        if TAKES_BEFORE.search(gap):
            return True
        if is_passive(word.token) or word.token.lemma_ not in load_lexicon().said:
            return False
        return "obj" not in word.frames or is_utterance(self.text, quotation)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A quotation and where its cue stands; `start` where its words begin: before the mark if an unquoted lead belongs to it."""

    quotation: Quotation
    how: Literal["before", "after", "on"]
    start: int

    @property
    def led(self) -> bool:
        return self.start < self.quotation.start

    @property
    def parts(self) -> list[tuple[int, int]]:
        first, *rest = self.quotation.parts
        return [(self.start if self.led else first[0], first[1]), *rest]


def assign(doc: Doc, text: str, words: list[CueWord], quotations: list[Quotation], breaks: list[int]) -> dict[int, list[Spoken]]:
    """For each cue word's token the quotations it introduces, in order; a speaker who goes on keeps his cue."""
    assigner = Assigner(doc, text, words, quotations, breaks)
    found: dict[int, list[Spoken]] = {}
    last: tuple[int, int] | None = None  # the cue of the last utterance, and its paragraph
    floor = 0  # one past the last quotation
    for quotation in quotations:
        paragraph = assigner.paragraph(quotation.start)
        word, how, start = assigner.before(quotation), "before", quotation.start
        if word is None:
            word, how = assigner.after(quotation), "after"
            start = assigner.lead(quotation, floor) if word is not None else start
        if word is None and last is not None and assigner.split(quotation, last[0]):
            found[last[0]].append(Spoken(quotation, "on", quotation.start))
        elif word is not None:
            last = (word.token.i, assigner.paragraph(quotation.end - 1))
            found.setdefault(word.token.i, []).append(Spoken(quotation, how, start))  # type: ignore[arg-type]  # a literal
        elif last is not None and goes_on(text, quotation) and paragraph - last[1] <= 1:
            who = assigner.newest(quotation, floor) or last[0]
            found.setdefault(who, []).append(Spoken(quotation, "on", quotation.start))
            last = (who, assigner.paragraph(quotation.end - 1))
        floor = quotation.end
    return found
