"""What a pressed button says, one class a verb of `bot.replies.parts.Button`."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class FactPress(CallbackData, prefix="fact"):
    """One of the facts on offer."""

    fact: str


class ExamplePress(CallbackData, prefix="example"):
    """An example question, by its number in the pack."""

    number: int


class TopicsPress(CallbackData, prefix="topics"):
    """The list of topics."""


class TopicPress(CallbackData, prefix="topic"):
    topic: str
    page: int


class TimelinePress(CallbackData, prefix="timeline"):
    page: int


class CardPress(CallbackData, prefix="card"):
    """A fact opened from a page of /topics."""

    fact: str


class FollowPress(CallbackData, prefix="follow"):
    """Follow: `target` is e for an event, c for its chain, f for a fact."""

    target: str
    id: str


class SubscriptionsPress(CallbackData, prefix="subs"):
    """The list of what the chat follows."""


class SubscriptionPress(CallbackData, prefix="sub"):
    number: int


class KindPress(CallbackData, prefix="kind"):
    """A kind of reminder, on or off."""

    number: int
    what: str


class HourPress(CallbackData, prefix="hour"):
    number: int
    hour: int


class PausePress(CallbackData, prefix="pause"):
    number: int
    on: int


class UnfollowPress(CallbackData, prefix="unfollow"):
    number: int


class OffPress(CallbackData, prefix="off"):
    """Under a reminder: no more of this kind."""

    number: int
    what: str


class SnoozePress(CallbackData, prefix="snooze"):
    """Under a reminder: once more, in so many hours. `row` is the outbox's."""

    row: int
    hours: int


class CalendarPress(CallbackData, prefix="ics"):
    event: str


class ZonePress(CallbackData, prefix="zone"):
    zone: str


class QuietPress(CallbackData, prefix="quiet"):
    number: int


class ForgetPress(CallbackData, prefix="forget"):
    sure: int


class ProposalOpenPress(CallbackData, prefix="e-open"):
    """A proposal's screen."""

    number: int


class PublishPress(CallbackData, prefix="e-publish"):
    number: int


class SubmitPress(CallbackData, prefix="e-submit"):
    number: int


class DropPress(CallbackData, prefix="e-drop"):
    number: int


class MinePress(CallbackData, prefix="e-mine"):
    """In a conflict: the author's version of one entity."""

    number: int
    kind: str
    id: str


class TheirsPress(CallbackData, prefix="e-theirs"):
    """In a conflict: the version that stands."""

    number: int
    kind: str
    id: str


class NewFactPress(CallbackData, prefix="i-new"):
    """In the inbox: a new fact that answers this question."""

    number: int


class UndoPress(CallbackData, prefix="e-undo"):
    """Take a revision back, as a proposal."""

    revision: int


class RolesPress(CallbackData, prefix="e-roles"):
    """The list of who has a role."""


class RolePress(CallbackData, prefix="e-role"):
    """One person's roles."""

    user: int


class AskPersonPress(CallbackData, prefix="e-ask"):
    """Whom to give a role: to be answered by a message."""


class GivePress(CallbackData, prefix="e-give"):
    user: int
    role: str


class TakePress(CallbackData, prefix="e-take"):
    user: int


class LogPress(CallbackData, prefix="e-log"):
    """The audit log."""


class HistoryPress(CallbackData, prefix="e-hist"):
    """A page of the history before a revision (0: from the newest), perhaps of one entity."""

    before: int
    id: str


class RevisionPress(CallbackData, prefix="e-rev"):
    """One revision; `id` is the entity whose history it was opened from."""

    number: int
    id: str


class KeepPress(CallbackData, prefix="e-keep"):
    """A version that waits: the base's stays."""

    number: int


class TakeFilePress(CallbackData, prefix="e-take-file"):
    """A version that waits: the files' is proposed."""

    number: int
