"""Ages apart from lengths of time: «детям до 14 лет нужна справка, и действует она три месяца»."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_groups
from knowledge.decision.context.age_bearers import is_bearer, words_before
from knowledge.decision.context.limits import limit_of
from knowledge.facts.model import Fact
from knowledge.language.values import Value, ValueKind
from knowledge.understanding.question import Question

_GROUPS = read_groups("requests/ages")
_PREPOSITIONS = _GROUPS["not_before"]
_AGE = frozenset({"возраст"})
_YEAR = frozenset({"год"})
_OLDER = _GROUPS["older"]
_YEARS = 12.0


def is_age_limit(value: Value, fact: Fact) -> bool:
    """«Детям до 14 лет», «старше 60 лет»: years with a limit beside those whose age it is."""
    if value.kind is not ValueKind.DURATION or value.factor != _YEARS or value.inside:
        return False
    if not value.is_range and limit_of(fact, value) is None:
        return False
    before = words_before(fact.says, value)
    return bool(_OLDER.intersection(before)) or any(map(is_bearer, before))


def of_same_sense(values: Sequence[Value], fact: Fact, question: Question) -> list[Value]:
    """The lengths of time of a statement, or its ages where the question gives or asks for one; all where it
    has but one of the two."""
    ages = [one for one in values if is_age_limit(one, fact)]
    if not ages or len(ages) == len(values):
        return list(values)
    if stated_age(question) is not None or asks_age(question):
        return ages
    return [one for one in values if one not in ages]


def stated_age(question: Question) -> Value | None:
    """The age of somebody that a question gives: «сыну 10 лет», «восьмилетнего»; no «за 10 лет»."""
    found = [one for one in question.request.values if _is_age(one, question)]
    return found[0] if len(found) == 1 else None


def _is_age(value: Value, question: Question) -> bool:
    if value.kind is not ValueKind.DURATION or value.factor != _YEARS or value.is_range:
        return False
    terms = question.terms
    if value.inside:
        after = next((term for term in terms if term.token.start >= value.end), None)
        return after is None or after.morphology.first_pos != "NOUN" or after.morphology.animate
    before = [term.word for term in terms if term.token.end <= value.start][-1:]
    acts = any(term.morphology.first_pos == "VERB" for term in terms if term.token.end <= value.start)
    return not _PREPOSITIONS.intersection(before) and not (acts and not is_bearer("".join(before)))


def asks_age(question: Question) -> bool:
    lemmas = {lemma for term in question.terms for lemma in term.morphology.lemmas}
    at = question.counted_place
    counted = set(question.terms[at].morphology.lemmas) if at is not None else set()
    return bool(lemmas & _AGE or counted & _YEAR)
