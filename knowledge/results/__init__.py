"""The engine's reply to a question, as frozen values: what `bot` gets and words.

Imported from outside: the package itself, which has every name.
"""

from knowledge.results.answer_form import AnswerForm, Slot
from knowledge.results.explanation import Explanation, Reread, WordReading, WordTrace
from knowledge.results.leads import (
    DigestLead,
    EventLine,
    EventsLead,
    ExtremeLead,
    Held,
    JointLead,
    Lead,
    ListLead,
    OrderLead,
    Participant,
    Polarity,
    SideCount,
    SidesLead,
    SpanLead,
    ValueLead,
    YesNoLead,
)
from knowledge.results.outcomes import (
    Answer,
    Choices,
    Lack,
    Option,
    Reason,
    Refusal,
    Result,
    Shown,
    ShownValue,
    SmallTalk,
    Unanswered,
)
from knowledge.results.wishes import Duration, Wish, WishedReminder

__all__ = [
    "Answer",
    "AnswerForm",
    "Choices",
    "DigestLead",
    "Duration",
    "EventLine",
    "EventsLead",
    "Explanation",
    "ExtremeLead",
    "Held",
    "JointLead",
    "Lack",
    "Lead",
    "ListLead",
    "Option",
    "OrderLead",
    "Participant",
    "Polarity",
    "Reason",
    "Refusal",
    "Reread",
    "Result",
    "Shown",
    "ShownValue",
    "SideCount",
    "SidesLead",
    "Slot",
    "SmallTalk",
    "SpanLead",
    "Unanswered",
    "ValueLead",
    "Wish",
    "WishedReminder",
    "WordReading",
    "WordTrace",
    "YesNoLead",
]
