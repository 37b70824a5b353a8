"""Words by which a message says who asks or claims: «шеф спрашивает, кто…», «сын написал, что…»."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from knowledge.data.tables import read_groups
from knowledge.language import question_words
from knowledge.language.function_words import FUNCTION_POS, POLITE
from knowledge.language.morphology import analyse
from knowledge.language.tokens import Token, tokens

_VERBS = read_groups("requests/inquiring")
INQUIRING = _VERBS["asking"] | _VERBS["claiming"]
_CLAIMING_THAT = _VERBS["claiming"] | _VERBS["claiming_that"]
_WORDS = read_groups("function_words/asides")
ASKER = _WORDS["asker"]
_PRONOUNS = read_groups("function_words/pronouns")
_OTHERS = _PRONOUNS["he"] | _PRONOUNS["she"] | _PRONOUNS["they"]
_THAT = read_groups("function_words/particles")["that"]
ASKING = frozenset(question_words.QUESTION_WORDS.keys() | question_words.WHICH)
_CLAUSES = read_groups("question_words/groups")
_RELATIVE = _THAT | _CLAUSES["relative"] | _CLAUSES["whose"]
_FIRST_VERB = 3
"""The verb of a claim without «что» stands among so many first words."""


def from_question(text: str, known: Callable[[str], bool]) -> str:
    """«Шеф спрашивает, кто вёл диалог» from its question word on; «сын уверяет, что май» as «май?»."""
    words = tokens(text)
    first = next((at for at, token in enumerate(words) if token.word in ASKING), None)
    if first is None:
        return _claimed_by_kin(text, words, known)
    before = words[:first]
    if not before or any(one.word in _OTHERS for one in before):
        return text
    claims = words[first].word in _THAT and first + 1 < len(words) and _claims(before)
    if any(known(one.word) and not (claims and _has([one], _CLAIMING_THAT)) for one in before):
        return text
    if claims:
        return _stated(text, words[first + 1])
    asks = _has(before, _VERBS["asking"])
    told = _tells_of_asker(before, words[first].word) and any(known(one.word) for one in words[first:])
    if not asks and not told:
        return text
    start = first - (first > 1 and analyse(words[first - 1].word).first_pos == "PREP")
    return text[words[start].start :]


def _claims(before: Sequence[Token]) -> bool:
    """«Сосед рассказал, что»; «расскажи кратко, что» is an order, and claims nothing."""
    verbs = [one for one in before if _has([one], _CLAIMING_THAT)]
    return bool(verbs) and not any("impr" in analyse(one.word).moods for one in verbs)


def _claimed_by_kin(text: str, words: Sequence[Token], known: Callable[[str], bool]) -> str:
    """«Сын говорит, съезд был в мае» as «съезд был в мае?»; of what is told «о съезде» nothing is claimed."""
    verb = next((at for at, one in enumerate(words[:_FIRST_VERB]) if _has([one], _VERBS["claiming"])), 0)
    if not verb or verb + 1 >= len(words) or not _has(words[:verb], _WORDS["kin"]):
        return text
    if any(known(one.word) for one in words[:verb]) or not any(known(one.word) for one in words[verb + 1 :]):
        return text
    tells = analyse(words[verb + 1].word).first_pos == "PREP"
    apart = bool(text[words[verb].end : words[verb + 1].start].strip())
    return text if tells and not apart else _stated(text, words[verb + 1])


def _stated(text: str, first: Token) -> str:
    return f"{text[first.start :].rstrip(' .!?')}?"


def _tells_of_asker(before: Sequence[Token], asking: str) -> bool:
    """«Мы с мужем поспорили», «стою в пробке» before a question word that opens no part of another clause."""
    if asking in _RELATIVE or _has(before, POLITE):
        return False
    found = [analyse(token.word) for token in before]
    own = any(token.word in ASKER for token in before) or any("1per" in one.moods for one in found)
    says = any(one.first_pos not in FUNCTION_POS for one in found)
    return says and (own or _has(before, _VERBS["claiming"]))


def _has(words: Sequence[Token], lemmas: frozenset[str]) -> bool:
    return any(lemmas.intersection(analyse(one.word).lemmas) for one in words)
