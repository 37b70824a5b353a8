"""/history and /waiting: revisions, and entities changed both in the files and in the database."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.records.history import Revision, WaitingVersion
from bot.replies import revisions
from bot.replies.editing import entity_changes
from bot.replies.parts import Button, Part, Reply, Strong, Text
from knowledge.facts.edits import overwrite
from knowledge.facts.model import FactBase
from knowledge.facts.serialization import Entity

PAGE = 8
_SHOWN = 20
UNDO, BACK, OLDER = "Вернуть как было", "К списку", "Раньше"
UNDO_SHORT = "Вернуть"
NO_HISTORY = "Правок нет."
FIRST = "Это первое наполнение базы, отменить его нельзя."
SETTLED = "Об этом расхождении уже решили."
NOTHING_WAITS = "Расхождений между файлами и базой нет."
KEEP, TAKE = "Оставить как в базе", "Взять из файлов"


def listing(found: Sequence[Revision], zone: ZoneInfo, entity_id: str = "") -> Reply:
    """One page of revisions, newest first; with `entity_id`, only those that changed it."""
    if not found:
        return text_reply(NO_HISTORY)
    title = f"История: {_title(found, entity_id)}" if entity_id else "История правок"
    lines = [f"{line(one, zone)} — {_names(one)}" for one in found]
    about = f":{entity_id}"
    buttons = [
        Button(label=str(one.number), action="e-rev", argument=f"{one.number}{about}") for one in found
    ]
    rows = [tuple(buttons[start : start + 4]) for start in range(0, len(buttons), 4)]
    undo = [
        Button(label=f"{UNDO_SHORT} {one.number}", action="e-undo", argument=str(one.number))
        for one in found
        if one.origin != "seed"
    ]
    rows += [tuple(undo[start : start + 4]) for start in range(0, len(undo), 4)]
    if len(found) == PAGE and found[-1].number > 1:
        rows.append((Button(label=OLDER, action="e-hist", argument=f"{found[-1].number}{about}"),))
    return Reply(parts=(Strong(title), Text("\n" + "\n".join(lines))), buttons=tuple(rows))


def revision(one: Revision, zone: ZoneInfo, base: FactBase, entity_id: str = "") -> Reply:
    """One revision: author, time, reason, and each field before and after."""
    parts: list[Part] = [Strong(line(one, zone))]
    if one.origin == "seed":
        parts.append(Text(f"\nВ базе стало записей: {len(one.changes)}."))
    else:
        named = overwrite(base, [change for change in one.changes if change.after is not None])
        shown = "\n".join(
            text for change in one.changes[:_SHOWN] for text in entity_changes.lines(change, named)
        )
        more = f"\n… и ещё изменений: {len(one.changes) - _SHOWN}" if len(one.changes) > _SHOWN else ""
        parts.append(Text(f"\n{shown}{more}"))
    undo = (Button(label=UNDO, action="e-undo", argument=str(one.number)),) if one.origin != "seed" else ()
    back = (Button(label=BACK, action="e-hist", argument=f"0:{entity_id}"),)
    return Reply(parts=tuple(parts), buttons=tuple(row for row in (undo, back) if row))


def line(one: Revision, zone: ZoneInfo) -> str:
    return revisions.revision_line(one.number, one.at, zone, one.author, one.why, one.origin)


def text_reply(text: str) -> Reply:
    return Reply(parts=(Text(text),))


def no_revision(number: int, *, first: bool) -> str:
    return FIRST if first else revisions.no_revision(number)


def undone(number: int) -> str:
    """The reason stored with an undo."""
    return f"отмена правки {number}"


def waiting(found: Sequence[tuple[WaitingVersion, Entity | None]], base: FactBase) -> Reply:
    """The waiting versions of the files, each with the base's version."""
    if not found:
        return text_reply(NOTHING_WAITS)
    parts: list[Part] = [Strong("Изменено и в файлах, и в базе"), Text(". Сейчас действует версия базы.")]
    rows: list[tuple[Button, ...]] = []
    for one, ours in found[:_SHOWN]:
        parts += [Text("\n\n"), Strong(f"{one.number}. {revisions.titled(one.key, ours or one.theirs)}")]
        parts.append(Text(f"\nВ базе:\n{entity_changes.entity(ours, base)}"))
        parts.append(Text(f"\nВ файлах:\n{entity_changes.entity(one.theirs, base)}"))
        both = ((KEEP, "e-keep"), (TAKE, "e-take-file"))
        rows.append(
            tuple(
                Button(label=f"{one.number}. {label}", action=verb, argument=str(one.number))
                for label, verb in both
            )
        )
    return Reply(parts=tuple(parts), buttons=tuple(rows))


def kept(one: WaitingVersion) -> str:
    return f"{revisions.titled(one.key, one.ours or one.theirs)}: осталось как в базе."


def _title(found: Sequence[Revision], entity_id: str) -> str:
    """What the newest revision of an entry says of it."""
    changes = (change for one in found for change in one.changes if change.key.id == entity_id)
    change = next(changes, None)
    return entity_id if change is None else revisions.titled(change.key, change.after or change.before)


def _names(one: Revision) -> str:
    if one.origin == "seed":
        return f"записей: {len(one.changes)}"
    names = ", ".join(revisions.titled_change(change) for change in one.changes[:3])
    return f"{names} и ещё {len(one.changes) - 3}" if len(one.changes) > 3 else names
