"""What `spravka check` advises: drafts, direct speech, the introduction, and facts that are hard to find."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.replies.plurals import plural
from knowledge.drafting.advice.findability import Difficulty, HardToFind
from knowledge.drafting.advice.main_event import better_main_event
from knowledge.drafting.advice.quotations import is_quotation
from knowledge.facts.model import FactBase

ALL_DRAFTS = (
    "Публиковать нечего: все факты ещё черновики. Прочитайте их и у верных уберите строку draft: true."
)
FRAGMENT = (
    "source.yaml: about читают новичкам по команде /start. Напишите два законченных предложения:"
    " о чём бот и откуда сведения."
)
MAIN = (
    "source.yaml: главным бот считает первое событие, а название источника ближе к другому: «{title}»."
    " Если главное оно, допишите строку main: {id}"
)
_MOST_DRAFTS, _MOST_HARD = 20, 12
_LEAST_WORDS = 5


def advice(base: FactBase, hard: Iterable[HardToFind], *, quotes: bool) -> Iterator[str]:
    """Lines to add to the report."""
    if is_fragment(base.source.about):
        yield FRAGMENT
    better = better_main_event(base)
    if better is not None:
        yield MAIN.format(title=better.title, id=better.id)
    for fact in base.drafts[:_MOST_DRAFTS]:
        yield f"  черновик {fact.id}: {fact.says}"
    if len(base.drafts) > _MOST_DRAFTS:
        yield f"  и ещё {len(base.drafts) - _MOST_DRAFTS}"
    if base.drafts and not base.facts:
        yield ALL_DRAFTS
    for name in quoted(base) if not quotes else ():
        yield f"  прямая речь в {name}: перескажите своими словами (drafting.quotes: false)"
    found = tuple(hard)
    misses = [one for one in found if one.reason is Difficulty.MISSED]
    few = [one for one in found if one.reason is Difficulty.FEW]
    yield from _listed("Трудно найти", misses)
    yield from _listed("Мало вопросов у", few)


def _listed(title: str, found: Sequence[HardToFind]) -> Iterator[str]:
    if found:
        number = len(found)
        forms = ("факт", "факта", "фактов") if title.startswith("Трудно") else ("факта", "фактов", "фактов")
        yield f"{title} {number} {plural(number, *forms)}:"
    for one in found[:_MOST_HARD]:
        yield f"  {one.fact.id}: {_reason(one)}"
        yield from (f"    можно добавить: {question}" for question in one.offered)
    if len(found) > _MOST_HARD:
        yield f"  и ещё {len(found) - _MOST_HARD}"


def is_fragment(about: str) -> bool:
    """Whether the introduction is no sentence: it would read as nonsense in /start."""
    text = about.strip()
    return len(text.split()) < _LEAST_WORDS or text[-1] not in ".!?»" or not text[0].isupper()


def quoted(base: FactBase) -> list[str]:
    return [str(fact.id) for fact in base.facts if is_quotation(fact.says)]


def _reason(one: HardToFind) -> str:
    if one.reason is Difficulty.MISSED:
        asked = len(one.fact.questions)
        return f"без своего вопроса его не находят {one.count} из {asked}; нужны вопросы другими словами"
    word = plural(one.count, "вопрос", "вопроса", "вопросов")
    return f"у него {one.count} {word}, а нужно шесть или больше"
