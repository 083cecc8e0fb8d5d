"""The words of an activity in; the same as base form, past and gerund, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimex.spans import Extent, extent
from claimex.syntax import is_verb
from claimex.wording.sentence import words_of
from claimex.wording.verbs import base, gerund, past, past_participle

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.layers import Layers

__all__ = ["Deed", "deed_of", "indefinite"]

HAVE = frozenset({"have", "has", "had", "having", "'ve", "’ve"})
VOWELS = frozenset("AEIOU")  # without any, a longer one is spelt too: "an LGBT group"
SPELT = 3  # letters of an abbreviation that is read letter by letter
MAX_ADVERBS = 3  # before the verb: "(has) never before been"


@dataclass(frozen=True, slots=True)
class Deed:
    """What was done: the verb's base form and the words after it; `is_be` where a form of "be" carries it ("be elected")."""

    verb: str
    rest: str

    @property
    def is_be(self) -> bool:
        return self.verb == "be"

    def asked(self, subject: str, *, tense: str = "past", many: bool = False) -> str:
        """The question whether `subject` did it; `many`: a plural."""
        if self.is_be:
            be = ("Were" if many else "Was") if tense == "past" else ("Are" if many else "Is")
            return f"{be} {subject} {self.rest}".rstrip()
        helper = "Did" if tense == "past" else "Do" if many else "Does"
        return f"{helper} {subject} {self.verb} {self.rest}".rstrip()

    @property
    def gerund(self) -> str:
        return f"{gerund(self.verb)} {self.rest}".rstrip()

    @property
    def participle(self) -> str:
        """As it stands after "has": "been elected", "gone to Rome"."""
        return f"{past_participle(self.verb)} {self.rest}".rstrip()

    @property
    def past(self) -> str:
        return f"{'was' if self.is_be else past(self.verb)} {self.rest}".rstrip()

    @property
    def infinitive(self) -> str:
        return f"{self.verb} {self.rest}".rstrip()


def deed_of(at: Extent | None, layers: Layers) -> Deed | None:
    """The activity at `at`; None where its words begin with no verb."""
    if at is None:
        return None
    doc = layers.doc
    k = next((k for k in range(at.i, min(at.j, at.i + MAX_ADVERBS)) if is_verb(doc[k]) and doc[k].lower_ not in HAVE), None)
    if k is None:
        k = next((k for k in range(at.i, min(at.j, at.i + 1)) if is_verb(doc[k])), None)
    if k is None or doc[k].tag_ == "MD":
        return None
    verb = doc[k]
    if verb.tag_ == "VBN" and is_passive(verb):
        return Deed("be", rest_of(k, at, layers))
    return Deed(base(verb), rest_of(k + 1, at, layers))


def is_passive(verb: Token) -> bool:
    helpers = [child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}]
    if any(child.dep_ == "auxpass" for child in helpers):
        return True
    return verb.dep_ in {"acl", "amod"} and not helpers


def rest_of(k: int, at: Extent, layers: Layers) -> str:
    return words_of(extent(layers.doc, k, at.j), layers, owners=False) if k < at.j else ""


def indefinite(noun: str) -> str:
    """A noun phrase with its indefinite article."""
    first = noun.split(maxsplit=1)[0].strip("“”\"'") if noun.strip() else ""
    letters = first.replace(".", "")
    if letters.isupper() and (1 < len(letters) <= SPELT or not set(letters) & VOWELS):
        vowel = letters[0] in "AEFHILMNORSX"  # by the letter's name: "an MP", "a US senator"
    else:
        vowel = first[:1].lower() in "aeiou" and not first.lower().startswith(("uni", "eu", "one", "use", "usu"))
    return f"{'an' if vowel else 'a'} {noun}"
