"""A drafted pack is valid, all draft, and asks natural questions."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.drafting.advice.quotations import is_quotation
from knowledge.drafting.clauses.clause import read_clause
from knowledge.drafting.events.headline import noun_phrase_of
from knowledge.drafting.mentions.places import places_of
from knowledge.drafting.mentions.resolved_dates import times_of
from knowledge.drafting.pack.drafted_pack import draft_pack
from knowledge.drafting.questions.statement import statement_questions
from knowledge.drafting.statements.model import DraftStatement, StatementKind
from knowledge.facts.edits import validate_base

TODAY = date(2026, 11, 27)
TEXT = """Новый каток

Газета «Берег», 5 декабря 2025 года

В субботу на площади Мира откроется каток. Вход стоит 200 рублей, прокат коньков — 150 рублей.
«Мы ждём этого дня три года», — сказала директор парка Нина Лось. Каток будет работать с 10:00 до 21:00."""


def questions(text: str) -> list[str]:
    clause = read_clause(text)
    times = times_of(clause.text, clause.words, TODAY, future=None)
    places = places_of(clause.words, clause.text)
    return statement_questions(
        DraftStatement(
            text=text,
            clause=clause,
            paragraph=1,
            kind=StatementKind.TOLD,
            times=tuple(times),
            places=tuple(places),
        )
    )


def test_a_drafted_pack_is_valid_and_all_draft() -> None:
    base = draft_pack(TEXT, TODAY)
    assert base is not None
    validate_base(base)
    assert not base.facts
    assert base.source.publisher == "Газета «Берег»"
    assert [(one.name, one.post) for one in base.people] == [("Нина Лось", "директор парка")]
    opening = next(fact for fact in base.drafts if "откроется каток" in fact.says)
    event = base.event_by_id[opening.about[0]]
    assert (event.title, str(event.when), event.where) == ("Новый каток", "2025-12-06", "площадь Мира")
    assert opening.paragraph == 1
    assert "Когда откроется каток на площади Мира?" in opening.questions
    said = next(fact for fact in base.drafts if fact.says.startswith("Нина Лось:"))
    assert said.said_by == base.people[0].id
    assert is_quotation(said.says)


NOTICE = """В Ольховке на неделю отключат горячую воду

С 3 по 10 июня 2024 года в Южном микрорайоне Ольховки не будет горячей воды. Об этом сообщило «Тепло».

Отключение связано с ремонтом теплотрассы на улице Садовой. Вчера рабочие привезли трубы.
Ремонт обойдётся в 2 миллиона рублей."""


def test_a_text_of_one_paragraph_has_no_numbers_of_paragraphs() -> None:
    base = draft_pack(" ".join(TEXT.split("\n\n")[2].split("\n")), TODAY, date(2025, 12, 5))
    assert base is not None
    assert base.drafts
    assert {one.paragraph for one in base.every_fact} == {None}


def test_a_state_of_things_is_called_by_the_headline_and_in_the_tense_of_its_day() -> None:
    base = draft_pack(NOTICE, TODAY)
    assert base is not None
    assert base.source.main is not None
    main = base.event_by_id[base.source.main]
    assert (main.title, str(main.when)) == ("Отключение горячей воды", "2024-06-03/2024-06-10")
    assert all(event is main or event.when is None for event in base.events)
    told = [fact.says for fact in base.drafts]
    assert "Отключение горячей воды состоится с 3 июня по 10 июня 2024 года." in told
    assert not [says for says in told if "состоялся" in says]
    assert all(fact.when is None for fact in base.drafts if "трубы" in fact.says), "«вчера» of an unknown day"


def test_the_day_of_publication_told_beside_the_text_is_counted_from() -> None:
    base = draft_pack(NOTICE, TODAY, date(2024, 6, 5))
    assert base is not None
    (brought,) = [fact for fact in base.drafts if "трубы" in fact.says]
    assert (str(base.source.published), str(brought.when)) == ("2024-06-05", "2024-06-04")
    assert "Отключение горячей воды проходит с 3 июня по 10 июня 2024 года." in [
        one.says for one in base.drafts
    ]


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("Открыт новый корпус обсерватории", "Новый корпус обсерватории"),
        ("Учёные нашли под Костромой стоянку каменного века", "Стоянка каменного века"),
        ("Новый каток", "Новый каток"),
    ],
)
def test_a_headline_is_about_its_noun_phrase(headline: str, title: str) -> None:
    assert noun_phrase_of(headline) == title


def test_questions_ask_for_each_part() -> None:
    asked = questions("В субботу в Казани выставку открыла художница Анна Лось")
    assert "Когда художница Анна Лось открыла выставку в Казани?" in asked
    assert "Где Анна Лось открыла выставку?" in asked
    assert "Кто открыл выставку?" in asked
    assert "Сколько зрителей посетили матч?" in questions("Матч посетили 300 зрителей")
    assert "Что стороны договорились провести?" in questions("Стороны договорились провести встречу")
    assert "Сколько буханок пекут в день?" in questions("Мы печём 300 буханок в день")


@pytest.mark.parametrize(
    ("text", "nonsense"),
    [
        ("Больницу № 3 подключат к резервной котельной.", "Сколько"),
        ("Движение закроют от дома 12 до дома 30.", "Сколько"),
        ("Жаловаться можно по телефону 8-800-555-01-23.", "Сколько"),
        ("Без воды останутся 42 дома, две школы и детская поликлиника.", "школы"),
        ("Возраст находки — около восьми тысяч лет.", "Как долго"),
        ("Стоимость проезда — 38 рублей.", "стоит стоимость"),
        ("Археологи подняли костяной гарпун.", "Подняли ли археологи?"),
        ("Финансирует экспедицию Российский фонд: на три года выделено 9 миллионов рублей.", ": "),
        ("Такой сохранности археологи не ожидали.", "сохранностях"),
        ("Рабочие заменят трубы, которые проложили в 1987 году.", "Когда"),
        ("Слушали её 200 школьников.", "её"),
    ],
)
def test_no_question_is_made_that_nobody_would_ask(text: str, nonsense: str) -> None:
    """What is left out may be the whole form, or the question in which these words would stand."""
    plain = [one for one in questions(text) if not one.startswith(("Правда ли", "Останутся ли", "Кто "))]
    assert not any(nonsense in one for one in plain), plain


def test_a_verb_with_an_object_is_asked_for_it() -> None:
    assert "Что подняли археологи?" in questions("Археологи подняли костяной гарпун.")
    assert "Кто задержал двух кладоискателей?" in questions("Полиция задержала двух кладоискателей.")


def test_words_are_given_to_whom_they_are_said_to_be_of_alone() -> None:
    """«Об этом сообщила …» speaks of one sentence; «академик» before a surname is no post to tell of."""
    base = draft_pack(
        "Открыт корпус обсерватории\n\nПулково, 3 марта 2023 года /Вестник/. В Пулкове открыли новый корпус. "
        "Телескоп весит 12 тонн. Об этом сообщила директор обсерватории Ирина Громова.\n\n"
        "Академик Рудин прочитал лекцию о двойных звёздах. Слушали её 200 школьников.",
        TODAY,
    )
    assert base is not None
    said = {fact.says: fact.said_by for fact in base.drafts}
    assert said["В Пулкове открыли новый корпус."] is None
    assert said["По словам Ирины Громовой, телескоп весит 12 тонн."] is not None
    assert "Рудин — академик." not in said
    assert not any(one.startswith("Правда ли") for one in base.source.examples)


def test_a_text_without_a_statement_gives_no_pack() -> None:
    assert draft_pack("", TODAY) is None
    assert draft_pack("Привет!", TODAY) is None


@given(st.text(max_size=400))
def test_no_text_breaks_the_drafter(text: str) -> None:
    base = draft_pack(text, TODAY)
    if base is not None:
        validate_base(base)


@given(st.lists(st.sampled_from([*TEXT.split(), "\n", "«", "»", "—", "7", "19:30", "«", ","]), max_size=60))
def test_no_order_of_words_breaks_it(words: list[str]) -> None:
    base = draft_pack(" ".join(words), TODAY)
    if base is not None:
        validate_base(base)


def test_a_statement_is_asked_of_what_its_paragraph_is_about_and_in_the_words_of_the_article() -> None:
    """Though neither finds it by itself: the fact has none of these words."""
    base = draft_pack(
        """Город готовится к празднику

Газета «Берег», 5 июля 2026 года

Ярмарка мастеров откроется в парке 1 августа. Место стоит 900 рублей в день. Мы поговорили
с директором парка Ниной Лось.

— Сколько стоит подготовка?

— 780 тысяч рублей. Платит город.""",
        TODAY,
    )
    assert base is not None
    (place,) = [one for one in base.drafts if one.says.startswith("Место")]
    assert "Ярмарка мастеров: сколько стоит место в день?" in place.questions
    (price,) = [one for one in base.drafts if "780" in one.says]
    assert "Сколько стоит подготовка?" in price.questions
