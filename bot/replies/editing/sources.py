"""How the source of a fact is asked for, and what an editor's own word is called."""

from __future__ import annotations

EDITORS_WORD = "со слов редактора"
BY_EDITOR = "~editor"
"""In the place of a source's id: the editor's own word. No id looks like it."""
ASKED = (
    "Откуда это известно? Выберите источник или напишите новый: название, дату и ссылку, "
    "каждое с новой строки. Если источника нет, так и останется: «со слов редактора»."
)
ASKED_IN_TEXT = (
    "Напишите источник: название, дату и ссылку, каждое с новой строки. Известный базе источник "
    "можно назвать одним названием, а если источника нет — написать «со слов редактора»."
)
