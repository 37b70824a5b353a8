"""A drafted fact in an editor's words: without the people and the questions that only the old words had."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from bot.editing.stale_examples import states_date_of
from knowledge.drafting.questions.naming import with_capitals
from knowledge.drafting.questions.statement import text_questions
from knowledge.facts.model import Basis, Fact, PersonId
from knowledge.language.calendar_words import MONTH_FORMS
from knowledge.language.morphology import analyse
from knowledge.language.question_words import QUESTION_WORDS

_WORDS = re.compile(r"\w+(?:-\w+)*")
_YEAR, _DIGITS = re.compile(r"[12]\d{3}"), re.compile(r"\d+")
_MOST = 12
_WHO = frozenset({"кто", "чей"})


def reworded_draft(fact: Fact, says: str, names: Mapping[PersonId, str]) -> Fact:
    """The fact with a new statement, accepted; `names` are the names of the people that it may list.

    Questions of its new words come first, then the old ones that still fit; all old ones where none would be.
    """
    now = _lemmas(says)
    people = tuple(part for part in fact.people if _surname(names.get(part.person, "")) & now)
    gone = set(_named(fact.says)) - now
    lost = len(people) < len(fact.people)
    questions = tuple(
        question
        for question in fact.questions
        if not (_lemmas(question) & gone)
        and not (lost and _asks_who(question))
        and not states_date_of(question, fact.says, says)
    )
    made = tuple(with_capitals(one, names.values()) for one in text_questions(says))
    fitting = tuple(dict.fromkeys((*made, *questions)))[:_MOST]
    reworded = replace(fact, says=says, people=people, questions=fitting or fact.questions, draft=False)
    if lost or _says_new_time(fact.says, says):
        # What was inferred of the old words is told by the new ones, or no longer.
        return replace(reworded, basis=Basis.STATED, because=None)
    return reworded


def says_more(fact: Fact, says: str, article: Iterable[str]) -> bool:
    """Whether new words name somebody, or a number, that neither the fact nor the article has."""
    texts = (fact.says, fact.where or "", *fact.questions, *article)
    known = {lemma for text in texts for lemma in _lemmas(text)}
    known |= {str(int(one)) for one in _DIGITS.findall(str(fact.when or ""))}
    return any(not (_lemmas(word) & known) for word in _named_words(says))


def names(says: str, name: str) -> bool:
    """Whether a statement names a person by the surname, in whatever case."""
    return bool(_surname(name) & _lemmas(says))


def _says_new_time(old: str, new: str) -> bool:
    """Whether the new words state a year or a month that the old ones do not."""
    return bool(_times(new) - _times(old))


def _times(says: str) -> set[str]:
    return {
        word for word in map(str.lower, _WORDS.findall(says)) if word in MONTH_FORMS or _YEAR.fullmatch(word)
    }


def _named(says: str) -> Iterator[str]:
    """Lemmas of names and numbers."""
    for word in _named_words(says):
        yield from _lemmas(word)


def _named_words(says: str) -> Iterator[str]:
    """Capitalised words but the first, and what has digits."""
    for place, word in enumerate(_WORDS.findall(says)):
        if (place and word[:1].isupper()) or word[:1].isdigit():
            yield word


def _surname(name: str) -> set[str]:
    return _lemmas(name.split()[-1]) if name else set()


def _lemmas(text: str) -> set[str]:
    words = [word.lower().replace("ё", "е") for word in _WORDS.findall(text)]
    return {lemma for word in words for lemma in (word, *analyse(word).lemmas)}


def _asks_who(question: str) -> bool:
    return bool(_lemmas(question) & _WHO & QUESTION_WORDS.keys())
