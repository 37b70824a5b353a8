"""«Почему 1 декабря?», «почему вы называете его первым?»: how a fact of the base was inferred."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_groups
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.comparison import Match, compare_dates
from knowledge.decision.context.event_records import record_date
from knowledge.decision.context.rule_context import RuleContext
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Basis, Fact
from knowledge.language.calendar_words import WEEKDAYS
from knowledge.language.lexicon import Term
from knowledge.language.morphology import analyse
from knowledge.language.synonyms import Level
from knowledge.language.tokens import tokens
from knowledge.language.values import Value, ValueKind
from knowledge.results import Answer, AnswerForm, Shown, Slot, ValueLead
from knowledge.retrieval.event_resolver import main_event
from knowledge.understanding.question import Question

_WORDS = read_groups("requests/derivations")
_FORMS = (AnswerForm.REASON, AnswerForm.SOURCE, AnswerForm.WHAT, AnswerForm.WHERE)
_DAYS = (ValueKind.DATE, ValueKind.WEEKDAY)
_VERBS = frozenset({"VERB", "INFN", "PRTS", "PRTF", "PRED"})


def derived(context: RuleContext, access: BaseAccess) -> Answer | None:
    """How the date or the number that a question doubts was inferred; None where the source says it, or where
    the reason of what happened is asked for."""
    question = context.search.question
    request = question.request
    held = [fact for fact in access.base.facts if fact.basis is Basis.INFERRED and fact.because]
    if not held or request.form not in _FORMS or not _asks_of_base(question):
        return None
    dates = [one for one in request.values if one.kind in _DAYS]
    numbers = {key for term in question.terms for key, _ in term.keys if key[0] == "№"}
    if not dates and not numbers:
        return _of_its_date(held, context, access)
    fits = [
        fact
        for fact in held
        if (not dates or _is_dated(fact, dates, access))
        and (not numbers or numbers & access.lexicon.content(fact.says))
    ]
    return _answer(max(fits, key=lambda fact: _shared(fact, question)), context) if fits else None


def _of_its_date(held: Sequence[Fact], context: RuleContext, access: BaseAccess) -> Answer | None:
    """«Откуда известен год?», «откуда известна дата форума?»: of the event named, else of the main one."""
    question = context.search.question
    if not _whence_known(question) or not any(_is_one(term, "dated") for term in question.terms):
        return None
    rest = [question.terms[at] for at in question.content_places if at not in question.asking_places]
    rest = [term for term in rest if not (_is_one(term, "dated") or _is_one(term, "known"))]
    event, lacking = access.resolver.resolve(rest) if rest else (main_event(access.base), ())
    if event is None or lacking:
        return None
    fits = (fact for fact in held if fact.about[:1] == (event.id,) and _tells_date(fact))
    fact = next(fits, None)
    return _answer(fact, context) if fact is not None else None


def _whence_known(question: Question) -> bool:
    """«Откуда известно», «откуда вы знаете»."""
    asked = any(question.terms[at].word in _WORDS["whence"] for at in question.asking_places)
    return asked and any(_is_one(term, "known") for term in question.terms)


def _asks_of_base(question: Question) -> bool:
    """Whether it is asked of what the base says, not of what happened: «вы решили», «проставлен», or a bare
    «почему 1 декабря?»."""
    first = min(question.asking_places, default=None)
    if first is None:
        return False
    if question.request.form is AnswerForm.WHERE or _whence_known(question):
        return _whence_known(question)
    infers = [term for term in question.terms if _is_one(term, "infer")]
    of_you = any(term.word in _WORDS["you"] for term in question.terms)
    if infers:
        return of_you or any(term.morphology.first_pos == "PRTS" for term in infers)
    content = [question.terms[at] for at in question.content_places if at not in question.asking_places]
    is_bare = all(_is_of_value(term) for term in content)
    asks_reason = question.request.form is AnswerForm.REASON
    return asks_reason and is_bare and not any(_is_verb(term) for term in question.terms)


def _is_of_value(term: Term) -> bool:
    is_day = any(lemma in WEEKDAYS for lemma in term.morphology.lemmas)
    return is_day or any(key[0] in "#/№" for key, _ in term.keys) or _is_one(term, "dated")


def _is_verb(term: Term) -> bool:
    return term.morphology.first_pos in _VERBS


def _is_one(term: Term, group: str) -> bool:
    return bool(_WORDS[group].intersection((term.word, *term.morphology.lemmas)))


def _is_dated(fact: Fact, dates: Sequence[Value], access: BaseAccess) -> bool:
    """Whether a fact is of these days and it is its date that was inferred."""
    record, year = record_date(fact, access.base), access.base.published(fact).last_day.year
    return _tells_date(fact) and all(
        _is_weekday(one, record)
        if one.kind is ValueKind.WEEKDAY
        else compare_dates(one, record, (), year) is Match.SAME
        for one in dates
    )


def _is_weekday(day: Value, record: EdtfDate | None) -> bool:
    first = record.first_day if record is not None and record.first_day == record.last_day else None
    return first is not None and first.weekday() == day.low


def _tells_date(fact: Fact) -> bool:
    """Whether it says how a date was inferred."""
    told = {lemma for token in tokens(fact.because or "") for lemma in analyse(token.word).lemmas}
    return bool(told & _WORDS["dated"])


def _shared(fact: Fact, question: Question) -> int:
    """How many words of the question its statement has."""
    said = {one for token in tokens(fact.says) for one in analyse(token.word).lemmas}
    words = [question.terms[at] for at in question.content_places]
    return sum(
        any(key in said for key, level in term.keys if level >= Level.LEMMA) or bool({term.lemma} & said)
        for term in words
    )


def _answer(fact: Fact, context: RuleContext) -> Answer:
    return Answer(
        rule="derived",
        confidence=0.85,
        shown=(Shown(fact=fact, slot=Slot.STATEMENT),),
        lead=ValueLead(held=fact.because or ""),
        form=AnswerForm.REASON,
        why=context.why,
    )
