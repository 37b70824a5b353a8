"""Every rule has an example whose outcome depends on it, so that no rule can be lost unnoticed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pytest

from knowledge.decision.context import complements
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.rules import (
    comparative_rules,
    contrast_rules,
    definitions,
    denied_rules,
    hard_rules,
    only_counted,
    other_measures,
    other_tasks,
    others_told,
    rules,
    unsure_rules,
    untold_sums,
    which_exactly,
)
from knowledge.decision.rules.rules import RULES, Rule, decide
from knowledge.facts.model import FactId
from knowledge.results import Result
from knowledge.scoring.searcher import Searcher
from tests.knowledge.rule_contexts import context_of
from tests.knowledge.sample_base import BASE, BOATS

_SAID = (
    "Из двенадцати лодок на берег вернулись девять.",
    "От Тулы до Калуги вёсла везли два дня.",
    "На причале упали Анна Белова и Жан Мартен, причём Белова вывихнула плечо.",
    "Третьей приплыла яхта «Чайка».",
    "Катера К1 и К3 ждут гребцов.",
    "Красный катер чинят у мостков.",
    "Ради новой лодки Мартен похудел на 9 килограммов.",
    "Катер К2 чинят.",
    "Гости вручили ряд кубков.",
    "Причалом руководили двое.",
    "Грузовой паром длиной 30 метров отходит днём.",
    "Почтовый паром отходит ночью.",
    "Билет на паром стоит 90 рублей.",
    "Награждение сдвинули из-за дождя.",
)
WITH_MORE = Searcher(
    replace(
        BASE,
        source=replace(BASE.source, title="Летняя регата"),
        facts=(
            *BASE.facts,
            *(
                replace(BOATS, id=FactId(f"more-{number}"), says=says, questions=(), about=())
                for number, says in enumerate(_SAID)
            ),
        ),
    )
)

EXAMPLES: Mapping[Rule, RuleContext] = {
    rules.no_words: context_of("ну", 0.9),
    rules.as_in_example: context_of("кто были судьи регаты", 0.3, example=1),
    other_tasks.other_task: context_of("Напиши стих про регату", 0.9),
    rules.nothing_near: context_of("погода", 0.9),
    hard_rules.other_number: context_of("когда третья регата", 0.9, missing_ordinal=1),
    hard_rules.other_side: context_of("кто мэр Франции", 0.9, side_clash=1),
    others_told.other_person: context_of("сколько лодок у Мартена", 0.9),
    others_told.other_agent: context_of("что вывихнул Мартен", 0.9, searcher=WITH_MORE),
    others_told.other_rank: context_of("кто вторым приплыл", 0.9, searcher=WITH_MORE),
    others_told.other_role: context_of("сколько человек приехало на причал", 0.9, searcher=WITH_MORE),
    others_told.other_code: context_of("где ждёт гребцов К2", 0.9, searcher=WITH_MORE),
    others_told.other_kind: context_of("кто судил зимнюю регату", 0.9, searcher=WITH_MORE),
    others_told.other_value: context_of("где чинят синий катер", 0.9, searcher=WITH_MORE),
    other_measures.other_one: context_of("какая длина почтового парома", 0.9, searcher=WITH_MORE),
    other_measures.other_measure: context_of("какая ширина грузового парома", 0.9, searcher=WITH_MORE),
    other_measures.other_recipient: context_of("сколько стоит билет для рыбаков", 0.9, searcher=WITH_MORE),
    hard_rules.turned_away: context_of("Кто был мэром до Беловой?", 0.7),
    hard_rules.attribute_missing: context_of("возраст Беловой", 0.9, lacking_sure=1),
    definitions.definition_missing: context_of("что такое лодки", 0.9),
    which_exactly.exact_ones_missing: context_of("какие именно кубки вручили гости", 0.9, searcher=WITH_MORE),
    comparative_rules.quality_missing: context_of("кто из судей старше", 0.9),
    hard_rules.other_post: context_of("кто президент Тулы", 0.9),
    hard_rules.speaker_missing: context_of("что сказала Белова", 0.9, speech_lacking=1),
    hard_rules.follow_up_unmatched: context_of("когда регата парус", 0.9, own_words=frozenset({"парус"})),
    denied_rules.what_is_not: context_of("кто не судил регату", 0.8),
    complements.rest_of_whole: context_of("сколько лодок не вернулись на берег", 0.8, searcher=WITH_MORE),
    contrast_rules.no_clock: context_of("до скольки везли вёсла", 0.8, searcher=WITH_MORE),
    contrast_rules.other_way: context_of("сколько дней везли вёсла до Франции", 0.8, searcher=WITH_MORE),
    contrast_rules.opposite: context_of("кто судил регату", 0.8, opposite=1),
    contrast_rules.other_change: context_of("почему отменили награждение", 0.8, searcher=WITH_MORE),
    contrast_rules.harm_untold: context_of("сколько судей утонуло", 0.8),
    untold_sums.sum_untold: context_of("сколько Мартену отвалили за лодку", 0.9, searcher=WITH_MORE),
    only_counted.only_counted: context_of("какие лодки участвовали в регате", 0.8),
    rules.sure: context_of("кто судил регату", 0.8),
    rules.who_is: context_of("Кто такая Белова?", 0.3, identity=1),
    rules.keywords: context_of("регата", 0.3, terse_full=1),
    unsure_rules.other_name: context_of("когда регата в Париже", 0.2, missing_name=1),
    unsure_rules.other_date: context_of("регата 2019 года", 0.2, missing_number=1),
    unsure_rules.source_asked: context_of("откуда известно о регате", 0.2),
    unsure_rules.slot_not_held: context_of("кто судил регату", 0.2, slot_lacking=1),
    unsure_rules.words_left: context_of("кто утопил лодки", 0.2),
    unsure_rules.fully_met: context_of("когда первая регата прошла в Туле", 0.2),
    unsure_rules.unsure: context_of("кто судил регату", 0.1),
}
"""Add an example here for a new rule."""


def name(rule: Rule) -> str:
    return rule.__name__


def outcome(context: RuleContext, some: Iterable[Rule]) -> Result | None:
    """The result by these rules; None where none applies."""
    try:
        return decide(context, tuple(some))
    except AssertionError:
        return None


def test_every_rule_has_an_example() -> None:
    assert {*map(name, EXAMPLES)} == {*map(name, RULES)}
    assert len(EXAMPLES) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_rule_decides_its_example(rule: Rule) -> None:
    assert outcome(EXAMPLES[rule], RULES) == rule(EXAMPLES[rule]) is not None


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_example_has_another_outcome_without_its_rule(rule: Rule) -> None:
    others = (other for other in RULES if other is not rule)
    assert outcome(EXAMPLES[rule], others) != outcome(EXAMPLES[rule], RULES)
