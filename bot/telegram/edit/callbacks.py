"""Callback data of proposals, roles and history, and of «Исправить» under an answer."""

from __future__ import annotations

from typing import Self

from aiogram.filters.callback_data import CallbackData


class GrownCallback(CallbackData, prefix="grown"):
    """Callback data that has got fields since: where older messages lack the last ones, they are empty."""

    @classmethod
    def unpack(cls, value: str) -> Self:
        lacking = len(cls.model_fields) - value.count(cls.__separator__)
        return super().unpack(value + cls.__separator__ * lacking)


class ProposalOpenCallback(CallbackData, prefix="e-open"):
    """Show a proposal."""

    number: int


class PublishCallback(GrownCallback, prefix="e-publish"):
    """`seen` is the fingerprint of what the screen shows; older messages have none."""

    number: int
    seen: str = ""


class OfShownChanges(GrownCallback, prefix="shown-changes"):
    """`seen` is the fingerprint of the changes that the screen shows; older messages have none."""

    number: int
    seen: str = ""


class SubmitCallback(OfShownChanges, prefix="e-submit"):
    """Ask another editor to publish."""


class SendBackCallback(OfShownChanges, prefix="e-back"):
    """Ask the author to change it: what is wrong with it."""


class DropCallback(OfShownChanges, prefix="e-drop"):
    """«Отменить»."""


class NoReasonCallback(CallbackData, prefix="e-unasked"):
    """«Отмена» where the reason is asked for which the gate is overridden."""

    number: int


class StopCheckCallback(CallbackData, prefix="e-stop"):
    """Stop the examination of a proposal."""

    number: int


class KeepSourcesCallback(OfShownChanges, prefix="e-source"):
    """The facts of a proposal keep the sources that they had."""


class StaleExamplesCallback(OfShownChanges, prefix="e-stale"):
    """Take away the examples that state a date which their fact no longer has."""


class SettleCallback(GrownCallback, prefix="e-settle"):
    """«Так и надо»: the reply at this place of the gate's summary is no alarm."""

    number: int
    place: int
    seen: str = ""


class OutdatedCallback(OfShownChanges, prefix="e-outdated"):
    """Reword the facts that still say what an event no longer is."""


class MoveEventCallback(OfShownChanges, prefix="e-move"):
    """Give the event the date and place that the facts of a proposal say now."""


class MineCallback(OfShownChanges, prefix="e-mine"):
    """In a conflict: take the author's version of a field, or of the whole entity."""

    key: str = ""
    field: str = ""


class TheirsCallback(OfShownChanges, prefix="e-theirs"):
    """In a conflict: take the published version."""

    key: str = ""
    field: str = ""


class UndoCallback(CallbackData, prefix="e-undo"):
    """Undo a revision, by a proposal."""

    revision: int


class RolesCallback(CallbackData, prefix="e-roles"):
    """The list of who has a role."""


class RoleCallback(CallbackData, prefix="e-role"):
    """One person's role."""

    user: int


class AskPersonCallback(CallbackData, prefix="e-ask"):
    """Ask for the person to give a role to, who is named by the next message."""


class GiveRoleCallback(CallbackData, prefix="e-give"):
    """Give a person a role."""

    user: int
    role: str


class TakeRoleCallback(CallbackData, prefix="e-take"):
    """Take a person's role away."""

    user: int


class AuditLogCallback(CallbackData, prefix="e-log"):
    """The audit log."""


class HistoryCallback(CallbackData, prefix="e-hist"):
    """A page of the history before a revision (0: the newest); `id` limits it to one entity."""

    before: int
    id: str


class RevisionCallback(CallbackData, prefix="e-rev"):
    """One revision; `id` is the entity from whose history it was opened."""

    number: int
    id: str


class KeepCallback(CallbackData, prefix="e-keep"):
    """Of a waiting version: keep the base's."""

    number: int


class TakeFileCallback(CallbackData, prefix="e-take-file"):
    """Of a waiting version: propose the files'."""

    number: int


class FixFactCallback(GrownCallback, prefix="fix"):
    """«Исправить»: what of this fact, event or person (`form`; older messages have only facts).

    `back`: the fact from whose card it was opened, or FACTS.
    """

    fact: str
    form: str = ""
    back: str = ""


class FixHereCallback(FixFactCallback, prefix="fix-at"):
    """The same in the place of the message, and an end of what it asked for."""


class FixOneCallback(GrownCallback, prefix="fix-one"):
    """Ask for the new value of one field, or for the reason to retire the fact."""

    field: str
    fact: str
    form: str = ""
    back: str = ""


class FixPeopleCallback(FixFactCallback, prefix="fix-who"):
    """A page of the people of a fact or event."""

    page: int = 0


class FixPersonCallback(FixFactCallback, prefix="fix-p"):
    """Ask for the role of one person; of the one just typed where `person` is empty."""

    person: str = ""


class FixRoleCallback(FixPersonCallback, prefix="fix-r"):
    """Give the role; take the person away where it is empty."""

    role: str = ""


class FixUpCallback(CallbackData, prefix="fix-up"):
    """Back to the card of /facts."""

    fact: str
    form: str


class FixCloseCallback(CallbackData, prefix="fix-x"):
    """«Закрыть» on the first card."""


class FixAllCallback(GrownCallback, prefix="fix-all"):
    """Open the form of this fact, event or person."""

    fact: str
    form: str = ""


class FormCallback(CallbackData, prefix="e-form"):
    """Go on with a form that a command interrupted."""

    number: int


class DropFormCallback(CallbackData, prefix="e-formx"):
    """Drop such a form."""

    number: int


class NoticesCallback(CallbackData, prefix="e-notices"):
    """Which messages the editor gets by themselves."""


class ReportNoticeCallback(CallbackData, prefix="e-notice"):
    """When to be told of a report: a value of ReportNotice."""

    kind: str


class DigestHourCallback(CallbackData, prefix="e-digest"):
    """The hour of the digest; -1: none."""

    hour: int
