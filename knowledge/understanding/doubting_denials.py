"""«Разве второй съезд не в Твери?» supposes that it is there: its «не» denies nothing."""

from __future__ import annotations

from knowledge.data.tables import read_groups
from knowledge.language.morphology import analyse
from knowledge.language.tokens import tokens

_PARTICLES = read_groups("function_words/particles")
_DOUBTING, _DENYING = _PARTICLES["doubt"], _PARTICLES["deny_next"]
_DEEDS = frozenset({"VERB", "INFN", "PRTS", "GRND", "PRED"})


def without_doubting_denial(text: str) -> str:
    """The text without the «не» after «разве»; that of a verb stays («разве он не приехал»)."""
    words = tokens(text)
    start = next((at for at, word in enumerate(words) if word.word in _DOUBTING), None)
    if start is None:
        return text
    for word, after in zip(words[start + 1 :], words[start + 2 :], strict=False):
        if word.word in _DENYING and analyse(after.word).first_pos not in _DEEDS:
            return f"{text[: word.start]}{text[after.start :]}"
    return text
