"""Parses the structure of a fact's statement: its parts, modifiers, posts, names and tense."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from knowledge.facts.model import Event, Fact, FactBase, PersonId
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.post_heads import post_head
from knowledge.language.tokens import normalize
from knowledge.parsed_facts.parsed_fact import Example
from knowledge.parsed_facts.statement import Statement, split_statement, states_start
from knowledge.understanding.modifiers import modified_nouns

_FUTURE = frozenset({"futr"})


def parse_statement(
    fact: Fact,
    terms: Sequence[Term],
    events: Sequence[Event],
    base: FactBase,
    lexicon: Lexicon,
    examples: Sequence[Example],
) -> Statement:
    """`terms` are those of the fact's statement, `events` those that it is about."""
    text = normalize(fact.says)
    posts = [normalize(post) for post in _posts(fact, base)]
    own = tuple(modified_nouns(text, terms))
    others = [(line, lexicon.read(line)) for line in (*posts, *(normalize(event.title) for event in events))]
    others += [(example.question.text, example.question.terms) for example in examples]
    return Statement(
        parts=split_statement(text, terms),
        modified_nouns=own,
        all_modified_nouns=(*own, *(pair for line, read in others for pair in modified_nouns(line, read))),
        post_heads=tuple(_post_heads(posts, lexicon)),
        post_complements=frozenset(_post_complements(posts, lexicon)),
        named_nouns=tuple(_named_nouns(text, terms)),
        is_past=_is_past(fact, events, base, terms),
        states_start=states_start(terms),
    )


def _posts(fact: Fact, base: FactBase) -> Iterator[str]:
    for person_id in (*(part.person for part in fact.people), PersonId(fact.said_by or "")):
        person = base.person_by_id.get(person_id)
        if person is not None and person.post:
            yield person.post


def _post_heads(posts: Sequence[str], lexicon: Lexicon) -> Iterator[frozenset[str]]:
    for post in posts:
        head = post_head(lexicon.read(post))
        if head is not None:
            yield frozenset(key for key, _ in head.keys)


def _post_complements(posts: Sequence[str], lexicon: Lexicon) -> Iterator[str]:
    for post in posts:
        terms = lexicon.read(post)
        head = post_head(terms)
        after = terms[terms.index(head) + 1 :] if head is not None else ()
        nouns = [term for term in after if term.morphology.first_pos == "NOUN"]
        yield from (key for term in nouns for key, _ in term.keys)


def _named_nouns(text: str, terms: Sequence[Term]) -> Iterator[frozenset[str]]:
    """Keys of nouns before a quoted or capitalised name: «пароход „Надежда“», «остров Сальм»."""
    for term, after in pairwise(terms):
        between = text[term.token.end : after.token.start]
        quoted = between.strip() in {"«", '"', "— «", "- «"}
        capital = between.strip() == "" and after.token.capitalised
        if term.morphology.first_pos == "NOUN" and (quoted or capital):
            yield frozenset(key for key, _ in term.keys)


def _is_past(fact: Fact, events: Sequence[Event], base: FactBase, terms: Sequence[Term]) -> bool:
    """Whether a verb is in the past, none in the future or infinitive, and no date is after the source's."""
    if any(
        term.morphology.first_pos == "INFN"
        or (_FUTURE & term.morphology.moods and term.morphology.first_pos == "VERB")
        for term in terms
    ):
        return False
    dates = [when for when in (fact.when, *(event.when for event in events)) if when is not None]
    published = base.published(fact).last_day
    return all(when.last_day <= published for when in dates) and any(
        "past" in term.morphology.moods for term in terms
    )
