"""How a question meets a fact, as named numbers that a fitted score weighs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from knowledge.language.asking import EXACT
from knowledge.language.lexicon import Kind, Level, Term
from knowledge.language.roles import ROLE_WORDS, SPEECH
from knowledge.language.telling import SURE
from knowledge.result import Slot
from knowledge.search.evidence import PEOPLE, Evidence, Example
from knowledge.search.index import LEVEL_WEIGHT, Index
from knowledge.search.matter import Class, Matter

Levels = tuple[Level | None, ...]
"""For each word of the matter the surest level at which the fact has it."""


class Features(NamedTuple):
    """A tuple, since one is made for each candidate of each question.

    Shares are 0..1; weights of missing words are 1 for a word that no fact has, 2 at most."""

    cover: float
    cover_spoken: float
    """The share covered without people, places and titles that the fact only refers to."""
    cover_says: float
    """The share covered by the statement alone."""
    example: float
    """Likeness of the nearest example: Dice over weighted words."""
    example_slot: float
    """The same among examples that ask for the same kind of thing."""
    example_back: float
    """Share of the nearest example's matter that the question has."""
    letters: float
    """rapidfuzz token_set_ratio of lemmas with the nearest example."""
    loose: float
    """Share of the account that rests on roots and the thesaurus."""
    missing_ordinal: float
    missing_number: float
    missing_name: float
    missing_attribute: float
    missing_head: float
    missing_relation: float
    missing_noun: float
    missing_verb: float
    missing_other: float
    missing_elsewhere: float
    """Weight of missing words that other facts have."""
    lacking_attribute: float
    """1 where an attribute is asked that the fact does not tell."""
    slot_example: float
    """1 where an example asks for the same kind of thing."""
    slot_said: float
    """1 where the statement names the date, place or person asked for."""
    slot_field: float
    """1 where a field of the fact holds it."""
    slot_lacking: float
    """1 where none of them."""
    slot_taken: float
    """1 where the only person or place that the fact could name stands in the question."""
    uncounted: float
    """1 where «сколько» counts what the statement gives no number of."""
    reason_lacking: float
    """1 where why, what for or how is asked and nothing in the fact tells it."""
    missing_count: float
    """Number of words of content missing, over three."""
    extra_verb: float
    """Weight of a missing verb beside an example that the question has in full: it asks for more."""
    extra_noun: float
    """The same of a noun or an adjective."""
    slot_gap: float
    """How much nearer an example is that asks for another kind of thing."""
    ordinal_clash: float
    """1 where an ordinal of the question numbers something else than it does in the fact."""
    inexact: float
    """1 where a building, an address or an hour is asked for and the fact names none."""
    since: float
    """1 where «с какого года» is asked and the fact does not say since when."""
    lacking_sure: float
    """1 where that attribute's words mean nothing else: age, price, duration…"""
    field_only: float
    """1 where a date or place asked for stands in a field alone, not in the statement or an example."""
    why_lacking: float
    """1 where «почему» is asked and nothing tells a reason."""
    speech_lacking: float
    """1 where somebody's words are asked for and nobody says the fact."""
    identity: float
    """1 where all that is named is a person, whose post the fact tells."""
    role: float
    """1 where people of a role are asked for that the fact gives."""
    verb_asked: float
    """Weight of a missing verb where who or yes or no is asked: there the verb is the matter."""
    verb_timed: float
    """The same where when or where is asked."""
    event: float
    """Share of the matter that the title, place and people of an event account for that has what is asked."""
    terse_full: float
    """1 where nothing but keywords is given and the fact has them all."""
    few_words: float
    """1 / (1 + number of words of the matter)."""


NAMES = Features._fields
_SAME = 0.85
"""From this likeness an example counts as asking the same."""
_GAPPED = frozenset(
    {Slot.PERSON, Slot.PLACE, Slot.DATE, Slot.NUMBER, Slot.REASON, Slot.PURPOSE, Slot.MANNER, Slot.STATEMENT}
)
"""Kinds of thing for which an editor writes examples; whether or who said it follows from any."""
_SINCE = frozenset({("с", "какого"), ("с", "каких"), ("со", "скольки"), ("до", "какого"), ("до", "каких")})
_UNTIL = frozenset({("по", "какой"), ("по", "какое"), ("по", "какую"), ("до", "какого")})
_TELLING = {Slot.REASON: "reason", Slot.PURPOSE: "purpose", Slot.MANNER: "manner"}


def measure(matter: Matter, evidence: Evidence, index: Index) -> tuple[Features, str | None]:
    """All features of one question against one fact, and the nearest example's text."""
    whole = meet(matter, evidence.keys)
    nearest = _nearest(matter, evidence.examples, index)
    slot = matter.question.slot
    same_slot = [likeness for likeness, _, example in nearest if slot in example.question.slots]
    likeness, back, example = nearest[0] if nearest else (0.0, 0.0, None)
    features = Features(
        cover=_share(matter, whole),
        cover_spoken=_share(matter, meet(matter, evidence.spoken)),
        cover_says=_share(matter, meet(matter, evidence.says)),
        example=likeness,
        example_slot=max(same_slot, default=0.0),
        example_back=back,
        letters=fuzz.token_set_ratio(matter.line, example.lemmas) / 100 if example else 0.0,
        loose=_share_loose(matter, whole),
        **_missing(matter, whole, index.rarest),
        **_slots(matter, evidence),
        **_verbs(matter, whole, index.rarest),
        **_extra(matter, whole, index.rarest, back),
        slot_gap=_slot_gap(matter, evidence, likeness, max(same_slot, default=0.0)),
        identity=float(_identity(matter, evidence)),
        role=float(_role(matter, evidence)),
        event=_event(matter, evidence),
        terse_full=float(not matter.question.slots and bool(matter.words) and None not in whole),
        few_words=1 / (1 + len(matter.words)),
    )
    return features, example.text if example and back > _SAME and likeness > _SAME else None


def meet(matter: Matter, keys: frozenset[str] | Mapping[str, int]) -> Levels:
    """The surest level at which each word of the matter meets `keys`."""
    return tuple(_level(word.term, keys) for word in matter.words)


def _level(term: Term, keys: frozenset[str] | Mapping[str, int]) -> Level | None:
    for key, level in term.keys:
        if key in keys:
            return level
    return None


def _share(matter: Matter, levels: Levels) -> float:
    pairs = zip(matter.words, levels, strict=True)
    return sum(word.weight * LEVEL_WEIGHT[level] for word, level in pairs if level) / matter.total


def _share_loose(matter: Matter, levels: Levels) -> float:
    pairs = zip(matter.words, levels, strict=True)
    return sum(word.weight for word, level in pairs if level and level <= Level.ROOT) / matter.total


def _nearest(matter: Matter, examples: Sequence[Example], index: Index) -> list[tuple[float, float, Example]]:
    """Examples by likeness, each with the share of it that the question has."""
    found = []
    for example in examples:
        if matter.keys.isdisjoint(example.keys):
            continue
        weights = example.weights(index)
        total = example.total
        got, matched = 0.0, set()
        for word in matter.words:
            for key, level in word.term.keys:
                if key in example.keys:
                    got += word.weight * LEVEL_WEIGHT[level]
                    matched.add(example.keys[key])
                    break
        back = sum(weights.get(place, 0.0) for place in matched)
        found.append((2 * got / (matter.total + total), back / total, example))
    found.sort(key=lambda item: -item[0])
    return found


def _missing(matter: Matter, levels: Levels, rarest: float) -> dict[str, float]:
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


def _slots(matter: Matter, evidence: Evidence) -> dict[str, float]:
    question, slot = matter.question, matter.question.slot
    by_example, by_field, said = slot in evidence.slots, slot in evidence.structural, slot in evidence.said
    asked = matter.attributes
    telling = _TELLING.get(slot)
    untold = bool(telling) and not by_example and telling not in evidence.attributes
    speech = any(lemma in SPEECH for word in matter.words for lemma in word.term.morphology.lemmas)
    return {
        "lacking_sure": float(bool(asked & SURE) and not asked & evidence.attributes),
        "field_only": float(slot in (Slot.DATE, Slot.PLACE) and by_field and not by_example and not said),
        "why_lacking": float(untold and slot is Slot.REASON),
        "speech_lacking": float(speech and not (evidence.spoken_by or evidence.spoken & SPEECH)),
        "lacking_attribute": float(bool(asked) and not asked & evidence.attributes),
        "slot_example": float(by_example),
        "slot_said": float(said),
        "slot_field": float(by_field),
        "slot_lacking": float(not (by_example or by_field or said)),
        "slot_taken": float(_taken(matter, evidence)),
        "uncounted": float(question.counted is not None and not _counts(matter, evidence)),
        "inexact": float(_inexact(matter, evidence)),
        "since": float(_since(matter, evidence)),
        "ordinal_clash": float(_clashes(matter, evidence)),
        "reason_lacking": float(untold),
    }


def _taken(matter: Matter, evidence: Evidence) -> bool:
    """«Кто назначил Джонсона?» of a fact that names nobody but Johnson."""
    if matter.question.slot not in (Slot.PERSON, Slot.SPEAKER) or not evidence.people:
        return False
    keys = {key for word in matter.words for key, level in word.term.keys if level is Level.LEMMA}
    return all(name & keys for name in evidence.people)


def _counts(matter: Matter, evidence: Evidence) -> bool:
    counted = matter.question.counted
    assert counted is not None
    if matter.attributes & evidence.attributes:
        return True
    term = matter.question.terms[counted]
    if term.morphology.animate and PEOPLE in evidence.quantities:
        return True
    known = evidence.quantities | evidence.counted
    return any(key in known for key, _ in matter.question.terms[counted].keys)


def _inexact(matter: Matter, evidence: Evidence) -> bool:
    """«В каком здании» of a fact that names a city alone."""
    terms = [matter.question.terms[place] for place in matter.question.asking]
    exact = [term for term in terms if EXACT.intersection(term.morphology.lemmas)]
    return any(_level(term, evidence.spoken) is None for term in exact)


def _since(matter: Matter, evidence: Evidence) -> bool:
    """«С какого года возглавляет», unless an example asks so."""
    if matter.question.slot is not Slot.DATE:
        return False
    words = [term.word for term in matter.question.terms]
    asks = any(pair in _SINCE for pair in zip(words, words[1:], strict=False))
    span = any(pair in _UNTIL for pair in zip(words, words[1:], strict=False))
    return asks and not span and not any(_asks_since(example) for example in evidence.examples)


def _asks_since(example: Example) -> bool:
    words = [term.word for term in example.question.terms]
    return any(pair in _SINCE for pair in zip(words, words[1:], strict=False))


def _clashes(matter: Matter, evidence: Evidence) -> bool:
    """«Третий тур» of a fact on the third debate, where the base does know rounds."""
    held = {key for word in matter.words if word.held for key, _ in word.term.keys}
    return any(
        noun & held and not any(ordinal == other and noun & thing for other, thing in evidence.bound)
        for ordinal, noun in matter.question.bound
    )


def _verbs(matter: Matter, levels: Levels, rarest: float) -> dict[str, float]:
    pairs = zip(matter.words, levels, strict=True)
    missing = sum(word.weight / rarest for word, level in pairs if level is None and word.kind is Class.VERB)
    slot = matter.question.slot
    return {
        "verb_asked": min(missing, 1.0) if slot in (Slot.PERSON, Slot.SPEAKER, Slot.YES_NO) else 0.0,
        "verb_timed": min(missing, 1.0) if slot in (Slot.DATE, Slot.PLACE) else 0.0,
    }


def _slot_gap(matter: Matter, evidence: Evidence, nearest: float, same_slot: float) -> float:
    slot = matter.question.slot
    told = slot is Slot.PERSON and bool(evidence.spoken_by)
    if not matter.question.slots or slot not in _GAPPED or told:
        return 0.0
    return max(nearest - same_slot, 0.0)


def _extra(matter: Matter, levels: Levels, rarest: float, back: float) -> dict[str, float]:
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


def _identity(matter: Matter, evidence: Evidence) -> bool:
    """«Кем работает Олег Рудаков?», «Инна Корф» of a fact that names the person."""
    if matter.question.slots and matter.question.slot not in (Slot.POST, Slot.PERSON):
        return False
    words = [word for word in matter.words if word.term.kind is Kind.CONTENT]
    return any(
        words
        and all(any(key in name for key, _ in word.term.keys) for word in words)
        and name & evidence.says.keys()
        for name in evidence.people
    )


def _role(matter: Matter, evidence: Evidence) -> bool:
    if matter.question.slot not in (Slot.PERSON, Slot.STATEMENT):
        return False
    keys = {key for word in matter.words for key, level in word.term.keys if level >= Level.ROOT}
    return any(keys & set(ROLE_WORDS.get(role, ())) for role in evidence.roles)


def _event(matter: Matter, evidence: Evidence) -> float:
    """«Когда главы государств встречались в Париже» is answered by the date of the event so called."""
    slot = matter.question.slot
    shares = [_share(matter, meet(matter, keys)) for keys, held in evidence.events if slot in held]
    return max(shares, default=0.0)
