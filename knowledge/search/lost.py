"""The words of a question that a fact does not account for, by what they are."""

from __future__ import annotations

from knowledge.language.kind import Kind
from knowledge.result import Slot
from knowledge.search.account import Levels
from knowledge.search.matter import Class, Matter


def missing(matter: Matter, levels: Levels, rarest: float) -> dict[str, float]:
    """Weights of the words unaccounted for, by class; a name or an ordinal missing always weighs 1."""
    sums = {f"missing_{kind}": 0.0 for kind in Class}
    elsewhere = 0.0
    for word, level in zip(matter.words, levels, strict=True):
        if level is not None:
            continue
        sure = word.kind in (Class.NAME, Class.ORDINAL, Class.NUMBER)
        weight = 1.0 if sure else word.weight / rarest
        sums[f"missing_{word.kind}"] += weight
        elsewhere += weight if word.held else 0.0
    sums["missing_elsewhere"] = elsewhere
    return {name: min(value, 2.0) for name, value in sums.items()}


def verbs(matter: Matter, levels: Levels, rarest: float) -> dict[str, float]:
    pairs = zip(matter.words, levels, strict=True)
    missing = sum(word.weight / rarest for word, level in pairs if level is None and word.kind is Class.VERB)
    slot = matter.question.slot
    return {
        "verb_asked": min(missing, 1.0) if slot in (Slot.PERSON, Slot.SPEAKER, Slot.YES_NO) else 0.0,
        "verb_timed": min(missing, 1.0) if slot in (Slot.DATE, Slot.PLACE) else 0.0,
    }


def extra(matter: Matter, levels: Levels, rarest: float, back: float) -> dict[str, float]:
    """Words that the question has beyond the nearest example, of which it has the share `back`."""
    lost = [
        word
        for word, level in zip(matter.words, levels, strict=True)
        if level is None and word.term.kind is Kind.CONTENT
    ]
    verbs = sum(word.weight / rarest for word in lost if word.kind is Class.VERB)
    others = sum(word.weight / rarest for word in lost if word.kind is not Class.VERB)
    return {
        "missing_count": min(len(lost) / 3, 1.0),
        "extra_verb": min(verbs, 1.0) * back**2,
        "extra_noun": min(others, 1.5) * back**2,
    }
