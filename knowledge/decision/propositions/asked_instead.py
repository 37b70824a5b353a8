"""A question of yes or no asked as one for the value that it states: «лагерь на высоте 3200?» is «лагерь на
высоте сколько?»; what answers that confirms or denies it."""

from __future__ import annotations

from dataclasses import replace

from knowledge.data.tables import read_groups, read_table
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.polarity import is_no_by_own_words, unless_denied_then
from knowledge.decision.context.rule_context import SURE_ALONE, RuleContext, unmatched_words
from knowledge.decision.propositions.stated_amounts import amounts_lead, stated_amounts
from knowledge.decision.rules import rules
from knowledge.language.values import Value, ValueKind, number_end
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Polarity, Shown, Slot
from knowledge.retrieval.query_terms import TermClass
from knowledge.scoring.searcher import ScoredFact
from knowledge.understanding.question import parse_question

_ASKING = read_table("requests/asked_instead", "kind", "words").index("words", "kind", str)
_PLACING = read_groups("function_words/prepositions")
_SAID = (Polarity.YES, Polarity.NO, Polarity.COARSER)
_SURE = 0.9
_NOMINAL = frozenset({"NOUN", "ADJF", "PRTF"})


def answer_value(context: RuleContext, access: BaseAccess) -> Answer | None:
    """The answer to a proposition refused for its value, where a fact gives another one, or the same."""
    question = context.search.question
    values = stated_amounts(question)
    if len(values) != 1:
        return None  # several are not told apart
    judged = access.judge(parse_question(_asking(question.text, values[0]), access.lexicon, asking=True))
    of_value = replace(context, search=judged.search, probability=judged.probability)
    best = of_value.best
    result = rules.decide(of_value) if best is not None else None
    if (
        best is None
        or not isinstance(result, Answer)
        or [one.fact for one in result.shown[:1]] != [best.fact]
    ):
        return None
    if unmatched_words(of_value, TermClass.NAME, TermClass.ORDINAL) or not _names_thing(best, of_value):
        return None
    lead = amounts_lead(best, question, of_value, access)
    if lead is not None:
        lead = unless_denied_then(lead, best.fact, context, access)
    if lead is None or is_no_by_own_words(lead, question) or lead.polarity not in _SAID:
        return None
    return Answer(
        rule="proposition",
        confidence=round(min(judged.probability, _SURE), 3),
        shown=(Shown(fact=best.fact, slot=Slot.YES_NO),),
        form=AnswerForm.YES_NO,
        lead=lead,
        why=context.why,
    )


def _names_thing(found: ScoredFact, context: RuleContext) -> bool:
    """Whether the fact has a noun or an adjective of the question beside the value; of «на это потратят 100
    миллионов?», which has none, the verb."""
    terms = [one.term for one in context.search.query.terms]
    named = [term for term in terms if term.morphology.first_pos in _NOMINAL]
    if not named and context.probability >= SURE_ALONE:
        named = [term for term in terms if term.word_class is WordClass.CONTENT]
    return any(key in found.parsed.text_keys for term in named for key, _ in term.keys)


def _asking(text: str, asked: Value) -> str:
    """The text with a question word in place of its value."""
    kind = "date" if asked.kind is ValueKind.WEEKDAY else asked.kind.value
    words = _ASKING.get(kind, _ASKING["number"])
    end = asked.end if kind in _ASKING else number_end(text, asked)
    start = asked.start if words == _ASKING["number"] else _before_preposition(text, asked.start)
    return " ".join(f"{text[:start]} {words} {text[end:]}".split())


def _before_preposition(text: str, start: int) -> int:
    """Where the preposition of a value begins, if it has one."""
    words = text[:start].rstrip().rsplit(" ", 1)
    last = words[-1].lower()
    known = any(last in group for group in _PLACING.values())
    return len(text[:start].rstrip()) - len(last) if known else start
