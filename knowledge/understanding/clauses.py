"""Splits a message into its questions: «Кто председательствовал и когда второй диалог?»."""

from __future__ import annotations

import re

from knowledge.data.tables import alternation, read_groups, read_table
from knowledge.language import question_words
from knowledge.language.function_words import ASKER_MOODS, FUNCTION_POS, POLITE, POLITE_VERBS
from knowledge.language.morphology import analyse
from knowledge.language.tokens import tokens
from knowledge.understanding.subordinate import opens_subordinate

_PREPOSITION = rf"(?:(?:{alternation(read_groups('function_words/prepositions')['before_question'])})\s+)?"
_WORDS = {*question_words.QUESTION_WORDS, *question_words.WHICH}
_PRICE = "почем"
"""Opens a question like a question word, but is also a content word."""
_LINKS = alternation(read_table("requests/message_links", "phrase").column("phrase"))
_AND = re.compile(
    rf"\s*(?:[,;]\s*)?\b(?:{_LINKS})\s+(?={_PREPOSITION}(?:{alternation((_PRICE, *_WORDS))})\b)",
    re.IGNORECASE,
)
_CORRELATIVES = read_groups("question_words/groups")["correlative"]
_RELATIVE = read_groups("question_words/groups")["relative"]
_COMMA = re.compile(
    rf"\s*[,;]\s+(?={_PREPOSITION}(?:{alternation(_WORDS - _RELATIVE)})\b)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[?!.;])\s+(?=\S)")
_HALT = ".."
_VERBS = frozenset({"VERB", "INFN", "PRTS", "PRED"})
_MAX_CLAUSES = 3
_FEW = 3
"""Words of a topic that a question follows."""


def split_clauses(text: str) -> tuple[str, ...]:
    """The two or three questions of a normalised text; the text itself where there are not so many."""
    parts: list[str] = []
    for sentence in _SENTENCE.split(text):
        parts += _split(sentence, _AND)
    cut = [piece for part in parts for piece in _without_correlatives(_split(part, _COMMA))]
    merged = _merge(cut)
    return tuple(merged) if 1 < len(merged) <= _MAX_CLAUSES else (text,)


def _split(text: str, pattern: re.Pattern[str]) -> list[str]:
    return [part.strip() for part in pattern.split(text) if part.strip(" ?!.,;")]


def _without_correlatives(pieces: list[str]) -> list[str]:
    """«Всех, кто выступал» is one clause, and so is «остров, где нашли рыбака»."""
    found: list[str] = []
    for piece in pieces:
        if found and found[-1].lower().split()[-1] in _CORRELATIVES:
            found[-1] = f"{found[-1]} {piece}"
        elif found and opens_subordinate(_words(found[-1]), _words(piece)):
            found[-1] = f"{found[-1]}, {piece}"
        else:
            found.append(piece)
    return found


def _words(text: str) -> list[str]:
    return [token.word for token in tokens(text)]


def _merge(parts: list[str]) -> list[str]:
    """Join a bare question word to the clause after it («где и когда прошел диалог»), and a clause that
    asks nothing to the one before."""
    merged: list[str] = []
    pending = ""
    for part in parts:
        if merged and _goes_on(merged[-1], part):
            merged[-1] = f"{merged[-1].rstrip(' .')} {part}"
        elif not _asks(part) and merged:
            merged[-1] = f"{merged[-1]} {part}"
        elif len(merged) == 1 and not pending and _is_topic(merged[0]) and _has_asking_word(part):
            merged[0] = f"{merged[0].rstrip(' ?')} {part}"
        elif merged or (_has_content(part) and _asks(part)):
            merged.append(f"{pending} и {part}" if pending else part)
            pending = ""
        else:
            pending = f"{pending} и {part}" if pending else part
    return merged if not pending else [pending]


def _is_topic(part: str) -> bool:
    """«А девушки? Кто первая?»: a few words that only say of whom the next question asks."""
    few = len(_words(part)) <= _FEW and part.rstrip().endswith("?")
    return few and not _has_asking_word(part) and not _has_verb(part)


def _goes_on(before: str, part: str) -> bool:
    """«Какая газета первой... ну вообще сообщила?»: a halt in one question, whose verb is still to come."""
    is_halt = before.endswith(_HALT) and part[:1].islower()
    return is_halt and _has_asking_word(before) and not _has_asking_word(part) and not _has_verb(before)


def _has_verb(part: str) -> bool:
    return any(analyse(word).first_pos in _VERBS for word in _words(part))


def _asks(part: str) -> bool:
    return _has_asking_word(part) or part.rstrip().endswith("?")


def _has_asking_word(part: str) -> bool:
    return any(
        word in question_words.QUESTION_WORDS
        or word in question_words.WHICH
        or word in question_words.YES_NO
        or word == _PRICE
        for word in _words(part)
    )


def _has_content(part: str) -> bool:
    return any(_is_content_word(token.word) for token in tokens(part))


def _is_content_word(word: str) -> bool:
    morphology = analyse(word)
    forms = {word, *morphology.lemmas}
    polite = forms & POLITE_VERBS and (morphology.moods & ASKER_MOODS or morphology.first_pos == "INFN")
    if forms & POLITE or polite or morphology.first_pos in FUNCTION_POS:
        return False
    return (
        word not in question_words.QUESTION_WORDS
        and word not in question_words.WHICH
        and not forms & question_words.NOUNS.keys()
    )
