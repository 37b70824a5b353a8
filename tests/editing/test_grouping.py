"""Grouping of questions: same meaning together, others apart, and a new one regroups none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.editing.question_groups import group_questions
from knowledge.facts.model import Terms
from knowledge.language.lexicon import Lexicon
from knowledge.understanding.asked_subject import read_asked_subject

QUESTIONS = [
    "Когда состоится второй диалог?",
    "когда второй диалог состоится",
    "А скажите, когда же состоится второй диалог",
    "Когда состоится второй диолог?",
    "Когда состоится третий диалог?",
    "Где состоится второй диалог?",
    "Сколько лет Лоретте Линч?",
    "Сколько лет Джонсону?",
    "Какая цена была вчера?",
    "Какая скидка была вчера?",
    "а где",
    "???",
    "Где?",
]


def _groups(questions: list[str]) -> list[list[str]]:
    return group_questions(questions, str)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (0, 1, True),
        (0, 2, True),
        (0, 3, True),
        (0, 4, False),
        (0, 5, False),
        (6, 7, False),
        (8, 9, False),
        (10, 12, True),
        (10, 11, False),
    ],
)
def test_which_questions_are_grouped(one: int, other: int, same: bool) -> None:
    assert (len(_groups([QUESTIONS[one], QUESTIONS[other]])) == 1) is same


@given(st.lists(st.sampled_from(QUESTIONS) | st.text(max_size=30), max_size=12), st.text(max_size=30))
def test_new_question_does_not_regroup_older_ones(questions: list[str], new: str) -> None:
    before, after = _groups(questions), _groups([*questions, new])
    assert sum(map(len, before)) == len(questions)
    assert [group[: len(old)] for group, old in zip(after, before, strict=False)] == before


def test_groups_are_ordered_by_their_first_questions() -> None:
    assert _groups([QUESTIONS[4], QUESTIONS[0], QUESTIONS[1], QUESTIONS[4]]) == [
        [QUESTIONS[4], QUESTIONS[4]],
        [QUESTIONS[0], QUESTIONS[1]],
    ]


READ_AS_ONE = (
    ("Сколько длился первый диалог?", "как долго длился первый диалог", True),
    ("Сколько длился первый диалог?", "Какова продолжительность первого диалога?", True),
    ("Сколько длился первый диалог?", "Какова продолжительность второго диалога?", False),
    ("Сколько длился диалог", "Сколько длился обед", False),
    ("Сколько стоит билет?", "почём билеты", True),
    ("Кто открыл музей?", "Кто закрыл музей?", False),
    ("Почему диалог отменили?", "по какой причине отменили диалог", True),
    ("а где", "а когда", False),
    ("Сколько лет дирижёру?", "Какой возраст у дирижёра?", True),
    ("Возраст дирижёра", "сколько дирижеру лет", True),
    ("Сколько лет дирижёру?", "Какой рост у дирижёра?", False),
    ("Сколько лет строили мост?", "Сколько лет мосту?", False),
    ("Сколько потратили на форум?", "Сколько стоил форум?", True),
    ("Во что обошёлся форум?", "Каковы расходы на форум?", True),
    ("Какая премия у судьи?", "Какой штраф у судьи?", False),
    ("Какая глубина у колодца?", "Насколько глубокий колодец?", True),
    ("Какая глубина у колодца?", "Какая ширина у колодца?", False),
    ("Когда откроют метро?", "Какого числа открытие метро?", True),
    ("Когда откроют метро?", "Когда закроют метро?", False),
    ("Во сколько начинается спектакль?", "время начала спектакля", True),
    ("Во сколько начинается спектакль?", "Когда закончится спектакль?", False),
    ("Где пройдёт ярмарка?", "Место проведения ярмарки", True),
    ("Где родился чемпион?", "место рождения чемпиона", True),
    ("Кто написал пьесу?", "Кто автор пьесы?", True),
    ("Автор пьесы", "Когда умер автор пьесы?", False),
    ("Кто наградил тренера?", "Кого наградил тренер?", False),
    ("Кого назначили тренером?", "Кто назначен тренером?", True),
    ("Сколько лет Ольге Петровой?", "Какой возраст у Петровой?", True),
    ("Сколько лет Ольге Петровой?", "Какой возраст у Анны Петровой?", False),
    ("Сколько стоит билет?", "Сколько стоит детский билет?", False),
)


@pytest.mark.parametrize(("one", "other", "same"), READ_AS_ONE)
def test_other_wordings_of_one_question_are_read_as_one(one: str, other: str, same: bool) -> None:
    lexicon = Lexicon(Terms())
    for pair in ([one, other], [other, one]):
        groups = group_questions(pair, str, lambda text: read_asked_subject(text, lexicon))
        assert (len(groups) == 1) is same
