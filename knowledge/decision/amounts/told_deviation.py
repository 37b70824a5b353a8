"""«На сколько опоздали» of «занял 18 месяцев вместо двенадцати»: counted from what was planned."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from knowledge.data.tables import read_groups
from knowledge.decision.context.rule_context import RuleContext
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.synonyms import Level
from knowledge.language.values import Value, ValueKind, read_values
from knowledge.results import AmountsLead, Answer, ValueLead
from knowledge.scoring.counted_units import counted_units
from knowledge.scoring.statement_values import is_shift, values_of
from knowledge.scoring.statement_wording import wording
from knowledge.understanding.question import Question

_VERBS = read_groups("values/deviating")
_DIFFERENCE = read_groups("question_words/groups")["difference"]
_SO_MUCH = read_groups("question_words/groups")["so_much"]
_INSTEAD = read_groups("function_words/prepositions")["replacing"]
_BARE = (ValueKind.COUNT, ValueKind.NUMBER)


def told_deviation(answer: Answer, context: RuleContext) -> Answer:
    """The answer with how far it is from the plan; without a first line where the statement tells no such
    amount, for «18 месяцев» is no delay."""
    question = context.search.question
    verb = _deviates(question)
    if verb is None or len(answer.shown) != 1 or question.request.negated:
        return answer
    fact = answer.shown[0].fact
    pair = _planned(fact)
    if pair is not None:
        return replace(
            answer, lead=_lead(fact, *pair, over=bool(_VERBS["over"] & set(verb.morphology.lemmas)))
        )
    if not isinstance(answer.lead, ValueLead) or _tells_deviation(fact, verb, context.lexicon):
        return answer
    return replace(answer, lead=None)


def _deviates(question: Question) -> Term | None:
    """The verb after «на сколько» that says that something came out otherwise."""
    terms = question.terms
    by = any(
        term.word in _DIFFERENCE or (term.word in _SO_MUCH and at and terms[at - 1].word == "на")
        for at, term in enumerate(terms)
    )
    verbs = frozenset().union(*_VERBS.values())
    return next((term for term in terms if by and verbs.intersection(term.morphology.lemmas)), None)


def _planned(fact: Fact) -> tuple[Value, Value] | None:
    """What came out, and what was to be «вместо» it: the only two amounts side by side."""
    values = [one for one in read_values(fact.says) if not one.inside]
    for first, second in pairwise(values):
        between = fact.says[first.end : second.start].split()
        same = (first.kind, first.unit) == (second.kind, second.unit) or second.kind in _BARE
        if between and between[-1].lower() in _INSTEAD and same and not (first.is_range or second.is_range):
            return first, second
    return None


def _lead(fact: Fact, came: Value, planned: Value, *, over: bool) -> AmountsLead | None:
    """None where it came out the other way, or where the plan was not exact."""
    bare = planned.kind in _BARE and came.kind not in _BARE
    low = planned.low * came.factor if bare else planned.low
    apart = came.low - low if over else low - came.low
    about = _about(fact, came)
    told, first, second = (_told(amount, came) for amount in (apart, came.low, low))
    if apart <= 0 or _about(fact, planned) or (about and not over) or None in (told, first, second):
        return None
    return AmountsLead(apart=f"{about}{told}", held=(f"{about}{first}", str(second)))


def _about(fact: Fact, value: Value) -> str:
    """«Почти », «около » before an amount, with its space."""
    words, own = wording(fact, value), fact.says[value.start : value.end].strip(" .")
    return words[: words.find(own)].lower() if own in words else ""


def _told(amount: float, value: Value) -> str | None:
    if value.kind in _BARE:
        return f"{amount:,g}".replace(",", " ")
    return counted_units(amount, value.unit, value.factor)


def _tells_deviation(fact: Fact, verb: Term, lexicon: Lexicon) -> bool:
    """Whether the statement itself says by how much: «на три часа», «задержка составила три часа»."""
    if any(is_shift(fact, one) for one in values_of(fact)):
        return True
    keys = {key for term in lexicon.read(fact.says) for key, level in term.keys if level >= Level.ROOT}
    return any(key in keys for key, level in verb.keys if level >= Level.ROOT)
