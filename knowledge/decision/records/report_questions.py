"""«Кто автор заметки?», «в какой газете?», «откуда сведения о паводке?»: the report is asked of."""

from __future__ import annotations

from collections.abc import Collection, Container, Sequence
from dataclasses import replace

from knowledge.data.tables import read_groups
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.event_records import telling_source
from knowledge.decision.context.rule_context import RuleContext
from knowledge.facts.model import Fact, FactBase
from knowledge.language.lexicon import Term
from knowledge.language.morphology import inflections
from knowledge.language.synonyms import Level
from knowledge.language.tokens import tokens
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Shown, Slot, SmallTalk, ValueLead, Wish

_WORDS = read_groups("requests/report_words")
_PRESS, _REPORT, _WRITE, _WHOSE = (_WORDS[group] for group in ("press", "report", "write", "whose"))
_ABOUT = read_groups("function_words/prepositions")["about"]
_TELLER = _WORDS["teller"]
_OF_REPORT = frozenset().union(*_WORDS.values()) - _WHOSE - _TELLER
_SOURCE_ASKED = _PRESS | _REPORT | _WRITE | _WORDS["source"]
_ASKED = (AnswerForm.WHO, AnswerForm.WHEN, AnswerForm.SOURCE)
_CONTENT = frozenset({"NOUN", "VERB", "INFN", "PRTS", "PRTF", "ADJF", "ADJS", "NUMR"})


def answer_report(context: RuleContext, access: BaseAccess) -> Answer | None:
    """Who published the report and when, or where the fact with the other words of the question is from.

    None where a fact of the base has the words for a report itself: it answers as any other.
    """
    question = context.search.question
    said = [term for at, term in enumerate(question.terms) if _is_content(term, at in question.asking_places)]
    asking = [term for term in said if _is_one(term, _SOURCE_ASKED)]
    rest = [term for term in said if not _is_one(term, _OF_REPORT)]
    if not asking or not _asks(context, asking) or question.request.negated:
        return None
    if question.slots[:1] != (Slot.SOURCE,) and any(_is_held(term, access) for term in asking):
        return None
    if not rest:
        return _of_whole(context)
    is_topic = any(term.word in _ABOUT for term in question.terms if term.token.start < rest[0].token.start)
    return _of_fact(rest, context) if is_topic else None


def told_by(wish: Wish | None, text: str, base: FactBase) -> Answer | None:
    """The fact that says who published the source, for «откуда ты это знаешь», «кто это написал».

    None for «дай ссылку на источник», which wants the source itself, and for a base without such a fact.
    """
    if wish is not Wish.SOURCE or not any(token.word in _TELLER for token in tokens(text)):
        return None
    telling = telling_source(base)
    return None if telling is None else _told(telling)


def _told(telling: Fact) -> Answer:
    return Answer(rule="source", confidence=0.85, shown=(Shown(fact=telling, slot=Slot.SOURCE),))


def _is_content(term: Term, asks: bool) -> bool:
    """Whether it is a word of meaning; of the words that ask only those for a source are."""
    is_heavy = term.morphology.first_pos in _CONTENT and term.word_class is not WordClass.FUNCTION
    return is_heavy and (not asks or _is_one(term, _OF_REPORT))


def _is_one(term: Term, words: Collection[str]) -> bool:
    return any(one in words for one in (term.word, *term.morphology.lemmas))


def _asks(context: RuleContext, asking: Sequence[Term]) -> bool:
    """Whether the publisher or the day is asked for, not what the report says."""
    question = context.search.question
    if question.request.form in _ASKED:
        return True
    heads = [question.terms[at] for at in question.head_places | question.asking_places]
    return any(_is_one(term, _PRESS | _WHOSE) for term in heads) and bool(asking)


def _is_held(term: Term, access: BaseAccess) -> bool:
    """Whether the base has a form of the word, or of another verb of publishing for such a verb."""
    words = set(term.morphology.lemmas) | (_WRITE if _is_one(term, _WRITE) else set())
    return any(not access.word_forms.isdisjoint(inflections(word)) for word in words)


def _of_whole(context: RuleContext) -> Answer | None:
    telling = telling_source(context.base)
    if telling is None:
        return Answer(rule="source", confidence=0.85, small_talk=SmallTalk.SOURCE, why=context.why)
    return replace(_told(telling), why=context.why)


def _of_fact(rest: Sequence[Term], context: RuleContext) -> Answer | None:
    """The source of the fact that has every other word; None where that is somebody's words."""
    form = context.search.question.request.form
    if form is AnswerForm.WHEN:
        return None
    if _all_in(context.lexicon.sure(context.base.source.title), rest):
        return _of_whole(context)
    facts = context.search.facts
    fact = next((one.fact for one in facts if _all_in(one.parsed.text_keys, rest)), None)
    if fact is None or fact.said_by is not None or fact == telling_source(context.base):
        return None
    shown = (Shown(fact=fact, slot=Slot.STATEMENT),)
    lead = ValueLead(held=_publisher(fact, context.base))
    return Answer(rule="source", confidence=0.8, shown=shown, lead=lead, form=form, why=context.why)


def _all_in(keys: Container[str], rest: Sequence[Term]) -> bool:
    return all(any(key in keys for key, level in term.keys if level >= Level.ROOT) for term in rest)


def _publisher(fact: Fact, base: FactBase) -> str:
    source = base.source_of(fact)
    return source.publisher or source.title
