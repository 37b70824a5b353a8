"""Reads a fact's statement beyond its words: parts, what tells which, posts, names, time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from knowledge.facts.model import Event, Fact, FactBase, PersonId
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.tokens import normalize
from knowledge.parsed_facts.parsed_fact import Example
from knowledge.parsed_facts.statement import Statement, parts, tells_since
from knowledge.understanding.modifiers import bound

_FUTURE = frozenset({"futr"})


def parse_statement(
    fact: Fact,
    says: Sequence[Term],
    events: Sequence[Event],
    base: FactBase,
    lexicon: Lexicon,
    examples: Sequence[Example],
) -> Statement:
    """`says` are the terms of the fact's statement."""
    text = normalize(fact.says)
    posts = [normalize(post) for post in _posts(fact, base)]
    own = tuple(bound(text, says))
    others = [(line, lexicon.read(line)) for line in (*posts, *(normalize(event.title) for event in events))]
    others += [(example.question.text, example.question.terms) for example in examples]
    return Statement(
        parts=parts(text, says),
        bonds=own,
        known_bonds=(*own, *(one for line, terms in others for one in bound(line, terms))),
        posts=tuple(_heads(posts, lexicon)),
        lower_posts=frozenset(_lower(posts, lexicon)),
        named=tuple(_named(text, says)),
        past=_is_past(fact, events, base, says),
        since=tells_since(says),
    )


def _posts(fact: Fact, base: FactBase) -> Iterator[str]:
    for person_id in (*(part.person for part in fact.people), PersonId(fact.said_by or "")):
        person = base.person_by_id.get(person_id)
        if person is not None and person.post:
            yield person.post


def _heads(posts: Sequence[str], lexicon: Lexicon) -> Iterator[frozenset[str]]:
    for post in posts:
        for term in lexicon.read(post):
            if term.morphology.first_pos == "NOUN":
                yield frozenset(key for key, _ in term.keys)
                break


def _lower(posts: Sequence[str], lexicon: Lexicon) -> Iterator[str]:
    for post in posts:
        nouns = [term for term in lexicon.read(post) if term.morphology.first_pos == "NOUN"]
        yield from (key for term in nouns[1:] for key, _ in term.keys)


def _named(text: str, terms: Sequence[Term]) -> Iterator[frozenset[str]]:
    """Nouns before a quoted name or a name in capitals: «пароход „Надежда“», «остров Сальм»."""
    for term, after in pairwise(terms):
        between = text[term.token.end : after.token.start]
        quoted = between.strip() in {"«", '"', "— «", "- «"}
        capital = between.strip() == "" and after.token.capitalised
        if term.morphology.first_pos == "NOUN" and (quoted or capital):
            yield frozenset(key for key, _ in term.keys)


def _is_past(fact: Fact, events: Sequence[Event], base: FactBase, says: Sequence[Term]) -> bool:
    """No verb of the future, no date after the source's."""
    if any(
        term.morphology.first_pos == "INFN"
        or (_FUTURE & term.morphology.moods and term.morphology.first_pos == "VERB")
        for term in says
    ):
        return False
    dates = [when for when in (fact.when, *(event.when for event in events)) if when is not None]
    published = base.source.published.last_day
    return all(when.last_day <= published for when in dates) and any(
        "past" in term.morphology.moods for term in says
    )
