"""Values in Russian text: numbers with units, money, percents, durations, clock times, dates, spans.

Outside import `read_values`, `number_end`, `Value`, `ValueKind`, `ValueRole`; `tables` for units.
"""

from knowledge.language.values.model import Value, ValueKind, ValueRole
from knowledge.language.values.numbers import number_end
from knowledge.language.values.reader import read_values

__all__ = ["Value", "ValueKind", "ValueRole", "number_end", "read_values"]
