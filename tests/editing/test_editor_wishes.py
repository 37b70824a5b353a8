"""Editors' wishes in words open the screens of their commands; to readers they are questions."""

from __future__ import annotations

import pytest

from bot.replies.editing import inbox as inbox_texts
from knowledge.results import EditorWish, EditorWishKind
from knowledge.understanding.editor_wishes import read_editor_wish
from tests.editing.harness import ANNA, REVIEWER, STRANGER, EditingHarness


@pytest.mark.parametrize(
    ("words", "kind", "said"),
    [
        ("Отмени, пожалуйста, последнюю правку", None, ""),
        ("отмени последнюю правку", EditorWishKind.HISTORY, ""),
        ("Пожалуйста, покажи историю правок", EditorWishKind.HISTORY, ""),
        ("история диалогов", None, ""),
        ("добавь сведение: Мост открыт 5 мая.", EditorWishKind.NEW, "Мост открыт 5 мая."),
        ("добавь меня в рассылку", None, ""),
        ("перенеси второй диалог на 1 октября", EditorWishKind.FIX, "второй диалог на 1 октября"),
        ("перенеси напоминание на завтра", None, ""),
        ("исправь: мост открыт 6 мая", EditorWishKind.FIX, "мост открыт 6 мая"),
        ("исправь место, где оно?", None, ""),
        ("выгрузи базу", EditorWishKind.EXPORT, ""),
        ("входящие", EditorWishKind.INBOX, ""),
        ("входящие звонки", None, ""),
        ("мои черновики", EditorWishKind.DRAFTS, ""),
        ("покажи статистику", EditorWishKind.STATS, ""),
        ("статистика аварий", None, ""),
    ],
)
def test_a_whole_message_is_read(words: str, kind: EditorWishKind | None, said: str) -> None:
    assert read_editor_wish(words) == (None if kind is None else EditorWish(kind=kind, said=said))


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("входящие", "/inbox"),
        ("история правок", "/history"),
        ("отмени последнюю правку", "/history"),
        ("черновики", "/drafts"),
        ("добавь сведение", "/new"),
    ],
)
async def test_a_wish_opens_the_screen_of_its_command(
    sqlite_harness: EditingHarness, words: str, command: str
) -> None:
    of_command = await sqlite_harness.write(ANNA, command)
    await sqlite_harness.write(ANNA, "/cancel")
    assert await sqlite_harness.write(ANNA, words) == of_command


async def test_to_fix_opens_the_card_of_the_nearest_fact(sqlite_harness: EditingHarness) -> None:
    text = await sqlite_harness.write(ANNA, "перенеси второй диалог на 1 октября")
    assert "Второй диалог пройдёт в Пекине." in text
    assert text.startswith("Что исправить?")


async def test_a_new_fact_is_read_from_the_words_after_the_wish(sqlite_harness: EditingHarness) -> None:
    words = "добавь сведение: Третий диалог пройдёт в Туле."
    of_command = await sqlite_harness.write(ANNA, words.replace("добавь сведение:", "/new"))
    await sqlite_harness.write(ANNA, "/cancel")
    assert await sqlite_harness.write(ANNA, words) == of_command


async def test_readers_and_lower_roles_have_no_such_wishes(sqlite_harness: EditingHarness) -> None:
    assert await sqlite_harness.write(REVIEWER, "входящие") == inbox_texts.EMPTY
    of_editor = await sqlite_harness.write(ANNA, "история правок")
    for user in (STRANGER, REVIEWER):
        assert await sqlite_harness.write(user, "история правок") != of_editor
    assert inbox_texts.EMPTY not in await sqlite_harness.write(STRANGER, "входящие")
