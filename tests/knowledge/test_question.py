"""Parsing of a question: its slots, the words that ask, the content words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.facts.model import Terms
from knowledge.language.lexicon import Lexicon
from knowledge.language.tokens import normalize
from knowledge.results import AnswerForm, Slot
from knowledge.understanding.question import Question, parse_question

LEXICON = Lexicon(Terms())


def ask(text: str) -> Question:
    return parse_question(normalize(text), LEXICON, asking=True)


def content_words(question: Question) -> list[str]:
    return [question.terms[place].word for place in question.content_places]


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("кто вёл диалог", [Slot.PERSON]),
        ("кого назначили", [Slot.PERSON]),
        ("под чьим председательством", [Slot.PERSON]),
        ("где диалог", [Slot.PLACE]),
        ("куда поехал", [Slot.PLACE]),
        ("когда диалог", [Slot.DATE]),
        ("почему ушёл", [Slot.REASON]),
        ("по какой причине ушёл", [Slot.REASON]),
        ("из-за чего спор", [Slot.REASON]),
        ("зачем мост", [Slot.PURPOSE]),
        ("для чего мост", [Slot.PURPOSE]),
        ("с какой целью построили", [Slot.PURPOSE]),
        ("сколько мостов построили", [Slot.NUMBER]),
        ("каково число участников", [Slot.NUMBER]),
        ("как добраться до моста", [Slot.MANNER]),
        ("каким образом построили", [Slot.STATEMENT]),
        ("укажите дату диалога", [Slot.DATE]),
        ("огласите количество мостов", [Slot.NUMBER]),
        ("что сказал Линч", [Slot.STATEMENT]),
        ("какой мост открыли", [Slot.STATEMENT]),
        ("кто такой Линч", [Slot.POST]),
        ("кем работает Линч", [Slot.POST]),
        ("какой пост у Линч", [Slot.POST]),
        ("как зовут министра", [Slot.PERSON]),
        ("кто сказал о мосте", [Slot.SPEAKER]),
        ("чьи это слова", [Slot.SPEAKER]),
        ("откуда инфа", [Slot.SOURCE]),
        ("состоится ли диалог", [Slot.YES_NO]),
        ("разве диалог был", [Slot.YES_NO]),
        # the noun after «какой», near and farther off
        ("в каком городе диалог", [Slot.PLACE]),
        ("в каком крупном европейском городе диалог", [Slot.PLACE]),
        ("какого числа диалог", [Slot.DATE]),
        ("какого числа страны начнут диалог", [Slot.DATE]),
        ("на какое число назначили диалог", [Slot.DATE]),
        ("какое число стран участвует", [Slot.NUMBER]),
        ("в каком числе стран", [Slot.NUMBER]),
        ("в котором часу диалог", [Slot.DATE]),
        # a country in a place, a country as a party
        ("в какой стране диалог", [Slot.PLACE]),
        ("какие страны участвуют", [Slot.STATEMENT]),
        # several at once; what is asked beside a plain «что» wins
        ("где и когда диалог", [Slot.PLACE, Slot.DATE]),
        ("что и где построили", [Slot.PLACE]),
        # terse
        ("дата диалога", [Slot.DATE]),
        ("дата и место второго диалога", [Slot.DATE, Slot.PLACE]),
        ("председатель", []),
        ("второй диалог", []),
        ("мост открыл город", []),
        ("Дополнительное время хоть раз понадобилось?", []),
        ("", []),
    ],
)
def test_slots(text: str, slots: list[Slot]) -> None:
    question = ask(text)
    assert list(question.slots) == slots
    assert question.slot is (slots[0] if slots else Slot.STATEMENT)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Подскажите, пожалуйста, когда второй диалог?", ["второй", "диалог"]),
        ("в каком городе был диалог", ["диалог"]),
        ("кто такая Лоретта Линч", ["лоретта", "линч"]),
        ("состоится ли диалог", ["состоится", "диалог"]),
        ("какой мост открыли", ["мост", "открыли"]),
        # a function word written as a name, and a number, are content
        ("где живёт Он Ким", ["живет", "он", "ким"]),
        ("когда 12", ["12"]),
        # a noun that asks is content where nothing else is
        ("источник", ["источник"]),
        # a set phrase says no more than a preposition
        ("с помощью чего подняли парус", ["подняли", "парус"]),
        ("кто до сих пор не уехал", ["уехал"]),
        ("какой счёт у команды", ["счет", "команды"]),
        ("кому нужна помощь", ["нужна", "помощь"]),
        ("где", []),
        ("кто ли", []),
    ],
)
def test_content_words(text: str, words: list[str]) -> None:
    assert content_words(ask(text)) == words


def test_a_wish_to_be_told_states_nothing() -> None:
    assert not ask("сообщите имена председателей").request.predicate
    assert ask("сообщите имена председателей").request.form is not AnswerForm.YES_NO
    assert ask("мост построили").request.form is AnswerForm.YES_NO


def test_counted_noun() -> None:
    question = ask("Сколько красивых мостов построили?")
    assert question.counted_place is not None
    assert question.terms[question.counted_place].word == "мостов"
    assert question.counted_place in question.head_places
    assert ask("Когда построили мост?").counted_place is None


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Сколько на мосту полос для машин?", "полос"),
        ("Какое число участников приехало?", "участников"),
        ("Сколько из Казахстана приехало?", "казахстана"),
    ],
)
def test_the_noun_counted_beside_others(text: str, noun: str) -> None:
    question = ask(text)
    assert question.counted_place is not None
    assert question.terms[question.counted_place].word == noun


def test_head_noun_of_which() -> None:
    question = ask("Какой большой мост открыли?")
    assert [question.terms[place].word for place in question.head_places] == ["мост"]
    assert not question.is_bare_which
    assert ask("А какой примет вторую?").is_bare_which


def test_bare_number() -> None:
    assert ask("2016").is_bare_number
    assert ask("и 12, 13").is_bare_number
    assert not ask("диалог 2016").is_bare_number


def test_words_of_a_question_in_capitals_are_not_names() -> None:
    assert content_words(ask("ГДЕ ОН ЖИВЁТ")) == ["живет"]


@given(st.text("когдагдектокакой моств12?, АБ", max_size=50))
def test_places_are_indexes_of_terms(text: str) -> None:
    question = ask(text)
    every = set(range(len(question.terms)))
    assert question.asking_places <= every
    assert set(question.content_places) <= every
    assert question.head_places <= every
    assert question.counted_place is None or question.counted_place in every
