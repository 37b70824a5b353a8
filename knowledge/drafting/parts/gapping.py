"""A part of a sentence that lacks its verb: «вход — 200 рублей», after «билет стоит 700 рублей»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.data.tables import read_groups, read_words
from knowledge.drafting.clauses.clause import Clause
from knowledge.drafting.grammar.inflection import agrees, inflected
from knowledge.drafting.grammar.words import Word, words_of
from knowledge.drafting.parts.clause_parts import Part
from knowledge.drafting.texts.templates import template
from knowledge.language.values import ValueKind, read_values

_LINKS = read_groups("drafting/question_contexts")["gap_links"]
_BEING = read_words("verbs/being")
_COSTS = read_groups("drafting/question_contexts")["costing"]
_MODIFIERS = frozenset({"ADJF"})
_DASH = re.compile(r"\s+[—–]\s+")


def with_noun(text: str, subject: Part | None) -> str:
    """«Самый дешёвый стоит 400 рублей» after «билеты поступят»: the adjective gets its noun back."""
    words = words_of(text)
    at = next((place for place, word in enumerate(words) if word.first_pos not in _MODIFIERS), 0)
    if not at or subject is None or subject.noun is None or words[at].first_pos != "VERB":
        return text
    adjective = next((one for one in words[at - 1].readings if one.tag.case == "nomn"), None)
    noun = next((one for one in subject.noun.readings if str(one.tag.POS) == "NOUN"), None)
    if adjective is None or noun is None or "Apro" in adjective.tag:
        return text
    number = "plur" if adjective.tag.number == "plur" else "sing"
    if number == "sing" and adjective.tag.gender not in (None, noun.tag.gender):
        return text
    form = inflected(subject.noun, noun, {"nomn", number})
    end = words[at - 1].end
    return f"{text[:end]} {form.lower()}{text[end:]}" if form is not None else text


def filled(text: str, before: Clause) -> str | None:
    """The part with the verb, and where it has none of its own the subject, of the clause before it."""
    found = _DASH.search(text)
    if found is None:
        return None
    left, right = text[: found.start()].strip(), text[found.end() :].strip()
    if before.predicate is None and (priced := price_clause(text)) is not None:
        return priced
    if before.predicate is None or before.subject is None or before.subject_text is None:
        return None
    if not _is_parallel(right, before.text):
        return None
    words = words_of(left)
    verb = before.words[before.predicate].text
    is_copula = bool(before.words[before.predicate].lemmas & _BEING)
    if not words or not right or is_copula or not _fits(words, right, before):
        return None
    if words[0].folded in _LINKS and len(words) > 1:
        left, words = left[words[1].start :], words[1:]
    if words[0].first_pos == "PREP" or words[0].first_pos == "ADVB":
        return f"{before.subject_text} {left} {verb} {right}"
    if any(word.first_pos == "NOUN" and word.has("nomn") for word in words):
        return f"{left} {verb} {right}"
    noun = _shared_noun(words, before)
    return f"{left} {noun} {verb} {right}" if noun is not None else None


def price_clause(text: str) -> str | None:
    """«взрослый билет — 500 рублей» -> «взрослый билет стоит 500 рублей»."""
    found = _DASH.search(text)
    if found is None:
        return None
    left, right = text[: found.start()].strip(), text[found.end() :].strip(" .")
    words = words_of(left)
    values = read_values(right.replace("ё", "е"))
    priced = len(values) == 1 and values[0].kind is ValueKind.MONEY and values[0].start == 0
    named = next((word for word in words if word.first_pos == "NOUN" and word.has("nomn")), None)
    if not priced or values[0].end < len(right) or named is None or named.lemmas & _COSTS:
        return None
    return f"{left} {template('cost_plural' if named.has('nomn', 'plur') else 'cost')} {right}"


def _fits(words: Sequence[Word], right: str, before: Clause) -> bool:
    """Whether the verb before agrees with a noun that opens the part; «две трети — кредит» lacks no verb."""
    reading = before.predicate_reading
    noun = next((word for word in words if word.first_pos == "NOUN" and word.has("nomn")), None)
    if reading is None or noun is None or words[0].first_pos in ("PREP", "ADVB"):
        return True
    if str(reading.tag.POS) == "PRTS" and not read_values(right.replace("ё", "е")):
        return False
    named = [one for one in noun.readings if one.tag.case == "nomn" and str(one.tag.POS) == "NOUN"]
    number, gender = reading.tag.number, reading.tag.gender
    return any(
        one.tag.number in (number, None) and (number == "plur" or gender in (None, one.tag.gender))
        for one in named
    )


def _shared_noun(words: Sequence[Word], before: Clause) -> str | None:
    """«детский — 250 рублей» after «взрослый билет стоит 500 рублей»: «билет»."""
    if before.subject is None or not words or any(word.first_pos not in _MODIFIERS for word in words):
        return None
    noun = next((one for one in before.words[slice(*before.subject)][::-1] if one.has("NOUN", "nomn")), None)
    if noun is None:
        return None
    mine = [one for one in words[-1].readings if one.tag.case == "nomn" and str(one.tag.POS) == "ADJF"]
    its = [one for one in noun.readings if one.tag.case == "nomn" and str(one.tag.POS) == "NOUN"]
    agreed = any(agrees(one, other) for one in mine for other in its)
    return noun.text.lower() if agreed and "Apro" not in mine[0].tag else None


def _is_parallel(right: str, before: str) -> bool:
    """Whether a value after the dash is of a kind that the clause before has too.

    «Музей работает с 10:00; цена билета — 150 рублей»: what costs does not work.
    """
    kinds = {value.kind for value in read_values(right.replace("ё", "е"))}
    return not kinds or bool(kinds & {value.kind for value in read_values(before.replace("ё", "е"))})
