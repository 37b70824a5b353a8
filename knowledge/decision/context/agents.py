"""Who does what a statement tells: «упали Фомин и Гусев, причём Фомин сломал руку» says nothing of Гусев."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.data.tables import alternation, read_groups
from knowledge.decision.context.named_people import NamedPerson
from knowledge.facts.model import FactBase
from knowledge.language.antonyms import antonyms
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.synonyms import Level
from knowledge.language.tokens import folded_words
from knowledge.language.word_class import WordClass
from knowledge.understanding.question import Question

_JOINING = alternation(read_groups("function_words/particles")["joining"])
_PART = re.compile(rf"[,;:—–]\s|\s[-—–]\s|\s(?:{_JOINING})\s")
_HE = read_groups("function_words/pronouns")["subject"]
_VERBS = frozenset({"VERB", "PRTS"})


def deed_of_another(
    says: str, question: Question, named: Sequence[NamedPerson], base: FactBase, lexicon: Lexicon
) -> bool:
    """Whether a statement tells of another person the deed asked of the only one that the question names."""
    if len(named) != 1 or not _is_subject(named[0].term, base):
        return False
    deeds = [term for term in question.terms if _is_deed(term)]
    if not deeds:
        return False
    parts = list(_parts(says, lexicon))
    told = [at for at, part in enumerate(parts) if any(_has(part, deed) for deed in deeds)]
    own = [at for at, part in enumerate(parts) if any(_keys(term) & named[0].keys for term in part)]
    if not told or any(at > told[0] and not any(map(_is_deed, parts[at])) for at in own):
        return False  # «Рив получила 54 голоса, а Галкин 46»
    return all(_is_of_another(parts[at], named[0], base) for at in told)


def does_the_opposite(says: str, question: Question, named: NamedPerson, lexicon: Lexicon) -> bool:
    """«Сколько партий выиграл Гусев» of «Фомин выиграл 27 партий, а Гусев проиграл обе»."""
    opposites = {
        lemma
        for term in question.terms
        if _is_deed(term)
        for one in term.morphology.lemmas
        for lemma in antonyms().get(one, frozenset())
    }
    own = (part for part in _parts(says, lexicon) if any(_keys(term) & named.keys for term in part))
    return any(
        _is_deed(term) and not opposites.isdisjoint(term.morphology.lemmas) for part in own for term in part
    )


def _is_deed(term: Term) -> bool:
    return term.word_class is WordClass.CONTENT and term.morphology.first_pos in _VERBS


def _parts(says: str, lexicon: Lexicon) -> Iterator[tuple[Term, ...]]:
    yield from (lexicon.read(part) for part in _PART.split(says))


def _has(part: Sequence[Term], deed: Term) -> bool:
    keys = {key for key, _ in deed.keys}
    return any(_is_deed(term) and any(key in keys for key, _ in term.keys) for term in part)


def _is_of_another(part: Sequence[Term], named: NamedPerson, base: FactBase) -> bool:
    """Whether a part of a statement has another person for its subject, and not the one named."""
    if any(term.word in _HE or _keys(term) & named.keys for term in part):
        return False
    return any(_is_subject(term, base) for term in part if term.token.capitalised)


def _keys(term: Term) -> set[str]:
    return {key for key, level in term.keys if level is Level.LEMMA}


def _is_subject(term: Term, base: FactBase) -> bool:
    """Whether a word is a person's name as the base gives it, in the nominative."""
    return any(term.word in folded_words(person.name) for person in base.people)
