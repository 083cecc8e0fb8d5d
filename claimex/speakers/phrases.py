"""A cue word in; the phrase that it reports out: an infinitive, an object, what something is called, a prepositional phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.speakers.clauses import cut, has_subject, is_infinitive
from claimex.speakers.cues import agent_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.speakers.clauses import Content
    from claimex.speakers.cues import CueWord

__all__ = ["BLAMED", "infinitive", "noun_phrase", "passive", "phrase_content", "preposition"]

POINTERS = frozenset({"what", "which", "that", "whom", "who"})
# Judged of somebody although nobody is said to judge: "was accused of fraud", "blamed for the loss".
BLAMED = frozenset({"accuse", "blame", "criticize", "criticise", "condemn", "charge", "ask"})
WITNESSES = frozenset({"source", "report", "official", "document", "witness", "person", "people", "medium", "media"})
UP = frozenset({"up", "off", "in"})
NOBODY = frozenset({"nobody", "none", "no", "neither"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
HELPING = frozenset({"support", "back", "favor", "favour", "endorse", "oppose", "challenge", "raise"})  # more done than said
OPINIONS = frozenset(
    {
        "believe",
        "think",
        "say",
        "report",
        "allege",
        "rumor",
        "rumour",
        "estimate",
        "understand",
        "suppose",
        "presume",
        "suspect",
        "consider",
    }
)
NAMING = frozenset({"call", "dub", "brand", "label"})
NOT_SAID = frozenset({"deny", "claim", "request", "demand", "question"})  # "denied them entry", "claimed asylum": done, not said
RIGHTS = frozenset({
    "entry", "access", "asylum", "bail", "entrance", "admission", "visa", "visas", "benefits", "refund", "damages", "expenses",
    "wickets", "wicket", "title", "medal", "lives", "life", "victory", "prize", "parole", "permission", "service", "treatment",
})  # fmt: skip
MAX_GAP = 20  # tokens of a predicate in quotation marks
LOOSE = frozenset({"for", "on", "over", "as", "with", "against", "about", "between"})  # of the object, hung on the verb
PRONOUNS = frozenset({"it", "that", "this", "so", "what", "which", "him", "her", "them", "me", "us", "you", "himself", "herself"})


def phrase_content(word: CueWord) -> Content | None:
    """Infinitives, objects and prepositional phrases: "promised to go", "denied the charge", "called for talks"."""
    verb, frames = word.token, word.frames
    rights = [child for child in verb.rights if child.dep_ != "punct"]
    if word.particle is None and any(child.dep_ == "prt" and child.lower_ in UP for child in rights):
        return None  # "ripped up the roads"
    calls = verb.lemma_ == "call" and bool(rights) and rights[0].lower_ == "for"
    found = (
        (preposition(verb, rights, frames) if calls else None)
        or predicate(verb, rights, frames)
        or infinitive(verb, rights, frames)
        or preposition(verb, rights, frames)
    )
    found = found or (gerund(verb, rights) if "obj" in frames else None)
    return found or (plain_object(rights) if "obj" in frames else None)


def predicate(verb: Token, rights: list[Token], frames: frozenset[str]) -> Content | None:
    """As in "called it a sham", "described it as a sham"; not "pipes called chanters"."""
    if verb.lemma_ in NAMING and verb.tag_ == "VBN" and agent_of(verb) is None:
        also = verb.i > 0 and verb.nbor(-1).lower_ in {"also", "sometimes", "often", "commonly", "usually"}
        if verb.dep_ == "acl" or (also and not any(child.dep_ in {"aux", "auxpass"} for child in verb.lefts)):
            return None  # "pipes called chanters", "on license, also called parole"
    thing = next((child for child in rights if child.dep_ in {"dobj", "nsubj"}), None)
    if "as" in frames and thing is not None:
        as_ = next((child for child in rights if child.lower_ == "as" and child.dep_ in {"prep", "mark", "advmod"}), None)
        if as_ is not None:
            return "as", [(thing.left_edge.i, as_.right_edge.i + 1)]
    if "as" in frames and thing is None and any(child.dep_ == "dobj" and child.lower_ in POINTERS for child in verb.lefts):
        as_ = next((child for child in rights if child.lower_ == "as" and child.dep_ == "prep"), None)
        if as_ is not None and as_.right_edge.i > as_.i:  # "what he described as a sham"
            return "as", [(as_.i + 1, as_.right_edge.i + 1)]
    if "pred" in frames:
        said = next(
            (child for child in rights if child.dep_ in {"oprd", "ccomp", "xcomp", "acomp"} and not is_infinitive(child)), None
        )
        if said is not None and (thing is not None or has_subject(said) or is_quoted(said) or not is_naming(verb, said)):
            first = min(said.left_edge.i, thing.left_edge.i if thing is not None else said.i)
            return "called", [(max(first, verb.i + 1), said.right_edge.i + 1)]
        if thing is not None:
            return quoted_predicate(verb, thing)
    return None


def is_naming(verb: Token, said: Token) -> bool:
    """Whether it only gives a name: "the group called the Hill Club"."""
    return verb.lemma_ in NAMING and said.tag_ in {"NNP", "NNPS"}


def is_quoted(said: Token) -> bool:
    return said.left_edge.i > 0 and any(said.doc[k].tag_ in {"``", "''"} for k in (said.left_edge.i - 1, said.left_edge.i))


def quoted_predicate(verb: Token, thing: Token) -> Content | None:
    """As in "called the verdict "a disgrace"", where the parser lost the predicate but the marks show it."""
    doc = verb.doc
    last = min(thing.right_edge.i + 3, len(doc))  # "branded the port a “den of thieves”"
    first = next((k for k in range(thing.i + 1, last) if doc[k].tag_ == "``"), None)
    if first is None:
        return None
    end = next((k for k in range(first + 1, min(len(doc), first + MAX_GAP)) if doc[k].tag_ == "''"), None)
    return ("called", [(thing.left_edge.i, end)]) if end is not None else None


def infinitive(verb: Token, rights: list[Token], frames: frozenset[str]) -> Content | None:
    """As in "promised to go", "urged them to go"."""
    if not frames & {"to", "objto"}:
        return None
    for child in rights:
        if child.dep_ in {"xcomp", "ccomp", "advcl"} and is_infinitive(child):
            thing = next((other for other in rights if other.dep_ in {"dobj", "dative"} and other.i < child.i), None)
            if thing is not None and verb.lemma_ == "offer":
                return None  # "offered him a week to leave"
            if thing is None and "to" not in frames and not has_subject(child):
                continue
            start = thing.left_edge.i if thing is not None and "objto" in frames else child.left_edge.i
            return "infinitive", [(max(start, verb.i + 1), cut(verb.doc, child, child.right_edge.i + 1))]
    return None


def gerund(verb: Token, rights: list[Token]) -> Content | None:
    """As in "proposed barring them", "denied stealing it"."""
    for child in rights:
        if child.dep_ in {"xcomp", "pcomp", "ccomp"} and child.tag_ == "VBG" and child.left_edge.i >= verb.i + 1:
            return "gerund", [(child.left_edge.i, cut(verb.doc, child, child.right_edge.i + 1))]
    return None


def preposition(verb: Token, rights: list[Token], frames: frozenset[str]) -> Content | None:
    if any(child.lower_ in UP and child.dep_ in {"prt", "advmod"} for child in rights):
        return None  # "can call up reservists for a month"
    for child in rights:
        if child.dep_ in {"prep", "agent", "dative"} and "+" + child.lower_ in frames and child.right_edge.i > child.i:
            return "preposition", [(child.i + 1, as_end(verb, child))]
        mark = child.left_edge  # "called for all of them to go", read as a clause with a conjunction
        if mark.dep_ == "mark" and mark.head.i == child.i and "+" + mark.lower_ in frames and is_infinitive(child):
            return "preposition", [(mark.i + 1, cut(verb.doc, child, child.right_edge.i + 1))]
    thing = next((child for child in rights if child.dep_ == "dobj"), None)
    if thing is not None and verb.lemma_ == "accuse":  # "accused the striker of ...", hung on the striker
        return preposition(thing, list(thing.rights), frames)
    return None


def as_end(verb: Token, prep: Token) -> int:
    """One past a prepositional phrase, with the rest of "referred to it as a loan" and "called for them to go"."""
    end = prep.right_edge.i + 1
    for child in verb.rights:
        if child.left_edge.i == end and (
            (verb.lemma_ == "refer" and child.lower_ == "as") or (prep.lower_ in {"for", "on"} and is_infinitive(child))
        ):
            return cut(verb.doc, child, child.right_edge.i + 1)
    return end


STANDING = frozenset({"prep", "advmod", "acomp", "oprd"})  # how a thing stands that is shown


def plain_object(rights: list[Token]) -> Content | None:
    """As in "denied the charge", "blamed him for the loss"."""
    thing = next((child for child in rights if child.dep_ == "dobj"), None)
    if thing is not None and thing.head.lemma_ == "cite" and thing.lemma_ in WITNESSES:
        return None
    if thing is None or (
        thing.head.lemma_ in NOT_SAID and (thing.lower_ in RIGHTS or any(child.dep_ == "dative" for child in rights))
    ):
        return None
    first = end = thing.right_edge.i + 1
    for child in rights:
        loose = child.dep_ == "prep" and is_loose(child, thing.head)
        shown = thing.head.lemma_ == "show" and child.dep_ in STANDING  # "shows Reed ahead by three points"
        if (loose or shown) and child.left_edge.i == end:
            end = child.right_edge.i + 1
    if end == first and thing.head.lemma_ == "attack":
        return None  # "attacked him for the delay" is said, "attacked the camp" done
    if end - thing.left_edge.i == 1 and thing.lower_ in PRONOUNS:
        return None
    return "object", [(thing.left_edge.i, end)]


def is_loose(prep: Token, verb: Token) -> bool:
    """Whether a preposition on the verb is of its object: "criticised him for it", "likened the hall to a barn"."""
    return prep.lower_ in LOOSE or (prep.lower_ == "to" and verb.lemma_ == "liken")


def passive(word: CueWord) -> Content | None:
    """As in "was criticised by farmers": the subject is what is judged; "is believed to be hiding": subject and infinitive."""
    verb = word.token
    subject = next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None)
    if subject is None and verb.lemma_ == "ask" and verb.dep_ == "advcl":  # "Asked about the loss, he said"
        return blamed(word)
    if subject is None or subject.lower_ in RELATIVE:
        return None
    what = (subject.left_edge.i, subject.right_edge.i + 1)
    if agent_of(verb) is not None and "obj" in word.frames and verb.lemma_ not in HELPING - {"endorse"}:
        return "passive", [what]
    as_ = next((child for child in verb.rights if child.lower_ == "as" and child.dep_ == "prep"), None)
    if as_ is not None and "as" in word.frames and as_.right_edge.i > as_.i:
        return "taken-as", [what, (as_.i, as_.right_edge.i + 1)]
    said = next((child for child in verb.rights if child.dep_ == "oprd"), None)
    if agent_of(verb) is not None and "pred" in word.frames and said is not None:
        return "passive", [what, (said.left_edge.i, said.right_edge.i + 1)]
    return blamed(word) if verb.lemma_ in BLAMED else opinion(verb, what)


def blamed(word: CueWord) -> Content | None:
    """As in "was accused of fraud", "was asked to name one"; not "has never been charged with a crime"."""
    verb = word.token
    if any(child.dep_ == "neg" or child.left_edge.lower_ in NOBODY for child in verb.lefts):
        return None
    rights = list(verb.rights)
    return preposition(verb, rights, word.frames | {"+of", "+for"}) or infinitive(verb, rights, word.frames | {"to"})


def opinion(verb: Token, what: tuple[int, int]) -> Content | None:
    """As in "is believed to be hiding"."""
    if verb.lemma_ not in OPINIONS:
        return None
    said = next((child for child in verb.rights if child.dep_ == "oprd"), None)
    if said is not None and verb.lemma_ == "consider":
        return "opinion", [what, (said.left_edge.i, said.right_edge.i + 1)]
    infinitives = (child for child in verb.rights if child.dep_ == "xcomp" and is_infinitive(child))
    return next((("opinion", [what, (child.left_edge.i, child.right_edge.i + 1)]) for child in infinitives), None)


def noun_phrase(word: CueWord) -> Content | None:
    """As in "her criticism of the bill", "his promise to resign"."""
    noun = word.token
    for child in noun.rights:
        if child.dep_ == "prep" and "+" + child.lower_ in word.frames and child.right_edge.i > child.i:
            return "noun-phrase", [(child.i + 1, child.right_edge.i + 1)]
        if child.dep_ in {"acl", "relcl"} and "to" in word.frames and is_infinitive(child):
            return "noun-phrase", [(child.left_edge.i, child.right_edge.i + 1)]
    return None
