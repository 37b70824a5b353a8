"""Questions that doubt an answer rather than ask anew: «а разве это не ошибка?», «точно правильно?»."""

from __future__ import annotations

from knowledge.language import question_words
from knowledge.language.function_words import POLITE_VERBS
from knowledge.language.morphology import analyse
from knowledge.language.tokens import tokens
from knowledge.understanding.phrase_patterns import find_phrases

_OTHERWISE = question_words.QUESTION_WORDS.keys() | question_words.WHICH | POLITE_VERBS
"""Words beside which «точно» or «не … ли» doubt nothing: «не скажете ли», «когда точно»."""


def doubts_answer(text: str) -> bool:
    """Whether a text that may be worded as a question tells that an answer is wrong.

    «Точно» doubts only where nothing else is asked: «когда это точно будет?» does ask.
    """
    words = [frozenset({token.word, *analyse(token.word).lemmas}) for token in tokens(text)]
    found = find_phrases("doubting", words)
    return "wrong" in found or ("sure" in found and not any(_OTHERWISE & one for one in words))
