"""Words that carry nothing, and sentences that only ask to confirm the one before, change no answer."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Polarity, Refusal, Result, YesNoLead
from knowledge.understanding.fillers import without_fillers
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: kilns
title: Слёт гончаров
about: слёте гончаров
publisher: Глина
published: "2021-08-20"
examples: [Когда слёт?]
""",
    "people.yaml": """
- {id: rusakov, name: Егор Русаков, post: старшина гончаров}
""",
    "events.yaml": """
- {id: first, title: Первый слёт гончаров, when: "2021-08-19", where: Скопин, order: 1}
""",
    "facts.yaml": """
- id: day
  says: Слёт гончаров состоялся 19 августа 2021 года.
  topic: t
  about: [first]
  questions: [Когда был слёт гончаров?, Какого числа прошёл слёт?, дата слёта]
- id: place
  says: Слёт гончаров прошёл в Скопине.
  topic: t
  about: [first]
  questions: [Где прошёл слёт?, В каком городе слёт гончаров?, место слёта]
- id: clay
  says: Лучшей глиной слёт признал красную из оврага.
  topic: t
  about: [first]
  questions: [Какую глину признали лучшей?, Какая глина лучше всех?, лучшая глина]
- id: kiln
  says: Русаков пообещал сложить для школы печь.
  topic: t
  questions: [Что пообещал Русаков?, Что сложит Русаков?, обещание Русакова]
""",
    "terms.yaml": "topics: {t: Слёт}\nsynonyms:\n  - [слёт, сходка]\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def ask(text: str) -> Result:
    return ENGINE.reply(text, NEW, NOW).result


def first_fact(text: str) -> str:
    result = ask(text)
    return str(result.shown[0].fact.id) if isinstance(result, Answer) and result.shown else ""


@pytest.mark.parametrize(
    "text",
    [
        "честно говоря какую глину признали лучшей",
        "братан какую глину признали лучшей",
        "какую глину признали лучшей если не секрет",
        "какую глину признали лучшей не томи",
        "ради интереса какую глину признали лучшей, а то я забыла",
        "судя по статье какую глину признали лучшей",
        "мы с мужем поспорили какую глину признали лучшей",
        "стою в пробке какую глину признали лучшей",
        "секундочку, какую глину признали лучшей списочком",
        "для реферата какую глину признали лучшей",
    ],
)
def test_fillers_change_no_answer(text: str) -> None:
    assert first_fact(text) == "clay"


def test_a_word_that_the_base_speaks_of_is_no_filler() -> None:
    assert without_fillers("списком чисто кто вёл", lambda word: word == "чисто") == "чисто кто вёл"


def test_the_text_itself_may_be_asked_of() -> None:
    text = "что сказано в статье"
    assert without_fillers(text, lambda word: word == "статье") == text


def test_a_text_of_fillers_alone_stays_whole() -> None:
    assert without_fillers("честно говоря, ой", lambda word: False) == "честно говоря, ой"


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Тезис: «Слёт гончаров прошёл в Скопине». Подтверждается?", Polarity.YES),
        ("«Слёт гончаров прошёл в Рязани». Проверьте.", Polarity.NO),
        ("слёт был в июле, врут?", Polarity.NO),
        ("Слёт был 19 августа, правильно понимаю?", Polarity.YES),
        ("Правда или ложь: слёт прошёл в Рязани", Polarity.NO),
        ("соседка говорит что слёт был в июле, врёт?", Polarity.NO),
    ],
)
def test_what_is_to_be_confirmed_is_read_without_its_frame(text: str, polarity: Polarity) -> None:
    result = ask(text)
    assert isinstance(result, Answer), result
    assert isinstance(result.lead, YesNoLead)
    assert result.lead.polarity is polarity


def test_a_frame_makes_nothing_known() -> None:
    assert isinstance(ask("Проверка: слёт оплатил банк."), Refusal)
