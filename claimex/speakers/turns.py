"""A Doc with an interview or a transcript in it in; its turns out: everything in one is said by the speaker of its label."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from claimex.read.layout import headline
from claimex.read.transcript import ASKING, turns
from claimex.spans import covering
from claimex.speakers.attribution import Attribution
from claimex.speakers.lexicon import load_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from claimex.names.entity import Entity, Names
    from claimex.read.transcript import Turn
    from claimex.speakers.attribution import Kind
    from claimex.speakers.draft import Draft

__all__ = ["find_turns", "own_reports", "selves"]

SPEAKERS = frozenset({"PERSON", "ORG", "NORP", "GPE"})
KNOWN = {"wn": "Wikinews"}  # an interviewer's mark that is no initials
NESTED = frozenset({"as-clause", "clause", "quotation", "before", "according", "parenthesis"})
INITIALS = 4  # letters
SELF = frozenset({"i", "we"})


def find_turns(doc: Doc, text: str, names: Names) -> list[Attribution]:
    """One attribution for each turn, in order."""
    found = turns(text)
    if not found:
        return []
    who: dict[str, Entity | None] = {}
    for turn in found:
        if turn.speaker not in who and (text[turn.start : turn.end].strip() == turn.speaker):  # its fullest label
            who[turn.speaker] = entity_at(doc, turn, names) or entity_of(doc, text, turn.speaker, names)
    return [attribution(doc, text, turn, who) for turn in found]


def attribution(doc: Doc, text: str, turn: Turn, who: dict[str, Entity | None]) -> Attribution:
    entity = who.get(turn.speaker)
    hearer = who.get(turn.hearer) if turn.hearer is not None else None
    cue = covering(doc, turn.cue, turn.cue + len(text[turn.cue : turn.body].rstrip()))
    source = covering(doc, turn.start, turn.end)
    return Attribution(
        cue,
        (covering(doc, turn.body, turn.stop),),
        source,
        entity.id if entity is not None else None,
        kind_of(turn, entity),
        "direct",
        cue,
        source.i,
        "turn",
        hearer.id if hearer is not None else None,
    )


def kind_of(turn: Turn, entity: Entity | None) -> Kind:
    return "named" if entity is not None or turn.speaker.casefold() not in ASKING | {"a", "answer"} else "role"


def entity_at(doc: Doc, turn: Turn, names: Names) -> Entity | None:
    """Whom the label itself names."""
    at = covering(doc, turn.start, turn.end)
    hits = [hit[0] for i in range(at.i, at.j) if (hit := names.at(i)) is not None and hit[1].kind == "name"]
    named = [entity for entity in hits if entity.label in SPEAKERS]
    if at.end - at.start <= INITIALS:  # taken for anything
        named = [entity for entity in named if fits(entity.name, turn.speaker)]
    return named[-1] if named else None


def entity_of(doc: Doc, text: str, speaker: str, names: Names) -> Entity | None:
    """Whom the article means by a label: by full name, by one word or the initials of one name; by A the one in the headline."""
    folded = KNOWN.get(speaker.casefold(), speaker).casefold()
    able = [entity for entity in names if entity.label in SPEAKERS]
    same = [entity for entity in able if entity.name.casefold() == folded]
    if same:
        return same[0]
    if folded in {"a", "answer"}:
        first = headline(text)
        stop = covering(doc, *first).j if first is not None else 0
        some = [entity for entity in able if entity.label == "PERSON" and entity.mentions[0].at.i < stop]
    else:
        some = [entity for entity in able if entity.label == "PERSON" and fits(entity.name, speaker)]
    return some[0] if len(some) == 1 else None


def fits(name: str, label: str) -> bool:
    words = name.split()
    if label.isupper() and "".join(word[0] for word in words if word[0].isupper()) == label and len(label) > 1:
        return True
    return label.casefold().split()[-1] == words[-1].casefold() or label.casefold() == words[0].casefold()


def own_reports(drafts: list[Draft], turns: list[Attribution]) -> list[Draft]:
    """The drafts without those of the labels themselves, and in the turns without what a speaker says that he says or thinks.

    Somebody else's words, and the speaker's own of another day ("we announced that"), are reports there too.
    """
    said = load_lexicon().said
    spoken = sorted((turn.content[0].start, turn.content[0].end, turn.cue.start) for turn in turns)
    labels = {cue for _, _, cue in spoken}
    kept = []
    k = 0
    for draft in sorted(drafts, key=lambda draft: draft.head.idx):
        while k < len(spoken) and spoken[k][1] <= draft.head.idx:
            k += 1
        if k == len(spoken) or draft.head.idx < spoken[k][2]:
            if draft.parts[0][0] not in labels:  # "She told us:" with the first label below
                kept.append(draft)
        elif draft.head.idx >= spoken[k][0] and is_report(draft, said):
            kept.append(draft)
    return kept


def selves(items: list[Attribution], turns: list[Attribution], text: str) -> list[Attribution]:
    """The reports with the speaker of the turn as the one who says "I" in it."""
    starts = [turn.content[0].start for turn in turns]
    found = []
    for item in items:
        turn = turns[max(bisect_right(starts, item.cue.start) - 1, 0)]
        own = item.source is not None and text[item.source.start : item.source.end] == "I" and turn.reports(item.cue)
        found.append(replace(item, entity=turn.entity) if own else item)
    return found


def is_report(draft: Draft, said: frozenset[str]) -> bool:
    if draft.pattern == "according":
        return True
    if draft.pattern not in NESTED or draft.head.lemma_ not in said or draft.source is None:
        return False
    verb, who = draft.head, draft.source.lower_
    if who == "you" or any(child.tag_ in {"MD", "TO"} or child.lower_ in {"if", "had"} for child in verb.lefts):
        return False
    if verb.tag_ == "VBP":
        return draft.source.tag_ in {"NNP", "NNPS"}
    return verb.tag_ in {"VBD", "VBZ"} and (who not in SELF or verb.tag_ == "VBD")
