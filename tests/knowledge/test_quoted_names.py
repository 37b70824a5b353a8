"""Another name in quotes is another body: «да» of one is not said of the other."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Fact, FactBase, FactId, Source
from knowledge.quality.kept_replies import ANY_TIME
from knowledge.results import Answer, Polarity, YesNoLead

BASE = FactBase(
    source=Source(
        id="works",
        title="Ремонт моста",
        about="О ремонте моста. Всё из газеты.",
        publisher="Сухона",
        published=EdtfDate.parse("2026-03-14"),
        examples=("Кто ремонтировал мост?",),
    ),
    facts=(
        Fact(
            id=FactId("led"),
            says="Ремонт моста вела компания «Северстрой».",
            topic="works",
            questions=("Кто ремонтировал мост?", "Кто вёл ремонт моста?", "Вела ли ремонт «Северстрой»?"),
        ),
        Fact(
            id=FactId("lights"),
            says="Освещение моста оплатил фонд «Тёплый дом».",
            topic="works",
            questions=("Кто оплатил освещение?", "На чьи деньги сделали освещение?"),
        ),
        Fact(
            id=FactId("cafe"),
            says="У моста открылось кафе «Причал».",
            topic="works",
            questions=("Что открылось у моста?", "Какое кафе открылось у моста?"),
        ),
    ),
)
ENGINE = Engine(BASE)


def says_yes(question: str) -> bool:
    result = ENGINE.reply(question, NEW, ANY_TIME).result
    lead = result.lead if isinstance(result, Answer) else None
    return isinstance(lead, YesNoLead) and lead.polarity is Polarity.YES


@pytest.mark.parametrize(
    "question",
    [
        "Вела ли ремонт моста компания «Севергидрострой»?",
        "Вела ли ремонт моста компания «Северстройсервис»?",
        "Вёл ли ремонт «Юг-строй»?",
        "Вёл ли ремонт «Северодонстрой»?",
        "Вёл ли ремонт моста «Северэнергострой»?",
        "Оплатил ли освещение фонд «Дом»?",
        "Оплатил ли освещение фонд «Тёплый дом детям»?",
        'Открылось ли у моста кафе "Причальное"?',
    ],
)
def test_another_name_gets_no_yes(question: str) -> None:
    assert not says_yes(question)


@pytest.mark.parametrize(
    "question",
    [
        "Вела ли ремонт моста компания «Северстрой»?",
        'Ремонт вела компания "Север-строй"?',
        "Ремонт вела компания Северстрой?",
        "Оплатил ли освещение фонд «Теплый дом»?",
        "Открылось ли у моста кафе „Причал“?",
    ],
)
def test_the_same_name_gets_one_however_it_is_quoted(question: str) -> None:
    assert says_yes(question)
