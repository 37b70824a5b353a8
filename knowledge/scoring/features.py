"""How a question meets a fact, as named numbers that a fitted score weighs."""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz import fuzz

from knowledge.parsed_facts.parsed_fact import Evidence
from knowledge.retrieval import unmatched
from knowledge.retrieval.index import Index
from knowledge.retrieval.matching import loosely_matched_share, match_terms, matched_share, nearest_examples
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.scoring import contrast, slot_compatibility


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
    side_clash: float
    """1 where a side is named that the fact, whose people have another, does not have."""
    lacking_sure: float
    """1 where that attribute's words mean nothing else: age, price, duration…"""
    field_only: float
    """1 where a date or place asked for stands in a field alone, not in the statement or an example."""
    why_lacking: float
    """1 where «почему» is asked and nothing tells a reason."""
    speech_lacking: float
    """1 where somebody's words are asked for and nobody says the fact."""
    filler_lacking: float
    """1 where neither a word of the statement nor a field is of the kind asked for."""
    filler_far: float
    """Share of the matter that stands in other parts of the statement than what is asked for."""
    reason_reversed: float
    """Share of the matter that tells the reason itself, of which the reason is asked."""
    modifier_clash: float
    """1 or 2 where the statement tells of another one: the thermal camera, not the optical."""
    opposite: float
    """1 where the statement has the opposite of a word that it lacks."""
    post_clash: float
    """1 where a post is asked for that none of its people has."""
    tense_clash: float
    """1 where what will be is asked of what has been."""
    asks_more: float
    """1 where «что ещё» is asked: something beside what is told."""
    bare_head: float
    """1 where «какие страны» is asked and nothing says which."""
    about_lost: float
    """1 where what is asked about stands after «о» and the fact lacks it."""
    nameless: float
    """1 where a name is asked for and the thing has none."""
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


def extract_features(query: QueryTerms, evidence: Evidence, index: Index) -> tuple[Features, str | None]:
    """All features of one question against one fact, and the nearest example's text."""
    whole = match_terms(query, evidence.keys)
    nearest = nearest_examples(query, evidence, index)
    slot = query.question.slot
    same_slot = [likeness for likeness, _, example in nearest if slot in example.question.slots]
    likeness, back, example = nearest[0] if nearest else (0.0, 0.0, None)
    features = Features(
        cover=matched_share(query, whole),
        cover_spoken=matched_share(query, match_terms(query, evidence.spoken)),
        cover_says=matched_share(query, match_terms(query, evidence.says)),
        example=likeness,
        example_slot=max(same_slot, default=0.0),
        example_back=back,
        letters=fuzz.token_set_ratio(query.line, example.lemmas) / 100 if example else 0.0,
        loose=loosely_matched_share(query, whole),
        **unmatched.unmatched_by_class(query, whole, index.rarest),
        **slot_compatibility.slots(query, evidence),
        **unmatched.unmatched_verbs(query, whole, index.rarest),
        **unmatched.extra_terms(query, whole, index.rarest, back),
        slot_gap=slot_compatibility.slot_gap(query, evidence, likeness, max(same_slot, default=0.0)),
        **contrast.contrast_features(query, evidence, whole),
        identity=float(slot_compatibility.identity(query, evidence)),
        role=float(slot_compatibility.role(query, evidence)),
        event=slot_compatibility.event(query, evidence),
        terse_full=float(not query.question.slots and bool(query.terms) and None not in whole),
        side_clash=float(slot_compatibility.side_clash(query, evidence, index.sides)),
        few_words=1 / (1 + len(query.terms)),
    )
    return features, example.text if example and back > _SAME and likeness > _SAME else None
