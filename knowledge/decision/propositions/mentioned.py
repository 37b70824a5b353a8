"""«Про шпионаж вспомнили?», «Го упоминал трения?»: whether something is spoken of at all."""

from __future__ import annotations

from knowledge.data.tables import read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.digest_subjects import people_named, sides_named
from knowledge.decision.context.rule_context import RuleContext, refuse
from knowledge.decision.digests.digests import OF_TEXTS
from knowledge.decision.records.whose_words import speaker_of
from knowledge.decision.refusals.refusal_details import complete_refusal
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import (
    Answer,
    AnswerForm,
    Lead,
    Polarity,
    Reason,
    Result,
    Shown,
    Slot,
    ValueLead,
    YesNoLead,
)
from knowledge.scoring.searcher import ScoredFact
from knowledge.understanding.question import Question

_MENTIONING = read_words("verbs/mentioning")
_REFLEXIVE = tuple(read_words("morphemes/reflexives"))


def judge_mention(context: RuleContext, access: BaseAccess) -> Result | None:
    """Yes where the nearest fact has what is asked about, a refusal where a noun of it is nowhere; None where
    more is asked."""
    question = context.search.question
    if question.request.negated or not any(_mentions(term) for term in question.terms):
        return None
    content = [term for at in question.content_places if not _mentions(term := question.terms[at])]
    content = [
        term
        for term in content
        if term.word_class is WordClass.CONTENT and not OF_TEXTS.intersection(term.morphology.lemmas)
    ]
    speakers = [term for term in content if people_named([term], access) or sides_named([term], access)]
    topic = [term for term in content if term not in speakers]
    if context.best is None or not (topic or (speakers and _is_passive(question))):
        return None
    if any(_is_nowhere(term, access) for term in topic):
        refusal = refuse(context, "words-left", Reason.UNACCOUNTED, 0.8, _unmet(topic, access))
        return complete_refusal(refusal, context, access)
    fact = context.best.fact
    if not _is_met(topic or speakers, context.best):
        return None
    return _answer(fact, context, access, _says_so(fact, speakers, access))


def _mentions(term: Term) -> bool:
    return bool(_MENTIONING.intersection(term.morphology.lemmas))


def _is_nowhere(term: Term, access: BaseAccess) -> bool:
    is_noun = term.morphology.first_pos in ("NOUN", None, "LATN", "UNKN")
    return is_noun and access.index.best_key(term) is None


def _unmet(topic: list[Term], access: BaseAccess) -> tuple[str, ...]:
    return tuple(term.token.written for term in topic if _is_nowhere(term, access))


def _is_passive(question: Question) -> bool:
    """«Орлов упоминается?» asks of him, not whether he spoke of something."""
    return any(_mentions(term) and term.word.endswith(_REFLEXIVE) for term in question.terms)


def _is_met(topic: list[Term], found: ScoredFact) -> bool:
    """Whether a fact has every word, and its statement one of them."""
    keys, said = found.parsed.keys, found.parsed.statement_keys
    sure = [[key for key, level in term.keys if level >= Level.ROOT] for term in topic]
    return all(any(key in keys for key in one) for one in sure) and any(
        key in said for one in sure for key in one
    )


def _says_so(fact: Fact, speakers: list[Term], access: BaseAccess) -> bool:
    """Whether the words of the fact are those of somebody whom the question names, if it names anybody."""
    if fact.said_by is None or not speakers:
        return True
    people, sides = people_named(speakers, access), sides_named(speakers, access)
    speaker = next((one for one in access.base.people if one.id == fact.said_by), None)
    side = fact.said_by if speaker is None else speaker.side
    return any(one.id == fact.said_by for one in people or ()) or side in sides


def _answer(fact: Fact, context: RuleContext, access: BaseAccess, is_theirs: bool) -> Answer:
    held = speaker_of(fact, access.base)
    lead: Lead = YesNoLead(polarity=Polarity.YES)
    if not is_theirs and held is not None:
        lead = ValueLead(held=held)  # who spoke of it; of the other nothing is told
    shown = (Shown(fact=fact, slot=Slot.YES_NO),)
    return Answer(
        rule="mentioned", confidence=0.85, shown=shown, lead=lead, form=AnswerForm.YES_NO, why=context.why
    )
