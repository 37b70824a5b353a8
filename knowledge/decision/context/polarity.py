"""«Да», «нет», «в планах» or «частично» for a proposition whose words alone are compared, without values."""

from __future__ import annotations

import re
from collections.abc import Container

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.asked_plan import asks_past
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.denials_apart import WITHOUT, denials_of, denies_by_another, is_denied_by
from knowledge.decision.context.event_records import event_of, record_date
from knowledge.decision.context.moves import TIMES as _TIMES
from knowledge.decision.context.moves import confirms_move
from knowledge.decision.context.opposed_words import is_opposed
from knowledge.decision.context.rule_context import RuleContext
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Fact, FactBase
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.semantic_classes import SAYING
from knowledge.language.synonyms import Level
from knowledge.language.values import read_values
from knowledge.language.word_class import WordClass
from knowledge.results import Lead, Polarity, YesNoLead
from knowledge.scoring.searcher import ScoredFact
from knowledge.scoring.statement_wording import best_part
from knowledge.understanding.denials import (
    denied_places,
    has_denial,
    is_negative,
)
from knowledge.understanding.question import Question

_NONE = read_words("verbs/happening") | read_groups("function_words/particles")["deny_clause"]
"""«Не будет», «не состоится», «нет»."""
_PARTS = re.compile(r"[,;:()—–]")
_DEEDS = frozenset({"VERB", "INFN", "PRTS"})
_ONLY = read_groups("function_words/particles")["only"]
_INTENTIONS = read_groups("requests/intentions")
_INTENDING = _INTENTIONS["intention"] | _INTENTIONS["promise"]
SURE_FROM = 0.5
"""From this chance the nearest fact is taken to be about the proposition."""
_VERB_LOST_FROM = 0.7
"""From this chance a verb of the question may be another than the fact's where the fact denies."""


def polarity_of(context: RuleContext, best: ScoredFact, access: BaseAccess) -> Polarity | None:
    """«Да» where the statement has every word of content, «нет» where one of the two denies; else None."""
    question = context.search.question
    lost, weak, denied = _unmet(question, best, access)
    if best.features.opposite:
        return Polarity.NO if not lost and context.probability >= SURE_FROM else None
    if denied:
        sure = context.probability >= SURE_FROM and not (lost or weak or question.request.negated)
        return Polarity.NO if sure and not is_negative(question.text) else None
    if lost or (weak and context.probability < _VERB_LOST_FROM) or weak > 1:
        return None
    part = best_part(best.fact.says, context.search.query, access.lexicon)
    asked, said = denials_of(question, part, access.lexicon)
    # What another part denies in the same word: «отменили» of «матч, назначенный на май, отменили».
    asked = asked and denials_of(question, best.fact.says, access.lexicon)[0]
    if not asked and not said and not weak and _has_all(question, part, access.lexicon):
        return Polarity.YES
    if asked == said and (weak or (not said and denials_of(question, best.fact.says, access.lexicon)[1])):
        # What another part denies may be just what is asked: «21 февраля сеансов нет».
        return None
    return Polarity.YES if asked == said else Polarity.NO


def _unmet(question: Question, best: ScoredFact, access: BaseAccess) -> tuple[int, int, bool]:
    """How many words of content the fact lacks, how many it has but weakly, and whether it denies one."""
    lost, weak, denied = 0, 0, False
    denying = next((at for at in question.content_places if _denies(question.terms[at])), None)
    for at in question.content_places:
        term = question.terms[at]
        level = max((level for key, level in term.keys if key in best.parsed.text_keys), default=None)
        if term.word_class is not WordClass.CONTENT and term.morphology.first_pos != "ADVB":
            continue
        stated = any(key in best.parsed.statement_keys for key, each in term.keys if each >= Level.SYNONYM)
        says = best.fact.says
        if not stated and (
            is_denied_by(term, question, says, access.lexicon)
            or is_opposed(at, question, best, access.lexicon)
        ):
            denied = True
        elif (level or 0) < Level.ROOT and _intends(term) and any(map(_intends, access.lexicon.read(says))):
            continue  # «обещают перейти» of «намерены перейти»
        elif (level or 0) < Level.ROOT and best.fact.said_by is not None and _says(term):
            continue  # «утверждал ли Орлов, что…» of his own words
        elif level is None and at == denying:
            continue  # «отказались выполнять» denies what is told, whatever the verb
        elif level is None:
            lost += 1 if term.morphology.first_pos in ("NOUN", "ADJF", "ADVB", "PRTF") or term.is_name else 0
            weak += 1
        elif level < Level.ROOT and term.morphology.first_pos in ("VERB", "INFN", "PRTS"):
            weak += 1
    return lost, weak, denied


def _denies(term: Term) -> bool:
    return term.morphology.first_pos in _DEEDS and has_denial(term.word)


def _says(term: Term) -> bool:
    return bool(SAYING.intersection(term.morphology.lemmas))


def _intends(term: Term) -> bool:
    return bool(_INTENDING.intersection((term.word, *term.morphology.lemmas)))


def unless_denied_then(
    lead: YesNoLead, fact: Fact, context: RuleContext, access: BaseAccess
) -> YesNoLead | None:
    """The lead, but no «да» by a time alone at which the statement denies something: «21 февраля сеансы
    есть?» of «21 февраля сеансов не будет» is «нет», «паром берёт машины?» of «не берёт людей» neither."""
    question = context.search.question
    part, asked = best_part(fact.says, context.search.query, access.lexicon), context.search.query.keys
    affirms = lead.polarity is Polarity.YES and not question.request.negated
    if affirms and confirms_move(question.request.values, fact, context.base):
        return lead
    if affirms and denies_by_another(question, part, access.lexicon):
        return YesNoLead(polarity=Polarity.NO, denying=True)
    timed = any(value.kind in _TIMES for value in question.request.values)
    if timed and not question.request.negated and _denies_apart(question, fact.says, access.lexicon):
        # Of another time than that of the denial nothing is said.
        return YesNoLead(polarity=Polarity.NO, denying=True) if affirms else None
    denies = bool(question.request.negated) or is_negative(question.text)
    if lead.polarity not in (Polarity.YES, Polarity.PLANNED) or not timed or denies:
        return lead
    if not is_negative(_without_lack(part, asked, access.lexicon)):
        return lead
    says = access.lexicon.read(part)
    is_none = any(
        _NONE.intersection((term.word, *term.morphology.lemmas))
        or (term.morphology.first_pos == "NOUN" and any(key in asked for key, _ in term.keys))
        for term in (says[at] for at in denied_places(says))
    )
    return YesNoLead(polarity=Polarity.NO, denying=True) if is_none else None


def _denies_apart(question: Question, says: str, lexicon: Lexicon) -> bool:
    """«В 17:15 можно кататься?» of «с 17:00 до 17:30 лёд заливают, кататься в это время нельзя»: another part
    than that with the time has all that is asked, and denies it."""
    places = {
        at
        for at, term in enumerate(question.terms)
        for value in question.request.values
        if value.start <= term.token.start < value.end
    }
    asked = [question.terms[at] for at in question.content_places if at not in places]
    if not asked:
        return False
    for part in _PARTS.split(says):
        keys = {key for term in lexicon.read(part) for key, level in term.keys if level >= Level.ROOT}
        has_all = all(any(key in keys for key, level in term.keys if level >= Level.ROOT) for term in asked)
        if has_all and is_negative(part) and not read_values(part):
            return True
    return False


def _without_lack(part: str, asked: Container[str], lexicon: Lexicon) -> str:
    """A part less «без записи», which denies nothing of the deed, unless the question speaks of that."""

    def left(found: re.Match[str]) -> str:
        return found[0] if any(key in asked for key, _ in lexicon.word(found[1]).keys) else ""

    return WITHOUT.sub(left, part)


def _has_all(question: Question, part: str, lexicon: Lexicon) -> bool:
    """Whether a part of a statement has every word of a question, and its «можно» or verb."""
    keys = {key for term in lexicon.read(part) for key, _ in term.keys}
    words = [question.terms[at] for at in question.content_places]
    acts = [term for term in question.terms if term.morphology.first_pos in ("VERB", "INFN", "PRTS", "PRED")]
    told = [term for term in acts if any(key in keys for key, _ in term.keys)]
    return bool(words and told) and all(any(key in keys for key, _ in term.keys) for term in (*words, *acts))


def planned_lead(question: Question, fact: Fact, context: RuleContext) -> YesNoLead | None:
    """«Второй уже прошёл?»: the source knows only that it was to come."""
    record, event = record_date(fact, context.base), event_of(fact, context.base)
    if event is not None and event.cancelled:
        return None
    if record is None or not is_ahead(record, context.base) or not asks_past(question):
        return None
    return YesNoLead(polarity=Polarity.PLANNED, held=record)


def is_ahead(when: EdtfDate, base: FactBase) -> bool:
    """Whether a date was still to come when the source was published."""
    return when.first_day is not None and when.first_day > base.source.published.last_day


def is_no_by_own_words(lead: Lead | None, question: Question) -> bool:
    """«Нет: 600 рублей» to a question that has these very words: another value was compared."""
    if not isinstance(lead, YesNoLead) or lead.polarity is not Polarity.NO or not isinstance(lead.held, str):
        return False
    return bool(lead.held) and lead.held.lower() in question.text.lower()
