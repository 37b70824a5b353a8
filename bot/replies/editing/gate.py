"""The screen of a proposal: its changes, the replies it would change, and buttons to publish or drop it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.records.editing import Proposal, ProposalState
from bot.records.gate import GateSummary
from bot.records.seen_examination import fingerprint, fingerprint_of_changes
from bot.replies.editing import gate_replies
from bot.replies.editing.gate_findings import (
    MAX_LINES,
    SHOWN,
    bulleted,
    change_lines,
    conflicts,
    failures,
    self_check,
)
from bot.replies.editing.proposals import audience, head
from bot.replies.parts import Button, Reply, Strong, Text
from knowledge.facts.edits import Change
from knowledge.facts.model import FactBase

PUBLISH, SUBMIT, DROP, APPROVE = (
    "Опубликовать",
    "Отправить на согласование",
    "Отменить",
    "Согласовать и опубликовать",
)
MINE, THEIRS = "Взять моё", "Оставить как в базе"
SETTLE = "Так и надо"
OUTDATED, MOVE_EVENT = "Поправить сведения", "Изменить событие"
KEEP_SOURCE, MAIN_SOURCE = "Источник прежний", "Всё из главного источника"
SOURCE_HINT = "Прежний источник нового не говорит. Если говорит и он, нажмите «Источник прежний»."
NEW_SOURCE_HINT = (
    f"У новых сведений источник не назван: это слова редактора. Если нет, нажмите «{MAIN_SOURCE}»."
)
UNREASONED = "⚠ Примеры спрашивают о причине, а в утверждении её нет"
NO_DATE = "Даты нет: в утверждении её не нашлось. Добавить можно и потом, кнопкой «Исправить»."
STALE, DROP_STALE = "⚠ Примеры называют прежнюю дату", "Убрать эти примеры"
BY_ANOTHER = {
    ProposalState.DRAFT: "Свою правку публикует другой редактор: отправьте её на согласование.",
    ProposalState.AWAITING: "Правка ждёт согласования: её опубликует другой редактор.",
}
SUBMIT_HINT = f"«{SUBMIT}» — если опубликовать должен другой редактор: он увидит эту же проверку."
SENT_BACK = "Вернуть на доработку"
SENT_BACK_HINT = f"«{SENT_BACK}» и «{DROP}» скажут об этом автору."
STOP = "Прервать"
STOPPED = "Проверка прервана. Правка цела: вернуться к ней — /drafts."
FAILED = "Проверить правку не удалось: сбой на моей стороне. Правка цела, попробуйте ещё раз через /drafts."
SETTLE_ALIKE = "{settle}: все {count}, как {number}"
SETTLE_ALIKE_HINT = "«Все …, как …» решает разом всё, что изменилось так же{hidden}."
IN_FILE = ", и то, что видно только в файле"
SETTLE_HINT = "Если что-то из отмеченного ⚠ верно, нажмите «Так и надо» с его номером: больше не спрошу."


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """`publishes`: whether the viewer may publish it; `approves`: whether another editor is the author;
    `owns`: whether the viewer may publish against the gate."""

    publishes: bool
    approves: bool
    owns: bool
    takes_word: bool = False
    """Facts would have the editor's word in the place of their source, which the viewer may undo."""
    adds_word: bool = False
    """New facts of a file name no source, and have the editor's word."""
    disputes_event: bool = False
    """Facts of the edit say another date or place than their event's record."""
    stale: tuple[str, ...] = ()
    """Examples that state a date which their fact would no longer have."""
    unreasoned: tuple[str, ...] = ()
    """Examples that ask for a reason which their fact does not give."""
    lacks_date: bool = False
    """A new fact of one message has no date."""


def screen(proposal: Proposal, base: FactBase, viewer: Viewer, *, missed_share: float) -> Reply:
    """An examined proposal with its buttons; `base` is the one that it changes."""
    summary = proposal.summary
    assert summary is not None
    found = _gate_result(summary, viewer, missed_share)
    text = "\n".join([*_changes(proposal.changes, base), "", *found, *_approval(proposal, viewer)])
    return Reply(
        parts=(Strong(head(proposal)), Text(f"\n{text}")), buttons=_buttons(proposal, summary, viewer)
    )


def progress(proposal: Proposal, done: int, total: int) -> Reply:
    counted = f": {done} из {total} вопросов" if total else ""
    stop = Button(label=STOP, action="e-stop", argument=str(proposal.id))
    return Reply(parts=(Text(f"Проверяю правку{counted}…"),), buttons=((stop,),))


def failed() -> Reply:
    return Reply(parts=(Text(FAILED),))


def stopped() -> Reply:
    return Reply(parts=(Text(STOPPED),))


def _gate_result(summary: GateSummary, viewer: Viewer, tolerated: float) -> Iterator[str]:
    yield f"Проверено вопросов: {summary.asked}."
    yield from conflicts(summary, SHOWN)
    yield from gate_replies.lines(summary, SHOWN)
    if gate_replies.alarms(summary, SHOWN):
        yield SETTLE_HINT
    if any(one.alike > 1 for one in gate_replies.alarms(summary, SHOWN)):
        hidden = IN_FILE if gate_replies.leaves_out(summary, SHOWN) else ""
        yield SETTLE_ALIKE_HINT.format(hidden=hidden)
    yield from self_check(summary, SHOWN)
    if viewer.takes_word:
        yield SOURCE_HINT
    if viewer.adds_word:
        yield NEW_SOURCE_HINT
    yield from bulleted(STALE, [f"«{one}»" for one in viewer.stale], SHOWN)
    yield from bulleted(UNREASONED, [f"«{one}»" for one in viewer.unreasoned], SHOWN)
    if viewer.lacks_date:
        yield NO_DATE
    yield audience(summary.followers)
    yield from failures(summary, tolerated)
    if summary.needs_reason:
        may = "Опубликовать можно, только объяснив почему."
        yield may if viewer.owns else "Опубликовать такое может только владелец, с объяснением."


def _changes(changes: Sequence[Change], base: FactBase) -> Iterator[str]:
    lines = change_lines(changes, base)
    yield from lines[:MAX_LINES]
    if len(lines) > MAX_LINES:
        yield f"… и ещё строк: {len(lines) - MAX_LINES}, все в файле"


def _approval(proposal: Proposal, viewer: Viewer) -> Iterator[str]:
    """Why there is no button to publish, or what the other buttons do."""
    if not viewer.publishes:
        yield BY_ANOTHER[proposal.state]
    elif viewer.approves:
        yield SENT_BACK_HINT
    elif proposal.state is ProposalState.DRAFT:
        yield SUBMIT_HINT


def _buttons(proposal: Proposal, summary: GateSummary, viewer: Viewer) -> tuple[tuple[Button, ...], ...]:
    number, seen = str(proposal.id), fingerprint(proposal)
    shown = f"{number}:{fingerprint_of_changes(proposal.changes)}"
    rows: list[tuple[Button, ...]] = []
    if viewer.publishes and (viewer.owns or not summary.needs_reason):
        label = APPROVE if viewer.approves else PUBLISH
        rows.append((Button(label=label, action="e-publish", argument=f"{number}:{seen}"),))
    if viewer.takes_word or viewer.adds_word:
        label = MAIN_SOURCE if viewer.adds_word else KEEP_SOURCE
        rows.append((Button(label=label, action="e-source", argument=shown),))
    if viewer.stale or viewer.unreasoned:
        rows.append((Button(label=DROP_STALE, action="e-stale", argument=shown),))
    if summary.outdated and not viewer.approves:
        move = (Button(label=MOVE_EVENT, action="e-move", argument=shown),) if viewer.disputes_event else ()
        rows.append((Button(label=OUTDATED, action="e-outdated", argument=shown), *move))
    rows += _settling(summary, number, seen)
    if proposal.state is ProposalState.DRAFT and not viewer.approves:
        rows.append((Button(label=SUBMIT, action="e-submit", argument=shown),))
    back = (Button(label=SENT_BACK, action="e-back", argument=shown),) if viewer.approves else ()
    rows.append((*back, Button(label=DROP, action="e-drop", argument=shown)))
    return tuple(rows)


def _settling(summary: GateSummary, number: str, seen: str) -> Iterator[tuple[Button, ...]]:
    """«Так и надо»: of each alarm by its number, then of all that have one cause."""
    found = gate_replies.alarms(summary, SHOWN)
    ones = [
        Button(label=f"{SETTLE}: {one.number}", action="e-settle", argument=f"{number}:{one.place}:{seen}")
        for one in found
    ]
    yield from (tuple(ones[at : at + 3]) for at in range(0, len(ones), 3))
    for one in found:
        if one.alike > 1:
            label = SETTLE_ALIKE.format(settle=SETTLE, count=one.alike, number=one.number)
            yield (Button(label=label, action="e-settle", argument=f"{number}:{one.place}:{seen}:all"),)
