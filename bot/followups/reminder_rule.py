"""A reminder rule: which reminders to send before an event, and at what time of day."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import time

from bot.followups.typed_reminder import KIND_OF_LENGTH, TypedReminder
from bot.records.outbox import MessageKind
from bot.records.subscriptions import NO_REMINDERS
from knowledge.results import Duration

KINDS = (MessageKind.MONTH, MessageKind.WEEK, MessageKind.DAY, MessageKind.SAME)
MAX_LENGTH = 255
"""Characters of a stored rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderRule:
    """`kinds` in the order of KINDS; `at` is the local time of each of them. `typed`: asked for in words."""

    kinds: tuple[MessageKind, ...]
    at: time
    typed: tuple[TypedReminder, ...] = ()

    def __str__(self) -> str:
        """«month,day,3d/09:00@10:00»: canonical, so that equal rules are planned once."""
        return f"{','.join((*self.kinds, *map(str, self.typed))) or NO_REMINDERS}@{self.at:%H:%M}"

    @classmethod
    def parse(cls, text: str) -> ReminderRule:
        """The inverse of `str`. Raises ValueError on anything else."""
        names, _, at = text.partition("@")
        listed = [] if names == NO_REMINDERS else names.split(",")
        typed = [TypedReminder.parse(name) for name in listed if name[:1].isdigit()]
        named = {MessageKind(name) for name in listed if not name[:1].isdigit()}
        if not named <= set(KINDS):
            raise ValueError(text)
        return cls(kinds=_ordered(named), at=time.fromisoformat(at), typed=_sorted(typed))

    def toggled(self, kind: MessageKind) -> ReminderRule:
        """The rule with this kind of reminder switched on or off."""
        return replace(self, kinds=_ordered(set(self.kinds) ^ {kind}))

    def without(self, kind: MessageKind) -> ReminderRule:
        return replace(self, kinds=_ordered(set(self.kinds) - {kind}))

    def without_typed(self, typed: TypedReminder) -> ReminderRule:
        return replace(self, typed=tuple(one for one in self.typed if one != typed))

    def without_lengths(self, lengths: Collection[Duration]) -> ReminderRule:
        """The rule without every reminder as long before the event, of the menu or asked for in words."""
        kinds = {KIND_OF_LENGTH.get(one) for one in lengths}
        typed = tuple(one for one in self.typed if one.before not in lengths)
        return replace(self, kinds=tuple(one for one in self.kinds if one not in kinds), typed=typed)

    def with_typed(self, typed: TypedReminder, offered: Collection[MessageKind]) -> ReminderRule:
        """The rule with one more reminder, never two of the same day without an hour of their own.

        `offered`: the kinds that the event's date is precise enough for.
        """
        kind = next((one for one in offered if one is typed.same_kind), None)
        alike = [one for one in self.typed if one.before == typed.before]
        if typed.clock is None and not typed.zone:
            if alike:
                return self
            if kind is not None:
                return replace(self, kinds=_ordered({*self.kinds, kind}))
        others = [one for one in self.typed if one not in alike or one.clock is not None]
        kept = self if kind is None else self.without(kind)
        return replace(kept, typed=_sorted([*others, typed]))


def _ordered(kinds: set[MessageKind]) -> tuple[MessageKind, ...]:
    return tuple(kind for kind in KINDS if kind in kinds)


def _sorted(typed: Iterable[TypedReminder]) -> tuple[TypedReminder, ...]:
    return tuple(sorted(set(typed), key=str))
