"""Reads what a clause asks for: the form of the answer, its measure, what the question states."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from knowledge.data.tables import read_groups, read_table, split_cell
from knowledge.facts.dates import Precision
from knowledge.language import question_words
from knowledge.language.lexicon import Term
from knowledge.language.semantic_classes import SAYING, TIMES
from knowledge.language.values import Value, ValueKind, read_values
from knowledge.language.values.tables import units
from knowledge.language.word_class import WordClass
from knowledge.results import AnswerForm, Slot
from knowledge.understanding.denials import denied_places
from knowledge.understanding.phrase_patterns import find_phrases
from knowledge.understanding.phrase_slots import asks_changed_amount
from knowledge.understanding.request import FORM_OF_SLOT, Request, Span

_PARTICLES = read_groups("function_words/particles")
_PREPOSITIONS = read_groups("function_words/prepositions")
_START = read_groups("question_words/groups")["start"] | question_words.WHICH
_WORDED = (AnswerForm.COMPARE, AnswerForm.ORDER, AnswerForm.LIST, AnswerForm.SUMMARY, AnswerForm.QUOTE)
_BOUNDS = frozenset().union(
    *(split_cell(words) for _, words in read_table("values/comparatives", "direction", "words"))
)
_BOUNDS |= _PREPOSITIONS["time_after"]
_ASKED_OF = question_words.WHICH | _START
_SPOKEN = read_table("question_words/spoken", "standard", "spoken").index("standard", "spoken", str)
_MEASURES = tuple(ValueKind)
_COMPARED = "compared"
"""The label of words that say with what a value is compared."""
_NO_REACHES = 4
"""«Или» of «или всё ещё нет» stands within so many words."""
_PREDICATES = frozenset({"VERB", "PRTS", "PRED", "INFN"})
_LIKE_SURNAMES = ("ов", "ова", "ев", "ева", "ин", "ина")
"""Endings of surnames, which the dictionary may read as short adjectives: «баллы Сомова»."""
_READY = read_groups("requests/intentions")["readiness"]


def read_request(terms: Sequence[Term], slots: Sequence[Slot], text: str, *, states: bool = False) -> Request:
    """Read one clause; `text` is the clause as typed; `slots` are what its question words ask.

    `states`: it gives the value that its noun might ask for.
    """
    words = [_forms(term) for term in terms]
    found = _forms_asked(words)
    time = find_phrases("values", words)
    values = read_values(text)
    time = {label: places for label, places in time.items() if not _is_given(label, places, terms, values)}
    time = {label: places for label, places in time.items() if not _only_named(label, places, terms, slots)}
    if "clock" in time and asks_changed_amount(terms, time["clock"][0]):
        del time["clock"]
    for edge in (Span.SINCE, Span.UNTIL):
        if edge in time and _counts_things(terms, time[edge][0]):
            del time[edge]
    measure, span = _measure(time)
    negated = frozenset(denied_places(terms))
    bound = bool(negated) and asks_bound(terms)
    form = AnswerForm.YES_NO if states else _form(terms, slots, found, time, text, measure, span)
    return Request(
        form=form,
        measure=measure,
        span=None if states else span,
        exact=_exact(time),
        clock="clock" in time and "season" not in time and measure is not ValueKind.MONEY,
        days="days" in time,
        often="often" in time,
        since=_asks_since(terms),
        worded=frozenset(at for first, after in found.values() for at in range(first, after)),
        values=values,
        negated=negated,
        bound=bound,
        tagged="tag" in find_phrases("yes_no", words),
        predicate=_has_predicate(terms),
        only=any(term.word in _PARTICLES["only"] for term in terms),
        excepted=any(term.word in _PREPOSITIONS["except"] for term in terms),
        alternatives=tuple(_alternatives(terms)),
    )


def _forms_asked(words: Sequence[frozenset[str]]) -> dict[str, tuple[int, int]]:
    """The phrases that say which form is wanted; «каким по порядку» asks for a number, not for an order."""
    found = find_phrases("forms", words)
    return {
        form: places
        for form, places in found.items()
        if form != AnswerForm.ORDER or not find_phrases("ordinals", words)
    }


def _counts_things(terms: Sequence[Term], place: int) -> bool:
    """«Сколько собак прошло», «сколько мест осталось» count; «сколько дней прошло» asks for a time."""
    counted = terms[place + 1] if place + 1 < len(terms) else None
    if counted is None or counted.morphology.first_pos != "NOUN":
        return False
    return not (TIMES | units().keys()).intersection(counted.morphology.lemmas)


def asks_bound(terms: Sequence[Term]) -> bool:
    """«После какого числа не», «меньше какой суммы нельзя»: the bound of what is possible."""
    pairs = pairwise(terms)
    return any(before.word in _BOUNDS and after.word in _ASKED_OF for before, after in pairs)


def _forms(term: Term) -> frozenset[str]:
    standard = _SPOKEN.get(term.word, term.word)
    return frozenset((term.word, standard, *term.morphology.lemmas))


def _is_given(label: str, places: tuple[int, int], terms: Sequence[Term], values: Sequence[Value]) -> bool:
    """Whether a word for a kind of value only belongs to one that is stated: «скидка 30 процентов, да?»."""
    return label.startswith("kind-") and all(
        any(value.start < term.token.start < value.end for value in values)
        for term in terms[places[0] : places[1]]
    )


def _only_named(label: str, place: tuple[int, int], terms: Sequence[Term], slots: Sequence[Slot]) -> bool:
    """Whether a noun that may ask for its value does not: «что заложили в бюджет», «он поддержал бюджет?»."""
    first, after = place
    if not label.startswith("kind-") or after - first > 1 or terms[first].morphology.first_pos != "NOUN":
        return False
    before = next((one for one in reversed(terms[:first]) if one.morphology.first_pos != "ADJF"), None)
    is_sum = label == f"kind-{ValueKind.MONEY}" and slots[:1] != (Slot.NUMBER,)
    if is_sum and before is not None and before.morphology.first_pos == "PREP":
        return True
    # «Сколько человек на площади»: where they are.
    places = _PREPOSITIONS["place_at"] | _PREPOSITIONS["place_into"]
    if label == f"kind-{ValueKind.AREA}" and before is not None and before.word in places:
        return True
    return not slots and any(
        term.word_class in (WordClass.LIGHT, WordClass.CONTENT)
        and term.morphology.first_pos in ("VERB", "PRTS")
        and "impr" not in term.morphology.moods
        for term in terms
    )


def _measure(time: Mapping[str, tuple[int, int]]) -> tuple[ValueKind | None, Span | None]:
    span = next((one for one in (Span.BETWEEN, *Span) if one.value in time), None)
    kinds = [one for one in _MEASURES if f"kind-{one.value}" in time]
    # «Сколько процентов дал бюджет» asks for a percentage, whatever comes after.
    kind = min(kinds, key=lambda one: time[f"kind-{one.value}"][0], default=None)
    return (ValueKind.DURATION if span and kind is None else kind), span


def _exact(time: Mapping[str, tuple[int, int]]) -> Precision | None:
    for name, precision in (("day", Precision.DAY), ("month", Precision.MONTH), ("year", Precision.YEAR)):
        if name in time:
            return precision
    return None


def _form(
    terms: Sequence[Term],
    slots: Sequence[Slot],
    found: Mapping[str, tuple[int, int]],
    time: Mapping[str, tuple[int, int]],
    text: str,
    measure: ValueKind | None,
    span: Span | None,
) -> AnswerForm:
    slot = slots[0] if slots else None
    worded = _worded_form(slot, found, span) or _timed_form(terms, time, span)
    if worded is not None:
        return worded
    if slot is Slot.NUMBER or (measure is not None and slot in (None, Slot.STATEMENT, Slot.MANNER)):
        return (
            AnswerForm.HOW_MUCH
            if measure not in (None, ValueKind.COUNT, ValueKind.CLOCK)
            else AnswerForm.HOW_MANY
        )
    if slot not in (None, Slot.STATEMENT):
        return FORM_OF_SLOT[slot]
    if slot is None and is_proposition(terms, slots, text):
        return AnswerForm.WHICH if _offers(terms) else AnswerForm.YES_NO
    if slot is None and _offers(terms):
        return AnswerForm.WHICH
    if slot is Slot.STATEMENT and any(SAYING.intersection(term.morphology.lemmas) for term in terms):
        return AnswerForm.QUOTE
    return AnswerForm.WHAT if slot is Slot.STATEMENT else AnswerForm.OTHER


def _worded_form(
    slot: Slot | None, found: Mapping[str, tuple[int, int]], span: Span | None
) -> AnswerForm | None:
    """The form that words ask for: «кратко», «перечислите»."""
    spans = {form: found[form.value] for form in _WORDED if form.value in found}
    if slot is Slot.NUMBER and spans.get(AnswerForm.COMPARE, ())[1:] == found.get(_COMPARED, ())[1:]:
        spans.pop(AnswerForm.COMPARE, None)  # «на сколько вырос по сравнению с прошлым годом»
    worded = max(spans, key=lambda form: spans[form][1] - spans[form][0], default=None)
    asks_more = slot not in (None, Slot.STATEMENT, Slot.MANNER) or span
    return None if worded is AnswerForm.SUMMARY and asks_more else worded


def _timed_form(
    terms: Sequence[Term], time: Mapping[str, tuple[int, int]], span: Span | None
) -> AnswerForm | None:
    if span is not None:
        return AnswerForm.HOW_LONG
    if asks_bound(terms) and any(term.word in _PREPOSITIONS["time_after"] for term in terms):
        return AnswerForm.UNTIL
    return AnswerForm.UNTIL if "clock" in time and any(term.word == "до" for term in terms) else None


def is_proposition(terms: Sequence[Term], slots: Sequence[Slot], text: str) -> bool:
    """Whether a clause without a question word states something to be confirmed."""
    if slots or any(term.word in question_words.WHICH for term in terms):
        return False
    tagged = bool(find_phrases("yes_no", [_forms(term) for term in terms]))
    if tagged:
        return True
    if any(
        "impr" in term.morphology.moods
        and term.morphology.first_pos == "VERB"
        and not (term.morphology.moods & {"past", "pres", "futr"})
        for term in terms[:2]
    ):
        return False
    return _has_predicate(terms) or text.rstrip(" )!").endswith("?")


def _has_predicate(terms: Sequence[Term]) -> bool:
    """Whether the clause states something; «сообщите» only asks."""
    return any(
        (term.morphology.first_pos in _PREDICATES and "impr" not in term.morphology.moods)
        or _is_short_adjective(term)
        for term in terms
    )


def _is_short_adjective(term: Term) -> bool:
    """«Нужна» of «взрослым нужна справка?»."""
    if term.morphology.first_pos != "ADJS":
        return False
    return not term.word.endswith(_LIKE_SURNAMES) or bool(_READY.intersection(term.morphology.lemmas))


def _asks_since(terms: Sequence[Term]) -> bool:
    pairs = pairwise(terms)
    return any(before.word in _PREPOSITIONS["since"] and after.word in _START for before, after in pairs)


def _offers(terms: Sequence[Term]) -> bool:
    return _or_place(terms) is not None


def _or_place(terms: Sequence[Term]) -> int | None:
    """Where «или» offers another thing; «был или (ещё) нет?» is a question of yes or no."""
    ends_by_no = bool(terms) and terms[-1].word in _PARTICLES["negate"]
    kept = max(len(terms) - (_NO_REACHES if ends_by_no else 0), 0)
    return next((at for at, term in enumerate(terms[:kept]) if term.word == "или"), None)


def _alternatives(terms: Sequence[Term]) -> list[tuple[int, int]]:
    place = _or_place(terms)
    if place is None or place in (0, len(terms) - 1):
        return []
    return [(max(0, place - 3), place), (place + 1, min(len(terms), place + 4))]
