"""Callback data of proposals, and of forms that were left."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from bot.telegram.edit.grown_callback import GrownCallback


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
    """«Так и надо»: the reply at this place of the gate's summary is no alarm; where `alike` is not empty,
    nor are those of the same cause."""

    number: int
    place: int
    seen: str = ""
    alike: str = ""


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


class FormCallback(CallbackData, prefix="e-form"):
    """Go on with a form that a command interrupted."""

    number: int


class DropFormCallback(CallbackData, prefix="e-formx"):
    """Drop such a form."""

    number: int
