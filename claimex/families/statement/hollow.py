"""A report in; whether its words say nothing that could be checked, out: topics, bare objects, wishes, pieces of clauses.

"Announced the schedule", "outlined his plan", "was asked about the loss", "photographs showed the aircraft": somebody spoke,
but what he said is not there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.lists import word_sets

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.speakers import Attribution

__all__ = ["is_hollow"]

WORDS = word_sets(__package__, "words.toml")
DEED_ENDS = tuple(sorted(WORDS["deeds"]))
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
OPENERS = frozenset({"DT", "PRP$", "POS", "PDT"})
WH = frozenset({"why", "how", "what", "who", "where", "when", "which"})
EXPLAINING = frozenset({"discuss", "discus", "describe", "explain", "detail", "outline", "recount"})  # "discus": the lemmatizer's
PROVING = frozenset({"show", "prove", "demonstrate", "illustrate"})
TOLD_NOT = frozenset({"confirm", "disclose", "reveal", "specify", "identify", "say", "release", "comment"})
# Verb and preposition of a topic.
ABOUT = frozenset({("ask", "about"), ("agree", "on"), ("plead", "for"), ("question", "about")})  # fmt: skip
WISHING = frozenset({"wish", "prefer", "desire"})
PRONOUNS = frozenset({"it", "that", "this", "so", "him", "her", "them", "himself", "herself", "themselves", "itself", "one"})
SUPPOSING = frozenset({"think", "believe", "hope", "suppose", "assume", "expect", "imagine", "suspect", "doubt", "fear", "mean"})
AFTERWARDS = frozenset({"after", "when", "while", "because", "although", "though", "until", "who", "whom", "whose"})
EMPTY = frozenset(
    {"similar", "other", "same", "new", "further", "more", "own", "first", "latest", "such", "full", "final", "deep"}
)
VAGUE = frozenset(
    {"plan", "support", "thought", "question", "view", "reference", "statement", "opinion", "report", "tweet", "remark"}
)
PLACES = frozenset({"on", "in", "via", "during", "through"})
NAMING = frozenset({"call", "dub", "brand", "label"})
FEW = 3  # words of a phrase with one noun in it


def is_hollow(item: Attribution, verb: Token) -> bool:
    """Whether a report that is no quotation has no words that say something."""
    doc, source = verb.doc, item.source
    head = head_in(doc, source.i, source.j) if source is not None else None
    if head is not None and head.lemma_.lower() in WORDS["written"]:
        return True
    if item.form == "direct":
        return False
    if head is not None and is_wrong_source(item, head, verb):
        return True
    if item.form == "indirect" and is_pronoun_alone(item, doc):
        return True
    test = TESTS.get(item.pattern)
    return (test is not None and test(item, verb)) or is_unknown_self(item, verb)


def is_pronoun_alone(item: Attribution, doc: Doc) -> bool:
    """As in "it was dismissed by the senate": what was, is said elsewhere."""
    i, j = item.content[0].i, item.content[-1].j
    return j - i == 1 and doc[i].lower_ in PRONOUNS


def head_in(doc: Doc, i: int, j: int) -> Token:
    """The word of tokens [i, j) that the others hang on."""
    return next((token for token in doc[i:j] if not i <= token.head.i < j or token.head.i == token.i), doc[j - 1])


def is_wrong_source(item: Attribution, head: Token, verb: Token) -> bool:
    """Whether the subject can say nothing, or is part of what is said."""
    lemma = head.lemma_.lower()
    if head.tag_ in {"IN", "RB", "TO"} or lemma in {"nothing", "anything"}:
        return True
    plain = head.tag_ in {"NN", "NNS"} and not head.ent_type_
    if verb.lemma_ in PROVING and item.pattern in {"clause", "object"}:
        return (plain and lemma not in WORDS["showing"]) or lemma in {"this", "that", "which", "what"}
    if item.pattern in {"object", "preposition", "called", "as"}:
        inside = any(part.i <= head.i < part.j for part in item.content)
        return inside or (plain and lemma in WORDS["things"])
    return False


def is_unknown_self(item: Attribution, verb: Token) -> bool:
    """Whether somebody thinks something, and nobody knows who: "I think he's right" without a speaker."""
    source = item.source
    if source is None or item.entity is not None or source.j - source.i > 1:
        return False
    return verb.doc[source.i].lower_ in {"i", "we", "you"} and verb.lemma_ in SUPPOSING


def bare_object(item: Attribution, verb: Token) -> bool:
    """Of "announced the schedule", "mentioned Lee", "expressed their anger", "would not confirm the loss"."""
    doc, lemma = verb.doc, verb.lemma_
    i, j = item.content[0].i, item.content[-1].j
    if item.form == "mixed":
        return False
    told_not = lemma in TOLD_NOT and any(child.dep_ == "neg" for child in verb.lefts)
    thing = head_in(doc, i, j)
    if told_not or lemma == "recite" or doc[i].tag_ in FINITE:
        return True
    if is_deed(verb, thing) or (j - i == 1 and thing.lower_ in PRONOUNS):
        return True
    if lemma == "estimate":
        return not any(token.tag_ == "CD" for token in doc[i:j])
    return lemma in WORDS["telling"] | WORDS["topics"] and is_bare(doc, i, j, thing)


def is_deed(verb: Token, thing: Token) -> bool:
    """Whether it is done rather than said: "report the incident to the police", "the senate confirmed the nominee"."""
    if verb.lemma_ == "report":
        return any(child.dep_ in {"prep", "dative"} and child.lower_ == "to" for child in verb.rights)
    return verb.lemma_ == "confirm" and thing.lemma_ in {"nominee", "nomination", "appointment"}


def is_bare(doc: Doc, i: int, j: int, thing: Token) -> bool:
    """Whether a phrase is one noun that tells nothing, or a name alone."""
    words = [token for token in doc[i : thing.i + 1] if token.tag_ not in OPENERS and not token.is_punct]
    behind = any(
        child.dep_ in {"prep", "acl", "relcl", "ccomp", "appos"} and child.i > thing.i and not is_place(child)
        for child in thing.rights
    )
    after = thing.right_edge.i + 1  # hung on the verb: "on the radio", "for the loss"
    behind = behind or any(token.tag_ == "IN" and token.lower_ not in PLACES for token in doc[after:j])
    if behind or any(token.tag_ in {"CD", "$"} for token in doc[i:j]):
        return False
    if all(token.tag_ in {"NNP", "NNPS"} for token in words):
        return True
    low = thing.lower_
    if low in WORDS["hollow"]:
        return all(token.i == thing.i or token.lower_ in EMPTY or token.ent_type_ or token.tag_ == "POS" for token in words)
    owned = [token for token in words if token.tag_[:2] == "JJ" or token.tag_ in {"NN", "NNS", "VBG", "VBN"}]
    return len(owned) == 1 and not low.rstrip("s").endswith(DEED_ENDS)


def is_place(child: Token) -> bool:
    """Whether it only says where or when: "expressed their anger on Twitter", "announced the schedule in a statement"."""
    return child.dep_ == "prep" and child.lower_ in PLACES and not any(grand.tag_ == "VBG" for grand in child.rights)


def topic_phrase(item: Attribution, verb: Token) -> bool:
    """Of "asked about the loss", "commented on it", and "asking for it"."""
    doc, part = verb.doc, item.content[0]
    prep = doc[part.i - 1].lower_ if part.i else ""
    if part.j - part.i == 1 and doc[part.i].lower_ in PRONOUNS:
        return True
    if item.source is None and verb.dep_ in {"acl", "advcl"}:
        return True  # "asked about the loss, she smiled", "a man charged with murder": said of nobody by nobody
    if verb.lemma_ in {"admit", "confess"} and verb.tag_ == "VBN":
        return doc[part.i].tag_ != "VBG"  # "was admitted to the academy"
    if (
        item.form != "indirect"
        or part.j - part.i > FEW
        or (verb.lemma_ == "ask" and item.source is not None and part.j - part.i == FEW)
    ):
        return False
    return (verb.lemma_, prep) in ABOUT


def topic_clause(item: Attribution, verb: Token) -> bool:
    """Of "discussed why they had left"; an estimate must have been made of something."""
    doc, part = verb.doc, item.content[0]
    if item.form != "indirect":
        return False
    if verb.lemma_ in EXPLAINING:
        return doc[part.i].lower_ in WH - ({"why", "how"} if verb.lemma_ == "explain" else set())
    return verb.lemma_ == "estimate" and not any(token.tag_ in FINITE | {"CD", "VB"} for token in doc[part.i : part.j])


def topic_before(_: Attribution, verb: Token) -> bool:
    return verb.lemma_ in {"describe", "discuss", "mention"}


def of_a_noun(item: Attribution, noun: Token) -> bool:
    """Of "his plan for the court", "concerns about her health", "demand for cables"."""
    lemma, part = noun.lemma_, item.content[0]
    if noun.doc[part.i].tag_ == "TO":
        return lemma in WORDS["meant"]
    if item.source is None:
        return lemma not in {
            "allegation",
            "accusation",
            "speculation",
            "rumor",
            "rumour",
            "complaint",
            "criticism",
            "call",
            "fear",
        } or (part.j - part.i < FEW)
    words = part.j - part.i
    return (lemma in VAGUE and words <= FEW + 1) or (lemma not in WORDS["reporting"] and words == 1)


def of_a_rumour(item: Attribution, noun: Token) -> bool:
    """Of "the case that he lost", where nobody is said to say it."""
    return item.source is None and noun.lemma_ not in WORDS["rumours"]


def piece(item: Attribution, first: Token) -> bool:
    """Of "the number rising by a tenth, according to the bank": no clause, or the middle of one."""
    doc = first.doc
    tokens = [token for part in item.content for token in doc[part.i : part.j]]
    if len(item.content) == 1 and tokens[0].lower_ in AFTERWARDS and not any(token.text == "," for token in tokens):
        return True
    ahead = first.lower_ == "according" and item.content[0].i > first.i
    whole = any(token.tag_ in FINITE | {"VBN", "VB"} for token in tokens)
    return not whole and (not ahead or len(tokens) < FEW)


def only_named(item: Attribution, verb: Token) -> bool:
    """Of "an enzyme called trypsin"."""
    helped = any(child.dep_ in {"aux", "auxpass", "nsubj"} for child in verb.lefts)
    named = verb.lemma_ in NAMING and verb.tag_ == "VBN" and not helped
    return named and item.form == "indirect" and not any(child.dep_ == "dobj" for child in verb.rights)


def only_wished(item: Attribution, verb: Token) -> bool:
    return item.form == "indirect" and verb.lemma_ in WISHING


def known_as(item: Attribution, verb: Token) -> bool:
    return item.source is None and verb.lemma_ in {"refer", "know"}


TESTS = {
    "object": bare_object,
    "preposition": topic_phrase,
    "clause": topic_clause,
    "before": topic_before,
    "parenthesis": topic_before,
    "noun-phrase": of_a_noun,
    "noun": of_a_rumour,
    "according": piece,
    "called": only_named,
    "infinitive": only_wished,
    "taken-as": known_as,
}
