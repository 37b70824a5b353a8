"""Where a fact that shares a question's words tells something else: another part, another one, the opposite."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from knowledge.language.groups import Level
from knowledge.language.opposites import opposites
from knowledge.language.posts import POSTS
from knowledge.result import Slot
from knowledge.search.account import level_of
from knowledge.search.evidence import Evidence
from knowledge.search.matter import Matter
from knowledge.search.modifiers import bonds
from knowledge.search.statement import Part

_FILLED = frozenset({Slot.DATE, Slot.NUMBER, Slot.PERSON, Slot.PLACE})
_MOST = 2.0
_NONE: frozenset[str] = frozenset()
_ABOUT = frozenset("о об обо про насчет относительно".split())


def contrasts(matter: Matter, evidence: Evidence, levels: Sequence[Level | None]) -> dict[str, float]:
    """`levels`: how the fact meets each word of the matter."""
    lacking, far = _filler(matter, evidence)
    clashes = list(_clashes(matter, evidence))
    return {
        "filler_lacking": lacking,
        "filler_far": far,
        "reason_reversed": _reversed(matter, evidence),
        "modifier_clash": min(float(len(clashes)), _MOST),
        "opposite": float(any(clashes) or any(_opposed(matter, evidence))),
        "asks_more": float(matter.question.asks_more),
        "post_clash": float(_other_post(matter, evidence)),
        "tense_clash": float(_is_future(matter) and evidence.statement.past),
        "bare_head": float(_bare_head(matter, evidence)),
        "about_lost": float(_about_lost(matter, levels)),
        "nameless": float(_nameless(matter, evidence)),
    }


def _filler(matter: Matter, evidence: Evidence) -> tuple[float, float]:
    """Whether no word of the statement is of the kind asked for; how much of the matter stands in
    other parts than those that have one, over all that the statement has of it."""
    slot = matter.question.slot
    if slot not in _FILLED:
        return 0.0, 0.0
    known = frozenset(
        key for word in matter.words for key, level in word.term.keys if level is Level.LEMMA
    )
    holding = [part for part in evidence.statement.parts if part.holds(slot, known)]
    if not holding:
        return float(slot not in evidence.structural), 0.0
    whole = _share(matter, *evidence.statement.parts)
    return 0.0, (whole - max(_share(matter, part) for part in holding)) / whole if whole else 0.0


def _share(matter: Matter, *parts: Part) -> float:
    """The share of the matter that the parts have together."""
    return sum(
        word.weight for word in matter.words if any(level_of(word.term, part.keys) for part in parts)
    ) / matter.total


def _reversed(matter: Matter, evidence: Evidence) -> float:
    """«Почему сломался датчик?» of what was put off because of the sensor."""
    if matter.question.slot not in (Slot.REASON, Slot.PURPOSE):
        return 0.0
    why = [part for part in evidence.statement.parts if part.why]
    other = [part for part in evidence.statement.parts if not part.why]
    return max(_share(matter, *why) - _share(matter, *other), 0.0) if why else 0.0


def _clashes(matter: Matter, evidence: Evidence) -> Iterator[bool]:
    """For each word that tells which noun is meant, where the statement tells another of that noun:
    whether that is the opposite («старый корпус», «новый корпус»)."""
    question = matter.question
    terms = question.terms
    asked = frozenset(key for word in matter.words for key, _ in word.term.keys)
    statement = evidence.statement
    for bond in bonds(question.text, terms):
        if bond.modifier not in question.matter:
            continue
        noun, which = terms[bond.noun], terms[bond.modifier]
        others = [other for keys, other in statement.bonds if level_of(noun, keys)]
        same = any(
            level_of(which, other) and (level_of(noun, keys) or any(keys & one for one in others))
            for keys, other in statement.known_bonds
        )
        if others and not same and not any(other & asked for other in others):
            yield any(opposites().get(which.lemma, _NONE) & other for other in others)


def _opposed(matter: Matter, evidence: Evidence) -> Iterator[bool]:
    table = opposites()
    negated = {
        after.token.start for term, after in pairwise(matter.question.terms) if term.word in ("не", "ни", "нет")
    }
    for word in matter.words:
        if word.term.token.start in negated or level_of(word.term, evidence.keys) in (Level.LEMMA, Level.SYNONYM, Level.ROOT):
            continue
        for lemma in word.term.morphology.lemmas[:1]:
            yield bool(table.get(lemma, _NONE) & evidence.says.keys())


def _other_post(matter: Matter, evidence: Evidence) -> bool:
    """«Кто министр экономики?» of a fact on the deputy minister."""
    if matter.question.slot not in (Slot.PERSON, Slot.POST):
        return False
    asked = [word.term for word in matter.words if POSTS.intersection(word.term.morphology.lemmas)]
    heads, lower = evidence.statement.posts, evidence.statement.lower_posts
    return any(level_of(term, lower) and not any(level_of(term, head) for head in heads) for term in asked)


def _bare_head(matter: Matter, evidence: Evidence) -> bool:
    """«Какие страны?» of «девять стран»: nothing says which ones."""
    question = matter.question
    asked = frozenset(key for word in matter.words for key, _ in word.term.keys)
    plural = {place for place in question.asking if "plur" in question.terms[place].morphology.genders}
    for place in question.heads | plural:
        head = question.terms[place]
        if place == question.counted or (level_of(head, evidence.says) or Level.THESAURUS) < Level.SYNONYM:
            continue
        told = any(level_of(head, keys) and not other & asked for keys, other in evidence.statement.bonds)
        named = any(level_of(head, keys) for keys in evidence.statement.named)
        asks = any(
            level_of(head, frozenset(key for key, _ in example.question.terms[at].keys))
            for example in evidence.examples
            for at in example.question.heads
        )
        if not (told or named or asks):
            return True
    return False


def _about_lost(matter: Matter, levels: Sequence[Level | None]) -> bool:
    """«Что она сказала о деньгах?» of words on something else."""
    terms = matter.question.terms
    lost = {place for place, level in zip(matter.question.matter, levels, strict=True) if level is None}
    for place, term in enumerate(terms):
        if term.word in _ABOUT:
            after = range(place + 1, min(place + 4, len(terms)))
            noun = next((at for at in after if terms[at].morphology.first_pos == "NOUN"), None)
            if noun in lost:
                return True
    return False


def _is_future(matter: Matter) -> bool:
    moods = [
        term.morphology.moods
        for term in matter.question.terms
        if term.morphology.first_pos == "VERB" and term.morphology.moods
    ]
    return bool(moods) and all("futr" in one and not one & {"past", "pres"} for one in moods)


def _nameless(matter: Matter, evidence: Evidence) -> bool:
    """«Как называется нейросеть?» of a fact that gives it no name."""
    if not matter.question.asks_name:
        return False
    return not any(
        level_of(word.term, keys) for word in matter.words for keys in evidence.statement.named
    ) and not any(example.question.asks_name for example in evidence.examples)
