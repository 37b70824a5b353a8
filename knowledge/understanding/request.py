"""What is asked, as one value: the form of the answer, its measure, what the question states."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from knowledge.facts.dates import Precision
from knowledge.language.values import Value, ValueKind
from knowledge.results import AnswerForm, Slot

FORM_OF_SLOT: Mapping[Slot, AnswerForm] = {
    Slot.PERSON: AnswerForm.WHO,
    Slot.SPEAKER: AnswerForm.WHO,
    Slot.POST: AnswerForm.WHO,
    Slot.SIDE: AnswerForm.WHO,
    Slot.PLACE: AnswerForm.WHERE,
    Slot.DATE: AnswerForm.WHEN,
    Slot.NUMBER: AnswerForm.HOW_MANY,
    Slot.REASON: AnswerForm.REASON,
    Slot.PURPOSE: AnswerForm.PURPOSE,
    Slot.MANNER: AnswerForm.OTHER,
    Slot.SOURCE: AnswerForm.SOURCE,
    Slot.YES_NO: AnswerForm.YES_NO,
    Slot.STATEMENT: AnswerForm.WHAT,
}
_BESIDE_OTHERS = (AnswerForm.WHO, AnswerForm.WHERE, AnswerForm.WHEN)


class Span(StrEnum):
    """What a length of time is asked of."""

    UNTIL = "until"
    """How long until an event."""
    SINCE = "since"
    BETWEEN = "between"
    LASTING = "lasting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a clause asks for, apart from what it asks about."""

    form: AnswerForm
    measure: ValueKind | None = None
    """The kind of value asked for, where the question's words say it."""
    span: Span | None = None
    exact: Precision | None = None
    """How exact a date must be to be the answer: «какого числа» wants a day."""
    clock: bool = False
    """Whether a time of day is asked for: «во сколько»."""
    days: bool = False
    """Whether days of the week are asked for: «по каким дням»."""
    often: bool = False
    """Whether it asks how often: «как часто»."""
    since: bool = False
    """Whether the beginning is asked for: «с какого числа», «со скольки»."""
    worded: frozenset[int] = frozenset()
    """Places of the words that say which form is wanted: «кратко», «перечислите»."""
    values: tuple[Value, ...] = ()
    """Values that the question itself states."""
    negated: frozenset[int] = frozenset()
    """Places of the words that «не» and «нет» deny."""
    bound: bool = False
    """Whether it asks from where on something is not so: «после какого числа не примут»."""
    tagged: bool = False
    """Whether words ask for confirmation: «да?», «верно ли»."""
    predicate: bool = False
    """Whether it has a verb or the like: «второй приз?» states nothing."""
    only: bool = False
    excepted: bool = False
    alternatives: tuple[tuple[int, int], ...] = ()
    """The places of each of «X или Y»: one word or a short run."""

    @property
    def denies(self) -> bool:
        return bool(self.negated)


NO_REQUEST = Request(form=AnswerForm.OTHER)


def of_slot(request: Request, slot: Slot, first: Slot) -> Request:
    """The request for one of several slots: «где и когда» asks for a place, then for a date."""
    if slot is first or request.form is not FORM_OF_SLOT[first] or request.form not in _BESIDE_OTHERS:
        return request
    return replace(request, form=FORM_OF_SLOT[slot])
