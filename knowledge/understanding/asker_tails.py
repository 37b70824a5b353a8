"""What an asker says of himself at the end: «… я за рулём», «… мне на семинар», «… пока я не вышел»."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from knowledge.data.tables import read_groups
from knowledge.language.morphology import analyse
from knowledge.language.tokens import Token, tokens
from knowledge.understanding.inquiries import ASKER, ASKING
from knowledge.understanding.phrase_patterns import find_phrases

Known = Callable[[str], bool]
_LEAST_TAIL = 2
_NEAR = 3
"""«Пока я», «мне на завтрашний семинар»: words of so many places belong together."""
_AS = read_groups("question_words/groups")["as_for"]
_ASIDES = read_groups("function_words/asides")
_WHILE, _OR_ELSE, _BECAUSE = (_ASIDES[group] for group in ("while", "or_else", "because"))
_PREPOSITIONS = read_groups("function_words/prepositions")
_NEEDED_FOR = _PREPOSITIONS["for_whom"] | _PREPOSITIONS["place_into"]


def without_tail(text: str, known: Known) -> str:
    """A text without what says only why or when its asker asks; a word of the base keeps the rest."""
    words = tokens(text)
    last = _start(words)
    head, tail = words[:last], words[last:]
    if not head or any(token.word in ASKING for token in tail[1:]):
        return text
    hurries = tail[0].word in _WHILE or _is_as_for(tail)
    if not hurries and (
        tail[0].word in ASKING or any(known(one.word) for one in tail) or not _is_of_asker(tail)
    ):
        return text
    left = text[: head[-1].end]
    asks = any(token.word in ASKING for token in head)
    kept = has_request(left) or (asks and hurries) or any(known(one.word) for one in head)
    return left if kept else text


def without_reason(text: str, known: Known) -> str:
    """«Кто вёл съезд, а то шеф ругается», «…, потому что мне для эфира» without why it is asked.

    A word of the base keeps what would happen otherwise, unless that is said of the asker.
    """
    words = tokens(text)
    first = next((at for at in range(1, len(words) - 2) if _opens_reason(words[at : at + 2])), None)
    if first is None:
        return text
    after = next((at for at in range(first + 2, len(words)) if _parts_from(text, words, at)), len(words))
    reason, rest = words[first + 2 : after], [*words[:first], *words[after:]]
    of_asker = any(token.word in ASKER for token in reason)
    is_threat = _joined(words[first : first + 2]) in _OR_ELSE and not any(known(one.word) for one in reason)
    if any(one.word in ASKING for one in reason) or not (of_asker or is_threat):
        return text
    head = text[: words[first - 1].end]
    left = f"{head}, {text[words[after].start :]}" if after < len(words) else head
    says = has_request(left) or any(known(one.word) for one in rest)
    mark = "?" if text.rstrip().endswith("?") and not left.endswith("?") else ""
    asks = bool(mark) or has_request(left) or any(token.word in ASKING for token in rest)
    return f"{left}{mark}" if says and asks else text


def _opens_reason(pair: Sequence[Token]) -> bool:
    return _joined(pair) in _OR_ELSE | _BECAUSE or pair[0].word in _BECAUSE


def _joined(words: Sequence[Token]) -> str:
    return " ".join(token.word for token in words)


def _parts_from(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether a mark stands before a word, after which the question may go on."""
    return bool(text[words[at - 1].end : words[at].start].strip())


def _start(words: Sequence[Token]) -> int:
    """The place of the last word of the asker, or of «пока» soon before it; 0 where there is none."""
    last = next((at for at in range(len(words) - 1, 1, -1) if words[at].word in ASKER), 0)
    near = range(max(last - _NEAR, 1), last)
    likened = next((at for at in range(1, len(words) - 1) if _is_as_for(words[at:])), 0)
    return likened or next((at for at in near if words[at].word in _WHILE), last)


def _is_as_for(words: Sequence[Token]) -> bool:
    """«Как для пересказа»."""
    return len(words) > 1 and words[0].word in _AS and words[1].word in _PREPOSITIONS["for_whom"]


def _is_of_asker(tail: Sequence[Token]) -> bool:
    """«Я за рулём и не могу читать», «мне для семинара»."""
    if len(tail) > _LEAST_TAIL and any(map(_is_verb_of_asker, tail[1:])):
        return True
    needs = _LEAST_TAIL < len(tail) <= _NEAR + 1 and tail[1].word in _NEEDED_FOR
    return needs and analyse(tail[-1].word).first_pos == "NOUN"


def _is_verb_of_asker(token: Token) -> bool:
    word = analyse(token.word)
    return word.first_pos in ("INFN", "PRED") or bool(word.moods & {"1per"})


def has_request(text: str) -> bool:
    """Whether a text has a phrase that asks for a form of answer."""
    forms = [frozenset((token.word, *analyse(token.word).lemmas)) for token in tokens(text)]
    return bool(find_phrases("forms", forms))
