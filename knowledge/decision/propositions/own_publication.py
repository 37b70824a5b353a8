"""«Заметка вышла 3 мая?», «о съезде написал „Вестник“?»: the day and the publisher of the source are held."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.comparison import order_asked
from knowledge.decision.context.event_records import telling_source, tells_of_report
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.propositions.record_propositions import lead_of_date
from knowledge.facts.model import Fact, FactBase
from knowledge.language.lexicon import Term
from knowledge.language.morphology import inflections
from knowledge.language.synonyms import Level
from knowledge.language.values import Value, ValueKind
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Polarity, Shown, Slot, YesNoLead
from knowledge.scoring.statement_values import values_of

_CALENDAR, _WORDS = read_groups("calendar/groups"), read_groups("requests/report_words")
_REPORT = _CALENDAR["published"] | _WORDS["report"]
_PUBLISHING = _CALENDAR["publishing"] | _WORDS["write"] | _WORDS["appear"]
_SAYING_NOTHING = _PUBLISHING | _REPORT | _WORDS["press"] | _WORDS["linking"]
_BODIES = read_words("nouns/organisations")
_ABOUT = read_groups("function_words/prepositions")["about"]
_NAMES = frozenset({"Name", "Surn", "Patr", "Geox"})
_VERBS = frozenset({"VERB", "PRTS", "PRTF"})
_ORGANISATION = "Orgn"
_QUOTES = '«"„“'
_RULE = "publication"


def judge_publication(context: RuleContext, access: BaseAccess) -> Answer | None:
    """Yes or no where nothing but the report with a day, or with another publisher, is stated."""
    question, base = context.search.question, context.base
    if question.request.form is not AnswerForm.YES_NO or question.request.negated or access.own_words:
        return None
    days = {base.source.published, *(one.published for one in base.sources if one.published is not None)}
    if len(days) > 1 or len({one.publisher for one in base.sources} - {base.source.publisher, None}) > 0:
        return None
    telling = telling_source(base)
    if telling is not None and not tells_of_report(telling, base):
        telling = None
    reports = [term for term in question.terms if _of_report(term, telling)]
    if not reports or _is_told_of_other(reports, context, access):
        return None
    values = question.request.values
    rest = _rest(question.terms, values, telling, access)
    if len(values) == 1 and values[0].kind is ValueKind.DATE and _is_topic(rest, reports[0], context, access):
        return _of_day(values[0], telling, context, access)
    if not values and telling is not None and rest:
        return _of_publisher(rest, telling, context, access)
    return None


def _of_report(term: Term, telling: Fact | None) -> bool:
    """A noun for a report; a verb of writing where a fact tells who wrote."""
    if term.morphology.first_pos in _VERBS:
        return telling is not None and _is_one(term, _WORDS["write"])
    return _is_one(term, _REPORT) and term.morphology.first_pos == "NOUN"


def _is_told_of_other(reports: Sequence[Term], context: RuleContext, access: BaseAccess) -> bool:
    """Whether a fact tells of another report, with its day or that it came out; or an event is one."""
    keys = {key for term in reports for key, level in term.keys if level >= Level.SYNONYM}
    titles = {key for event in context.base.events for key in access.lexicon.content(event.title)}
    if keys & titles:
        return True
    for fact in context.base.facts:
        if tells_of_report(fact, context.base):
            continue
        says = access.lexicon.read(fact.says)
        named = any(key in keys for term in says for key, level in term.keys if level >= Level.SYNONYM)
        dated = any(value.kind is ValueKind.DATE for value in values_of(fact))
        if named and (dated or any(_is_one(term, _PUBLISHING) for term in says)):
            return True
    return False


def _rest(
    terms: Sequence[Term], values: Sequence[Value], telling: Fact | None, access: BaseAccess
) -> list[Term]:
    """What is said besides the report, its topic and the day."""
    says = telling.says if telling is not None else ""
    known = access.lexicon.sure(f"{says} {access.base.source.publisher} {access.base.source.title}")
    return [
        term
        for term in terms
        if term.word_class is not WordClass.FUNCTION
        and term.word_class is not WordClass.POLITE
        and not any(value.start <= term.token.start < value.end for value in values)
        and not _is_one(term, _SAYING_NOTHING)
        and not any(key in known for key, level in term.keys if level >= Level.SYNONYM)
    ]


def _is_topic(rest: Sequence[Term], report: Term, context: RuleContext, access: BaseAccess) -> bool:
    """Whether the words left say what the report is on, and the base knows them all."""
    after = (one for one in context.search.question.terms if one.token.start > report.token.end)
    named = report.morphology.first_pos == "NOUN" and next(after, report).word in _ABOUT
    return not rest or (
        named and all(one.token.start > report.token.end and _is_in_base(one, access) for one in rest)
    )


def _of_day(value: Value, telling: Fact | None, context: RuleContext, access: BaseAccess) -> Answer | None:
    text, when = context.search.question.text, context.base.source.published
    before = text[: value.start].lower().split()
    if before and before[-1] in _ABOUT:
        return None  # what the report is on
    lead = lead_of_date(value, order_asked(text, value), when, context, access)
    return None if lead is None else _answer(lead, telling, context)


def _of_publisher(
    rest: Sequence[Term], telling: Fact, context: RuleContext, access: BaseAccess
) -> Answer | None:
    """«Нет» where all that is left is the name of a publisher that the base does not know."""
    at = [place for place, term in enumerate(context.search.question.terms) if term in rest]
    if at[-1] - at[0] != len(at) - 1 or any(_is_known(term, access) for term in rest):
        return None
    terms, text = context.search.question.terms, context.search.question.text
    first = terms[at[0]]
    called = at[0] > 0 and _is_one(terms[at[0] - 1], _WORDS["press"])
    quoted = text[: first.token.start].rstrip(" ")[-1:] in _QUOTES and at[0] > 0
    marked = _ORGANISATION in first.morphology.marks or first.token.written.isupper()
    if not ((called and first.token.capitalised) or quoted or marked):
        return None
    lead = YesNoLead(polarity=Polarity.NO, held=_publisher(context.base))
    return _answer(lead, telling, context)


def _is_known(term: Term, access: BaseAccess) -> bool:
    """A person, a place, a ministry, or a word of the base."""
    is_name = bool(_NAMES.intersection(term.morphology.marks)) and not term.token.written.isupper()
    return is_name or _is_one(term, _BODIES) or term.word in access.word_forms


def _is_in_base(term: Term, access: BaseAccess) -> bool:
    forms = (form for lemma in term.morphology.lemmas for form in inflections(lemma))
    return term.word in access.word_forms or not access.word_forms.isdisjoint(forms)


def _publisher(base: FactBase) -> str:
    return base.source.publisher or base.source.title


def _answer(lead: YesNoLead, telling: Fact | None, context: RuleContext) -> Answer:
    shown = () if telling is None else (Shown(fact=telling, slot=Slot.YES_NO),)
    return Answer(rule=_RULE, confidence=0.9, shown=shown, form=AnswerForm.YES_NO, lead=lead, why=context.why)


def _is_one(term: Term, words: frozenset[str]) -> bool:
    return not words.isdisjoint((term.word, *term.morphology.lemmas))
