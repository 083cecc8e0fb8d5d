"""A verb of saying between commas or at the end of a sentence in; the rest of the sentence, which it reports, out.

"The rule, the bank argued, is void." "They will help, Minister Ann Holt told the panel on Monday." Where the parser made
nothing of such an aside, the commas around it and the name in front of the verb still show it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.speakers.clauses import has_object
from claimex.speakers.lexicon import load_lexicon
from claimex.syntax import MAX_CLIMB

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.speakers.clauses import Content
    from claimex.speakers.cues import CueWord

__all__ = ["aside", "aside_source"]

SPEAKING = frozenset({"VBD", "VBZ"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
PHRASE = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "DT", "JJ", "PRP$", "POS", "CD", "HYPH", "IN", "RB"})
JOINING = frozenset({"IN", "WRB", "WDT", "WP", "CC", "TO", "VBG", "VBN"})  # what begins with one is no statement by itself
MAX_SOURCE = 10  # tokens of a speaker with his office
MAX_REST = 14  # tokens of "told reporters at a hearing in the capital on Monday"
LEAST = 3  # tokens of what is said


def aside(word: CueWord) -> Content | None:
    """What the sentence says beside "..., X said, ..." or "..., X told Y."."""
    verb = word.token
    doc, sent = verb.doc, verb.sent
    if (
        verb.tag_ not in SPEAKING
        or has_object(verb)
        or verb.lemma_ not in load_lexicon().said
        or not {"that", "quote"} <= word.frames
    ):
        return None
    comma = comma_before(verb, sent.start)
    if comma is None or comma - sent.start < LEAST:
        return None
    end = next((k for k in range(word.end, min(sent.end, word.end + MAX_REST)) if doc[k].text in {",", ".", "?", "!"}), None)
    if end is None or any(doc[k].tag_ in FINITE or doc[k].lower_ == "that" for k in range(word.end, end)):
        return None
    before, after = (sent.start, comma), (end + 1, sent.end)
    if doc[end].text != ",":
        return ("aside", [before]) if end >= sent.end - 2 and is_statement(doc, *before) else None
    goes_on = after[1] - after[0] > LEAST and doc[after[0]].tag_ in FINITE
    return ("aside", [before, after]) if goes_on else None


def comma_before(verb: Token, start: int) -> int | None:
    """Where the comma stands that a speaker's words and the verb follow at once."""
    doc = verb.doc
    if verb.i == start or doc[verb.i - 1].tag_ not in NOUNS:
        return None
    for k in range(verb.i - 1, max(start, verb.i - MAX_SOURCE), -1):
        if doc[k].text == ",":
            return k
        if doc[k].tag_ not in PHRASE:
            return None
    return None


def is_statement(doc: Doc, i: int, j: int) -> bool:
    """Whether tokens [i, j) can be a sentence of their own."""
    return doc[i].tag_ not in JOINING and any(doc[k].tag_ in FINITE for k in range(i, j))


def aside_source(verb: Token) -> Token:
    """The head of the words between the comma and the verb."""
    head = verb.doc[verb.i - 1]
    comma = comma_before(verb, verb.sent.start) or 0
    for _ in range(MAX_CLIMB):
        if not comma < head.head.i < verb.i or head.head.i == head.i:
            break
        head = head.head
    return head
