"""What a follow-up leaves out, filled from the last question: «А где?», «А Китай?», «А он?»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.conversation import Conversation
from knowledge.language import asking
from knowledge.language.lexicon import Kind, Term
from knowledge.language.text import tokens
from knowledge.model import FactBase, FactId, Person
from knowledge.question import Question, understand
from knowledge.search.searcher import Searcher

_LINK = re.compile(r"^(?:ну\s+)?(?:а|и|но|ну|так|тогда|а\s+что|что|как)\b[\s,-]*", re.IGNORECASE)
_HE = frozenset("он его него ему нему ним им нем".split())
_SHE = frozenset("она ее нее ей ней".split())
_THEY = frozenset("они их них ими ними оба обе обоих".split())
_THERE = frozenset("там тогда туда это этот эта этом этого этому этой эту этих то тот тот той том оно".split())
_SHORT = 4
"""A follow-up has at most so many words of its own."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A question with what the conversation adds. `leaning` says how much it needs that."""

    text: str
    carried: tuple[str, ...]
    certain: bool = False
    """A pronoun was resolved: without it the question means nothing."""


def leans(question: Question, text: str) -> bool:
    """Whether a question asks to be filled: by its first word, a pronoun, or having nothing of its own."""
    words = {term.word for term in question.terms}
    own = sum(question.terms[place].kind is Kind.CONTENT for place in question.matter)
    if not own:
        return True
    return own <= _SHORT and bool(_LINK.match(text) or words & (_HE | _SHE | _THEY | _THERE))


def has_own_matter(question: Question) -> bool:
    """Whether it has a word that carries meaning by itself."""
    return any(question.terms[place].kind is Kind.CONTENT for place in question.matter)


def fillings(text: str, conversation: Conversation, searcher: Searcher) -> Iterator[Filled]:
    """Ways to fill a follow-up from the last question, likeliest first."""
    bare = _LINK.sub("", text) or text
    new = understand(bare, searcher.lexicon, asking=True)
    last = understand(conversation.question, searcher.lexicon, asking=True)
    words = {term.word for term in new.terms}
    people = tuple(_meant(words, last, conversation.facts, searcher.base))
    if people:
        names = tuple(person.name for person in people)
        kept = _without(bare, _HE | _SHE | _THEY)
        yield Filled(f"{kept} {' '.join(names)}", names, certain=True)
        yield Filled(f"{kept} {' '.join((*names, *_matter(last, new, searcher)))}", names, certain=True)
    carried = tuple(_matter(last, new, searcher))
    asks = bool(new.slots)
    lead = "" if asks else " ".join(_asking_words(last))
    if carried:
        yield Filled(" ".join(filter(None, (lead, bare, *carried))), carried)
        nouns = tuple(word for word in carried if not _is_verb(word, last))
        if nouns != carried and nouns:
            yield Filled(" ".join(filter(None, (lead, bare, *nouns))), nouns)
    if lead and new.matter:
        yield Filled(f"{lead} {bare}", tuple(lead.split()))
    titles = tuple(_titles(conversation.facts, searcher.base))
    if titles and (asks or words & _THERE):
        yield Filled(f"{bare} {titles[0]}", titles[:1])


def _meant(words: set[str], last: Question, facts: tuple[FactId, ...], base: FactBase) -> Iterator[Person]:
    """The people that a pronoun may mean: those of the last question, or those of the last answer."""
    if not words & (_HE | _SHE | _THEY):
        return
    named = [person for person in base.people if _is_named(person, last)]
    shown = [
        base.person_by_id[part.person]
        for fact in facts
        if fact in base.fact_by_id
        for part in base.fact_by_id[fact].people
        if part.person in base.person_by_id
    ]
    people = list({person.id: person for person in named or shown}.values())
    if words & _THEY:
        yield from people
    elif len(people) == 1:
        yield people[0]


def _is_named(person: Person, question: Question) -> bool:
    lemmas = {lemma for term in question.terms for lemma in term.morphology.lemmas}
    lemmas |= {term.word for term in question.terms}
    return any(token.word in lemmas for token in tokens(person.name) if len(token.word) > 2)


def _without(text: str, words: frozenset[str]) -> str:
    return " ".join(token.written for token in tokens(text) if token.word not in words)


def _matter(last: Question, new: Question, searcher: Searcher) -> Iterator[str]:
    """Words of the last question that the new one does not replace by one of the same sort."""
    sorts = {sort for term in new.terms for sort in _sorts(term, searcher)}
    keys = {key for term in new.terms for key, _ in term.keys}
    for place in last.matter:
        term = last.terms[place]
        if _sorts(term, searcher) & sorts or any(key in keys for key, _ in term.keys[:1]):
            continue
        yield term.token.written


def _sorts(term: Term, searcher: Searcher) -> frozenset[str]:
    """What a word may be replaced as: an ordinal, a date, a person, a side or a place."""
    found = {"ordinal" for key, _ in term.keys if key[0] == "№"}
    found |= {"date" for key, _ in term.keys if key[0] in "/#"}
    for sort, keys in searcher.sorts.items():
        if any(key in keys for key, _ in term.keys):
            found.add("who" if sort in ("person", "side") else sort)
    return frozenset(found)


def _is_verb(written: str, question: Question) -> bool:
    return any(
        term.token.written == written and term.morphology.first_pos in {"VERB", "INFN", "PRTS"}
        for term in question.terms
    )


def _asking_words(last: Question) -> Iterator[str]:
    for place in sorted(last.asking):
        word = last.terms[place].word
        if word in asking.QUESTION_WORDS or word in asking.WHICH or place in last.asking:
            yield last.terms[place].token.written


def _titles(facts: tuple[FactId, ...], base: FactBase) -> Iterator[str]:
    for fact in facts:
        for event in base.fact_by_id[fact].about if fact in base.fact_by_id else ():
            if event in base.event_by_id:
                yield base.event_by_id[event].title
