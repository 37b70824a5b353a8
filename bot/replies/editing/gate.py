"""The screen of a proposal: its changes, the replies it would change, and buttons to publish or drop it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.records.editing import Proposal, ProposalState
from bot.records.gate import GateSummary
from bot.records.seen_examination import fingerprint, fingerprint_of_changes
from bot.replies import percent
from bot.replies.cli import check_report
from bot.replies.editing import entity_changes, gate_replies
from bot.replies.editing.proposals import audience, head
from bot.replies.parts import Button, Reply, Strong, Text
from knowledge.facts.edits import Change, overwrite
from knowledge.facts.model import FactBase
from knowledge.facts.serialization import EntityKind

SHOWN = 10
_MAX_LINES = 30
"""Lines of changes on the screen; the file has all."""
FILE = "otvety.txt"
FILE_CAPTION = "Правка целиком: что изменится в базе и в ответах."
PUBLISH, SUBMIT, DROP, APPROVE = (
    "Опубликовать",
    "Отправить на согласование",
    "Отменить",
    "Согласовать и опубликовать",
)
DISAGREE = "⚠ База скажет два разных: сведения расходятся с событиями"
MINE, THEIRS = "Взять моё", "Оставить как в базе"
SETTLE = "Так и надо"
OUTDATED, MOVE_EVENT = "Поправить сведения", "Изменить событие"
KEEP_SOURCE, MAIN_SOURCE = "Источник прежний", "Всё из главного источника"
SOURCE_HINT = "Прежний источник нового не говорит. Если говорит и он, нажмите «Источник прежний»."
NEW_SOURCE_HINT = (
    f"У новых сведений источник не назван: это слова редактора. Если нет, нажмите «{MAIN_SOURCE}»."
)
STALE, DROP_STALE = "⚠ Примеры называют прежнюю дату", "Убрать эти примеры"
BY_ANOTHER = {
    ProposalState.DRAFT: "Свою правку публикует другой редактор: отправьте её на согласование.",
    ProposalState.AWAITING: "Правка ждёт согласования: её опубликует другой редактор.",
}
SENT_BACK = "Вернуть на доработку"
SENT_BACK_HINT = f"«{SENT_BACK}» и «{DROP}» скажут об этом автору."
STOP = "Прервать"
STOPPED = "Проверка прервана. Правка цела: вернуться к ней — /drafts."
FAILED = "Проверить правку не удалось: сбой на моей стороне. Правка цела, попробуйте ещё раз через /drafts."
STILL_ASKED = "Из примеров их убирать незачем: читатели их всё равно зададут."
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


def screen(proposal: Proposal, base: FactBase, viewer: Viewer, *, missed_share: float) -> Reply:
    """An examined proposal with its buttons; `base` is the one that it changes."""
    summary = proposal.summary
    assert summary is not None
    found = _gate_result(summary, viewer, missed_share)
    text = "\n".join([*_changes(proposal.changes, base), "", *found, *_approval(proposal, viewer)])
    return Reply(
        parts=(Strong(head(proposal)), Text(f"\n{text}")), buttons=_buttons(proposal, summary, viewer)
    )


def needs_file(proposal: Proposal, base: FactBase) -> bool:
    """Whether the screen leaves something out."""
    summary = proposal.summary
    if summary is None:
        return False
    listed = max(len(summary.disagreements), len(summary.missed))
    too_long = listed > SHOWN or len(_lines(proposal.changes, base)) > _MAX_LINES
    return too_long or gate_replies.leaves_out(summary, SHOWN)


def file(proposal: Proposal, base: FactBase) -> str:
    """The full text of the proposal: all changes and replies."""
    summary = proposal.summary
    assert summary is not None
    return "\n".join([head(proposal), *_lines(proposal.changes, base), "", *_found(summary)]) + "\n"


def report(changes: Sequence[Change], base: FactBase, summary: GateSummary, *, missed_share: float) -> str:
    """The same for a terminal, where nothing is proposed yet."""
    counted = (f"Проверено вопросов: {summary.asked}.", *_found(summary))
    told = (*counted, audience(summary.followers), *_failures(summary, missed_share))
    return "\n".join([*_lines(changes, base), "", *told])


def _found(summary: GateSummary) -> Iterator[str]:
    """All that the gate found, however much it is."""
    yield from _conflicts(summary, len(summary.disagreements))
    yield from gate_replies.all_lines(summary)
    yield from _self_check(summary, len(summary.missed))


def progress(proposal: Proposal, done: int, total: int) -> Reply:
    counted = f": {done} из {total} вопросов" if total else ""
    stop = Button(label=STOP, action="e-stop", argument=str(proposal.id))
    return Reply(parts=(Text(f"Проверяю правку{counted}…"),), buttons=((stop,),))


def failed() -> Reply:
    return Reply(parts=(Text(FAILED),))


def stopped() -> Reply:
    return Reply(parts=(Text(STOPPED),))


def _changes(changes: Sequence[Change], base: FactBase) -> Iterator[str]:
    lines = _lines(changes, base)
    yield from lines[:_MAX_LINES]
    if len(lines) > _MAX_LINES:
        yield f"… и ещё строк: {len(lines) - _MAX_LINES}, все в файле"


def _lines(changes: Sequence[Change], base: FactBase) -> list[str]:
    """Named as they will be called: a new topic comes with the words of the base."""
    new = [one for one in changes if one.before is None or one.key.kind is EntityKind.TERMS]
    named = overwrite(base, new)
    return entity_changes.of_all(changes, named)


def _gate_result(summary: GateSummary, viewer: Viewer, tolerated: float) -> Iterator[str]:
    yield f"Проверено вопросов: {summary.asked}."
    yield from _conflicts(summary, SHOWN)
    yield from gate_replies.lines(summary, SHOWN)
    if gate_replies.alarms(summary, SHOWN):
        yield SETTLE_HINT
    yield from _self_check(summary, SHOWN)
    if viewer.takes_word:
        yield SOURCE_HINT
    if viewer.adds_word:
        yield NEW_SOURCE_HINT
    yield from _bulleted(STALE, [f"«{one}»" for one in viewer.stale], SHOWN)
    yield audience(summary.followers)
    yield from _failures(summary, tolerated)
    if summary.needs_reason:
        may = "Опубликовать можно, только объяснив почему."
        yield may if viewer.owns else "Опубликовать такое может только владелец, с объяснением."


def _approval(proposal: Proposal, viewer: Viewer) -> Iterator[str]:
    """Why there is no button to publish, or what the other buttons do."""
    if not viewer.publishes:
        yield BY_ANOTHER[proposal.state]
    elif viewer.approves:
        yield SENT_BACK_HINT


def _failures(summary: GateSummary, tolerated: float) -> Iterator[str]:
    if summary.fails:
        missed = percent.over(summary.missed_share, tolerated)
        yield f"⚠ Собственная проверка не пройдена: промахов {missed}. {check_report.ADD}"
    if summary.harms:
        harmed = f"{summary.harmed}, допустимо {summary.harmed_allowed}"
        yield f"⚠ Пострадают известные вопросы: {harmed}. {STILL_ASKED}"


def _conflicts(summary: GateSummary, most: int) -> Iterator[str]:
    found = summary.disagreements
    yield from _bulleted(f"{DISAGREE}: {len(found)}", found, most)


def _self_check(summary: GateSummary, most: int) -> Iterator[str]:
    """Apart from the replies: examples asked as if they were not in the base."""
    missed = [f"«{question}»" for question in summary.missed]
    yield from _bulleted(f"Самопроверка: без своего примера не найдутся {len(missed)}", missed, most)


def _bulleted(title: str, lines: Sequence[str], most: int) -> Iterator[str]:
    if not lines:
        return
    yield f"{title}."
    yield from (f"• {line}" for line in lines[:most])
    if len(lines) > most:
        yield f"… и ещё {len(lines) - most}"


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
    if viewer.stale:
        rows.append((Button(label=DROP_STALE, action="e-stale", argument=shown),))
    if summary.outdated and not viewer.approves:
        move = (Button(label=MOVE_EVENT, action="e-move", argument=shown),) if viewer.disputes_event else ()
        rows.append((Button(label=OUTDATED, action="e-outdated", argument=shown), *move))
    settle = [
        Button(label=f"{SETTLE}: {one.number}", action="e-settle", argument=f"{number}:{one.place}:{seen}")
        for one in gate_replies.alarms(summary, SHOWN)
    ]
    rows += [tuple(settle[at : at + 3]) for at in range(0, len(settle), 3)]
    if proposal.state is ProposalState.DRAFT and not viewer.approves:
        rows.append((Button(label=SUBMIT, action="e-submit", argument=shown),))
    back = (Button(label=SENT_BACK, action="e-back", argument=shown),) if viewer.approves else ()
    rows.append((*back, Button(label=DROP, action="e-drop", argument=shown)))
    return tuple(rows)
