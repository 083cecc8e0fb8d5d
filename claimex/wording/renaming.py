"""Tokens and the names layer in; the pronouns and short names among them with the full names to put there, out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimex.spans import Extent, extent, words_at
from claimex.wording.person import REFLEXIVE, again
from claimex.wording.pronouns import has_rival, is_bound, is_empty_it, is_idle, points_back
from claimex.wording.verbs import full_auxiliary, past, third_person

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claimex.layers import Layers
    from claimex.names.entity import Entity, Mention, Names

__all__ = ["Edits", "rename"]

THIRD_PERSON = frozenset({"he", "she", "it", "they", "him", "her", "them", "his", "hers", "its", "their", "theirs"})
FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself"})
GROUPS = frozenset({"we", "us", "our", "ours", "you", "your", "yours"})
SECOND_PERSON = frozenset({"you", "your", "yourself"})
POSSESSIVE = frozenset({"his", "her", "hers", "its", "their", "theirs", "my", "mine"})
SHORTENED = frozenset({"PERSON", "ORG", "FAC", "EVENT"})
WHOLE_NAMES = frozenset({"PERSON", "ORG", "GPE", "FAC", "EVENT", "LOC", "PRODUCT", "WORK_OF_ART"})
# Short forms that readers know better than the names they stand for.
KNOWN = frozenset({
    "US", "U.S.", "USA", "U.S.A.", "UK", "U.K.", "EU", "E.U.", "UN", "U.N.", "NATO", "Nato", "BBC", "CNN", "FBI", "CIA", "NASA",
    "Nasa", "IBM", "BMW", "FIFA", "Fifa", "UEFA", "Uefa", "NBA", "NFL", "AIDS", "HIV", "ISIS", "OPEC", "Opec", "UNICEF", "Unicef",
    "UNESCO",
})  # fmt: skip
PARTIES = frozenset({"Party", "Movement", "League", "Alliance", "Act"})  # without it the name may be the thing they are for
MAX_WORDS = 6  # of a full name: longer ones are more likely two names run together
COMPOUNDS = frozenset({"compound", "nmod", "amod"})
ASKING = frozenset({"suggest", "demand", "request", "insist", "recommend", "propose", "ask", "require", "urge", "order"})
TENSED = frozenset({"VBP", "VBD", "VBZ"})
CLITIC = re.compile(r"['’](?:s|d|ll|ve|re|m)$")


@dataclass(slots=True)
class Edits:
    """What to put in place of tokens (empty: nothing), which pieces are names, and what could not be replaced."""

    text: dict[int, str] = field(default_factory=dict)
    spaced: set[int] = field(default_factory=set)
    proper: set[int] = field(default_factory=set)
    unresolved: list[Extent] = field(default_factory=list)
    named: set[str] = field(default_factory=set)  # entities whose name stands in the sentence already
    described: set[str] = field(default_factory=set)  # entities that a description in the sentence means
    first: int = -1  # the sentence's first token of the article
    speaker: str | None = None  # the entity that "I" is
    telling: str | None = None  # the speaker whose very words these are: no "she" in them is the speaker
    owners: bool = True  # whether a name may take the place of "his"
    quoted: frozenset[int] = frozenset()  # tokens whose words must stay


def rename(edits: Edits, i: int, j: int, layers: Layers) -> None:
    """Note the edits of names in tokens [i, j)."""
    doc, names = layers.doc, layers.names
    edits.first = i if edits.first < 0 else min(edits.first, i)
    k = i
    while k < j:
        hit = names.at(k)
        if hit is not None and hit[1].kind == "name" and hit[1].at.i >= i:
            entity, mention = hit
            edits.proper.update(t.i for t in doc[k : mention.at.j] if t.lower_ != "the")
            if k not in edits.quoted:
                lengthen(edits, doc, entity, mention)
            edits.named.add(entity.id)
            k = max(mention.at.j, k + 1)
            continue
        pair = names.pair_at(k)
        if pair is not None and pair[0].j <= j and k not in edits.quoted and not edits.named & {entity.id for entity in pair[1]}:
            put(edits, doc, pair[0], " and ".join(with_article(entity) for entity in pair[1]))
            if pair[0].j < j and doc[pair[0].j].tag_ == "POS":  # "the two nations' trade"
                edits.text[pair[0].j] = possessive(pair[1][-1].name).removeprefix(pair[1][-1].name)
            edits.named.update(entity.id for entity in pair[1])
            k = pair[0].j
            continue
        if hit is not None and hit[1].kind == "nominal":
            edits.described.add(hit[0].id)
        if k not in edits.quoted and doc[k].tag_ in {"PRP", "PRP$", "DT", "CD", "JJ"} and not is_idle(doc[k]):
            resolve(edits, doc[k], meant(edits, doc[k], layers) or (hit[0] if hit is not None else None), names)
        k += 1


def meant(edits: Edits, token: Token, layers: Layers) -> Entity | None:
    """Who "I" is, and in the turns of an interview "you"."""
    lower = token.lower_
    if lower not in FIRST_PERSON | SECOND_PERSON:
        return None
    me, you = layers.attributions.persons(extent(token.doc, token.i, token.i + 1), edits.speaker)
    id_ = me if lower in FIRST_PERSON else you
    return layers.names[id_] if id_ is not None else None


def lengthen(edits: Edits, doc: Doc, entity: Entity, mention: Mention) -> None:
    """The full name at a short name's first place."""
    at = mention.at
    short = words_at(doc, at)
    if entity.id in edits.named or not is_fuller(entity, short):
        return
    head = doc[at.j - 1]
    if head.dep_ in COMPOUNDS and head.head.i >= at.j:  # "the Khan government"
        return
    before = doc[at.i - 1].text if at.i else ""
    if before in entity.name.split() or (at.j < len(doc) and doc[at.j].text in entity.name.split()):
        return  # the mention is cut short: its other words stand beside it
    name = entity.name
    if before.lower() in {"the", "a", "an"} and name.lower().startswith("the "):
        name = name[4:]
    put(edits, doc, at, name)


def is_fuller(entity: Entity, short: str) -> bool:
    """Whether the entity's name says more of the same than the short form."""
    name, words = entity.name, entity.name.split()
    if entity.label not in SHORTENED or short == name or short in KNOWN or len(words) > MAX_WORDS or name.islower():
        return False
    if entity.label == "PERSON":
        return (
            len(short.split()) < len(words)
            and (words[-1] == short.rsplit(maxsplit=1)[-1] or words[0] == short)
            and name != name.upper()
        )
    initials = "".join(word[0] for word in words if word[0].isupper())
    longer = name.startswith(short + " ") and len(short) > 1 and words[-1] not in PARTIES
    return short.replace(".", "") == initials or longer


def put(edits: Edits, doc: Doc, at: Extent, text: str) -> None:
    """`text` in place of the words at `at`, keeping what their last token holds beyond them ("Khan’s")."""
    last = doc[at.j - 1]
    edits.text[at.i] = text + last.text[at.end - last.idx :]
    edits.proper.add(at.i)
    for k in range(at.i + 1, at.j):
        edits.text[k] = ""
    if last.whitespace_:
        edits.spaced.add(at.i)


def resolve(edits: Edits, token: Token, entity: Entity | None, names: Names) -> None:
    """A pronoun's name, or its place among the unresolved; `entity` is whom it means."""
    lower, first = token.lower_, edits.first
    if lower in GROUPS - SECOND_PERSON:
        entity = None
    elif lower not in THIRD_PERSON | FIRST_PERSON | SECOND_PERSON:
        if points_back(token):
            start = token.left_edge.i if token.tag_ in {"CD", "JJ"} else token.i
            edits.unresolved.append(extent(token.doc, max(start, first), token.i + 1))
        return
    if entity is None or entity.label not in WHOLE_NAMES or lower in {"mine", "theirs"}:
        if lower in FIRST_PERSON | GROUPS or not (is_bound(token, first) or is_empty_it(token)):
            edits.unresolved.append(extent(token.doc, token.i, token.i + 1))
        return
    if lower in THIRD_PERSON and stays(edits, token, entity, names):
        return
    text = None
    if lower in REFLEXIVE or (entity.id in edits.named and entity.label == "PERSON"):
        text = again(token, entity, (names[id_] for id_ in edits.named))
    replace_pronoun(edits, token, entity, text)
    edits.named.add(entity.id)


def stays(edits: Edits, token: Token, entity: Entity, names: Names) -> bool:
    """Whether "he" or "its" needs no name, or gets none: no speaker's own "she" is the speaker, and no rival may be near."""
    if token.tag_ == "PRP$" and not edits.owners:
        return True
    if entity.id == edits.telling:
        edits.unresolved.append(extent(token.doc, token.i, token.i + 1))
        return True
    if entity.id in edits.named | edits.described:
        return True
    if has_rival(token, entity, edits.first, names):
        edits.unresolved.append(extent(token.doc, token.i, token.i + 1))
        return True
    return False


def replace_pronoun(edits: Edits, token: Token, entity: Entity, text: str | None = None) -> None:
    """The name in the place of a pronoun, or `text`, which is a shorter name or another pronoun."""
    lower = token.lower_
    owner = token.tag_ == "PRP$" or token.dep_ == "poss" or (lower in POSSESSIVE and lower != "her")
    name = with_article(entity) if text is None else text
    owned = owner and not name.islower()
    edits.text[token.i] = possessive(name) if owned else name
    if not name.islower():
        edits.proper.add(token.i)
    if owner:
        return
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if after is not None and CLITIC.match(after.text) and after.tag_ != "POS":
        edits.spaced.add(token.i)
    if token.dep_ in {"nsubj", "nsubjpass"} and lower in {"i", "they", "you"}:
        agree(edits, token.head)


def with_article(entity: Entity) -> str:
    """A country's or club's name as it stands in a sentence: "the United States"."""
    takes = entity.label in {"GPE", "ORG", "LOC"} and re.search(
        r"\b(?:United (?:States|Kingdom|Nations|Arab)|Netherlands|Philippines|Union|Party|Ministry|Department|Senate|Court|"
        r"Agency|Committee|Commission|Association|Organi[sz]ation|Council|Authority|Republic|Islands)\b",
        entity.name,
    )
    if takes and not entity.name.lower().startswith("the ") and not re.match(r"\S+['’]s\b", entity.name):
        return f"the {entity.name}"
    return entity.name


def possessive(name: str) -> str:
    plural = name.endswith("s") and (
        " " in name and name.rsplit(maxsplit=1)[-1] in {"States", "Nations", "Netherlands", "Philippines", "Islands"}
    )
    return name + ("’" if plural else "’s")


def agree(edits: Edits, verb: Token) -> None:
    """The finite verb after a name in place of "I" or "they"."""
    helper = next((child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}), verb)
    base = verb.lemma_.lower()
    if helper.i == verb.i and (past(base) == base or (verb.dep_ == "ccomp" and verb.head.lemma_ in ASKING)):
        return  # "I quit" may be past; "they asked that I go" is no present
    if helper.tag_ == "MD" and CLITIC.match(helper.text):  # "I'll"
        edits.text[helper.i] = full_auxiliary(helper)
    if helper.tag_ in TENSED:
        form = full_auxiliary(helper) if helper.i != verb.i or helper.lower_.startswith(("'", "’")) else helper.lower_
        if helper.tag_ == "VBP" or form in {"were", "are", "am", "have"}:
            edits.text[helper.i] = third_person(form)
    for also in verb.rights:  # "I get up and play", "I play and have won"
        if also.dep_ != "conj" or any(c.dep_ in {"nsubj", "nsubjpass"} for c in also.lefts):
            continue
        first = next((c for c in also.lefts if c.dep_ in {"aux", "auxpass"}), also)
        if first.tag_ == "VBP" or (first.i != also.i and first.lower_ in {"have", "are", "am", "do"}):
            edits.text[first.i] = third_person(first.lower_)
