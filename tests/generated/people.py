"""Propositions about people: their posts, and who did what a statement says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from knowledge.facts.model import Fact, FactBase, Person
from tests.generated.cases import NAMED, NO, YES, Case, opens_with
from tests.generated.phrasing import false_case, proposition, true_case
from tests.generated.russian import agreeing, lemma, lemmas, parses, part, words

_CLOSED = re.compile(r"\b(из|от|двое|трое|четверо|пятеро)\b", re.IGNORECASE)
"""Words after which a list of people may well be whole, so that «Нет» is right too."""


def from_posts(base: FactBase, rng: Random) -> Iterator[Case]:
    """Each person with the own post and with another's."""
    holders = [person for person in base.people if person.post]
    for person in holders:
        yield true_case("post", _post_text(person, person.post or "", rng), None, rng)
        others = [one for one in holders if not _overlap(one.post or "", person.post or "")]
        if others:
            post = rng.choice(others).post or ""
            yield false_case("post", _post_text(person, post, rng), None, rng)


def _overlap(one: str, other: str) -> bool:
    """Whether one post may be said of the holder of another: «режиссёр» and «режиссёр-постановщик»."""
    mine, theirs = set(lemmas(one)), set(lemmas(other))
    return mine <= theirs or theirs <= mine


def _post_text(person: Person, post: str, rng: Random) -> str:
    return rng.choice(("{name} — {post}", "{name} это {post}", "{post} — {name}")).format(
        name=person.name, post=post
    )


def from_people(fact: Fact, asked: str, base: FactBase, rng: Random) -> Iterator[Case]:
    """A person for «кто» of «кто» + `asked`, where the statement names those who did it in the nominative."""
    verb, _, rest = asked.partition(" ")
    named = [person for person in base.people if _is_named(person, fact)]
    mentioned = [person for person in base.people if _is_mentioned(person, fact)]
    if not rest or not _is_singular(verb) or not named or len(named) != len(mentioned):
        return
    if not _did(verb, fact) or not _are_listed(named, fact):
        return
    person = rng.choice(named)
    yield true_case("person", f"{person.name} {agreeing(verb, person.name)} {rest}", fact, rng)
    others = [one for one in base.people if one not in named]
    if not others:
        return
    other = rng.choice(others)
    text = f"{other.name} {agreeing(verb, other.name)} {rest}"
    closed = len(named) == 1 or bool(_CLOSED.search(f"{asked} {fact.says}"))
    right = (*NAMED, *NO) if closed else NAMED
    wrong = YES if closed else (*YES, *NO)
    kind = "false-person" if len(named) == 1 else "set"
    yield proposition(kind, text, fact, opens_with(right, wrong), " / ".join(right), rng)


def _is_singular(verb: str) -> bool:
    tag = parses(verb)[0].tag
    return tag.POS == "VERB" and tag.number == "sing"


def _is_named(person: Person, fact: Fact) -> bool:
    """Whether the name stands there in the nominative."""
    return re.search(rf"\b{re.escape(person.name)}\b", fact.says) is not None


def _are_listed(named: list[Person], fact: Fact) -> bool:
    """Whether people stand in one list: no verb between «Ольга Рябова, а доклад прочитал Денис Культин»."""
    places = sorted(fact.says.index(person.name) for person in named)
    return not any(part(word) == "VERB" for word in words(fact.says[places[0] : places[-1]]))


def _is_mentioned(person: Person, fact: Fact) -> bool:
    return lemma(words(person.name)[-1]) in lemmas(fact.says) or _is_named(person, fact)


def _did(verb: str, fact: Fact) -> bool:
    """Whether the people of the statement are those who did what the question's verb says."""
    roles = {one.role for one in fact.people}
    if len(roles) == 1 and fact.said_by is None and roles <= {"chair"}:
        return True
    return lemma(verb) in lemmas(fact.says)
