"""«Слова о лампах приписывают Ким», «линзы — это чей тезис?»: who said the fact on a topic."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.digest_subjects import people_named, sides_named
from knowledge.decision.context.rule_context import RuleContext, refuse
from knowledge.decision.records.whose_words import speaker_of
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Term
from knowledge.language.semantic_classes import SAYING
from knowledge.language.word_class import WordClass
from knowledge.results import (
    Answer,
    AnswerForm,
    Lead,
    Polarity,
    Reason,
    Refusal,
    Shown,
    Slot,
    ValueLead,
    YesNoLead,
)
from knowledge.retrieval.matching import match_terms
from knowledge.scoring.searcher import SearchResult
from knowledge.understanding.question import Question, parse_question

_WORDS = read_groups("requests/whose_words")
_VOICING = read_words("verbs/voicing") | SAYING | _WORDS["raising"]
_OR = frozenset({"или"})
_NEAREST = 3


def attributed(context: RuleContext, access: BaseAccess) -> Answer | None:
    """Yes or no where a speaker is named, else the speaker; None where no near fact has every word of the
    topic and a speaker, or several speakers said it."""
    question = context.search.question
    if question.request.negated:
        return None
    speakers = [at for at, term in enumerate(question.terms) if _speakers([term], access)]
    asks = any(term.word in _WORDS["who"] for term in question.terms)
    offered = asks and len(speakers) > 1 and any(term.word in _OR for term in question.terms)
    speakers += [at + 1 for at in speakers if _goes_on(question, at + 1)]
    marked = [at for at, term in enumerate(question.terms) if _marks(term, asks=asks, offered=offered)]
    if not marked or (asks and not offered and speakers) or (not asks and not speakers):
        return None
    if asks and not offered and not any(_has(question.terms[at], "spoken") for at in marked):
        return None
    facts = _told(question, {*speakers, *marked}, access)
    said = {fact.said_by for fact in facts}
    if not facts or (asks and len(said) > 1):
        return None
    if asks:
        held = speaker_of(facts[0], access.base)
        return _answer(facts[0], ValueLead(held=held), context) if held is not None else None
    return _whether(
        {one for at in speakers for one in _speakers([question.terms[at]], access)}, facts, context, access
    )


def said_of_nothing(context: RuleContext, access: BaseAccess) -> Refusal | None:
    """«Это Ким сказала?» with nothing told before: what she said is not named."""
    question = context.search.question
    terms = [term for term in question.terms if term.word_class > WordClass.FUNCTION]
    points = any(term.word in _WORDS["these"] for term in question.terms)
    if question.request.form is not AnswerForm.YES_NO or not points or question.request.values:
        return None
    rest = [term for term in terms if not _speakers([term], access)]
    voiced = [term for term in rest if (_VOICING | _WORDS["thinks"]).intersection(term.morphology.lemmas)]
    if len(rest) == len(terms) or not voiced or len(voiced) != len(rest):
        return None
    return refuse(context, "no-context", Reason.NO_CONTEXT, 0.8)


def _goes_on(question: Question, at: int) -> bool:
    """Whether a word is the rest of a name."""
    return at < len(question.terms) and question.terms[at].token.capitalised


def _marks(term: Term, *, asks: bool, offered: bool) -> bool:
    """Whether a word says that the rest is somebody's words."""
    if _has(term, "attributing"):
        return not asks
    return asks and (
        _has(term, "spoken") or (offered and bool(_VOICING.intersection(term.morphology.lemmas)))
    )


def _has(term: Term, group: str) -> bool:
    return bool(_WORDS[group].intersection((term.word, *term.morphology.lemmas)))


def _speakers(terms: Sequence[Term], access: BaseAccess) -> list[str]:
    return [*(str(one.id) for one in people_named(terms, access)), *sides_named(terms, access)]


def _told(question: Question, taken: set[int], access: BaseAccess) -> list[Fact]:
    """The near facts with a speaker that have every word of the topic."""
    rest = [
        term
        for at, term in enumerate(question.terms)
        if at not in taken
        and term.word_class > WordClass.POLITE
        and not (term.word in _WORDS["who"] or _has(term, "words") or _has(term, "topic"))
    ]
    if not any(term.word_class is WordClass.CONTENT for term in rest):
        return []
    text = " ".join(term.token.written for term in rest)
    search = access.judge(parse_question(text, access.lexicon, asking=True)).search
    return [fact for fact in _whole(search) if fact.said_by is not None]


def _whole(search: SearchResult) -> list[Fact]:
    return [
        found.fact
        for found in search.facts[:_NEAREST]
        if all(level is not None for level in match_terms(search.query, found.parsed.keys))
    ]


def _whether(
    named: set[str], facts: Sequence[Fact], context: RuleContext, access: BaseAccess
) -> Answer | None:
    """Yes where one who is named said it; no where somebody else did."""
    for fact in facts:
        person = next((one for one in access.base.people if one.id == fact.said_by), None)
        own = {fact.said_by or "", *([person.side] if person is not None and person.side else [])}
        if own & named:
            return _answer(fact, YesNoLead(polarity=Polarity.YES), context)
    held = speaker_of(facts[0], access.base)
    lead = YesNoLead(polarity=Polarity.NO, held=held)
    return _answer(facts[0], lead, context) if len({fact.said_by for fact in facts}) == 1 else None


def _answer(fact: Fact, lead: Lead, context: RuleContext) -> Answer:
    form = AnswerForm.YES_NO if isinstance(lead, YesNoLead) else AnswerForm.WHO
    shown = (Shown(fact=fact, slot=Slot.STATEMENT),)
    return Answer(rule="whose-words", confidence=0.85, shown=shown, lead=lead, form=form, why=context.why)
