"""What only doubts, leaves or continues the last reply is no question of the base, and no other event's."""

from __future__ import annotations

import pytest

from bot.replies.answers import rendering
from knowledge.conversation import NEW, Conversation, from_json, to_json
from knowledge.decision.next_conversation import next_conversation
from knowledge.engine import Engine
from knowledge.facts.model import FactId
from knowledge.facts.pack import load_files
from knowledge.results import Answer, BasisLead, Polarity, Refusal, Result, Shown, Slot, SmallTalk, YesNoLead
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: canal
title: Совещание Орловии и Вендии о канале
about: совещанию Орловии и Вендии о канале
publisher: Вестник
published: "2026-05-05"
examples: [Когда прошло совещание?]
""",
    "people.yaml": """
- {id: marsh, name: Пётр Марш, post: министр путей Орловии, side: Орловия}
- {id: olin, name: Карл Олин, post: министр путей Вендии, side: Вендия}
- {id: belov, name: Иван Белов, post: президент Вендии, side: Вендия}
""",
    "events.yaml": """
- id: council
  title: Совещание о канале
  when: "2026-05-04"
  where: Шуя
  order: 1
  people: [{id: marsh, role: chair}, {id: olin, role: chair}]
- {id: opening, title: Открытие канала, when: "2027-09", where: Вязники}
- id: tver
  title: Встреча президентов Орловии и Вендии в Твери
  when: ../2026-05-01
  where: Тверь
  people: [{id: belov, role: member}]
""",
    "facts.yaml": """
- id: council
  says: Совещание о канале прошло в Шуе 4 мая 2026 года.
  topic: canal
  about: [council]
  when: "2026-05-04"
  paragraph: 1
  basis: inferred
  because: Назван только понедельник.
  questions: [Когда прошло совещание?, Где прошло совещание?, Какого числа было совещание?]
- id: chairs
  says: Председательствовали на совещании Пётр Марш и Карл Олин.
  topic: canal
  about: [council]
  people: [{id: marsh, role: chair}, {id: olin, role: chair}]
  paragraph: 2
  questions: [Кто председательствовал?, Кто вёл совещание?]
- id: locks
  says: Шлюзы канала, по словам Петра Марша, нужно перестроить.
  topic: canal
  about: [council]
  said_by: marsh
  people: [{id: marsh, role: speaker}]
  paragraph: 3
  questions: [Что сказал Марш?, Что сказал Марш о шлюзах?]
- id: tolls
  says: Пётр Марш предложил отменить сборы.
  topic: canal
  about: [council]
  said_by: marsh
  people: [{id: marsh, role: speaker}]
  paragraph: 3
  questions: [Что предложил Марш?, Что Марш сказал о сборах?]
- id: opening
  says: Канал откроют в Вязниках в сентябре 2027 года.
  topic: canal
  about: [opening]
  when: "2027-09"
  paragraph: 4
  questions: [Когда откроют канал?, Где откроют канал?]
- id: tver
  says: Незадолго до совещания президенты Орловии и Вендии встретились в Твери.
  topic: canal
  about: [tver]
  people: [{id: belov, role: member}]
  when: ../2026-05-01
  paragraph: 5
  questions: [Что было в Твери?, Кто встретился в Твери?, Когда президенты встретились в Твери?]
- id: keys
  says: Ключ от города министру путей Вендии Карлу Олину вручил президент Иван Белов.
  topic: canal
  about: [tver]
  people: [{id: belov, role: speaker}, {id: olin, role: guest}]
  paragraph: 5
  questions: [Кто вручил ключ от города Олину?, Кому вручили ключ от города?]
- id: report
  says: О совещании 5 мая 2026 года сообщил «Вестник».
  topic: canal
  about: [council]
  when: "2026-05-05"
  paragraph: 1
  questions: [Какого числа вышло сообщение?, Когда вышла заметка?, Кто сообщил о совещании?]
""",
    "terms.yaml": """
synonyms:
  - [сообщение, заметка]
  - [Орловия, орловский, орловцы, орловец]
  - [Вендия, вендский, вендцы, вендец]
topics: {canal: Канал}
""",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def last(*texts: str) -> Result:
    """The reply to the last message of a conversation, stored between its turns as the bot does."""
    conversation = NEW
    for text in texts:
        turn = ENGINE.reply(text, from_json(to_json(conversation)) if conversation.at else NEW, NOW)
        conversation = turn.conversation
    return turn.result


def shown(result: Result) -> list[str]:
    return [one.fact.id for one in result.shown] if isinstance(result, Answer) else []


def said(result: Result) -> str:
    return rendering.render(result, ENGINE.base, NOW).plain.split("\n")[0]


@pytest.mark.parametrize(
    "remark",
    [
        "спасибо, но ты не ответил на вопрос",
        "это не ответ",
        "ты меня не понял",
        "я не понял",
        "нет, не об этом",
        "я спрашивал не это",
        "я не это спросил",
        "вопрос был о другом",
    ],
)
def test_a_remark_that_something_else_was_asked_is_no_proposition(remark: str) -> None:
    result = last("Кто председательствовал?", remark)
    assert isinstance(result, Answer)
    assert result.small_talk is SmallTalk.COMPLAINT


def test_what_follows_such_a_remark_is_asked() -> None:
    assert shown(last("Кто председательствовал?", "я спрашивал не об этом, а про Тверь")) == ["tver"]
    assert shown(last("Кто председательствовал?", "ты не понял, когда откроют канал?")) == ["opening"]


@pytest.mark.parametrize("thanks", ["спасибо", "спасибо, я понял", "спасибо, молодец"])
def test_thanks_stay_thanks(thanks: str) -> None:
    result = last("Кто председательствовал?", thanks)
    assert isinstance(result, Answer)
    assert result.small_talk is SmallTalk.THANKS


@pytest.mark.parametrize(
    "doubt", ["Точно?", "правда?", "это правда?", "ты уверен?", "и почему я должен верить"]
)
def test_a_doubt_is_answered_by_where_the_last_fact_stands(doubt: str) -> None:
    result = last("Кто председательствовал?", doubt)
    assert shown(result) == ["chairs"]
    assert said(result) == "Да, так сказано в источнике (абзац 2)."


def test_of_an_inferred_fact_it_is_said_why() -> None:
    result = last("Когда прошло совещание?", "это прямо сказано или выведено?")
    assert isinstance(result, Answer)
    assert isinstance(result.lead, BasisLead)
    assert said(result).endswith("выведено. Назван только понедельник.")
    assert said(last("Кто вёл совещание?", "это прямо сказано?")) == "Прямо сказано в источнике (абзац 2)."


def test_of_a_plan_it_is_said_that_it_is_one() -> None:
    result = last("Когда откроют канал?", "а это точно будет?")
    assert isinstance(result, Answer)
    assert isinstance(result.lead, YesNoLead)
    assert result.lead.polarity is Polarity.PLANNED
    assert not isinstance(last("Когда прошло совещание?", "а это точно будет?"), Answer), "it was no plan"


def test_who_it_was_is_doubted_of_those_named_only() -> None:
    told = last("Что сказал Марш о шлюзах?", "кто это сказал?", "точно он?")
    assert isinstance(told, Answer)
    assert isinstance(told.lead, BasisLead)
    other = last("Что сказал Марш о шлюзах?", "кто это сказал?", "точно она?")
    assert not (isinstance(other, Answer) and isinstance(other.lead, BasisLead))


def test_nothing_is_vouched_for_after_a_refusal() -> None:
    result = last("Кто председательствовал?", "сколько стоил банкет?", "точно?")
    assert not shown(result)


def test_more_of_somebodys_words_is_what_else_was_said() -> None:
    assert shown(last("Что сказал Марш о шлюзах?", "Ещё что?"))[:1] == ["tolls"]
    assert shown(last("Когда прошло совещание?", "подробнее"))[:1] == ["chairs"]


def test_a_list_is_kept_after_one_choice() -> None:
    offered = Conversation(question="марш", options=(FactId("locks"), FactId("chairs")), at=NOW)
    first = ENGINE.reply("давай второе", offered, NOW)
    assert shown(first.result) == ["chairs"]
    assert shown(ENGINE.reply("а первое?", from_json(to_json(first.conversation)), NOW).result) == ["locks"]
    assert not shown(ENGINE.reply("а третье?", first.conversation, NOW).result)
    later = ENGINE.reply("Когда откроют канал?", first.conversation, NOW)
    assert not later.conversation.listed, "another question leaves the list"


@pytest.mark.parametrize(("reply", "confirms"), [("да", True), ("нет", False)])
def test_a_guess_is_confirmed_or_left(reply: str, confirms: bool) -> None:
    fact = ENGINE.base.facts[1]
    guess = Answer(rule="likely", confidence=0.5, shown=(Shown(fact=fact, slot=Slot.STATEMENT),))
    after = next_conversation("кто рулил", guess, NEW, NOW)
    assert shown(ENGINE.reply(reply, after, NOW).result) == (["chairs"] if confirms else [])


@pytest.mark.parametrize(
    "asked", ["как зовут орловского", "кто из орловцев", "Кто там был с орловской стороны?"]
)
def test_nobody_of_a_side_is_named_at_another_event(asked: str) -> None:
    result = last("Что было в Твери?", asked)
    assert isinstance(result, Refusal)


def test_of_a_side_the_one_in_the_record_is_named() -> None:
    assert said(last("Что было в Твери?", "кто там был от Вендии")) == "Иван Белов."
    assert said(last("Что было в Твери?", "а кто встречался", "а от Вендии?")) == "Иван Белов."
    assert said(last("Что было в Твери?", "Кто от Вендии вёл совещание?")) != "Иван Белов."


@pytest.mark.parametrize("asked", ["А совещание какого?", "а само совещание?"])
def test_an_event_named_alone_has_its_own_date(asked: str) -> None:
    assert "4 мая" in said(last("Какого числа вышло сообщение?", asked))


def test_another_deed_is_not_carried_over_to_an_event() -> None:
    assert "5 мая" in said(last("Когда прошло совещание?", "а вышло сообщение?"))
    assert "4 мая" in said(last("Когда откроют канал?", "а совещание?"))
    assert isinstance(last("Когда прошло совещание?", "а договор?"), Refusal)


@pytest.mark.parametrize(
    ("day", "polarity"),
    [("Это лето?", Polarity.NO), ("В понедельник?", Polarity.YES), ("В мае?", Polarity.YES)],
)
def test_a_day_is_held_against_the_date_told_beside_a_place(day: str, polarity: Polarity) -> None:
    result = last("Когда откроют канал?", "Где и когда прошло совещание?", day)
    assert isinstance(result, Answer)
    assert isinstance(result.lead, YesNoLead)
    assert result.lead.polarity is polarity


def test_a_month_beside_a_noun_is_no_day_alone() -> None:
    result = last("Где и когда прошло совещание?", "Это летний банкет?")
    assert not (isinstance(result, Answer) and isinstance(result.lead, YesNoLead))


def test_how_many_wait_is_no_span_until_an_event() -> None:
    assert isinstance(last("А сколько ждёт?"), Refusal)
    told = last("Сколько ждать до открытия канала?")
    assert isinstance(told, Answer)
    assert told.rule == "time"


def test_a_deed_left_out_is_not_who_came() -> None:
    assert last("Что было в Твери?", "Кто вручил ключ от города?", "а от Вендии?").rule != "people-set"
    assert last("Что было в Твери?", "а кто встречался", "а от Вендии?").rule == "people-set"
