"""«Сколько ночей не были ясными» of a statement that gives all of them and a part: what is left."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.data.tables import read_groups
from knowledge.decision.context.denied_amounts import part_of
from knowledge.decision.context.rule_context import RuleContext
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.values import Value, ValueKind, number_end
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, ExtremeLead, Result, Shown, Slot
from knowledge.scoring.statement_values import values_of
from knowledge.understanding.denials import denied_places

_OF = read_groups("function_words/prepositions")["of_them"]
_WORD_BEFORE = re.compile(r"(\w+) $")
_WORDS_BEFORE = re.compile(r"(\w+) (\w+) $")
_THEM = read_groups("function_words/particles")["them"]


def rest_of_whole(context: RuleContext) -> Result | None:
    """How many are left of the whole, where the nearest fact says how many of them are what is denied."""
    question, best = context.search.question, context.best
    if best is None or question.slot is not Slot.NUMBER or not question.request.negated:
        return None
    values = values_of(best.fact)
    says = context.lexicon.read(best.fact.says)
    pair = _whole_and_part(best.fact.says, [one for one in values if one.kind is ValueKind.COUNT])
    if any(denied_places(says)):
        return None
    if pair is not None:
        of_part = [term for term in says if term.token.start >= pair[0].end]
        if not _is_met(question.terms, min(question.request.negated), of_part):
            return None
    pair = pair or _whole_and_rest(best.fact.says, values, context)
    if pair is None:
        return None
    whole, part = pair
    text = f"{whole.low - part.low:,g}".replace(",", " ")
    return Answer(
        rule="rest-of-whole",
        confidence=0.8,
        shown=(Shown(fact=best.fact, slot=Slot.NUMBER),),
        lead=ExtremeLead(text=text, computed=True),
        why=context.why,
    )


def _whole_and_part(says: str, counts: Sequence[Value]) -> tuple[Value, Value] | None:
    """«Из 22 ночей … 14», «семнадцать человек, шестеро из них»: two counts, one of the other."""
    if len(counts) != 2 or any(one.is_range for one in counts):
        return None
    first, second = counts
    if first.low == second.low:
        return None
    before = _WORD_BEFORE.search(says[: first.start])
    opens = before is not None and before[1].lower() in _OF
    between = says[first.end : second.start].lower().split()
    after = says[second.end :].lower().split()[:2]
    pairs = {tuple(words) for words in (between[-2:], after) if len(words) == 2}
    of_them = any(one in _OF and other.strip(",.") in _THEM for one, other in pairs)
    if not (opens or of_them) or first.low < second.low:
        return None
    return first, second


def _whole_and_rest(says: str, values: Sequence[Value], context: RuleContext) -> tuple[Value, Value] | None:
    """«58 человек, спаслись 39» for «сколько не спаслось»: a part without a noun, beside what is denied."""
    question, lexicon = context.search.question, context.lexicon
    if question.counted_place is None or len(values) != 2 or any(one.is_range for one in values):
        return None
    whole, part = values
    counted = {key for key, _ in question.terms[question.counted_place].keys}
    same = any(key in counted for noun in whole.nouns for key, _ in lexicon.word(noun).keys)
    bare = part.kind in (ValueKind.COUNT, ValueKind.NUMBER) and number_end(says, part) == part.end
    if not same or not bare or part.low >= whole.low:
        return None
    denied = {
        key
        for at in question.request.negated
        for key, level in question.terms[at].keys
        if level >= Level.ROOT
    }
    said = lexicon.read(part_of(says, part))
    return (whole, part) if any(key in denied for term in said for key, _ in term.keys) else None


def _is_met(terms: Sequence[Term], denied: int, says: Sequence[Term]) -> bool:
    """Whether what is told of the part has what is denied: «не заболели» of all that fell ill is no rest."""
    keys = {key for term in says for key, level in term.keys if level >= Level.ROOT}
    content = [
        (at, term)
        for at, term in enumerate(terms)
        if term.word_class is WordClass.CONTENT
        and term.morphology.first_pos in ("NOUN", "ADJF", "ADJS", "PRTF")
    ]
    after = [term for at, term in content if at >= denied]
    return bool(after) and all(any(key in keys for key, _ in term.keys) for term in after)
