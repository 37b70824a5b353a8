"""Whether a clause or an event is about what was still to come at publication."""

from __future__ import annotations

from datetime import date

from knowledge.data.tables import read_groups, read_words
from knowledge.drafting.clauses.clause import Clause
from knowledge.facts.dates import EdtfDate

_FIRST = read_groups("drafting/pronouns")["first"]
_PLANNING = read_words("verbs/planning")
_REPORTING = read_words("verbs/reporting")


def is_about_future(clause: Clause) -> bool | None:
    """None where its verb does not tell."""
    if clause.is_future or any(word.lemmas & _PLANNING for word in clause.words):
        return True
    if _wants_done(clause):
        return True
    reading = clause.predicate_reading
    lasts = reading is not None and str(reading.tag.POS) == "PRTS"  # «запись открыта»
    return False if clause.is_past and not lasts else None


def is_in_present(clause: Clause) -> bool:
    """Whether its verb stands in the present and reports nothing: «в октябре открываем второй корпус»."""
    reading = clause.predicate_reading
    if clause.predicate is None or reading is None:
        return False
    word = clause.words[clause.predicate]
    first = word.has("1per", "pres") and any(one.folded in _FIRST for one in clause.words)
    return ("pres" in reading.tag or first) and not word.lemmas & _REPORTING


def _wants_done(clause: Clause) -> bool:
    """«Просит закрыть краны до понедельника»."""
    reading = clause.predicate_reading
    if clause.predicate is None or reading is None or "pres" not in reading.tag:
        return False
    return any(word.first_pos == "INFN" for word in clause.words[clause.predicate + 1 :])


def event_tense(when: EdtfDate | None, published: date) -> str:
    """`future`, `now` for days that were not over at publication, empty for the past or without a date."""
    if when is None or when.start is None:
        return ""
    if when.start.first_day > published:
        return "future"
    return "now" if when.is_interval and when.last_day >= published else ""
