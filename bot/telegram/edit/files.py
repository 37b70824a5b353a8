"""/export sends the base as a zip, a workbook or CSV; a file that an editor sends becomes a proposal."""

from __future__ import annotations

from io import BytesIO

import structlog
from aiogram import Bot, F, Router
from aiogram.exceptions import AiogramError
from aiogram.filters import Command, CommandObject
from aiogram.types import Document, Message

from bot.editing.pack_import import NotAPack, OtherPack, OutdatedExport, PackImportService
from bot.editing.spreadsheets.errors import LongCellError
from bot.editing.uploads.exports import ExportFormat
from bot.editing.uploads.refusals import RefusalReason, UploadRefusedError
from bot.records.editing import Editor, Role
from bot.replies.editing import files as texts
from bot.telegram.edit.gate_screen import GateScreen
from bot.telegram.edit.outcomes import show_proposed
from bot.telegram.edit.rights import HasRole
from bot.telegram.sending.places import place_of
from bot.telegram.sending.sender import Sender

log = structlog.get_logger()


async def export(
    message: Message, command: CommandObject, importing: PackImportService, sender: Sender
) -> None:
    place, asked = place_of(message), (command.args or ExportFormat.YAML).strip().lower()
    if asked not in set(ExportFormat):
        await sender.send(place, texts.unknown_format())
        return
    content = await importing.export(ExportFormat(asked))
    if isinstance(content, LongCellError):
        await sender.send(place, texts.long_cell(content.sheet, content.row))
        return
    await sender.send_file(place, content, texts.FILES[asked], texts.caption(asked))


async def document(
    message: Message,
    bot: Bot,
    editor: Editor,
    importing: PackImportService,
    gate_screen: GateScreen,
    sender: Sender,
) -> None:
    """The caption is the reason for the change."""
    sent, place = message.document, place_of(message)
    assert sent is not None
    limit = importing.limits.sent
    if (sent.file_size or 0) > limit:
        await sender.send(place, texts.refused(RefusalReason.TOO_LARGE, "", limit))
        return
    content = await _download(bot, sent)
    if content is None:
        await sender.send(place, texts.lost())
        return
    match await importing.propose(sent.file_name or "", content, editor, message.caption or ""):
        case UploadRefusedError() as error:
            await sender.send(place, texts.refused(error.why, error.name, limit))
        case NotAPack(problems=problems):
            await sender.send(place, texts.not_a_pack(problems))
        case OtherPack(kept=kept, given=given):
            await sender.send(place, texts.other_pack(kept, given))
        case OutdatedExport(keys=keys, revision=revision):
            await sender.send(place, texts.outdated(keys, revision))
        case proposed:
            await show_proposed(proposed, place, editor, gate_screen, sender)


async def _download(bot: Bot, sent: Document) -> bytes | None:
    try:
        found = await bot.download(sent, BytesIO())
    except (AiogramError, OSError) as error:
        # The file's address holds the token: the reason must not be logged.
        log.warning("file not downloaded", reason=type(error).__name__)
        return None
    return found.read() if found is not None else None


def build_router() -> Router:
    router = Router(name="files")
    router.message.filter(HasRole(Role.EDITOR))
    router.message.register(export, Command("export"))
    router.message.register(document, F.document)
    return router
