"""«А первый не там?» after a place was told: asked of that place by name."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.conversation import Conversation
from knowledge.data.tables import read_groups
from knowledge.decision.clause_pipeline import ClausePipeline
from knowledge.decision.clause_result import ClauseResult
from knowledge.decision.clause_signs import is_sure
from knowledge.decision.context.places import phrase_of
from knowledge.decision.last_event import HAPPENING, told_event
from knowledge.language.lexicon import Term
from knowledge.language.spell_checker import SpellingCorrection
from knowledge.language.tokens import Token, tokens
from knowledge.results import AnswerForm, Slot
from knowledge.scoring.searcher import Searcher
from knowledge.understanding.question import Question
from knowledge.understanding.substitution import kinds_of
from knowledge.understanding.ties import own_text

_THERE = read_groups("function_words/pronouns")["at_place"]
_NOT = read_groups("function_words/particles")["deny_next"]
_SAME = read_groups("function_words/particles")["closing"]
_VERBS = frozenset({"VERB", "INFN", "PRTS"})
_WHO = "who"
_WAS = "был"
"""What «а съезд там же?» leaves out."""


def at_told_place(
    pipeline: ClausePipeline,
    question: Question,
    text: str,
    changes: tuple[SpellingCorrection, ...],
    conversation: Conversation,
) -> ClauseResult | None:
    """Yes or no of the place told last; None where none was told, or more than a place is asked."""
    asked = _by_name(text, question, conversation, pipeline.searcher)
    decided = pipeline.decide(asked, (), changes) if asked is not None else None
    return decided if decided is not None and is_sure(decided.result) else None


def _by_name(text: str, question: Question, conversation: Conversation, searcher: Searcher) -> str | None:
    """The text with the place for «там»; None where somebody's deed is asked."""
    if conversation.slot is not Slot.PLACE or question.request.form is not AnswerForm.YES_NO:
        return None
    words = tokens(own_text(text))
    place = next((at for at, token in enumerate(words) if token.word in _THERE), None)
    if place is None or any(_says_who(term, searcher) for term in question.terms):
        return None
    fact = searcher.base.fact_by_id.get(conversation.facts[0]) if conversation.facts else None
    event = told_event(conversation, searcher.base)
    if fact is None or event is None or not event.where:
        return None
    phrase = phrase_of(event.where, fact.says, searcher.lexicon.read(fact.says), searcher.lexicon)
    if phrase is None:
        return None
    verbless = all(term.morphology.first_pos not in _VERBS for term in question.terms)
    names = any(term.morphology.first_pos == "NOUN" for term in question.terms)
    return f"{_with(words, place, f'{_WAS} {phrase}' if verbless and names else phrase)}?"


def _says_who(term: Term, searcher: Searcher) -> bool:
    is_deed = term.morphology.first_pos in _VERBS and HAPPENING.isdisjoint(term.morphology.lemmas)
    return is_deed or _WHO in kinds_of(term, searcher)


def _with(words: Sequence[Token], place: int, phrase: str) -> str:
    """The words with the phrase in their place, without «не» before it and «же» after it."""
    before, after = words[:place], words[place + 1 :]
    before = before[:-1] if before and before[-1].word in _NOT else before
    after = after[1:] if after and after[0].word in _SAME else after
    return " ".join((*(one.written for one in before), phrase, *(one.written for one in after)))
