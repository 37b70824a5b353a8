"""Replies before and after an edit: what differs, and which of them change alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.records.gate import ChangedReply, GateSummary
from bot.replies.editing import entity_changes, gate_replies
from bot.replies.editing.reply_difference import NOTHING, ONLY_SOURCE, difference
from knowledge.facts.model import FurtherSource
from tests.editing.harness import BASE, CHAIR, PLACE, change

QUOTE = "\n\nИсточник: Синьхуа, абзацы 1, 7\nПо состоянию на 2 декабря 2015 года"
NEW = "\n\nИсточник: Синьхуа, абзац 1\nИсточник: со слов редактора\nПо состоянию на 10 февраля 2016 года"
SAYS = "Стороны условились провести второй диалог в Пекине."
LONG = (
    f"Диалог прошёл {'в том же самом большом зале, что и прежде, ' * 5}при участии {{}} делегаций двух стран."
)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (f"Июнь 2016 года.\n\n{SAYS}{QUOTE}", f"Июль.\n\n{SAYS}{NEW}", "«Июнь 2016 года» → «Июль»"),
        (SAYS + QUOTE, SAYS + NEW, ONLY_SOURCE),
        ("Не знаю.", "40 человек.\n\nПридут 40.", "«Не знаю» → «40 человек. Придут 40»"),
        ("Не знаю.", SAYS, "«Не знаю» → «Стороны условились провести второй диалог в Пекине»"),
        (f"Да.\n\n{SAYS}", f"{SAYS}", f"«Да» → {NOTHING}"),
        (SAYS, f"{SAYS} Дата ещё не названа.", f"{NOTHING} → «Дата ещё не названа»"),
        (
            f"{SAYS}\n\nДата: 1 июня\nИсточник: Синьхуа",
            f"{SAYS}\n\nДата: 2 июня\nИсточник: Синьхуа",
            "«Дата: 1 июня» → «Дата: 2 июня»",
        ),
    ],
)  # fmt: skip
def test_the_first_sentence_that_differs_is_told_whole(before: str, after: str, told: str) -> None:
    assert difference(before, after) == told


def test_a_long_sentence_is_cut_at_words_before_what_differs() -> None:
    told = difference(LONG.format("пяти"), LONG.format("шести"))
    assert told == (
        "«… и прежде, при участии пяти делегаций двух стран» → "
        "«… и прежде, при участии шести делегаций двух стран»"
    )


def reply(question: str, before: str, after: str, harm: str = "changed", **more: object) -> ChangedReply:
    made = ChangedReply(question=question, harm=harm, origin="example", before=before, after=after)
    return replace(made, **more)  # type: ignore[arg-type]  # fields of the record


def summary_of(*replies: ChangedReply) -> GateSummary:
    counts: dict[str, int] = {}
    for one in replies:
        counts[one.harm] = counts.get(one.harm, 0) + 1
    return GateSummary(
        revision=1,
        asked=len(replies),
        replies=replies,
        counts=counts,
        missed_share=0.0,
        fails=False,
        followers=0,
    )


def test_each_question_is_told_once_with_those_that_change_alike() -> None:
    summary = summary_of(
        reply("Когда?", f"Июнь 2016 года.\n\n{SAYS}{QUOTE}", f"Июль 2016 года.\n\n{SAYS}{NEW}"),
        reply("А когда и где?", f"Июнь 2016 года.\n\nВ Пекине.{QUOTE}", f"Июль 2016 года.\n\nВ Шанхае.{NEW}"),
        reply("Где?", f"В Пекине.{QUOTE}", f"В Пекине.{NEW}"),
    )
    assert list(gate_replies.lines(summary, 10)) == [
        "Ответ станет другим: 3.",
        "• «Июнь 2016 года» → «Июль 2016 года» — 2 вопроса: «Когда?», «А когда и где?»",
        f"• «Где?»: {ONLY_SOURCE}",
    ]
    assert not gate_replies.leaves_out(summary, 10)


def test_harm_is_told_first_and_whole_and_the_rest_counted() -> None:
    summary = summary_of(
        *(reply(f"Чужой {at}?", "А.", "Б.", "other") for at in range(3)),
        *(reply(f"Без ответа {at}?", "А.", "Не нашёл.", "lost") for at in range(9)),
        *(reply(f"Другой {at}?", "А.", f"Б{at}.") for at in range(5)),
        *(reply(f"Не по теме {at}?", "А.", "Не нашёл.", "closed") for at in range(2)),
    )
    told = list(gate_replies.lines(summary, 10))
    numbered = [line.split(". ")[0] for line in told if line[:1].isdigit()]
    assert numbered == [str(number) for number in range(1, 11)], "every alarm that is shown has a button"
    assert [one.number for one in gate_replies.alarms(summary, 10)] == list(range(1, 11))
    assert told[0] == "⚠ Ответит другое сведение: 3."
    assert told[4] == "⚠ Останутся без ответа: 9."
    assert told[12] == "… и ещё 2"
    assert told[13:] == [
        "Ответ станет другим: 5.",
        "• «Другой 0?»: «А» → «Б0»",
        "• «Другой 1?»: «А» → «Б1»",
        "• «Другой 2?»: «А» → «Б2»",
        "… и ещё 2",
        "Перестанут получать ответ, которого и быть не должно: 2. «Не по теме 0?», «Не по теме 1?».",
    ]
    assert gate_replies.leaves_out(summary, 10)
    whole = "\n".join(gate_replies.all_lines(summary))
    assert all(one.question in whole for one in summary.replies)


def test_a_question_in_the_other_layout_is_told_with_what_was_meant() -> None:
    summary = summary_of(reply("Rjulf?", "А.", "Б.", "lost", meant="Когда?"))
    assert "1. «Rjulf?», то есть «Когда?»: «А» → «Б»" in list(gate_replies.lines(summary, 10))


def test_sources_that_change_alike_are_told_together_and_a_new_fact_had_none() -> None:
    word = FurtherSource(id="editor-2027-05-01", title="со слов редактора")
    base = replace(BASE, sources=(word, replace(word, id="editor-2027-05-02")))
    changes = [change(one, replace(one, source=word.id)) for one in (PLACE, CHAIR)]
    assert entity_changes.of_all(changes, base) == [
        "Меняется сведений: 2 («Второй диалог пройдёт в Пекине», «Первый диалог вёл Го Шэнкунь»)",
        "  Источник: Синьхуа → со слов редактора",
    ]
    added = entity_changes.of_all([change(None, replace(PLACE, source=word.id))], base)
    assert "  Источник: нет → со слов редактора" in added
    again = change(replace(PLACE, source=word.id), replace(PLACE, source="editor-2027-05-02", where="Шанхай"))
    assert not [line for line in entity_changes.of_all([again], base) if "Источник" in line]
