"""A pronoun of the first or second person, and who it means; the words to put there where the name has just been said, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

    from claimex.names.entity import Entity

__all__ = ["REFLEXIVE", "again"]

REFLEXIVE = frozenset({"myself", "yourself"})
HE = {"subject": "he", "object": "him", "owner": "his", "self": "himself"}
SHE = {"subject": "she", "object": "her", "owner": "her", "self": "herself"}
CALLED = {
    "male": frozenset({"he", "him", "his", "himself"}),
    "female": frozenset({"she", "her", "hers", "herself"}),
    "": frozenset(),
}
FORMS = {"i": "subject", "me": "object", "my": "owner", "mine": "owner", "your": "owner", "myself": "self", "yourself": "self"}


def again(token: Token, entity: Entity, others: Iterable[Entity]) -> str:
    """For "I" of one who has been named: "she", where the article says so and means nobody else by it, or the surname.

    A first name alone does not tell: a wrong "he" is worse than a name said twice. A possessive surname comes without its "’s".
    """
    word, subject = token.lower_, token.dep_ in {"nsubj", "nsubjpass"}
    form = FORMS.get(word) or ("subject" if subject else "object")
    alike = any(other.label == "PERSON" and other.gender in {entity.gender, None} for other in others if other.id != entity.id)
    if entity.gender is not None and is_called(entity, token.doc) and not (alike and form != "self"):
        return (HE if entity.gender == "male" else SHE)[form]
    return "themselves" if form == "self" else entity.name.rsplit(maxsplit=1)[-1]


def is_called(entity: Entity, doc: Doc) -> bool:
    """Whether the article itself says "he" or "she" of somebody."""
    said = CALLED[entity.gender or ""]
    return any(mention.kind == "pronoun" and doc[mention.at.i].lower_ in said for mention in entity.mentions)
