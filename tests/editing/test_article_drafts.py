"""An article that an editor sends: cards of drafted facts, accepted, changed and dropped, then published."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.demo.botapi import updates
from bot.editing.draft_questions import edited_questions
from bot.editing.known_facts import without_known
from bot.editing.outcomes import Proposed
from bot.editing.reworded_drafts import reworded_draft
from bot.editing.superseded_facts import without_superseded
from bot.records.editing import ProposalOrigin
from bot.replies.editing import article_drafts as texts
from bot.replies.editing import draft_fields as fields
from bot.replies.editing import gate
from bot.replies.editing.sources import EDITORS_WORD
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Basis, Fact, FactId, Participation, PersonId
from tests.editing.harness import ANNA, BASE, BORIS, OWNER, PLACE, REVIEWER, STRANGER, EditingHarness, change

ARTICLE = (
    "Музей хлеба\n\nГазета «Берег», 5 апреля 2027 года\n\n"
    "Музей хлеба открылся в Казани 3 апреля 2027 года. "
    "В его залах более 400 предметов, собранных в деревнях.\n"
    "«Мы ждали этого дня очень долго, целых семь лет», — сказала директор музея Нина Лось. "
    "Ремонт старого дома обошёлся в 12 миллионов рублей.\n"
    "Билет стоит 300 рублей, для школьников вход бесплатный. Музей работает ежедневно с 10:00 до 19:00. "
    "Экскурсии по залам проводит сам основатель коллекции, бывший пекарь Игорь Белов. "
    "Осенью 2027 года при музее откроется настоящая пекарня."
)


async def accept_all(harness: EditingHarness) -> int:
    """Accept each card; gives how many there were."""
    accepted = 0
    while texts.ACCEPT in harness.labels_to(ANNA):
        await harness.tap(ANNA, texts.ACCEPT)
        accepted += 1
    return accepted


async def publish(harness: EditingHarness) -> None:
    """Press «Опубликовать» on the gate's screen, which a file may follow."""
    screens = [one for one in harness.messages_to(ANNA) if gate.PUBLISH in dict(harness.buttons(one))]
    await harness.tap(ANNA, gate.PUBLISH, screens[-1])


def finish_label(harness: EditingHarness) -> str:
    return next(label for label in harness.labels_to(ANNA) if label.startswith(texts.FINISH))


async def test_an_article_is_gone_over_and_published(harness: EditingHarness) -> None:
    text = await harness.write(ANNA, ARTICLE)
    assert ": 1 из" in text
    assert "Вопросы:" in text
    total = int(text.split(" из ")[1].split(",")[0])
    await harness.tap(ANNA, texts.DROP)
    assert f"1 из {total - 1}, принято 0" in harness.text_to(ANNA)
    await harness.tap(ANNA, texts.CHANGE)
    assert "своими словами" in harness.text_to(ANNA)
    await harness.write(ANNA, "В залах музея хлеба больше четырёхсот предметов.")
    assert "В залах музея хлеба больше четырёхсот предметов." in harness.text_to(ANNA)
    assert "принято 1 ✓" in harness.text_to(ANNA)
    await harness.tap(ANNA, texts.NEXT)
    assert await accept_all(harness) == total - 2
    await harness.tap(ANNA, finish_label(harness))
    await publish(harness)
    base = await harness.base()
    said = [fact.says for fact in base.facts]
    assert "В залах музея хлеба больше четырёхсот предметов." in said
    assert not base.drafts
    assert [(one.title, one.publisher) for one in base.sources] == [("Музей хлеба", "Газета «Берег»")]
    assert {one.name for one in base.people} >= {"Нина Лось"}
    assert await harness.editing.publishing.open() == []


def test_a_card_tells_when_and_where_its_event_is() -> None:
    first, second = BASE.events
    assert texts.titled_event(first) == "Первый диалог (1 декабря 2015 года)"
    assert texts.titled_event(replace(second, where="Пекин")) == "Второй диалог (июнь 2027 года, Пекин)"
    assert texts.titled_event(replace(second, when=None)) == "Второй диалог"


async def test_a_card_tells_all_and_its_questions_are_changed_by_one_message(harness: EditingHarness) -> None:
    await harness.write(ANNA, ARTICLE)
    while "Нина Лось" not in harness.text_to(ANNA) or "Чьи слова" not in harness.text_to(ANNA):
        await harness.tap(ANNA, texts.NEXT)
    await harness.tap(ANNA, texts.BACK)
    await harness.tap(ANNA, texts.NEXT)
    card = harness.text_to(ANNA)
    assert "Чьи слова: Нина Лось" in card
    first, second = (line[3:] for line in card.splitlines() if line.startswith(("1. ", "2. ")))
    await harness.tap(ANNA, texts.QUESTIONS)
    await harness.write(ANNA, "1\nКак долго ждали музей?")
    assert f"1. {second}" in harness.text_to(ANNA)
    assert "Как долго ждали музей?" in harness.text_to(ANNA)
    assert first not in harness.text_to(ANNA)
    await harness.tap(ANNA, texts.QUESTIONS)
    await harness.write(ANNA, "1-99")
    assert harness.text_to(ANNA) == texts.NO_QUESTIONS


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("2", ("а?", "в?")),
        ("1, 3", ("б?",)),
        ("2-3", ("а?",)),
        ("г?\n1", ("б?", "в?", "г?")),
        ("99", ("а?", "б?", "в?")),
        ("1 2 3", ()),
    ],
)
def test_numbers_leave_questions_out_and_lines_add_some(typed: str, left: tuple[str, ...]) -> None:
    assert edited_questions(("а?", "б?", "в?"), typed) == left


async def test_a_restart_loses_no_card_and_what_is_left_stays(harness: EditingHarness) -> None:
    await harness.write(ANNA, ARTICLE)
    await harness.tap(ANNA, texts.ACCEPT)
    harness.restart()
    assert "принято 1" in harness.text_to(ANNA)
    await harness.tap(ANNA, finish_label(harness))
    harness.restart()
    await publish(harness)
    assert len((await harness.base()).facts) == 3
    (left,) = await harness.editing.publishing.open()
    assert left.origin is ProposalOrigin.ARTICLE
    await harness.write(ANNA, "/drafts")
    await harness.tap(ANNA, harness.labels_to(ANNA)[0])
    assert "принято 0" in harness.text_to(ANNA)
    await harness.tap(ANNA, texts.ACCEPT)
    await harness.tap(ANNA, finish_label(harness))
    await publish(harness)
    assert len((await harness.base()).facts) == 4


async def test_a_text_file_is_an_article_too_and_an_empty_one_none(harness: EditingHarness) -> None:
    assert "Черновик" in await harness.send_file(ANNA, "Статья.TXT", ARTICLE.encode())
    assert await harness.send_file(ANNA, "b.txt", b"") == texts.NOTHING
    assert await harness.send_file(ANNA, "b.txt", b"\xff\xfe\x00") == texts.NOTHING


async def test_only_editors_have_texts_drafted(harness: EditingHarness) -> None:
    for user in (REVIEWER, STRANGER):
        await harness.write(user, ARTICLE)
        assert "Черновик" not in harness.text_to(user)
    assert await harness.editing.publishing.open() == []
    await harness.write(OWNER, "Где пройдёт второй диалог?")
    assert "Пекин" in harness.text_to(OWNER)


async def test_an_old_card_says_that_the_draft_is_gone(harness: EditingHarness) -> None:
    await harness.write(ANNA, ARTICLE)
    card = harness.messages_to(ANNA)[-1]
    (proposal,) = await harness.editing.publishing.open()
    await harness.editing.publishing.drop(proposal.id, await harness.person(ANNA))
    await harness.tap(ANNA, texts.NEXT, card)
    assert harness.text_to(ANNA) == texts.GONE


async def test_an_article_that_telegram_has_split_becomes_one_draft(harness: EditingHarness) -> None:
    sentence = "В зале номер {0} стоят {0} старых прялок, привезённых из деревни."
    whole = ARTICLE + "\n" + "\n".join(sentence.format(number) for number in range(20, 60))
    cut = whole.index("В зале номер 58")
    assert cut > 2048
    await harness.write(ANNA, whole[:cut], date=1_800_000_000)
    messages = len(harness.messages_to(ANNA))
    await harness.write(ANNA, whole[cut:], date=1_800_000_001)
    assert len(harness.messages_to(ANNA)) == messages, "the card of the beginning now shows the whole"
    [draft] = await harness.editing.publishing.open()
    await harness.editing.publishing.drop(draft.id, await harness.person(ANNA))
    entire = await harness.editing.article_drafts.begin(whole, await harness.person(BORIS))
    assert isinstance(entire, Proposed)
    assert draft.changes == entire.proposal.changes


async def test_a_question_long_after_an_article_is_a_question(harness: EditingHarness) -> None:
    await harness.write(ANNA, ARTICLE + " Слово." * 300, date=1_800_000_000)
    assert "Пекине" in await harness.write(ANNA, "Где пройдёт второй диалог?", date=1_800_000_010)


async def test_three_short_paragraphs_are_an_article_and_a_long_question_is_none(
    harness: EditingHarness,
) -> None:
    paragraphs = ARTICLE.split("\n\n")
    short = "\n\n".join([*paragraphs[:2], "\n".join(paragraphs[2].split("\n")[:2])])
    assert 200 < len(short) < 500
    assert ": 1 из" in await harness.write(ANNA, short)
    asked = f"{short}\nКогда открылся музей?"
    assert ": 1 из" not in await harness.write(ANNA, asked)


async def test_an_article_without_a_date_is_told_how_to_give_it(sqlite_harness: EditingHarness) -> None:
    await sqlite_harness.write(ANNA, ARTICLE)
    assert texts.NO_DATE not in [one.get("text") for one in sqlite_harness.messages_to(ANNA)]
    (first_draft,) = await sqlite_harness.editing.publishing.open()
    await sqlite_harness.editing.publishing.drop(first_draft.id, await sqlite_harness.person(ANNA))
    await sqlite_harness.write(BORIS, ARTICLE.replace("Газета «Берег», 5 апреля 2027 года\n\n", ""))
    first, card = sqlite_harness.messages_to(BORIS)[-2:]
    assert first["text"] == texts.NO_DATE
    assert ": 1 из" in card["text"]


def test_new_words_drop_people_and_questions_of_the_old() -> None:
    fact = Fact(
        id=FactId("guide"),
        says="Экскурсии проводит бывший пекарь Игорь Белов.",
        topic="all",
        people=(Participation(person=PersonId("belov"), role="member"),),
        questions=("Кто проводит экскурсии?", "Что проводит Белов?", "Экскурсии проводят?"),
    )
    names = {PersonId("belov"): "Игорь Белов"}
    kept = reworded_draft(fact, "Экскурсии проводит пекарь Белов.", names)
    assert kept.people == fact.people
    assert set(fact.questions) < set(kept.questions), "and those that the new words give"
    dropped = reworded_draft(fact, "Экскурсии проводят каждый день.", names)
    assert dropped.people == ()
    assert "Как часто проводят экскурсии?" in dropped.questions
    assert not [one for one in dropped.questions if "Белов" in one or one.startswith("Кто")]


async def test_an_article_sent_again_proposes_only_what_is_new(harness: EditingHarness) -> None:
    await harness.write(ANNA, ARTICLE)
    total = int(harness.text_to(ANNA).split(" из ")[1].split(",")[0])
    await harness.tap(ANNA, texts.ACCEPT)
    note, card = await sent_again(harness, ARTICLE)
    assert note.startswith(texts.ALL_KNOWN)
    assert texts.WAITS in note, "what waits in a draft is known, too"
    assert "принято 1" in card, "the draft that has them"
    await harness.tap(ANNA, finish_label(harness))
    await publish(harness)
    first = (await harness.base()).facts[-1]
    for draft in await harness.editing.publishing.open():
        await harness.editing.publishing.drop(draft.id, await harness.person(ANNA))
    note, card = await sent_again(harness, ARTICLE)
    assert note.startswith(f"{texts.KNOWN}: 1 сведение.")
    assert first.says in note
    assert f"1 из {total - 1}," in card
    await accept_all(harness)
    await harness.tap(ANNA, finish_label(harness))
    await publish(harness)
    base = await harness.base()
    assert len(base.sources) == 1, "the article is the source that the base has"
    assert len({fact.source for fact in base.facts[2:]}) == 1


async def test_what_the_base_has_corrected_since_is_not_offered_as_new(harness: EditingHarness) -> None:
    await harness.write(ANNA, ARTICLE)
    await accept_all(harness)
    await harness.tap(ANNA, finish_label(harness))
    await publish(harness)
    price = next(one for one in (await harness.base()).facts if "300 рублей" in one.says)
    dearer = replace(price, says=price.says.replace("300", "350"))
    await harness.propose(OWNER, change(price, dearer))
    await harness.tap(OWNER, gate.PUBLISH)
    note = await harness.write(ANNA, ARTICLE)
    assert f"{price.says} Сейчас: {dearer.says}" in note
    assert texts.CORRECTED in note
    assert await harness.editing.publishing.open() == []
    later = ARTICLE.replace("5 апреля 2027", "3 мая 2027")
    harness.followups.clock.now += timedelta(days=3)
    await harness.write(ANNA, later)
    (draft,) = await harness.editing.publishing.open()
    offered = [one.after.says for one in draft.changes if isinstance(one.after, Fact)]
    assert price.says in offered, "an article that came out after the correction may be right again"


def test_a_statement_that_gives_an_event_its_former_date_or_another_name_is_no_known_one() -> None:
    was, now = BASE.events[1], replace(BASE.events[1], when=EdtfDate.parse("2027-09"))
    moved = change(was, now)
    base = replace(BASE, events=(BASE.events[0], now))
    old, new, elsewhere = (
        replace(PLACE, id=FactId(name), says=says, where=None)
        for name, says in (
            ("old", "Второй диалог стороны проведут в июне 2027 года."),
            ("new", "Второй диалог стороны проведут в сентябре 2027 года."),
            ("elsewhere", "Второй диалог пройдёт в Шанхае."),
        )
    )
    drafts = [change(None, one) for one in (old, new, elsewhere)]
    left, superseded = without_superseded(drafts, base, [moved])
    assert [one.after for one in left] == [new, elsewhere]
    assert [(one.says, one.now) for one in superseded] == [(old.says, now)]
    assert without_known(drafts, [PLACE]).known == (), "another city is no rewording"


async def test_another_speaker_is_named_in_the_statement_and_its_questions(harness: EditingHarness) -> None:
    await harness.write(ANNA, ARTICLE)
    while "Чьи слова: Нина Лось" not in harness.text_to(ANNA):
        await harness.tap(ANNA, texts.NEXT)
    assert "Нина Лось: «Мы ждали" in harness.text_to(ANNA)
    await harness.tap(ANNA, fields.LABELS["said_by"])
    await harness.tap(ANNA, "Игорь Белов")
    card = harness.text_to(ANNA)
    assert "Чьи слова: Игорь Белов" in card
    assert "Игорь Белов: «Мы ждали" in card
    assert "Лось" not in card


async def test_a_date_typed_on_a_card_takes_away_the_questions_of_the_former_one(
    harness: EditingHarness,
) -> None:
    draft = Fact(
        id=FactId("tea"),
        says="Гостей диалога напоят чаем.",
        topic="next",
        when=EdtfDate.parse("2027-06-14"),
        questions=("Что будет 14 июня?", "Чем напоят гостей?"),
        draft=True,
    )
    await harness.propose(OWNER, change(None, draft))
    await harness.tap(OWNER, gate.PUBLISH)
    await harness.write(ANNA, "/drafts")
    await harness.tap(ANNA, harness.labels_to(ANNA)[0])
    await harness.tap(ANNA, fields.LABELS["when"])
    card = await harness.write(ANNA, "15 июня 2027")
    assert "15 июня 2027 года\n" in card
    assert "Чем напоят гостей?" in card
    assert "14 июня" not in card


def test_new_words_with_another_date_drop_the_questions_of_the_old_one() -> None:
    fact = Fact(
        id=FactId("guide"),
        says="Экскурсии по музею начнутся в июне.",
        topic="all",
        questions=("Что начнётся в июне?", "Откуда начнутся экскурсии?"),
    )
    moved = reworded_draft(fact, "Экскурсии по музею начнутся в июле.", {}).questions
    assert "Откуда начнутся экскурсии?" in moved
    assert not [one for one in moved if "июн" in one]
    assert "Что начнётся в июне?" in reworded_draft(fact, "Экскурсии начнутся скоро.", {}).questions


async def test_a_card_loses_its_buttons_when_a_typed_value_shows_it_anew(harness: EditingHarness) -> None:
    await harness.write(ANNA, ARTICLE)
    for label, typed in (
        (texts.CHANGE, "Музей хлеба открылся в Казани весной 2027 года."),
        (texts.QUESTIONS, "Где открылся музей хлеба?"),
        (fields.LABELS["where"], "Казань"),
    ):
        card = harness.messages_to(ANNA)[-1]
        await harness.tap(ANNA, label)
        prompt = harness.messages_to(ANNA)[-1]
        await harness.write(ANNA, typed)
        assert harness.buttons(card) == harness.buttons(prompt) == []
        assert texts.NEXT in harness.labels_to(ANNA)


async def test_a_second_press_leaves_out_no_second_fact(harness: EditingHarness) -> None:
    await harness.write(ANNA, ARTICLE)
    card = harness.messages_to(ANNA)[-1]
    pressed = dict(harness.buttons(card))[texts.DROP]
    (draft,) = await harness.editing.publishing.open()
    total = sum(isinstance(one.after, Fact) for one in draft.changes)
    for _ in range(2):
        await harness.press_data(pressed, card, updates.user(ANNA))
    (draft,) = await harness.editing.publishing.open()
    assert sum(isinstance(one.after, Fact) for one in draft.changes) == total - 1


async def sent_again(harness: EditingHarness, article: str) -> list[str]:
    """The last two messages after an article was sent."""
    await harness.write(ANNA, article)
    return [str(one["text"]) for one in harness.messages_to(ANNA)[-2:]]


async def test_drafts_of_the_base_are_gone_over_in_the_chat(harness: EditingHarness) -> None:
    drafts = [
        Fact(id=FactId(name), says=says, topic="next", questions=(asked,), draft=True)
        for name, says, asked in (
            ("guide", "Гостей второго диалога поселят в гостинице «Маяк».", "Где поселят гостей?"),
            ("talk", "Второй диалог покажут по телевидению.", "Покажут ли диалог?"),
            ("left", "Журналистов на диалог пустят по спискам.", "Пустят ли журналистов?"),
        )
    ]
    await harness.propose(OWNER, *(change(None, one) for one in drafts))
    await harness.tap(OWNER, gate.PUBLISH)
    await harness.write(ANNA, "/drafts")
    assert harness.labels_to(ANNA) == ["Черновики базы: 3 сведения"]
    await harness.tap(ANNA, "Черновики базы: 3 сведения")
    assert drafts[0].says in harness.text_to(ANNA)
    await harness.tap(ANNA, texts.ACCEPT)
    await harness.tap(ANNA, texts.DROP)
    harness.restart()
    assert "1 из 2, принято 1" in harness.text_to(ANNA) or "2 из 2, принято 1" in harness.text_to(ANNA)
    await harness.tap(ANNA, f"{texts.FINISH_BOTH}: принято 1, убрано 1")
    await publish(harness)
    base = await harness.base()
    assert [fact.id for fact in base.facts] == ["place", "chair", "guide"]
    assert [fact.id for fact in base.drafts] == ["left"]
    assert "Маяк" in await harness.write(STRANGER, "Где поселят гостей?")
    await harness.write(ANNA, "/drafts")
    assert harness.labels_to(ANNA) == ["1. Черновики базы: 1 сведение"]
    await harness.tap(ANNA, "1. Черновики базы: 1 сведение")
    assert drafts[2].says in harness.text_to(ANNA)


async def to_card(harness: EditingHarness, words: str) -> str:
    """Turn to the card with these words."""
    for _ in range(20):
        if words in harness.text_to(ANNA):
            return harness.text_to(ANNA)
        labels = harness.labels_to(ANNA)
        await harness.tap(ANNA, texts.NEXT if texts.NEXT in labels else texts.FIRST)
    raise AssertionError(words)


async def test_the_fields_of_a_card_are_chosen_and_typed(harness: EditingHarness) -> None:
    await harness.write(ANNA, ARTICLE)
    await to_card(harness, "Билет стоит 300 рублей")
    await harness.tap(ANNA, fields.LABELS["about"])
    titles = harness.labels_to(ANNA)
    assert "Второй диалог" in titles
    assert fields.TO_CARD in titles
    await harness.tap(ANNA, "Второй диалог")
    assert f"{fields.CHOSEN}Второй диалог" in harness.labels_to(ANNA)
    await harness.tap(ANNA, fields.TO_CARD)
    assert "Второй диалог" in harness.text_to(ANNA)
    await harness.tap(ANNA, fields.LABELS["people"])
    await harness.tap(ANNA, "Го Шэнкунь")
    await harness.tap(ANNA, fields.TO_CARD)
    assert "Кто назван: Го Шэнкунь" in harness.text_to(ANNA)
    await harness.tap(ANNA, fields.LABELS["said_by"])
    await harness.tap(ANNA, "Го Шэнкунь")
    assert "Чьи слова: Го Шэнкунь" in harness.text_to(ANNA), "one alone needs no second press"
    await harness.tap(ANNA, fields.LABELS["when"])
    assert "Дату не понял" in await harness.write(ANNA, "когда-нибудь")
    harness.restart()
    assert "Когда: май 2027 года" in await harness.write(ANNA, "май 2027")
    await harness.tap(ANNA, fields.LABELS["when"])
    await harness.tap(ANNA, fields.NOTHING_CHOSEN)
    assert "Когда:" not in harness.text_to(ANNA)
    await harness.tap(ANNA, fields.LABELS["where"])
    assert "Где: Касса музея" in await harness.write(ANNA, "Касса музея")
    await harness.tap(ANNA, texts.ACCEPT)
    await harness.tap(ANNA, finish_label(harness))
    assert "Касса музея" in harness.text_to(ANNA)


async def test_what_an_editor_adds_to_an_article_is_the_editors_word(harness: EditingHarness) -> None:
    await harness.write(ANNA, ARTICLE)
    await to_card(harness, "Билет стоит 300 рублей")
    await harness.tap(ANNA, texts.CHANGE)
    card = await harness.write(ANNA, "Билет для взрослых стоит 300 рублей.")
    assert EDITORS_WORD not in card, "the same in other words"
    await harness.tap(ANNA, texts.CHANGE)
    card = await harness.write(ANNA, "Билет для взрослых стоит 450 рублей.")
    assert f"Источник: {EDITORS_WORD}" in card
    assert "Абзац" not in card
    await harness.tap(ANNA, fields.LABELS["source"])
    await harness.tap(ANNA, "Газета «Берег»")
    assert "Источник" not in harness.text_to(ANNA)
    assert "Абзац" in harness.text_to(ANNA)
    await harness.tap(ANNA, texts.CHANGE)
    await harness.write(ANNA, "Билет продаёт Пётр Сомов.")
    await harness.tap(ANNA, finish_label(harness))
    await publish(harness)
    base = await harness.base()
    (fact,) = [one for one in base.facts if "Сомов" in one.says]
    assert base.source_of(fact).title == EDITORS_WORD
    assert fact.paragraph is None


def test_a_time_that_the_editor_writes_is_not_inferred() -> None:
    fact = Fact(
        id=FactId("opened"),
        says="Музей открылся во вторник.",
        topic="all",
        when=EdtfDate.parse("2027-04-06"),
        basis=Basis.INFERRED,
        because="Дата выведена из даты публикации.",
        questions=("Когда открылся музей?",),
    )
    assert reworded_draft(fact, "Музей открыли во вторник.", {}).because == fact.because
    told = reworded_draft(fact, "Музей открылся 6 апреля 2027 года.", {})
    assert (told.basis, told.because) == (Basis.STATED, None)
