"""Replies before and after an edit: what differs, and which of them change alike."""

from __future__ import annotations

from bot.records.gate import ChangedReply, GateSummary
from bot.replies.editing import gate_replies
from bot.replies.editing.reply_difference import ONLY_SOURCE, line_differences

QUOTE = "\n\nИсточник: Синьхуа, абзацы 1, 7\nПо состоянию на 2 декабря 2015 года"
NEW = "\n\nИсточник: Синьхуа, абзац 1\nИсточник: со слов редактора\nПо состоянию на 10 февраля 2016 года"
SAYS = "Стороны условились провести второй диалог в Пекине."


def test_a_changed_line_is_told_without_the_sources_that_changed_as_well() -> None:
    assert line_differences(f"Июнь 2016 года.\n\n{SAYS}{QUOTE}", f"Июль 2016 года.\n\n{SAYS}{NEW}") == [
        "«Июнь» → «Июль»"
    ]
    assert line_differences(SAYS + QUOTE, SAYS + NEW) == [ONLY_SOURCE]


def test_a_reply_with_little_in_common_is_shown_whole() -> None:
    assert line_differences("Об этом я не знаю.", SAYS) == [
        "«Об этом я не знаю» → «Стороны условились провести второй диалог в Пекине»"
    ]


def test_replies_are_told_together_by_the_line_that_changes() -> None:
    replies = (
        reply("Когда?", f"Июнь 2016 года.\n\n{SAYS}{QUOTE}", f"Июль 2016 года.\n\n{SAYS}{NEW}"),
        reply("А когда и где?", f"Июнь 2016 года.\n\nВ Пекине.{QUOTE}", f"Июль 2016 года.\n\nВ Пекине.{NEW}"),
        reply("Где?", f"В Пекине.{QUOTE}", f"В Пекине.{NEW}"),
    )
    summary = GateSummary(
        revision=1,
        asked=3,
        replies=replies,
        counts={"changed": 3},
        missed_share=0.0,
        fails=False,
        followers=0,
    )
    assert list(gate_replies.lines(summary, 10, numbered=True)) == [
        "Ответ станет другим: 3.",
        "• «Июнь» → «Июль» — 2 вопроса: «Когда?», «А когда и где?»",
        f"• «Где?»: {ONLY_SOURCE}",
    ]
    assert "… и ещё 1" in list(gate_replies.lines(summary, 1, numbered=True))


def reply(question: str, before: str, after: str) -> ChangedReply:
    return ChangedReply(question=question, harm="changed", origin="example", before=before, after=after)
