"""Owners hear of what only they can settle: versions that wait after a merge of the files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import structlog
from aiogram.exceptions import AiogramError

from bot.replies.followups import owners as texts
from bot.telegram.sending.sender import Place, Sender
from knowledge.facts.serialization import Key

log = structlog.get_logger()


class Version(Protocol):
    """One version that waits."""

    @property
    def number(self) -> int: ...

    @property
    def key(self) -> Key: ...

    @property
    def told(self) -> bool: ...


class WaitingVersions(Protocol):
    async def waiting(self) -> Sequence[Version]: ...

    async def mark_told(self, numbers: Sequence[int]) -> None: ...


async def tell_owners(sender: Sender, owners: Sequence[int], versions: WaitingVersions) -> None:
    """Tell every owner once of what waits; whoever cannot be written to is left out."""
    untold = [version for version in await versions.waiting() if not version.told]
    if not untold or not owners:
        return
    reply, reached = texts.waiting([version.key for version in untold]), False
    for owner in owners:
        try:
            reached = await sender.send(Place(chat_id=owner), reply) is not None or reached
        except AiogramError as error:
            log.warning("owner not reached", reason=type(error).__name__)
    if reached:
        await versions.mark_told([version.number for version in untold])
