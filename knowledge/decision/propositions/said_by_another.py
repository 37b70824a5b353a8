"""«Китай согласен…?» of what the other side says: its words are neither «да» nor «нет» of this one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.digest_subjects import sides_named
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.propositions.record_propositions import POST_RECORD
from knowledge.decision.records.stated_speaker import WHOSE_WORDS
from knowledge.facts.model import PersonId
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, Polarity, Result, YesNoLead
from knowledge.understanding.question import Question


def without_words_of_another(result: Result, context: RuleContext, access: BaseAccess) -> Result:
    """The result; a yes or no by a fact whose speaker is of no side of the question loses that line."""
    if not isinstance(result, Answer) or not isinstance(result.lead, YesNoLead) or not result.shown:
        return result
    if result.rule in (POST_RECORD, WHOSE_WORDS):
        return result  # the record tells it, or it is whose words they are that is asked
    fact, question = result.shown[0].fact, context.search.question
    if _repeats(question, access.lexicon.read(fact.says)):
        return result  # it is the whole statement that is asked, with who said it
    said_by = fact.said_by
    if said_by is None or result.lead.polarity not in (Polarity.YES, Polarity.NO):
        return result
    speaker = access.base.person_by_id.get(PersonId(said_by))
    sides = sides_named(question.terms, access)
    is_another = bool(sides) and (said_by if speaker is None else speaker.side) not in sides
    return replace(result, lead=None) if is_another else result


def _repeats(question: Question, says: Sequence[Term]) -> bool:
    """Whether a question has every word of content of a statement."""
    asked = {key for term in question.terms for key, level in term.keys if level >= Level.ROOT}
    content = (term for term in says if term.word_class is WordClass.CONTENT)
    return all(any(key in asked for key, _ in term.keys) for term in content)
