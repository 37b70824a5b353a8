"""A clause by itself, or filled from the conversation in the likeliest way."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.conversation import Conversation
from knowledge.data.tables import read_groups
from knowledge.decision.clause_pipeline import ClausePipeline
from knowledge.decision.clause_result import ClauseResult
from knowledge.decision.clause_signs import asks_who_was_there, is_told_alone
from knowledge.decision.event_fillings import of_main_event, of_their_event
from knowledge.decision.last_event import leaves_last, stays_with_last, tells_of_last, told_event
from knowledge.language.lexicon import Term
from knowledge.language.spell_checker import SpellingCorrection
from knowledge.results import Answer, AnswerForm, Refusal, Slot, YesNoLead
from knowledge.understanding import ellipsis, ties
from knowledge.understanding.ellipsis import FilledQuestion
from knowledge.understanding.question import Question
from knowledge.understanding.substitution import CONFIRMS

_CONDITION = read_groups("function_words/particles")["condition"]
_LIKELY = 0.5
_MARGIN = 0.1
"""A follow-up is filled from the conversation unless it is this much more probable by itself."""
_Filled = Sequence[tuple[FilledQuestion, ClauseResult]]


def or_filled(
    pipeline: ClausePipeline,
    alone: ClauseResult,
    question: Question,
    text: str,
    changes: tuple[SpellingCorrection, ...],
    conversation: Conversation,
) -> ClauseResult:
    """The better result of a clause by itself and of what it may mean after the last question."""
    ways = {one.text: one for one in ellipsis.fill_ellipsis(text, conversation, pipeline.searcher)}
    filled = [(one, pipeline.decide(one.text, one.carried, changes, one.own_words)) for one in ways.values()]
    there = next((result for one, result in filled if one.is_title), None)
    if asks_who_was_there(alone.result):
        return there or of_main_event(pipeline, text, changes, alone)
    with_pronoun = [result for one, result in filled if one.resolves_pronoun]
    substituted = [
        result for one, result in filled if one.is_substitution and isinstance(result.result, Answer)
    ]
    others = substituted or [result for one, result in filled if not one.resolves_pronoun]
    best = max(with_pronoun or others, key=lambda result: result.probability, default=alone)
    if there is not None and best is there and _is_of_same_event(alone, there, question):
        best = alone
    at_last = _at_last_event(alone, best, question, filled, others, conversation, pipeline)
    if at_last is not None:
        return at_last
    doubted = _doubted(question, filled, conversation, pipeline)
    if doubted is not None:
        return doubted
    steps = ellipsis.steps_on(text, conversation, pipeline.searcher)
    if any(one.of_thing for one in ways.values()) and is_told_alone(alone, best):
        return alone
    if with_pronoun or not ties.has_content(question) or steps:
        return of_their_event(pipeline, best, question, text, changes, conversation)
    if question.only_asks and isinstance(best.result, Answer):
        return best
    is_substituted = any(best is one for one in substituted)
    needs_context = ties.needs_context(question, text)
    return _better(alone, best, question, conversation, needs_context, is_substituted)


def _is_of_same_event(alone: ClauseResult, there: ClauseResult, question: Question) -> bool:
    """«А кто там главный?» tells of the event by itself; its title would add sides that nobody asks of."""
    told = [
        one.result.shown[0].fact.about[:1]
        for one in (alone, there)
        if isinstance(one.result, Answer) and one.result.shown
    ]
    is_who = question.request.form is AnswerForm.WHO and ties.has_content(question)
    return is_who and len(told) == len((alone, there)) and told[0] == told[1] != ()


def _doubted(
    question: Question, filled: _Filled, conversation: Conversation, pipeline: ClausePipeline
) -> ClauseResult | None:
    """«А разве не в Пекине?» doubts what was told last, whatever else was in Beijing."""
    doubts = any(term.word in CONFIRMS for term in question.terms)
    named = [question.terms[at] for at in question.content_places]
    if not doubts or not named or not all(term.is_name or _is_number(term) for term in named):
        return None
    event = told_event(conversation, pipeline.searcher.base)
    judged = [
        result
        for _, result in filled
        if isinstance(result.result, Answer)
        and isinstance(result.result.lead, YesNoLead)
        and event in result.result.events
    ]
    return max(judged, key=lambda result: result.probability, default=None)


def _is_number(term: Term) -> bool:
    return any(key[0] in "#/" for key, _ in term.keys)


def _at_last_event(
    alone: ClauseResult,
    best: ClauseResult,
    question: Question,
    filled: _Filled,
    others: Sequence[ClauseResult],
    conversation: Conversation,
    pipeline: ClausePipeline,
) -> ClauseResult | None:
    """The clause asked of the event told of last, where it stays with that."""
    base = pipeline.searcher.base
    titled = [result for one, result in filled if one.is_title]
    resolved = any(one.resolves_pronoun for one, _ in filled)
    if question.only_asks or not ties.has_content(question):
        # «А где?» is asked of what was told last, whatever words the question before it had.
        told = [one for one in titled if tells_of_last(one.result, conversation, base)]
        carried = max(others, key=lambda result: result.probability, default=alone)
        if told and not resolved and not tells_of_last(carried.result, conversation, base):
            return max(told, key=lambda result: result.probability)
    there = titled[0] if titled else None
    if there is None:
        return None
    if leaves_last(question, (alone.result, best.result), conversation, base):
        return there
    return there if stays_with_last(question, there.result, best.result, conversation, base) else None


def _is_of_another(question: Question, conversation: Conversation) -> bool:
    """«А Искра?» after a number asked of somebody else: one name, and nothing that asks or states."""
    content = [question.terms[at] for at in question.content_places]
    is_name = len(content) == 1 and (content[0].is_name or content[0].token.capitalised)
    names = any(word.strip('«„"')[:1].isupper() for word in conversation.question.split()[1:])
    return is_name and names and not question.slots and conversation.slot is Slot.NUMBER


def _repeats(one: ClauseResult, conversation: Conversation) -> bool:
    """Whether the fact told last is told again first."""
    shown = one.result.shown[:1] if isinstance(one.result, Answer) else ()
    return tuple(found.fact.id for found in shown) == conversation.facts[:1]


def _says_less(best: ClauseResult, alone: ClauseResult) -> bool:
    """Whether both tell the same fact, and only the clause by itself has «да» or «нет» before it."""
    if not isinstance(best.result, Answer) or not isinstance(alone.result, Answer):
        return False
    same = best.result.shown[:1] and best.result.shown[:1] == alone.result.shown[:1]
    return bool(same) and best.result.lead is None and isinstance(alone.result.lead, YesNoLead)


def _is_surer(alone: ClauseResult, best: ClauseResult) -> bool:
    return isinstance(alone.result, Answer) and alone.probability >= max(best.probability, _LIKELY)


def _better(
    alone: ClauseResult,
    best: ClauseResult,
    question: Question,
    conversation: Conversation,
    needs_context: bool,
    is_substituted: bool,
) -> ClauseResult:
    """The clause by itself or the best of its fillings."""
    if not question.slots and ties.asks_speech(conversation.question) and best is not alone:
        # «Что сказал министр? А посол?» asks what the ambassador said, not who he is.
        return best
    if best is not alone and _is_of_another(question, conversation):
        # «Сколько очков у «Весты»? А у «Искры»?» asks for a number, not for whatever is told of it.
        return best
    is_answer = isinstance(best.result, Answer)
    supposes = any(term.word in _CONDITION for term in question.terms)  # «а если рейс отменили?»
    if _says_less(best, alone) and not supposes:
        return alone
    told = conversation.slot is Slot.STATEMENT and not question.slots and _repeats(best, conversation)
    if told and not _repeats(alone, conversation) and _is_surer(alone, best):
        return alone
    if ties.lacks_noun(question) and is_answer and (not question.slots or best.probability > _LIKELY):
        return best
    if is_substituted:
        return best
    lacks_speaker = isinstance(best.result, Refusal) and best.result.rule == "not-said"
    if needs_context and (lacks_speaker or not isinstance(alone.result, Answer)):
        return best
    return best if is_answer and best.probability > alone.probability - _MARGIN else alone
