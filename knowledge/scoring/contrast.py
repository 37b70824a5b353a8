"""Features of a fact that shares a question's words but is about another thing, or about the opposite."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.language.antonyms import antonyms
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.parsed_facts.parsed_fact import ParsedFact
from knowledge.parsed_facts.statement import Statement, StatementPart
from knowledge.results import Slot
from knowledge.retrieval.matching import match_level
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.scoring.slot_compatibility import names_kind
from knowledge.understanding.question_features import QuestionFeatures, asks_name

_FILLED = frozenset({Slot.DATE, Slot.NUMBER, Slot.PERSON, Slot.PLACE})
_MAX_CLASHES = 2.0
_NONE: frozenset[str] = frozenset()


def contrast_features(
    query: QueryTerms, fact: ParsedFact, levels: Sequence[Level | None]
) -> dict[str, float]:
    """`levels`: how the fact matches each query term."""
    asked, statement = query.features, fact.statement
    is_missing, far = _filler_features(query, fact)
    clashes = list(_modifier_clashes(asked, statement)) if asked.modified_nouns else []
    return {
        "filler_lacking": is_missing,
        "filler_far": far,
        "reason_reversed": _reason_reversal(query, statement),
        "modifier_clash": min(float(len(clashes)), _MAX_CLASHES),
        "opposite": float(any(clashes) or _has_antonym(query, fact, levels)),
        "post_clash": float(_is_other_post(query, statement)),
        "tense_clash": float(asked.is_future and statement.is_past),
        "asks_more": float(asked.asks_more),
        "bare_head": float(any(_is_bare(head, asked, fact) for head in asked.heads)),
        "about_lost": float(bool(asked.topic_places) and _is_topic_unmatched(query, levels)),
        "nameless": float(asked.asks_name and _is_nameless(query, fact)),
    }


def _filler_features(query: QueryTerms, fact: ParsedFact) -> tuple[float, float]:
    """1 where nothing in the fact fills the slot; and of the query's weight that the statement matches, the
    share that is outside the part with the filler."""
    slot = query.question.slot
    if slot not in _FILLED:
        return 0.0, 0.0
    parts = fact.statement.parts
    filled = [part for part in parts if part.fills(slot, query.features.lemma_keys)]
    if not filled:
        return float(slot not in fact.field_slots and not names_kind(query, fact)), 0.0
    if len(parts) == 1:
        return 0.0, 0.0
    whole = _share(query, parts)
    return 0.0, (whole - max(_share(query, (part,)) for part in filled)) / whole if whole else 0.0


def _share(query: QueryTerms, parts: Sequence[StatementPart]) -> float:
    """The share (0..1) of the query's weight that some parts match together."""
    matched = (one.weight for one in query.terms if any(match_level(one.term, part.keys) for part in parts))
    return sum(matched) / query.total_weight


def _reason_reversal(query: QueryTerms, statement: Statement) -> float:
    """«Почему сломался датчик?» of a fact where the sensor is the reason itself."""
    if query.question.slot not in (Slot.REASON, Slot.PURPOSE):
        return 0.0
    reasons = [part for part in statement.parts if part.is_reason]
    others = [part for part in statement.parts if not part.is_reason]
    return max(_share(query, reasons) - _share(query, others), 0.0) if reasons else 0.0


def _modifier_clashes(asked: QuestionFeatures, statement: Statement) -> Iterator[bool]:
    """For each modified noun that the statement has with other modifiers only: whether one of these is
    the antonym («старый корпус», «новый корпус»)."""
    for noun, modifier in asked.modified_nouns:
        others = [other for keys, other in statement.modified_nouns if match_level(noun, keys)]
        if not others or any(other & asked.keys for other in others):
            continue
        if not any(
            match_level(modifier, other) and (match_level(noun, keys) or any(keys & one for one in others))
            for keys, other in statement.all_modified_nouns
        ):
            yield any(antonyms().get(modifier.lemma, _NONE) & other for other in others)


def _has_antonym(query: QueryTerms, fact: ParsedFact, levels: Sequence[Level | None]) -> bool:
    """«Когда закончилась фаза?» of a fact on its beginning."""
    return any(
        (levels[position] or Level.THESAURUS) < Level.ROOT and not opposite.isdisjoint(fact.statement_keys)
        for position, opposite in query.opposites
    )


def _is_other_post(query: QueryTerms, statement: Statement) -> bool:
    """«Кто министр экономики?» of a fact on the deputy minister."""
    if not query.features.posts or query.question.slot not in (Slot.PERSON, Slot.POST):
        return False
    return any(
        match_level(term, statement.post_complements)
        and not any(match_level(term, head) for head in statement.post_heads)
        for term in query.features.posts
    )


def _is_bare(head: Term, asked: QuestionFeatures, fact: ParsedFact) -> bool:
    """«Какие страны?» of «девять стран»: the fact does not say which ones."""
    if (match_level(head, fact.statement_keys) or Level.THESAURUS) < Level.SYNONYM:
        return False
    statement = fact.statement
    if any(match_level(head, keys) and not other & asked.keys for keys, other in statement.modified_nouns):
        return False
    if any(match_level(head, keys) for keys in statement.named_nouns):
        return False
    return not any(
        match_level(head, frozenset(key for key, _ in example.question.terms[place].keys))
        for example in fact.examples
        for place in example.question.head_places
    )


def _is_topic_unmatched(query: QueryTerms, levels: Sequence[Level | None]) -> bool:
    """«Что она сказала о деньгах?» of a fact without money."""
    pairs = zip(query.question.content_places, levels, strict=True)
    return any(level is None and place in query.features.topic_places for place, level in pairs)


def _is_nameless(query: QueryTerms, fact: ParsedFact) -> bool:
    """«Как называется нейросеть?» of a fact that does not name it and has no example that asks for a name."""
    named = fact.statement.named_nouns
    if any(match_level(one.term, keys) for one in query.terms for keys in named):
        return False
    return not any(asks_name(example.question.terms) for example in fact.examples)
