"""Strips the preamble of a question: «Добрый день! Пишу статью. Подскажите, когда…» -> «когда…»."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from knowledge.data.tables import read_groups
from knowledge.language import question_words
from knowledge.language.function_words import ASKER_MOODS, FUNCTION_POS, POLITE, POLITE_VERBS, REFERENCES
from knowledge.language.morphology import analyse
from knowledge.language.semantic_classes import TIMES
from knowledge.language.tokens import Token, sentences, tokens
from knowledge.results import Slot

_SHORT = 4
"""A clause of so many words may be a phrase of place or time."""
_PAIR = 2
_ASKING = question_words.QUESTION_WORDS.keys() | question_words.WHICH
_GROUPS = read_groups("question_words/groups")
_CORRELATIVES = _GROUPS["correlative"]
_WHOSE = _GROUPS["whose"]
_TAGS = read_groups("function_words/asides")["tags"]
_AS = _GROUPS["as_for"]
_FOR = read_groups("function_words/prepositions")["for_whom"]
_CLAUSE = re.compile(r"(?<=[,:;—–])\s|\s[-—–]\s")


def strip_preamble(text: str, known: Callable[[str], bool]) -> str:
    """The sentences and clauses of a cleaned text that ask.

    `known` says whether a word belongs to the base: a clause that asks nothing is kept if it names
    the subject («Насчёт второго диалога: когда он?»). A text in which nothing asks is returned whole.
    """
    parts = sentences(text)
    if len(parts) > 1:
        asked = [part for part in parts if _asks(part) or text[text.find(part) + len(part) :][:1] == "?"]
        if asked and len(asked) < len(parts):
            refers = any(token.word in REFERENCES for part in asked for token in tokens(part))
            rest = {part: _known_words(part, known) if refers else "" for part in parts}
            about = [f"{part}?" if part in asked else rest[part] for part in parts]
            text = " ".join(part for part in about if part)
    return _without_clauses(text, known)


def _without_clauses(text: str, known: Callable[[str], bool]) -> str:
    """The text without clauses before the one that asks that are polite or have no word of the base."""
    clauses = _with_relatives([clause for clause in _CLAUSE.split(text) if clause.strip()])
    first = next((number for number, clause in enumerate(clauses) if _asks(clause)), 0)
    if len(clauses) < 2 or all(_is_tag(clause) for clause in clauses if _asks(clause)):
        return text
    refers = any(token.word in REFERENCES for clause in clauses[first:] for token in tokens(clause))
    polite = max((n for n, clause in enumerate(clauses[:first]) if _is_polite(clause)), default=-1)
    kept = [
        clause if number > polite else _known_words(clause, known)
        for number, clause in enumerate(clauses[:first])
        if (refers or number > polite) and (_names(clause, known) or _is_topic(clause))
    ]
    rest = clauses[first:]
    subject = any(_says_of_what(clause, known) for clause in (*kept, *rest[:1]))
    while (
        subject
        and len(rest) > 1
        and not (_asks(rest[-1]) or _mentions(rest[-1], known) or _adds(rest[-1]) or _names_unit(rest[-1]))
    ):
        rest = rest[:-1]
    return " ".join([*kept, *_without_parentheses(rest, known)])


def _without_parentheses(clauses: Sequence[str], known: Callable[[str], bool]) -> list[str]:
    """«Кто, напомните слушателям, вёл съезд» without the clause that only asks politely."""
    if len(clauses) <= _PAIR:
        return list(clauses)
    inner = [one for one in clauses[1:-1] if _mentions(one, known) or _asks(one) or not _is_polite(one)]
    head = clauses[0] if len(inner) == len(clauses) - _PAIR else clauses[0].rstrip(" ,—–-")
    return [head, *inner, clauses[-1]]


def _is_topic(clause: str) -> bool:
    """«Команды: кто победил?»: a thing before a colon, whatever the base calls it; a person is spoken to."""
    words = tokens(clause)
    if len(words) != 1 or not clause.rstrip().endswith(":"):
        return False
    morphology = analyse(words[0].word)
    return morphology.known and morphology.first_pos == "NOUN" and not morphology.animate


def _names_unit(clause: str) -> bool:
    """«…, в днях»: the unit of the answer."""
    words = tokens(clause)
    return len(words) == _PAIR and bool(TIMES.intersection(analyse(words[-1].word).lemmas))


def _with_relatives(clauses: Sequence[str]) -> list[str]:
    """The clauses; one that only says of whom, «всех, кто», «люди, которые», is joined to the one before."""
    found: list[str] = []
    for clause in clauses:
        before = tokens(found[-1]) if found else ()
        opening = next((one.word for one in tokens(clause)[:2] if one.word in _ASKING), "")
        is_relative = opening in _WHOSE or (bool(opening) and before and _takes_relative(before[-1], opening))
        if found and is_relative and before and before[-1].word not in POLITE:
            found[-1] = f"{found[-1]} {clause}"
        else:
            found.append(clause)
    return found


def _takes_relative(before: Token, opening: str) -> bool:
    """«Всех, кто», «город, где», «день, когда»."""
    if before.word in _CORRELATIVES:
        return True
    slot = question_words.QUESTION_WORDS.get(opening)
    named = {question_words.NOUNS.get(lemma) for lemma in analyse(before.word).lemmas}
    return slot in (Slot.PLACE, Slot.DATE) and slot in named


def _is_tag(clause: str) -> bool:
    """«…, верно?»: all that is before it is to be confirmed."""
    return all(token.word in _TAGS for token in tokens(clause))


def _asks(clause: str) -> bool:
    words = [token.word for token in tokens(clause)]
    if words[:2] and words[0] in _AS and words[1:2] and words[1] in _FOR:
        return False  # «…, как для пересказа»
    return any(
        word in question_words.QUESTION_WORDS or word in question_words.WHICH or word in question_words.YES_NO
        for word in words
    )


def _adds(clause: str) -> bool:
    """Whether a clause goes on with what is asked: «…, в Твери», «…, 5 мая»."""
    words = tokens(clause)
    opens = bool(words) and analyse(words[0].word).first_pos == "PREP" and len(words) <= _SHORT
    return opens and any(token.capitalised or token.word.isdecimal() for token in words[1:])


def _mentions(clause: str, known: Callable[[str], bool]) -> bool:
    return any(known(token.word) for token in tokens(clause))


def _says_of_what(clause: str, known: Callable[[str], bool]) -> bool:
    """Whether a clause names something of the base beside the noun of what is asked: not «какая страна»."""
    return any(
        known(token.word) and not any(lemma in question_words.NOUNS for lemma in analyse(token.word).lemmas)
        for token in tokens(clause)
    )


def _known_words(clause: str, known: Callable[[str], bool]) -> str:
    """The words of the base in a clause that a pronoun refers to."""
    return " ".join(token.written for token in tokens(clause) if known(token.word))


def _names(clause: str, known: Callable[[str], bool]) -> bool:
    return not _is_polite(clause) and _mentions(clause, known)


def _is_polite(clause: str) -> bool:
    """Whether a clause asks politely, or is for the greater part polite words: «Добрый день», «спасибо вам».

    «Стать» and «день» of a statement («Диалог стал первым») do not make it polite.
    """
    polite = other = 0
    for token in tokens(clause):
        word = analyse(token.word)
        forms = {token.word, *word.lemmas}
        if forms & POLITE_VERBS and (word.moods & ASKER_MOODS or word.first_pos == "INFN"):
            return True
        polite += bool(forms & POLITE)
        other += not forms & POLITE and word.first_pos not in FUNCTION_POS
    return polite > 0 and polite >= other
