"""The words of a question that a fact does not account for, by what they are."""

from __future__ import annotations

from knowledge.language.word_class import WordClass
from knowledge.results import Slot
from knowledge.retrieval.matching import Levels
from knowledge.retrieval.query_terms import QueryTerms, TermClass


def unmatched_by_class(query: QueryTerms, levels: Levels, rarest: float) -> dict[str, float]:
    """Weights of the words unaccounted for, by class; a name or an ordinal missing always weighs 1."""
    sums = {f"missing_{kind}": 0.0 for kind in TermClass}
    elsewhere = 0.0
    for word, level in zip(query.terms, levels, strict=True):
        if level is not None:
            continue
        sure = word.term_class in (TermClass.NAME, TermClass.ORDINAL, TermClass.NUMBER)
        weight = 1.0 if sure else word.weight / rarest
        sums[f"missing_{word.term_class}"] += weight
        elsewhere += weight if word.held else 0.0
    sums["missing_elsewhere"] = elsewhere
    return {name: min(value, 2.0) for name, value in sums.items()}


def unmatched_verbs(query: QueryTerms, levels: Levels, rarest: float) -> dict[str, float]:
    pairs = zip(query.terms, levels, strict=True)
    missing = sum(
        word.weight / rarest for word, level in pairs if level is None and word.term_class is TermClass.VERB
    )
    slot = query.question.slot
    return {
        "verb_asked": min(missing, 1.0) if slot in (Slot.PERSON, Slot.SPEAKER, Slot.YES_NO) else 0.0,
        "verb_timed": min(missing, 1.0) if slot in (Slot.DATE, Slot.PLACE) else 0.0,
    }


def extra_terms(query: QueryTerms, levels: Levels, rarest: float, back: float) -> dict[str, float]:
    """Words that the question has beyond the nearest example, of which it has the share `back`."""
    lost = [
        word
        for word, level in zip(query.terms, levels, strict=True)
        if level is None and word.term.word_class is WordClass.CONTENT
    ]
    verbs = sum(word.weight / rarest for word in lost if word.term_class is TermClass.VERB)
    others = sum(word.weight / rarest for word in lost if word.term_class is not TermClass.VERB)
    return {
        "missing_count": min(len(lost) / 3, 1.0),
        "extra_verb": min(verbs, 1.0) * back**2,
        "extra_noun": min(others, 1.5) * back**2,
    }
