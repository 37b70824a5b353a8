"""What a reader wants of the bot itself, in words: «подпиши меня», «удали мои данные», an insult, English."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from knowledge.data.tables import read_words
from knowledge.language import question_words
from knowledge.language.function_words import POLITE
from knowledge.language.morphology import analyse
from knowledge.language.tokens import normalize, tokens
from knowledge.language.values import ValueKind, read_values
from knowledge.results import Wish
from knowledge.understanding.phrase_patterns import find_phrases
from knowledge.understanding.told_places import tells_place
from knowledge.understanding.wished_reminders import (
    begins_with_time,
    goes_on_as_reminder,
    says_only_when,
)

_LATIN = re.compile(r"[A-Za-z]{2,}")
_CYRILLIC = re.compile(r"[А-Яа-яЁё]")
_ASKING = question_words.WHICH | question_words.QUESTION_WORDS.keys() | question_words.YES_NO
_FILLERS = read_words("requests/wish_fillers") | POLITE
"""Words beside a wish that change nothing."""
_REMIND = read_words("requests/reminder_verbs")
_OPEN = "+"
"""Ends the label of a wish that says of what: «напомни за три дня до второго диалога»."""
_DAY = 24 * 60
_TO_DO = 2
_NOT = "не"
_WITH_INSULTS = read_words("requests/with_insults")
"""Lemmas that insult only beside an insult: «иди»."""
_HEARER = read_words("requests/hearer")
"""Forms of the bot's own name in talk: «ты», «вами», «бот»."""
_NAMING = frozenset({"NOUN", "ADJF", "ADJS", "NUMR"})
"""Parts of speech of a word that says of what somebody asks."""
_LEAST_ENGLISH = 0.3
_QUESTION = 2
"""English words from which on a text asks, whatever names of the base it has."""


def read_wish(text: str, base_words: Collection[str] = frozenset()) -> Wish | None:
    """The wish that a whole message is, None where it is a question.

    `base_words`: folded words of the base; «баран?» is no insult where the base speaks of a ram.

    Beside the phrase of a wish only fillers stand. An open phrase may go on with any words, unless
    they ask: «напомните, когда второй диалог» is a question.
    """
    text = normalize(text)
    written = [token.word for token in tokens(text)]
    if not written:
        return None
    words = [frozenset({word}) for word in written]
    if (phrased := _phrased(text, written, words)) is not None:
        return phrased
    if tells_place(text):
        return Wish.TIMEZONE
    if _reminds(text):
        return Wish.REMIND
    if _reminds_to_do(written, base_words):
        return Wish.ACT
    if _is_insult(words, base_words):
        return Wish.INSULT
    left = _without_insults(text, base_words)
    if left is not None:
        return read_wish(left, base_words) or (Wish.INSULT if _scolds(left, base_words) else None)
    return Wish.ENGLISH if _is_english(text, written, base_words) else None


def _phrased(text: str, written: Sequence[str], words: Sequence[frozenset[str]]) -> Wish | None:
    """The wish of a phrase that is all of the message but for fillers."""
    found = find_phrases("wishes", words)
    for label, (first, after) in sorted(found.items(), key=lambda one: one[1][0] - one[1][1]):
        before, rest = written[:first], written[after:]
        if not _only_fillers(before) or _NOT in before[-1:]:
            continue
        again = find_phrases("wishes", words[after:]).get(label)
        if again is not None:  # «ответ неверный, исправьте»
            rest = [*rest[: again[0]], *rest[again[1] :]]
        if _only_fillers(rest) or (label.endswith(_OPEN) and not _ASKING.intersection(rest)):
            wish = Wish(label.removesuffix(_OPEN))
            return Wish.POSTPONE if wish is Wish.TIMEZONE and _names_hour(text) else wish
    return None


def _reminds(text: str) -> bool:
    """«За час до начала напомни», «напомни 14:30»: what begins with a time, or says no more, asks nothing."""
    found = tokens(text)
    written = [token.word for token in found]
    place = next((number for number, word in enumerate(written) if word in _REMIND), None)
    if place is None or _ASKING.intersection(written) or _NOT in written[:place]:
        return False
    rest = text[found[place].end :]
    first = next((number for number in range(place) if written[number] not in _FILLERS), None)
    if first is None:
        return begins_with_time(rest) and says_only_when(rest)
    return begins_with_time(text[found[first].start : found[place].start]) and goes_on_as_reminder(rest)


def _reminds_to_do(words: Sequence[str], base_words: Collection[str]) -> bool:
    """«Напомни мне купить молоко»: something of the reader's own, of which the base has no word."""
    left = [word for word in words if word not in _FILLERS]
    if len(left) < _TO_DO or left[0] not in _REMIND or any(word in base_words for word in left[1:]):
        return False
    return analyse(left[1]).first_pos == "INFN"


def _names_hour(text: str) -> bool:
    """«Смени время на 8 утра» means the hour of the reminders, no time zone."""
    clocks = [one for one in read_values(text) if one.kind is ValueKind.CLOCK]
    return len(clocks) == 1 and clocks[0].low == clocks[0].high


def read_hours(text: str) -> tuple[int, int] | None:
    """An interval of the day («с 23 до 9»), in minutes since midnight; None without one."""
    for value in read_values(text):
        minutes = 60 if value.kind is ValueKind.NUMBER else 1
        if value.kind in (ValueKind.CLOCK, ValueKind.NUMBER) and value.low != value.high:
            low, high = (int(one * minutes) for one in (value.low, value.high))
            if 0 <= low <= _DAY and 0 <= high <= 2 * _DAY:
                return low % _DAY, high % _DAY
    return None


def _only_fillers(words: Sequence[str]) -> bool:
    return all(word in _FILLERS for word in words)


def _is_insult(words: Sequence[frozenset[str]], base_words: Collection[str]) -> bool:
    """Whether a message is nothing but insults and fillers."""
    left = [one | frozenset(analyse(word).lemmas) for one in words for word in one]
    insulted = False
    while found := find_phrases("insults", left):
        first, after = next(iter(found.values()))
        if any(
            analyse(word).first_pos == "NOUN"
            for one in words[first:after]
            for word in one
            if word in base_words
        ):
            return False
        insulted = True
        left, words = left[:first] + left[after:], [*words[:first], *words[after:]]
    return insulted and all(one & (_FILLERS | question_words.WHICH | _WITH_INSULTS) for one in left)


def _without_insults(text: str, base_words: Collection[str]) -> str | None:
    """«Ответ неправильный» of «дурак, ответ неправильный»; None where nobody is insulted."""
    found = tokens(text)
    forms = [frozenset({one.word, *analyse(one.word).lemmas}) for one in found]
    places = find_phrases("insults", forms).get("insult")
    if places is None or any(one.word in base_words for one in found[places[0] : places[1]]):
        return None
    return f"{text[: found[places[0]].start]} {text[found[places[1] - 1].end :]}"


def _scolds(left: str, base_words: Collection[str]) -> bool:
    """Whether words beside an insult are said to the bot and ask nothing of the base: «почему ты такой»."""
    words = [token.word for token in tokens(left)]
    other = [
        word
        for word in words
        if word not in _FILLERS and not _WITH_INSULTS.intersection(analyse(word).lemmas)
    ]
    asks = _ASKING.intersection(other) - question_words.WHICH
    named = any(word in base_words and analyse(word).first_pos in _NAMING for word in other)
    return not (asks or named) and not _HEARER.isdisjoint(words)


def _is_english(text: str, words: Sequence[str], base_words: Collection[str]) -> bool:
    """Whether enough words are English ones, and not all the others are names of the base («The Beatles»)."""
    if _CYRILLIC.search(text) or not _LATIN.search(text):
        return False
    other = [word for word in words if not find_phrases("english", [frozenset({word})])]
    known = len(words) - len(other)
    named = known < _QUESTION and bool(other) and all(word in base_words for word in other)
    return not named and known / len(words) >= _LEAST_ENGLISH
