"""The screen of a proposal: its changes, the replies it would change, and buttons to publish or drop it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.records.editing import ChangedReply, GateSummary, Proposal, ProposalState
from bot.replies.editing import entity_changes
from bot.replies.editing.proposals import head
from bot.replies.parts import Button, Reply, Strong, Text
from knowledge.facts.edits import Change

SHOWN = 10
_MAX_LINES = 30
"""Lines of changes on the screen; the file has all."""
FILE = "otvety.txt"
FILE_CAPTION = "Правка {number} целиком: что изменится в базе и в ответах."
PUBLISH, SUBMIT, DROP, APPROVE = (
    "Опубликовать",
    "Отправить на согласование",
    "Отменить",
    "Согласовать и опубликовать",
)
DISAGREE = "⚠ Факты и события разойдутся, перепишите эти факты"
MINE, THEIRS = "Взять моё", "Оставить как в базе"


def screen(proposal: Proposal, *, missed_share: float, may_publish: bool, approves: bool) -> Reply:
    """An examined proposal with its buttons.

    `may_publish`: whether the viewer may publish it; `approves`: whether another editor is the author.
    """
    summary = proposal.summary
    assert summary is not None
    text = "\n".join([*_changes(proposal.changes), "", *_gate_result(summary, missed_share)])
    return Reply(
        parts=(Strong(head(proposal)), Text(f"\n{text}")), buttons=_buttons(proposal, may_publish, approves)
    )


def needs_file(proposal: Proposal) -> bool:
    """Whether the screen leaves something out."""
    summary = proposal.summary
    many = (
        summary is not None
        and max(summary.shifted, len(summary.lost), len(summary.near), len(summary.disagreements)) > SHOWN
    )
    return many or len(_lines(proposal.changes)) > _MAX_LINES


def file(proposal: Proposal) -> str:
    """The full text of the proposal: all changes and replies."""
    summary = proposal.summary
    assert summary is not None
    conflicts = summary.disagreements
    return (
        "\n".join(
            [
                head(proposal),
                *_lines(proposal.changes),
                "",
                *_bulleted(f"{DISAGREE}: {len(conflicts)}", conflicts, len(conflicts), len(conflicts)),
                *_reply_changes(summary, len(summary.shifts) + 1),
            ]
        )
        + "\n"
    )


def progress(proposal: Proposal, done: int, total: int) -> Reply:
    counted = f": {done} из {total} вопросов" if total else ""
    return Reply(parts=(Text(f"Проверяю правку {proposal.id}{counted}…"),))


def _changes(changes: Sequence[Change]) -> Iterator[str]:
    lines = _lines(changes)
    yield from lines[:_MAX_LINES]
    if len(lines) > _MAX_LINES:
        yield f"… и ещё строк: {len(lines) - _MAX_LINES}, все в файле"


def _lines(changes: Sequence[Change]) -> list[str]:
    return [line for change in changes for line in entity_changes.lines(change)]


def _gate_result(summary: GateSummary, tolerated: float) -> Iterator[str]:
    yield f"Проверено вопросов: {summary.asked}."
    yield from _reply_changes(summary, SHOWN)
    conflicts = summary.disagreements
    yield from _bulleted(f"{DISAGREE}: {len(conflicts)}", conflicts, len(conflicts), SHOWN)
    yield f"Узнают подписчики: {summary.followers}."
    if summary.fails:
        yield (
            f"⚠ Собственная проверка не пройдена: промахов {summary.missed_share:.0%} при допустимых "
            f"{tolerated:.0%}. Опубликовать может только владелец, с объяснением."
        )


def _reply_changes(summary: GateSummary, most: int) -> Iterator[str]:
    if not (summary.shifted or summary.lost or summary.near):
        yield "Ответы читателям не изменятся."
    yield from _bulleted(
        f"Ответы изменятся: {summary.shifted}", _changed_replies(summary.shifts), summary.shifted, most
    )
    lost = [f"«{question}»" for question in summary.lost]
    yield from _bulleted(f"⚠ Перестанут находить свой факт: {len(lost)}", lost, len(lost), most)
    near = len(summary.near)
    yield from _bulleted(
        f"⚠ Начнут отвечать, хотя ответа нет: {near}", _changed_replies(summary.near), near, most
    )


def _bulleted(title: str, lines: Sequence[str], count: int, most: int) -> Iterator[str]:
    if not count:
        return
    yield f"{title}."
    yield from (f"• {line}" for line in lines[:most])
    if count > min(most, len(lines)):
        yield f"… и ещё {count - min(most, len(lines))}"


def _changed_replies(shifts: Sequence[ChangedReply]) -> list[str]:
    return [f"«{one.question}»: {one.before} → {one.after}" for one in shifts]


def _buttons(proposal: Proposal, may_publish: bool, approves: bool) -> tuple[tuple[Button, ...], ...]:
    number = str(proposal.id)
    rows: list[tuple[Button, ...]] = []
    if may_publish:
        label = APPROVE if approves else PUBLISH
        rows.append((Button(label=label, action="e-publish", argument=number),))
    if proposal.state is ProposalState.DRAFT and not approves:
        rows.append((Button(label=SUBMIT, action="e-submit", argument=number),))
    rows.append((Button(label=DROP, action="e-drop", argument=number),))
    return tuple(rows)
