"""Messages that editors get by themselves, and the screen where each chooses which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.records.editor_messages import (
    DigestCounts,
    EditorSettings,
    PublishedEdit,
    ReportedAnswer,
    ReportNotice,
)
from bot.replies import revisions
from bot.replies.editing.drafts import main_change
from bot.replies.parts import Button, Part, Reply, Strong, Text
from bot.replies.truncation import shorten

SETTINGS = "Уведомления"
INBOX = "Разобрать входящие"
HOURS = (8, 9, 10, 12, 15, 18, 21)
DEFAULT_HOUR = 9
_REPORTS = {ReportNotice.NOW: "Сразу", ReportNotice.DIGEST: "В сводке", ReportNotice.NEVER: "Никогда"}
_SHOWN, _LENGTH = 5, 200


def settings(chosen: EditorSettings) -> Reply:
    """The chosen options are marked."""
    parts = (
        Strong(SETTINGS),
        Text(
            "\nСообщения читателей об ошибках: когда вам о них говорить?"
            "\nСводка раз в день: вопросы без ответа, сообщения, что ждёт и что опубликовано. В котором часу?"
        ),
    )
    reports = tuple(
        _option(label, chosen.reports is kind, "e-notice", kind.value) for kind, label in _REPORTS.items()
    )
    hours = [_option(f"{hour}:00", chosen.digest_hour == hour, "e-digest", str(hour)) for hour in HOURS]
    off = _option("Без сводки", chosen.digest_hour is None, "e-digest", "-1")
    return Reply(parts=parts, buttons=(reports, tuple(hours[:4]), (*hours[4:], off)))


def report(found: ReportedAnswer) -> Reply:
    """A reader says that an answer is wrong."""
    parts = (
        Strong("Читатель сообщил об ошибке"),
        Text(f"\nВопрос: «{shorten(found.question, _LENGTH)}»\nСообщение: {shorten(found.text, 1000)}"),
    )
    show = Button(label="Посмотреть", action="i-one", argument=str(found.asked_id))
    return Reply(parts=parts, buttons=((show, _settings_button()),))


def digest(found: DigestCounts, *, with_reports: bool) -> Reply:
    """The day in counts, then reports and publications in short."""
    parts: list[Part] = [Strong("Сводка за день"), Text("\n" + "\n".join(_lines(found)))]
    if with_reports:
        parts += _some("Сообщения об ошибках", found.reports)
    parts += _some("Опубликовано", [_published(one) for one in found.published])
    inbox = Button(label=INBOX, action="i-list", argument="most:0")
    return Reply(parts=tuple(parts), buttons=((inbox, _settings_button()),))


def _lines(found: DigestCounts) -> Iterator[str]:
    yield f"Вопросов без ответа: {found.refused}, с уточнением: {found.choices}."
    yield f"Оценок 👎: {found.disliked}, сообщений об ошибках: {len(found.reports)}."
    yield f"Читателей, которые ждут ответа: {found.waiting}."
    listed = " Список — /drafts." if found.drafts or found.awaiting else ""
    yield f"Правок начато: {found.drafts}, ждут согласования: {found.awaiting}.{listed}"


def _published(one: PublishedEdit) -> str:
    """«± сведение «Второй диалог…», и ещё 2 — Борис: перенесли»."""
    main = main_change(one.changes)
    what = "" if main is None else revisions.titled_change(main)
    more = f", и ещё {len(one.changes) - 1}" if len(one.changes) > 1 else ""
    who = f"{one.author}: {one.why}" if one.why else one.author
    return f"{what}{more} — {who}" if what else who


def _some(title: str, lines: Sequence[str]) -> Iterator[Part]:
    if not lines:
        return
    listed = "".join(f"\n• {shorten(line, _LENGTH)}" for line in lines[:_SHOWN])
    more = f"\n… и ещё {len(lines) - _SHOWN}" if len(lines) > _SHOWN else ""
    yield from (Text("\n\n"), Strong(f"{title}: {len(lines)}"), Text(f"{listed}{more}"))


def _option(label: str, chosen: bool, action: str, argument: str) -> Button:
    return Button(label=f"✓ {label}" if chosen else label, action=action, argument=argument)


def _settings_button() -> Button:
    return Button(label=SETTINGS, action="e-notices")
