"""Values in Russian text: numbers with units, money, percents, durations, clock times, dates, spans.

From outside: `read_values`, `Value`, `ValueKind`, `Role`; `tables` for units.
"""

from knowledge.language.values.model import Role, Value, ValueKind
from knowledge.language.values.reader import read_values

__all__ = ["Role", "Value", "ValueKind", "read_values"]
