"""Values in Russian text: numbers with units, money, percents, durations, clock times, dates, spans.

Outside import `read_values`, `Value`, `ValueKind`, `ValueRole`; `tables` for units.
"""

from knowledge.language.values.model import Value, ValueKind, ValueRole
from knowledge.language.values.reader import read_values

__all__ = ["Value", "ValueKind", "ValueRole", "read_values"]
