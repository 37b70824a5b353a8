"""«Сколько заплатят за 9 бортей» of «за каждую платят 7 тысяч»: a price of one, times how many are named."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_groups
from knowledge.decision.context.denied_amounts import part_of
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.synonyms import Level
from knowledge.language.values import Value, ValueKind
from knowledge.results import ValueLead
from knowledge.scoring.counted_units import counted_units
from knowledge.scoring.statement_values import values_of
from knowledge.understanding.request import Request

_EACH = read_groups("calendar/recurring")["each"]
_PER = read_groups("function_words/prepositions")["since"]


def several_of(request: Request) -> Value | None:
    """How many things a question asks the price of, two at least: «два места», «9 бортей»."""
    if request.measure is not ValueKind.MONEY:
        return None
    counts = [one for one in request.values if one.kind is ValueKind.COUNT and not one.is_range]
    return counts[0] if len(counts) == 1 and counts[0].low > 1 else None


def tells_of_so_many(count: Value, fact: Fact) -> bool:
    """«Абонемент на восемь поездок стоит 3 100»: a price of just as many as are asked."""
    counts = (one for one in values_of(fact) if one.kind is ValueKind.COUNT)
    return any(one.low == count.low == one.high and set(one.nouns) & set(count.nouns) for one in counts)


def total_lead(price: Value, count: Value, fact: Fact, lexicon: Lexicon) -> ValueLead | None:
    """The price of all, computed, where the statement gives that of one and speaks of such things."""
    if price.kind is not ValueKind.MONEY or price.is_range or count.low != int(count.low):
        return None
    says = lexicon.read(fact.says)
    own = [term for term in says if _is_counted(term, count, lexicon)]
    each = any(_EACH.intersection(term.morphology.lemmas) for term in lexicon.read(part_of(fact.says, price)))
    if not own or not (each or _is_per_head(price, says) or _is_of_one(own, fact)):
        return None
    told = counted_units(price.low * count.low, price.unit, 1.0)
    return ValueLead(held=told, computed=True) if told is not None else None


def _is_counted(term: Term, count: Value, lexicon: Lexicon) -> bool:
    keys = {key for key, level in lexicon.word(count.nouns[0]).keys if level >= Level.ROOT}
    return term.morphology.first_pos == "NOUN" and any(key in keys for key, _ in term.keys)


def _is_per_head(price: Value, says: Sequence[Term]) -> bool:
    """«7800 рублей с человека»."""
    after = [term for term in says if term.token.start >= price.end][:2]
    return len(after) > 1 and after[0].word in _PER and after[1].morphology.animate


def _is_of_one(own: Sequence[Term], fact: Fact) -> bool:
    """«Место стоит 4200 рублей»: the noun itself in the singular, nothing of it is counted."""
    counted = {noun for value in values_of(fact) if value.kind is ValueKind.COUNT for noun in value.nouns}
    return all(term.word in term.morphology.lemmas and term.lemma not in counted for term in own)
