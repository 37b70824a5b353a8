"""Where a fact that shares a question's words tells something else: of another one, or the opposite."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.language.antonyms import opposites
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.parsed_facts.parsed_fact import Evidence
from knowledge.parsed_facts.statement import Statement, StatementPart
from knowledge.results import Slot
from knowledge.retrieval.matching import level_of
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.scoring.slot_compatibility import names_kind
from knowledge.understanding.question_features import QuestionFeatures, asks_name

_FILLED = frozenset({Slot.DATE, Slot.NUMBER, Slot.PERSON, Slot.PLACE})
_MOST = 2.0
_NONE: frozenset[str] = frozenset()


def contrast_features(
    query: QueryTerms, evidence: Evidence, levels: Sequence[Level | None]
) -> dict[str, float]:
    """`levels`: how the fact meets each word of the matter."""
    asked, statement = query.features, evidence.statement
    lacking, far = _filler(query, evidence)
    clashes = list(_clashes(asked, statement)) if asked.bonds else []
    return {
        "filler_lacking": lacking,
        "filler_far": far,
        "reason_reversed": _reversed(query, statement),
        "modifier_clash": min(float(len(clashes)), _MOST),
        "opposite": float(any(clashes) or _is_opposed(query, evidence, levels)),
        "post_clash": float(_is_other_post(query, statement)),
        "tense_clash": float(asked.is_future and statement.past),
        "asks_more": float(asked.asks_more),
        "bare_head": float(any(_is_bare(head, asked, evidence) for head in asked.heads)),
        "about_lost": float(bool(asked.topics) and _is_topic_lost(query, levels)),
        "nameless": float(asked.asks_name and _is_nameless(query, evidence)),
    }


def _filler(query: QueryTerms, evidence: Evidence) -> tuple[float, float]:
    """Whether no word of the statement is of the kind asked for; and how much of the matter stands in
    other parts than those that have one, over all that the statement has of it."""
    slot = query.question.slot
    if slot not in _FILLED:
        return 0.0, 0.0
    parts = evidence.statement.parts
    holding = [part for part in parts if part.holds(slot, query.features.known)]
    if not holding:
        return float(slot not in evidence.structural and not names_kind(query, evidence)), 0.0
    if len(parts) == 1:
        return 0.0, 0.0
    whole = _share(query, parts)
    return 0.0, (whole - max(_share(query, (part,)) for part in holding)) / whole if whole else 0.0


def _share(query: QueryTerms, parts: Sequence[StatementPart]) -> float:
    """The share of the matter that the parts have together."""
    met = (word.weight for word in query.terms if any(level_of(word.term, part.keys) for part in parts))
    return sum(met) / query.total


def _reversed(query: QueryTerms, statement: Statement) -> float:
    """«Почему сломался датчик?» of what was put off because of the sensor."""
    if query.question.slot not in (Slot.REASON, Slot.PURPOSE):
        return 0.0
    why = [part for part in statement.parts if part.why]
    other = [part for part in statement.parts if not part.why]
    return max(_share(query, why) - _share(query, other), 0.0) if why else 0.0


def _clashes(asked: QuestionFeatures, statement: Statement) -> Iterator[bool]:
    """For each word that tells which noun is meant, where the statement tells another of that noun:
    whether that is the opposite («старый корпус», «новый корпус»)."""
    for noun, which in asked.bonds:
        others = [other for keys, other in statement.bonds if level_of(noun, keys)]
        if not others or any(other & asked.keys for other in others):
            continue
        if not any(
            level_of(which, other) and (level_of(noun, keys) or any(keys & one for one in others))
            for keys, other in statement.known_bonds
        ):
            yield any(opposites().get(which.lemma, _NONE) & other for other in others)


def _is_opposed(query: QueryTerms, evidence: Evidence, levels: Sequence[Level | None]) -> bool:
    """«Когда закончилась фаза?» of its beginning."""
    table = opposites()
    return any(
        bool(table.get(word.term.lemma, _NONE) & evidence.says.keys())
        for word, level in zip(query.terms, levels, strict=True)
        if (level or Level.THESAURUS) < Level.ROOT and word.term.token.start not in query.features.negated
    )


def _is_other_post(query: QueryTerms, statement: Statement) -> bool:
    """«Кто министр экономики?» of a fact on the deputy minister."""
    if query.question.slot not in (Slot.PERSON, Slot.POST):
        return False
    return any(
        level_of(term, statement.lower_posts) and not any(level_of(term, head) for head in statement.posts)
        for term in query.features.posts
    )


def _is_bare(head: Term, asked: QuestionFeatures, evidence: Evidence) -> bool:
    """«Какие страны?» of «девять стран»: nothing says which ones."""
    if (level_of(head, evidence.says) or Level.THESAURUS) < Level.SYNONYM:
        return False
    statement = evidence.statement
    if any(level_of(head, keys) and not other & asked.keys for keys, other in statement.bonds):
        return False
    if any(level_of(head, keys) for keys in statement.named):
        return False
    return not any(
        level_of(head, frozenset(key for key, _ in example.question.terms[place].keys))
        for example in evidence.examples
        for place in example.question.heads
    )


def _is_topic_lost(query: QueryTerms, levels: Sequence[Level | None]) -> bool:
    """«Что она сказала о деньгах?» of words on something else."""
    pairs = zip(query.question.content_places, levels, strict=True)
    return any(level is None and place in query.features.topics for place, level in pairs)


def _is_nameless(query: QueryTerms, evidence: Evidence) -> bool:
    """«Как называется нейросеть?» of a fact that gives it no name, and no example that asks for one."""
    named = evidence.statement.named
    if any(level_of(word.term, keys) for word in query.terms for keys in named):
        return False
    return not any(asks_name(example.question.terms) for example in evidence.examples)
