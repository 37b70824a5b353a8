"""«Много кофеен закрыли?»: whoever asks whether it is many is told how many."""

from __future__ import annotations

from knowledge.data.tables import read_groups
from knowledge.language import question_words
from knowledge.language.morphology import analyse
from knowledge.language.tokens import tokens

_MANY = read_groups("question_words/groups")["many"]
_WHETHER = read_groups("function_words/particles")["whether"]
_HOW_MANY = "сколько"
_VERBS = frozenset({"VERB", "PRTS"})


def as_how_many(text: str) -> str | None:
    """«Сколько кофеен закрыли?» of «много ли кофеен закрыли?»; None of a text that asks otherwise.

    The word stands before a noun in the genitive, and the clause states something.
    """
    words = tokens(text)
    asks = any(one.word in question_words.QUESTION_WORDS or one.word in question_words.WHICH for one in words)
    at = next((at for at, one in enumerate(words[:-1]) if one.word in _MANY), None)
    states = text.rstrip().endswith("?") or any(analyse(one.word).first_pos in _VERBS for one in words)
    if asks or at is None or not states:
        return None
    after = at + 1 + (words[at + 1].word in _WHETHER)
    counted = analyse(words[after].word) if after < len(words) else None
    if counted is None or counted.first_pos != "NOUN" or not counted.genitive:
        return None
    asked = f"{text[: words[at].start]}{_HOW_MANY} {text[words[after].start :]}"
    return f"{asked.rstrip(' .!?')}?"
