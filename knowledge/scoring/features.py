"""Features of a question and a fact: named numbers that the fitted scores weigh."""

from __future__ import annotations

from operator import itemgetter
from typing import NamedTuple

from rapidfuzz import fuzz

from knowledge.language.lexicon import Lexicon
from knowledge.parsed_facts.parsed_fact import ParsedFact
from knowledge.results import AnswerForm
from knowledge.retrieval.index import Index
from knowledge.retrieval.matching import (
    levels_of,
    loosely_matched_share,
    matched_of_example,
    matched_share,
    missing_terms,
    nearest_examples,
)
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.scoring import slot_compatibility
from knowledge.scoring.contrast import contrast_features
from knowledge.scoring.statement_values import asked_kinds, matching_values, values_of


class Features(NamedTuple):
    """A tuple, since one is created for each candidate of each question.

    Shares are of the query's weight, 0..1. Weights of unmatched ("missing") terms are 1 for a word that no
    fact has, and 2 at most together.
    """

    cover: float
    """Share matched by any key of the fact."""
    cover_spoken: float
    """Share matched by its texts, without people, places and titles that it only refers to."""
    cover_says: float
    """Share matched by the statement alone."""
    example: float
    """Similarity of the nearest example: Dice coefficient of weighted terms."""
    example_slot: float
    """The same of the nearest example that asks for the same slot."""
    example_back: float
    """Share of the nearest example's weight that the question matches."""
    letters: float
    """rapidfuzz token_set_ratio with the nearest example, by lemmas."""
    loose: float
    """Share matched only by root or thesaurus."""
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
    """Weight of missing terms that other facts have."""
    lacking_attribute: float
    """1 where an attribute is asked for that the fact does not give."""
    slot_example: float
    """1 where an example asks for the same slot."""
    slot_said: float
    """1 where the statement names a value of the kind asked for."""
    slot_field: float
    """1 where a field of the fact or of its events holds one."""
    slot_lacking: float
    """1 where none of these three."""
    slot_taken: float
    """1 where the fact names only people whom the question names itself."""
    uncounted: float
    """1 where the fact gives no number of what «сколько» counts."""
    reason_lacking: float
    """1 where why, what for or how is asked and the fact does not say it."""
    missing_count: float
    """Number of missing content words over three, 1 at most."""
    extra_verb: float
    """Weight of missing verbs that the question adds to an example which it matches in full."""
    extra_noun: float
    """The same of other missing words."""
    slot_gap: float
    """How much more similar the nearest example is than the nearest one of the same slot."""
    ordinal_clash: float
    """1 where an ordinal of the question numbers another noun than in the fact."""
    inexact: float
    """1 where a building, an address or an hour is asked for and the fact has none."""
    since: float
    """1 where «с какого года» is asked and the fact does not say since when."""
    side_clash: float
    """1 where the question names a side and the people of the fact are of another."""
    lacking_sure: float
    """1 where the attribute of `lacking_attribute` has unambiguous words: age, price, duration…"""
    field_only: float
    """1 where a date or place asked for is only in a field, not in the statement or an example."""
    why_lacking: float
    """1 where «почему» is asked and the fact gives no reason."""
    speech_lacking: float
    """1 where somebody's words are asked for and the fact has no speaker."""
    filler_lacking: float
    """1 where neither a word of the statement nor a field can fill the slot."""
    filler_far: float
    """Share of what the statement matches that is outside the part with the value asked for."""
    reason_reversed: float
    """How much more of the query the statement's reason matches than the rest, where why is asked."""
    modifier_clash: float
    """Number of nouns that the statement has with other modifiers (the thermal camera), 2 at most."""
    opposite: float
    """1 where the statement has the antonym of a missing word."""
    post_clash: float
    """1 where a post is asked for that is only a part of the posts of its people."""
    tense_clash: float
    """1 where the question is in the future and the fact is past."""
    asks_more: float
    """1 where «что ещё» is asked: something else than the fact."""
    bare_head: float
    """1 where «какие страны» is asked and the fact does not say which."""
    about_lost: float
    """1 where the noun after «о» is missing."""
    nameless: float
    """1 where a name is asked for and the fact gives none."""
    identity: float
    """1 where the question names only a person and the statement names them too."""
    role: float
    """1 where people of a role are asked for and the fact has one."""
    verb_asked: float
    """Weight of missing verbs where who, or yes or no, is asked: there the verb decides."""
    verb_timed: float
    """The same where a date or a place is asked for."""
    event: float
    """Share matched by the title, place and people of an event that has the slot asked for."""
    terse_full: float
    """1 where the question is bare keywords and the fact has them all."""
    few_words: float
    """1 / (1 + number of query terms)."""
    value_held: float
    """1 where a kind of value is asked for (money, a clock time, a count) and the statement has one."""
    value_lacking: float
    """1 where such a kind is asked for and the statement has none."""
    kind_held: float
    """1 where the statement has a value of the kind, of whatever noun."""
    proposition: float
    """1 where the question states something to be confirmed."""
    examples: float
    """Number of example questions of the fact, over twelve, one at most."""


_MANY_EXAMPLES = 12


def _value_features(query: QueryTerms, fact: ParsedFact, lexicon: Lexicon) -> dict[str, float]:
    kinds = asked_kinds(query)
    if not kinds:
        return {"value_held": 0.0, "value_lacking": 0.0, "kind_held": 0.0}
    held = bool(matching_values(fact.fact, query, lexicon))
    of_kind = any(value.kind in kinds for value in values_of(fact.fact))
    return {"value_held": float(held), "value_lacking": float(not of_kind), "kind_held": float(of_kind)}


NAMES = Features._fields
_in_order = itemgetter(*NAMES)
VERSION = 1
"""Raised when a feature means something else under its old name: weights fitted before are refused."""
_SAME = 0.85
"""From this similarity on an example counts as the same question."""


def extract_features(
    query: QueryTerms, fact: ParsedFact, index: Index, lexicon: Lexicon
) -> tuple[Features, str | None]:
    """All features of a question and a fact, and the text of the example that asks the same, if one does."""
    shared = fact.keys.intersection(query.keys)
    text_keys = fact.text_keys
    levels = levels_of(query, shared)
    spoken = levels_of(query, [key for key in shared if key in text_keys])
    nearest = nearest_examples(query, fact, index)
    slot = query.question.slot
    similarity, example = nearest[0] if nearest else (0.0, None)
    back = matched_of_example(query, example, index) if example else 0.0
    same_slot = next((one for one, other in nearest if slot in other.question.slots), 0.0)
    # A call with sixty named arguments would compare each name with sixty others.
    values = dict(
        cover=matched_share(query, levels),
        cover_spoken=matched_share(query, spoken),
        cover_says=matched_share(query, levels_of(query, shared & fact.statement_keys.keys())),
        example=similarity,
        example_slot=same_slot,
        example_back=back,
        letters=fuzz.token_set_ratio(query.lemmas, example.lemmas) / 100 if example else 0.0,
        loose=loosely_matched_share(query, levels),
        **missing_terms(query, levels, back),
        **slot_compatibility.slot_features(query, fact),
        slot_gap=slot_compatibility.slot_gap(query, fact, similarity, same_slot),
        **contrast_features(query, fact, levels),
        identity=float(slot_compatibility.names_only_person(query, fact)),
        role=float(slot_compatibility.asks_role(query, fact)),
        event=slot_compatibility.event_share(query, fact),
        terse_full=float(not query.question.slots and bool(query.terms) and None not in levels),
        side_clash=float(slot_compatibility.has_side_clash(query, fact, index.side_keys)),
        few_words=1 / (1 + len(query.terms)),
        **_value_features(query, fact, lexicon),
        proposition=float(query.question.request.form is AnswerForm.YES_NO),
        examples=min(len(fact.examples) / _MANY_EXAMPLES, 1.0),
    )
    features = Features._make(_in_order(values))
    return features, example.text if example and back > _SAME and similarity > _SAME else None
