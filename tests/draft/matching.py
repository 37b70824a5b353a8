"""When a proposed fact meets a curated one: the rule by which drafts are counted.

A proposal meets a curated fact where all of these hold:

1. both stand in the same paragraph of the article, where both name one;
2. at least half of the content words of the curated statement are in the proposal: its statement, the
   names and posts of its people. Words are the same as the engine takes them to be: by lemma, root, family
   or a group of synonyms of the language or of the curated pack;
3. at least three tenths of the proposal's content words are in the curated statement or its fields;
4. each number of the curated statement, also of its dates, is in the proposal's statement or its date.

One proposal counts for one curated fact and the other way round: pairs are chosen so that as many as
possible are met, and of these the closest. A curated date is proposed where a proposal of the same paragraph
has the same EDTF date, its own or its event's; a person or a place where one has the same name by rule 2.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Event, Fact, FactBase, Person
from knowledge.language.lexicon import Lexicon
from knowledge.language.tokens import normalize
from knowledge.language.word_class import WordClass

OF_CURATED, OF_PROPOSAL = 0.5, 0.3
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)?")
Words = tuple[frozenset[str], ...]


@dataclass(frozen=True)
class Matching:
    """`pairs`: the chosen (proposal, curated) ids; `covered`: curated id -> all proposals that meet it."""

    pairs: tuple[tuple[str, str], ...]
    covered: dict[str, frozenset[str]]


class Matcher:
    def __init__(self, curated: FactBase, drafted: FactBase) -> None:
        self._curated, self._drafted = curated, drafted
        self._lexicon = Lexicon(curated.terms)

    def match(self) -> Matching:
        facts, proposals = self._curated.every_fact, self._drafted.every_fact
        scores = np.zeros((len(proposals), len(facts)))
        for row, proposal in enumerate(proposals):
            for column, fact in enumerate(facts):
                scores[row, column] = self._score(proposal, fact)
        rows, columns = linear_sum_assignment(np.where(scores > 0, scores + 1, 0), maximize=True)
        pairs = tuple(
            (str(proposals[row].id), str(facts[column].id))
            for row, column in zip(rows, columns, strict=True)
            if scores[row, column] > 0
        )
        covered = {
            str(fact.id): frozenset(
                str(proposals[row].id) for row in range(len(proposals)) if scores[row, column] > 0
            )
            for column, fact in enumerate(facts)
        }
        return Matching(pairs, covered)

    def _score(self, proposal: Fact, fact: Fact) -> float:
        """0 where the proposal does not meet the fact."""
        if (
            proposal.paragraph is not None
            and fact.paragraph is not None
            and proposal.paragraph != fact.paragraph
        ):
            return 0.0
        if not _numbers(fact, self._curated, own=True) <= _numbers(proposal, self._drafted, own=False):
            return 0.0
        asked, said = self.words(fact.says), self.words(self._wide(proposal, self._drafted))
        told, wide = self.words(proposal.says), self.words(self._wide(fact, self._curated))
        of_curated, of_proposal = share(asked, said), share(told, wide)
        if of_curated < OF_CURATED or of_proposal < OF_PROPOSAL:
            return 0.0
        return (of_curated + of_proposal) / 2

    def words(self, text: str) -> Words:
        terms = self._lexicon.read(normalize(text))
        kept = (term for term in terms if term.word_class is WordClass.CONTENT)
        return tuple(frozenset(key for key, _ in term.keys if key[0] != "<") for term in kept)

    def _wide(self, fact: Fact, base: FactBase) -> str:
        return " ".join(
            (fact.says, *(f"{one.name} {one.post or ''}" for one in people_of(fact, base, events=False)))
        )


def share(asked: Words, said: Words) -> float:
    """The share of words that are among the others."""
    if not asked:
        return 0.0
    return sum(any(keys & other for other in said) for keys in asked) / len(asked)


def _numbers(fact: Fact, base: FactBase, *, own: bool) -> frozenset[str]:
    found = set(_NUMBER.findall(fact.says.replace(" ", " ").replace(",", ".")))
    found = {one.replace(",", ".") for one in found} | set(re.findall(r"\d+", fact.says))
    if not own:
        when = date_of(fact, base)
        found |= {str(int(part)) for part in re.findall(r"\d+", str(when or ""))} | set(
            re.findall(r"\d\d:\d\d", str(when or ""))
        )
        found |= {part.lstrip("0") or "0" for part in found}
    return frozenset(found if not own else set(re.findall(r"\d+", fact.says)))


def event_of(fact: Fact, base: FactBase) -> Event | None:
    return next((base.event_by_id[one] for one in fact.about if one in base.event_by_id), None)


def date_of(fact: Fact, base: FactBase) -> EdtfDate | None:
    event = event_of(fact, base)
    return fact.when or (event.when if event is not None else None)


def place_of(fact: Fact, base: FactBase) -> str | None:
    event = event_of(fact, base)
    return fact.where or (event.where if event is not None else None)


def people_of(fact: Fact, base: FactBase, *, events: bool) -> Sequence[Person]:
    event = event_of(fact, base) if events else None
    parts = (*fact.people, *(event.people if event is not None else ()))
    ids = [*(part.person for part in parts), *([fact.said_by] if fact.said_by else [])]
    return [base.person_by_id[one] for one in dict.fromkeys(ids) if one in base.person_by_id]  # type: ignore[index]
