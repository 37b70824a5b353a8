"""Sends a report or a digest to an editor; to a reader that a fact was retired or is back, and what became
of a report.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Protocol

from aiogram import Bot

from bot.followups.send_outcome import NothingToSend, SendOutcome
from bot.records.editor_messages import DigestCounts, EditorSettings, ReportedAnswer, ReportNotice
from bot.records.outbox import TO_READERS, Message, MessageKind
from bot.replies.editing import editor_messages as texts
from bot.replies.followups.retired_facts import restored_fact, retired_fact
from bot.replies.followups.settled_reports import corrected, kept
from bot.replies.parts import Reply
from bot.telegram.sending.reminders import send_once


class Digests(Protocol):
    async def report(self, number: int) -> ReportedAnswer | None: ...

    async def since(self, at: datetime, until: datetime) -> DigestCounts: ...


class RetiredStatements(Protocol):
    async def statement(self, fact: str) -> str | None: ...

    async def restored_statement(self, fact: str) -> str | None: ...


class SettledReports(Protocol):
    async def reported(self, number: int) -> tuple[str, str | None] | None: ...


class OneEditorsSettings(Protocol):
    async def of(self, user_id: int) -> EditorSettings: ...


class EditorMessageSender:
    """`is_editor`: whether a person still has the role when the message is due."""

    def __init__(
        self,
        bot: Bot,
        digests: Digests,
        settings: OneEditorsSettings,
        is_editor: Callable[[int], Awaitable[bool]],
        retired: RetiredStatements,
        settled: SettledReports,
    ) -> None:
        self._retired, self._settled = retired, settled
        self._bot, self._digests, self._settings, self._is_editor = bot, digests, settings, is_editor

    async def send(self, message: Message, *, late: bool, now: datetime) -> SendOutcome:  # noqa: ARG002
        if message.what.value in TO_READERS:
            reply = await self._to_reader(message)
        else:
            reply = await self._reply(message) if await self._is_editor(message.chat_id) else None
        return NothingToSend() if reply is None else await send_once(self._bot, message.chat_id, reply)

    async def _to_reader(self, message: Message) -> Reply | None:
        """None where the base has the retired fact again, or has it no more, or the report is gone."""
        if message.what is MessageKind.RETIRED:
            says = await self._retired.statement(message.subject_id)
            return None if says is None else retired_fact(says)
        if message.what is MessageKind.RESTORED:
            says = await self._retired.restored_statement(message.subject_id)
            return None if says is None else restored_fact(says)
        found = await self._settled.reported(int(message.subject_id))
        if found is None:
            return None
        question, says = found
        return corrected(question, says) if message.what is MessageKind.CORRECTED else kept(question)

    async def _reply(self, message: Message) -> Reply | None:
        """None where there is nothing to tell: the report is gone, or the day was quiet."""
        if message.what is MessageKind.REPORTED:
            found = await self._digests.report(int(message.subject_id))
            return None if found is None else texts.report(found)
        since = datetime.fromisoformat(str((message.after or {})["since"]))
        counts = await self._digests.since(since, message.due_at)
        chosen = await self._settings.of(message.chat_id)
        return (
            None
            if counts.is_quiet
            else texts.digest(counts, with_reports=chosen.reports is not ReportNotice.NEVER)
        )
