"""A reminder rule: which reminders to send before an event, and at what time of day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from bot.records.outbox import MessageKind
from bot.records.subscriptions import NO_REMINDERS

KINDS = (MessageKind.MONTH, MessageKind.WEEK, MessageKind.DAY, MessageKind.SAME)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderRule:
    """`kinds` in the order of KINDS; `at` is the local time of each of them."""

    kinds: tuple[MessageKind, ...]
    at: time

    def __str__(self) -> str:
        """«month,day@10:00»: canonical, so that equal rules are planned once."""
        return f"{','.join(self.kinds) or NO_REMINDERS}@{self.at:%H:%M}"

    @classmethod
    def parse(cls, text: str) -> ReminderRule:
        """The inverse of `str`. Raises ValueError on anything else."""
        kinds, _, at = text.partition("@")
        named = set() if kinds == NO_REMINDERS else {MessageKind(kind) for kind in kinds.split(",")}
        if not named <= set(KINDS):
            raise ValueError(text)
        return cls(kinds=_ordered(named), at=time.fromisoformat(at))

    def toggled(self, kind: MessageKind) -> ReminderRule:
        """The rule with this kind of reminder switched on or off."""
        return ReminderRule(kinds=_ordered(set(self.kinds) ^ {kind}), at=self.at)

    def without(self, kind: MessageKind) -> ReminderRule:
        return ReminderRule(kinds=_ordered(set(self.kinds) - {kind}), at=self.at)


def _ordered(kinds: set[MessageKind]) -> tuple[MessageKind, ...]:
    return tuple(kind for kind in KINDS if kind in kinds)
