"""What is recognised in a clause before its parts are read: times, durations, places, amounts, names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from knowledge.data.tables import read_groups
from knowledge.drafting.clauses.clause import Clause
from knowledge.drafting.mentions.name_runs import name_runs
from knowledge.drafting.mentions.places import places_of
from knowledge.drafting.mentions.resolved_dates import times_of
from knowledge.language.values import ValueKind, read_values

Spans = Sequence[tuple[int, int]]
_ANY_DAY = date(2000, 1, 1)
_BETWEEN = ("", *read_groups("drafting/attributions")["joining"])
_OF_DAY = frozenset({ValueKind.CLOCK, ValueKind.WEEKDAY})
_WHEN = frozenset({ValueKind.DATE, ValueKind.SCORE, ValueKind.DURATION}) | _OF_DAY


class Recognised:
    """Spans of characters; `names` are spans of words."""

    def __init__(self, clause: Clause) -> None:
        self.clause, self.words, self.text = clause, clause.words, clause.text
        values = read_values(self.text.replace("ё", "е"))
        told = times_of(self.text, self.words, _ANY_DAY, future=None)
        adjectives = {(word.start, word.end) for word in self.words if word.is_adjective}
        times = [(one.start, one.end) for one in told if not one.attributive]
        times = [one for one in times if one not in adjectives]  # «сентябрьский визит»
        times += [(one.start, one.end) for one in values if one.kind in _OF_DAY]
        self.times = _merged(times, self.text)
        self.durations = [(one.start, one.end) for one in values if one.kind is ValueKind.DURATION]
        self.ranges = [(one.start, one.end) for one in values if one.is_range and one.kind not in _WHEN]
        self.places = [(one.start, one.end) for one in places_of(self.words, self.text)]
        self.names = [(one.start, one.end) for one in name_runs(self.words)]

    def end(self, spans: Spans, place: int) -> int | None:
        """The place after the span in which a word stands."""
        if place >= len(self.words):
            return None
        for start, stop in spans:
            if start <= self.words[place].start < stop:
                rest = range(place, len(self.words))
                return next((at for at in rest if self.words[at].start >= stop), len(self.words))
        return None

    def time_end(self, place: int) -> int | None:
        """Of a time with the preposition before it."""
        found = self.end(self.times, place)
        if found is None and self.words[place].first_pos == "PREP":
            return self.end(self.times, place + 1)
        return found


def _merged(spans: Spans, text: str) -> list[tuple[int, int]]:
    """Overlapping ones, and those between which nothing but «и» stands, as one."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and text[out[-1][1] : start].strip(" ,") in _BETWEEN:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
