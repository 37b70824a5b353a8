"""Whether somebody might say a question that was made of a statement: a template may leave it crippled."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from knowledge.data.tables import read_groups, read_words
from knowledge.drafting.grammar.words import Word, words_of
from knowledge.language.calendar_words import MONTH_FORMS

_CONTEXTS = read_groups("drafting/question_contexts")
_MEASURES, _TAKING = _CONTEXTS["measures"], _CONTEXTS["taking_time"]
_WORDS = read_groups("drafting/agreement")
_TIMES = read_words("nouns/times")
_ONCE = _WORDS["once"]
_ASKING = _WORDS["asking_amounts"]
_BY_WHOM = _WORDS["by_whom"]
_COUNTED = ("NOUN", "ADJF", "PRTF", "NUMR")
_YEAR = 4
_LATE = 2
"""Before «сколько» stands a preposition at most."""


def is_sayable(question: str, says: str) -> bool:
    """False where no one would ask so: a number without its noun, «для … для …», «… сколько трасс?»."""
    words = words_of(question)
    return not (
        _asks_late(words)
        or _has_bare_number(words)
        or _repeats_preposition(words)
        or _lacks_subject(words)
        or _lacks_amount(words)
        or _lost_measure(words, words_of(says))
    )


def _asks_late(words: Sequence[Word]) -> bool:
    return any(word.folded in _ASKING for word in words[_LATE:]) and words[0].folded not in _ASKING


def _has_bare_number(words: Sequence[Word]) -> bool:
    """«Стоят ли 40 в очереди», «вместо двенадцати по договору»; «22 и 23 ноября», «в 2026» are whole."""
    for at, word in enumerate(words):
        if not (word.is_number or word.pos("NUMR")) or ":" in word.text or word.folded in _ASKING:
            continue
        after = [one for one in words[at + 1 : at + 3] if one.first_pos != "CONJ"]
        is_year = word.text.isdigit() and len(word.text) == _YEAR
        if not is_year and not (after and (after[0].is_number or after[0].first_pos in _COUNTED)):
            return True
    return False


def _repeats_preposition(words: Sequence[Word]) -> bool:
    """«Для взрослых для детей»: parts of two clauses in one."""
    once = [word.folded for word in words if word.folded in _ONCE]
    return len(once) > len(set(once))


def _lacks_subject(words: Sequence[Word]) -> bool:
    """«Кем стала в январе 2025 года?»"""
    if not words or words[0].folded not in _BY_WHOM:
        return False
    things = [word for word in words[1:] if word.first_pos in ("NOUN", "NPRO")]
    return all(word.lemmas & _TIMES or word.folded in MONTH_FORMS for word in things)


def _lacks_amount(words: Sequence[Word]) -> bool:
    """«Что заняло по договору?»: what takes time takes so much of it."""
    told = any(word.is_number or word.pos("NUMR") or word.folded in _ASKING for word in words)
    return not told and any(word.lemmas & _TAKING for word in words)


def _lost_measure(words: Sequence[Word], says: Sequence[Word]) -> bool:
    """«Открыть 60 сантиметров» of «глубиной 60 сантиметров»: the noun that is measured is lost."""
    asked = {word.folded for word in words}
    measured = [(noun, word) for noun, word in pairwise(says) if word.is_number and noun.lemmas & _MEASURES]
    return any(word.folded in asked and noun.folded not in asked for noun, word in measured)
