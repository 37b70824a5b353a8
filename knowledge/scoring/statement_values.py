"""The values of a fact's statement, and which of them a question asks for."""

from __future__ import annotations

from knowledge.data.tables import read_groups, read_words
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.morphology import analyse
from knowledge.language.synonyms import Level
from knowledge.language.values import Value, ValueKind, read_values
from knowledge.language.values.tables import units
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.scoring.former_values import former_values
from knowledge.scoring.slot_compatibility import ANYBODY

_PAYING = read_words("verbs/paying")
_PUTTING_OFF = read_words("verbs/putting_off")
_BY = read_groups("function_words/prepositions")["by_how_much"]
_AFTER = tuple(f" {word}" for word in _BY)
_REACHES = 3
"""How many words after an age its name stands."""
_VERBS = frozenset({"VERB", "INFN", "PRTS"})
_ANY_NUMBER = frozenset(ValueKind) - {ValueKind.DATE, ValueKind.WEEKDAY, ValueKind.CLOCK, ValueKind.ORDINAL}


def values_of(fact: Fact) -> tuple[Value, ...]:
    """Every value that the statement names, less those that it says no longer hold."""
    former = former_values(fact.says)
    return tuple(one for one in read_values(fact.says) if one not in former)


def asked_kinds(query: QueryTerms) -> frozenset[ValueKind]:
    """The kinds of value that would answer; none where no value is asked for."""
    request, question = query.question.request, query.question
    if request.clock:
        return frozenset({ValueKind.CLOCK})
    if question.counted_place is not None:
        unit = _unit_kind(question.terms[question.counted_place])
        if unit is ValueKind.PERCENT or (unit is not None and request.measure in (None, unit)):
            return frozenset({unit})
        if request.measure is None:
            return frozenset({ValueKind.COUNT})
    if request.measure is not None:
        return frozenset({request.measure})
    return _ANY_NUMBER if request.form in ("how-many", "how-much") else frozenset()


def _unit_kind(term: Term) -> ValueKind | None:
    table = units()
    return next((table[lemma].kind for lemma in term.morphology.lemmas if lemma in table), None)


def matching_values(fact: Fact, query: QueryTerms, lexicon: Lexicon) -> list[Value]:
    """The statement's values of the kind asked for, those of the noun that the question counts."""
    kinds = asked_kinds(query)
    stated = {(value.kind, value.low, value.high) for value in query.question.request.values}
    found = [
        value
        for value in values_of(fact)
        if value.kind in kinds
        and (value.kind, value.low, value.high) not in stated
        and not _is_label(value, fact)
        and not (value.inside and _is_of_another(value, fact, query, lexicon))
    ]
    counted = query.question.counted_place
    if not found:
        term = query.question.terms[counted] if counted is not None else None
        named = (_counted(term, fact) or _percents_of(term, fact)) if term is not None else []
        return named or (_shares_paid(fact) if kinds == {ValueKind.MONEY} else [])
    if ValueKind.DURATION in kinds and counted is not None and not _acts(query):
        # «Сколько лет капитану» of «45-летний Поляков, до этого он 12 лет водил»: an age.
        return [value for value in found if value.inside] or found
    if ValueKind.COUNT not in kinds or counted is None:
        return found
    term = query.question.terms[counted]
    same = [value for value in found if set(value.nouns[:1]) & set(term.morphology.lemmas)]
    named = same or [value for value in found if _counts(value, term, lexicon)]
    if named or not term.morphology.animate:
        return named or _percents_of(term, fact)
    people = [value for value in found if value.nouns and lexicon.word(value.nouns[0]).morphology.animate]
    said = {key for one in lexicon.read(fact.says) for key, _ in one.keys}
    return people if len(people) == 1 or any(key in said for key, _ in term.keys) else []


def _counted(term: Term, fact: Fact) -> list[Value]:
    """«Сколько окладов» of «по пять окладов»: a word of measure that is itself counted."""
    counts = [value for value in values_of(fact) if value.kind is ValueKind.COUNT]
    return [value for value in counts if set(value.nouns[:1]) & set(term.morphology.lemmas)]


def _percents_of(term: Term, fact: Fact) -> list[Value]:
    """«Сколько акций у них» of «нам 60 процентов акций, а 40 — у них»: no count of them, but their shares."""
    shares = [value for value in values_of(fact) if value.kind is ValueKind.PERCENT]
    return shares if any(set(one.nouns) & set(term.morphology.lemmas) for one in shares) else []


def _shares_paid(fact: Fact) -> list[Value]:
    """«Сколько дал завод» of «30 процентов стоимости оплатил завод»: its share is all that is told."""
    values, words = values_of(fact), fact.says.lower().replace("ё", "е").split()
    if any(one.kind is ValueKind.MONEY for one in values):
        return []
    pays = any(_PAYING.intersection(analyse(word).lemmas) for word in words if word.isalpha())
    return [one for one in values if one.kind is ValueKind.PERCENT] if pays else []


def _is_label(value: Value, fact: Fact) -> bool:
    """«Экспресс № 100»."""
    return value.kind is ValueKind.NUMBER and fact.says[: value.start].rstrip().endswith("№")


def told_of_another(fact: Fact, query: QueryTerms, lexicon: Lexicon) -> bool:
    """Whether every value of the kind asked for is somebody else's age."""
    kinds = asked_kinds(query)
    held = [value for value in values_of(fact) if value.kind in kinds]
    return bool(held) and all(value.inside and _is_of_another(value, fact, query, lexicon) for value in held)


def tells_only_shift(fact: Fact, query: QueryTerms, lexicon: Lexicon) -> bool:
    """Whether every length of time is that of a delay, of «сколько месяцев строили»: «перенесли на год»."""
    asked = [one.term for one in query.terms]
    deeds = [term for term in asked if term.morphology.first_pos in _VERBS]
    said = lexicon.content(fact.says)
    if asked_kinds(query) != {ValueKind.DURATION} or any(term.word in _BY for term in query.question.terms):
        return False
    if not deeds or any(key in said for term in deeds for key, level in term.keys if level >= Level.ROOT):
        return False
    lengths = [value for value in values_of(fact) if value.kind is ValueKind.DURATION]
    puts_off = any(_PUTTING_OFF.intersection(term.morphology.lemmas) for term in lexicon.read(fact.says))
    return puts_off and bool(lengths) and all(is_shift(fact, value) for value in lengths)


def is_shift(fact: Fact, value: Value) -> bool:
    """«Перенесли на девять месяцев», «на шесть дней позже» tell by how much, not how long it lasted."""
    return fact.says[: value.start].rstrip().lower().endswith(_AFTER)


def _is_of_another(value: Value, fact: Fact, query: QueryTerms, lexicon: Lexicon) -> bool:
    """«Сколько лет Тензингу» of «пятилетняя самка Майя и самец Тензинг»: the name after the adjective is
    another than the one asked about."""
    terms = lexicon.read(fact.says)
    names = [term for term in terms[1:] if term.token.capitalised]
    after = [term for term in terms if term.token.start >= value.end][:_REACHES]
    own = {key for term in after if term.token.capitalised for key, _ in term.keys}
    asked = {key for one in query.terms for key, level in one.term.keys if level >= Level.ROOT}
    met = [term for term in names if any(key in asked for key, _ in term.keys)]
    return bool(own and met) and not any(key in own for term in met for key, _ in term.keys)


def _acts(query: QueryTerms) -> bool:
    return any(one.term.morphology.first_pos in _VERBS for one in query.terms)


def _counts(value: Value, term: Term, lexicon: Lexicon) -> bool:
    if value.kind is not ValueKind.COUNT:
        return False
    keys = {key for key, _ in term.keys}
    anybody = bool(ANYBODY.intersection(term.morphology.lemmas))
    for noun in value.nouns:
        entry = lexicon.word(noun)
        if keys & {key for key, _ in entry.keys} or (anybody and entry.morphology.animate):
            return True
    return False
