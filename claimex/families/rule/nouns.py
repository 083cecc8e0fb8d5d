"""A noun of rule (law, ban, right, licence, recommendation) in; what is said of it, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.families._clause import noun_words
from claimex.families._family import Phrase, Reading
from claimex.families.rule.mood import WORDS, is_specified, is_unsure
from claimex.families.rule.reading import is_maker, words_from
from claimex.spans import extent, trimmed
from claimex.syntax import SUBJECT_DEPS, asserts, clause_head, clause_with_antecedent, is_verb, phrase, subject_of, subject_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimex.families._family import Cue
    from claimex.layers import Layers
    from claimex.spans import Extent

__all__ = ["by_advice", "by_grant", "by_noun", "by_right", "by_should"]

ASIDE = frozenset({"on", "after", "before", "because", "by", "at", "over", "despite", "following"})  # beside a grant, not in it
HAVING = frozenset(
    {
        "have",
        "win",
        "gain",
        "secure",
        "grant",
        "give",
        "enjoy",
        "guarantee",
        "retain",
        "lose",
        "deny",
        "obtain",
        "recognise",
        "recognize",
    }
)
RULING = frozenset({
    "require", "oblige", "compel", "mandate", "order", "allow", "permit", "entitle", "authorize", "authorise", "exempt", "ban",
    "outlaw", "prohibit", "forbid", "bar", "criminalize", "criminalise", "legalize", "legalise", "rule", "uphold", "overturn",
    "quash", "annul", "invalidate", "strike", "abolish", "repeal",
})  # fmt: skip
EFFECTS = frozenset({
    "apply", "cover", "take", "come", "give", "grant", "limit", "restrict", "prevent",
    "expire", "remain", "state", "say", "define", "protect", "provide", "impose", "criminalise", "criminalize", "go",
    "include", "exclude", "end", "begin", "call", "let", "set", "cap", "target", "mean", "stipulate", "recognise", "recognize",
    "punish", "guarantee",
})  # fmt: skip
# Of these only with the words after them: "takes effect", "comes into force", "says that".
INTO = {
    "take": {"effect", "force"},
    "come": {"force", "effect", "place"},
    "go": {"effect", "force"},
}
GUIDANCE = frozenset(
    {"guidance", "advice", "recommendation", "recommendations", "protocol", "code", "constitution", "act", "ruling"}
)
CHANGED = frozenset({
    "change", "set", "found", "use", "make", "adopt", "sign", "require", "limit", "tighten", "loosen",
    "instate", "follow", "agree", "place", "put", "renew", "remove", "drop", "reduce", "raise", "rescind", "reverse", "reject",
    "challenge", "replace", "write", "draft", "apply", "break", "violate", "bring", "introduce", "hand", "deliver", "base",
})  # fmt: skip
ADVISING = frozenset({"advise", "stipulate", "specify", "decide", "agree", "determine"})


def by_noun(cue: Cue, layers: Layers) -> Reading | None:
    """As in "The new law is not retroactive", "imposed a curfew", "covered by the ban": a rule said to do or be so."""
    noun = layers.doc[cue.at.i]
    verb = clause_head(noun)
    if noun.dep_ == "compound" or verb.lemma_ in RULING or is_told(verb) or any(child.lemma_ in RULING for child in noun.rights):
        return None  # the verb's own cue says it
    about = next((child for child in noun.rights if child.dep_ == "relcl" and child.lemma_ in EFFECTS), None)
    unsure = is_verb(verb) and (is_unsure(verb) or verb.lemma_ in WORDS["wanting"])
    if about is not None and asserts(about) and has_effect(about) and not unsure:
        return Reading(cue.at, clause_with_antecedent(about), about.i, phrase(noun), {"what": Phrase(words_from(about))})
    if not is_verb(verb) or not asserts(verb) or verb.tag_ == "VBG" or is_unsure(verb) or is_case(verb):
        return None
    if noun.dep_ in SUBJECT_DEPS and noun.head.i == verb.i:
        good = (
            (noun.dep_ == "nsubjpass" and verb.lemma_ in WORDS["making"] | CHANGED)
            or (verb.lemma_ in EFFECTS and noun.dep_ == "nsubj" and noun.i < verb.i and has_effect(verb))
            or (verb.lemma_ == "be" and not is_opinion(verb))
        )
    elif noun.dep_ == "dobj":
        barred = {child.lower_ for child in verb.lefts} & {"can", "cannot", "ca", "could"}
        good = verb.lemma_ in WORDS["making"] and not barred and (is_specified(noun) or aim_of(noun) is not None)
    else:
        good = (
            noun.dep_ == "pobj" and noun.head.dep_ == "agent" and verb.lemma_ in {"cover", "bind", "affect", "exempt", "govern"}
        )
    if not good:
        return None
    subject = subject_phrase(verb)
    what = Phrase(noun_and_aim(noun)) if noun.dep_ == "dobj" else Phrase(said_of(verb))
    at = extent(layers.doc, verb.i, cue.at.j) if noun.dep_ == "pobj" and verb.i < cue.at.i else cue.at
    return Reading(at, clause_with_antecedent(verb), verb.i, subject, {"what": what})


def is_case(verb: Token) -> bool:
    """As in "When the law applies to some only, it fails": what holds whenever it does, not that it does."""
    when = any(child.dep_ == "advmod" and child.lower_ in {"when", "whenever", "where"} for child in verb.lefts)
    return when and verb.dep_ == "advcl" and verb.tag_ in {"VBZ", "VBP"}


def aim_of(noun: Token) -> Token | None:
    """The infinitive right behind a noun of rule, also where the parser hung it on the verb: "issued rules to cut emissions"."""
    end = phrase(noun).j
    return next(
        (c for c in (*noun.rights, *noun.head.rights) if c.tag_ == "VB" and c.left_edge.i == end and c.i == end + 1), None
    )


def noun_and_aim(noun: Token) -> Extent:
    at, aim = noun_words(noun), aim_of(noun)
    return at if aim is None or noun.lower_ not in WORDS["plain"] else trimmed(noun.doc, at.i, max(at.j, words_from(aim).j))


def said_of(verb: Token) -> Extent:
    """What is said of a rule: "retroactive" of "is not retroactive", else the words of the verb."""
    told = (
        next((child for child in verb.rights if child.dep_ in {"acomp", "attr", "prep"}), None) if verb.lemma_ == "be" else None
    )
    return words_from(verb) if told is None else trimmed(verb.doc, told.left_edge.i, max(words_from(verb).j, told.i + 1))


def is_told(verb: Token) -> bool:
    """As in "the rules say that drivers must stop": its "must" is the claim."""
    said = next((child for child in verb.rights if child.dep_ == "ccomp"), None)
    return said is not None and any(child.lower_ in {"must", "should", "shall"} for child in said.lefts)


def has_effect(verb: Token) -> bool:
    """Whether a verb with many senses says what a rule does: "takes effect", "says that"."""
    if verb.lemma_ in INTO:
        return any(word.lower_ in INTO[verb.lemma_] for word in verb.subtree)
    return verb.lemma_ != "say" or any(child.dep_ in {"ccomp", "dobj"} and child.i > verb.i for child in verb.rights)


def is_opinion(verb: Token) -> bool:
    """As in "these laws are different", "the ban is a mistake", "any such rule is an attack on freedom"."""
    said = [child for child in verb.rights if child.dep_ in {"acomp", "attr"}]
    very = any(word.lower_ in {"very", "so", "too", "really", "more", "less"} for child in said for word in child.lefts)
    return very or any(child.dep_ == "attr" or child.lower_ in WORDS["vague"] for child in said)


def by_grant(cue: Cue, layers: Layers) -> Reading | None:
    """As in "The family was granted asylum", "gave the firm a licence to mine"."""
    verb = layers.doc[cue.at.i]
    thing = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    given = WORDS["revoked"] if verb.lemma_ == "revoke" else WORDS["permits"]
    if thing is None and verb.lemma_ == "revoke" and verb.tag_ == "VBN":
        thing = next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None)
    if thing is None or thing.lower_ not in given or not asserts(verb) or is_unsure(verb):
        return None
    helpers = {child.lower_ for child in verb.lefts if child.dep_ == "aux"}
    if "would" in helpers or ("to" in helpers and verb.head.lemma_ in {"allow", "permit", "let"}):
        return None  # what is imagined, or who may grant
    if verb.lemma_ == "deny" and thing.lower_ in {"visa", "visas", "entry", "access"}:
        return None  # one refusal, not a rule
    if thing.lower_ == "access" and verb.lemma_ in {"give", "award"} and all(child.dep_ != "dative" for child in verb.rights):
        return None  # "gave insider access for a book"
    holder = next((child for child in verb.rights if child.dep_ == "dative"), None)
    subject = phrase(holder) if holder is not None else subject_phrase(verb)
    at = phrase(thing)
    why = next((child.i for child in thing.rights if child.dep_ == "prep" and child.lower_ in ASIDE), None)
    what = at if why is None else trimmed(layers.doc, at.i, why)
    return Reading(cue.at, clause_with_antecedent(verb), verb.i, subject, {"what": Phrase(what)})


def by_advice(cue: Cue, layers: Layers) -> Reading | None:
    """As in "The agency recommends that salt be iodised", "a recommendation that all salt be iodised"."""
    word = layers.doc[cue.at.i]
    deed = next((child for child in word.rights if child.dep_ in {"ccomp", "acl", "relcl"} and is_verb(child)), None)
    if deed is None or not asserts(word) or (subject_of(deed) is None):
        return None
    head = word if is_verb(word) else deed
    whole = clause_with_antecedent(head) if is_verb(word) else trimmed(word.doc, word.left_edge.i, word.right_edge.i + 1)
    return Reading(cue.at, whole, head.i, subject_phrase(deed), {"what": Phrase(words_from(deed))})


def by_should(cue: Cue, layers: Layers) -> Reading | None:
    """As in "The guidelines say that infants should sleep on their backs", "the ministry advised that people should stay"."""
    verb = layers.doc[cue.at.i].head
    above = verb.head
    if verb.dep_ != "ccomp" or above.i > verb.i or not is_verb(above) or not asserts(verb):
        return None
    maker = subject_of(above)
    official = maker is not None and maker.lower_ in WORDS["rules"] | GUIDANCE
    if not official and not (above.lemma_ in ADVISING and is_maker(maker, layers)):
        return None
    return Reading(cue.at, clause_with_antecedent(verb), verb.i, subject_phrase(verb), {"what": Phrase(words_from(verb))})


def by_right(cue: Cue, layers: Layers) -> Reading | None:
    """As in "Residents have the right to appeal", "gave women the right to vote"; a bare "right to vote" is a topic."""
    noun = layers.doc[cue.at.i]
    verb = noun.head
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    if owner is not None and cue.pattern == "duty":
        return by_duty(cue, noun, owner)
    if noun.dep_ not in {"dobj", "attr", "pobj"} or not is_verb(verb) or verb.lemma_ not in HAVING or not asserts(verb):
        return None
    deed = next(
        (
            child
            for child in (*noun.rights, *verb.rights)
            if child.dep_ in {"acl", "relcl", "xcomp", "advcl"} and child.i > noun.i
        ),
        None,
    )
    wanted = is_unsure(verb) or any(child.lower_ == "should" for child in verb.lefts)
    opinion = any(child.lower_ == "every" for child in noun.lefts)  # "they have every right to laugh"
    if deed is None or deed.tag_ != "VB" or deed.lemma_ == "be" or wanted or opinion:
        return None
    holder = next((child for child in verb.rights if child.dep_ == "dative"), None)
    subject = phrase(holder) if holder is not None else subject_phrase(verb)
    if subject is not None and layers.doc[subject.i].lower_ in {"i", "you", "we"}:
        return None
    cue_at = extent(layers.doc, cue.at.i, cue.at.j)
    return Reading(cue_at, clause_with_antecedent(verb), verb.i, subject, {"what": Phrase(words_from(deed))})


def by_duty(cue: Cue, noun: Token, owner: Token) -> Reading | None:
    """As in "the council's duty to shelter families": also where the parser hung the infinitive elsewhere."""
    to = noun.doc[cue.at.j - 1]
    deed = to.head if to.head.tag_ == "VB" and to.head.i > to.i else None
    if deed is None or not asserts(noun):
        return None
    whole = trimmed(noun.doc, noun.left_edge.i, words_from(deed).j)
    return Reading(cue.at, whole, noun.i, phrase(owner), {"what": Phrase(words_from(deed))})
