"""Readers who ask: every question of a run is worded differently, and each reader has a chat of their own."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from bot.evaluation.question_files import FOLDER, load
from knowledge.facts.pack import load_pack
from tests.bench_bot.processes import PROJECT

READERS = 5_000
_FIRST_CHAT = 10_000
_BEFORE = ("", "Подскажите, ", "Скажите, пожалуйста, ", "А ", "Добрый день! ", "Хочу узнать, ", "Интересно, ")
_AFTER = ("", " Спасибо!", " Заранее спасибо.", " Нужно для статьи", " Очень жду", " Уточните это")


def questions() -> Iterator[str]:
    """The shipped pack's questions, endlessly; the wording around them makes each one new."""
    folder = PROJECT / "knowledge" / "dialogue"
    base = load_pack(folder)
    asked = [question for fact in base.facts for question in fact.questions]
    asked += [golden.ask for golden in load([folder / FOLDER])]
    different = list(dict.fromkeys(asked))
    for turn in itertools.count():
        mark = f" ({turn + 1})" if turn else ""
        for after, before in itertools.product(_AFTER, _BEFORE):
            for question in different:
                yield f"{before}{question}{mark}{after}"


def chats() -> Iterator[int]:
    return itertools.cycle(range(_FIRST_CHAT, _FIRST_CHAT + READERS))
