"""Answers the clauses of a message, each by itself or as a follow-up filled from the conversation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from knowledge.conversation import Conversation
from knowledge.decision import rules
from knowledge.decision.clause_decision import decide_clause
from knowledge.decision.clause_results import merge_results
from knowledge.decision.denying_facts import denying_first, numbered_first
from knowledge.decision.explanation import explain
from knowledge.decision.rule_context import RuleContext
from knowledge.decision.second_reading import Judged, read_again
from knowledge.decision.speakers import said_by_asked
from knowledge.decision.tools import Tools
from knowledge.facts.model import FactId
from knowledge.language.spell_checker import SpellingCorrection
from knowledge.reader.reading import Reader
from knowledge.results import Answer, AnswerForm, Choices, Option, Refusal, Result, Slot
from knowledge.retrieval.event_resolver import main_event
from knowledge.scoring.searcher import Searcher
from knowledge.understanding import ellipsis
from knowledge.understanding.clauses import split_clauses
from knowledge.understanding.openings import strip_opening
from knowledge.understanding.question import Question, parse_question

_OF_SEVERAL = ("event-set", "people-set", "time")
"""Rules whose answer is to the whole question, whatever it asks besides."""
_LIKELY = 0.5
_MARGIN = 0.1
"""A follow-up is filled from the conversation unless it is this much more probable by itself."""


@dataclass(frozen=True, slots=True)
class ClauseResult:
    """The result of one clause; `text` is the clause with ellipsis filled."""

    text: str
    result: Result
    probability: float
    """That the best fact answers, 0..1."""
    written: str = ""
    """The clause as the reader wrote it, where it is one of several."""


@dataclass(frozen=True, slots=True)
class ClauseAnswerer:
    """Answers from one base. `now` is aware; `excluded_example` is an example question to be left out.

    `reader` is asked where words alone leave it open whether the best fact answers.
    """

    searcher: Searcher
    now: datetime
    excluded_example: str | None = None
    reader: Reader | None = None

    def answer_all(
        self, text: str, changes: tuple[SpellingCorrection, ...], conversation: Conversation
    ) -> list[ClauseResult]:
        """The result of each clause of a message; a clause may be a follow-up to the one before."""
        text = strip_opening(text)[0]
        clauses = split_clauses(text)
        if len(clauses) == 1:
            return [self._answer(text, changes, conversation)]
        whole = self._of_several(text, changes)
        if whole is not None:
            return [whole]
        results: list[ClauseResult] = []
        before = conversation
        for clause in clauses:
            results.append(replace(self._answer(clause, changes, before), written=clause))
            before = next_conversation(results[-1].text, results[-1].result, before, before.at)
        if any(isinstance(one.result, Answer) for one in results):
            return results
        return [self._answer(text, changes, conversation)]

    def _of_several(self, text: str, changes: tuple[SpellingCorrection, ...]) -> ClauseResult | None:
        """«Сравни, где и когда первый и где второй»: one question though it could be split."""
        form = parse_question(text, self.searcher.lexicon, asking=True).request.form
        if form not in (AnswerForm.COMPARE, AnswerForm.LIST, AnswerForm.ORDER):
            return None
        found = self._decide(text, (), changes)
        return found if isinstance(found.result, Answer) and found.result.rule in _OF_SEVERAL else None

    def _answer(
        self, text: str, changes: tuple[SpellingCorrection, ...], conversation: Conversation
    ) -> ClauseResult:
        """The better result of a clause by itself and of a follow-up filled from the conversation."""
        alone = self._decide(text, (), changes)
        if not conversation.question:
            return self._of_main_event(text, changes, alone)
        question = parse_question(text, self.searcher.lexicon, asking=True)
        if question.content_places and question.is_bare_number:
            return alone
        needs_context = ellipsis.needs_context(question, text)
        if not needs_context and (len(question.content_places) > 2 or question.slots):
            return alone
        ways = {one.text: one for one in ellipsis.fill_ellipsis(text, conversation, self.searcher)}
        filled = [(one, self._decide(one.text, one.carried, changes, one.own_words)) for one in ways.values()]
        with_pronoun = [result for one, result in filled if one.resolves_pronoun]
        substituted = [
            result for one, result in filled if one.is_substitution and isinstance(result.result, Answer)
        ]
        others = substituted or [result for one, result in filled if not one.resolves_pronoun]
        if question.only_asks or not ellipsis.has_content(question):
            # «А где?» is asked of what was told last, whatever words the question before it had.
            told = [result for one, result in filled if one.is_title]
            told = [one for one in told if self._tells_of_last(one.result, conversation)]
            carried = max(others, key=lambda result: result.probability, default=alone)
            if told and not with_pronoun and not self._tells_of_last(carried.result, conversation):
                return max(told, key=lambda result: result.probability)
        best = max(with_pronoun or others, key=lambda result: result.probability, default=alone)
        if with_pronoun or not ellipsis.has_content(question):
            return best
        is_substituted = any(best is one for one in substituted)
        return self._better(alone, best, question, conversation, needs_context, is_substituted)

    def _tells_of_last(self, result: Result, conversation: Conversation) -> bool:
        """Whether an answer is about the event of the last one, other than the main event."""
        base, main = self.searcher.base, main_event(self.searcher.base)
        facts = [base.fact_by_id[one] for one in conversation.facts[:1] if one in base.fact_by_id]
        last = facts[0].about[:1] if facts else ()
        is_other = bool(last) and main is not None and last != (main.id,)
        return (
            is_other
            and isinstance(result, Answer)
            and bool(result.shown)
            and result.shown[0].fact.about[:1] == last
        )

    def _of_main_event(
        self, text: str, changes: tuple[SpellingCorrection, ...], alone: ClauseResult
    ) -> ClauseResult:
        """«Где это было?» with nothing before it is asked of the main event."""
        event = main_event(self.searcher.base)
        refused = alone.result if isinstance(alone.result, Refusal) else None
        if event is None or refused is None:
            return alone
        question = parse_question(text, self.searcher.lexicon, asking=True)
        if refused.rule != "no-context" and not question.only_asks:
            return alone
        if refused.slot not in (Slot.PLACE, Slot.DATE, Slot.PERSON) or not ellipsis.refers(text):
            return alone
        filled = self._decide(f"{text.rstrip(' ?!.')} {event.title}", (event.title,), changes)
        return filled if isinstance(filled.result, Answer) else alone

    @staticmethod
    def _better(
        alone: ClauseResult,
        best: ClauseResult,
        question: Question,
        conversation: Conversation,
        needs_context: bool,
        is_substituted: bool,
    ) -> ClauseResult:
        """The clause by itself or the best of its fillings."""
        if not question.slots and ellipsis.asks_speech(conversation.question) and best is not alone:
            # «Что сказал министр? А посол?» asks what the ambassador said, not who he is.
            return best
        is_answer = isinstance(best.result, Answer)
        if ellipsis.lacks_noun(question) and is_answer and (not question.slots or best.probability > _LIKELY):
            return best
        if is_substituted:
            return best
        lacks_speaker = isinstance(best.result, Refusal) and best.result.rule == "not-said"
        if needs_context and (lacks_speaker or not isinstance(alone.result, Answer)):
            return best
        return best if is_answer and best.probability > alone.probability - _MARGIN else alone

    def _decide(
        self,
        text: str,
        carried: tuple[str, ...],
        changes: tuple[SpellingCorrection, ...],
        own_words: frozenset[str] = frozenset(),
    ) -> ClauseResult:
        """The result of a clause, merged where it asks for several slots or people."""
        parts = self.searcher.parts(text)
        results = [self._decide_part(text, part, carried, changes, own_words) for part in parts]
        if len(results) == 1:
            return results[0]
        if isinstance(results[0].result, Answer) and results[0].result.rule in _OF_SEVERAL:
            return results[0]
        result = merge_results([(one.text, one.result) for one in results])
        return ClauseResult(text, result, min(one.probability for one in results))

    def _decide_part(
        self,
        text: str,
        question: Question,
        carried: tuple[str, ...],
        changes: tuple[SpellingCorrection, ...],
        own_words: frozenset[str],
    ) -> ClauseResult:
        judged = self._judge(question)
        context = RuleContext(
            search=judged.search,
            probability=judged.probability,
            base=self.searcher.base,
            lexicon=self.searcher.lexicon,
            own_words=own_words,
            why=explain(judged.search, judged.probability, text, carried, changes, judged.reread),
        )
        return ClauseResult(text, decide_clause(context, self._tools(own_words)), judged.probability)

    def _judge(self, question: Question) -> Judged:
        """The facts found, best first, and how likely the best one answers."""
        search = self.searcher.search(question, self.excluded_example)
        search = numbered_first(said_by_asked(search, self.searcher.base, self.searcher.lexicon))
        if question.request.negated and question.slots and question.slot is not Slot.YES_NO:
            search = denying_first(search, self.searcher.lexicon)
        judged = Judged(search, rules.answer_probability(search))
        judged = read_again(judged, self.reader, self.searcher.base, self.excluded_example)
        return replace(judged, search=numbered_first(denying_first(judged.search, self.searcher.lexicon)))

    def _tools(self, own_words: frozenset[str]) -> Tools:
        searcher = self.searcher
        return Tools(
            base=searcher.base,
            lexicon=searcher.lexicon,
            index=searcher.index,
            resolver=searcher.events,
            search=lambda question: searcher.search(question, self.excluded_example),
            probability=rules.answer_probability,
            judge=self._judge,
            person_keys=searcher.name_keys["person"],
            place_keys=searcher.name_keys["place"],
            word_forms=searcher.word_forms,
            today=self.now.astimezone(ZoneInfo(searcher.base.source.zone)).date(),
            own_words=own_words,
        )


def next_conversation(text: str, result: Result, before: Conversation, now: datetime | None) -> Conversation:
    """The conversation after a result: an answer becomes the topic, a refusal keeps the topic before it."""
    match result:
        case Answer(shown=shown):
            facts = tuple(dict.fromkeys(one.fact.id for one in shown))
            slot = shown[0].slot if shown else Slot.STATEMENT
            return Conversation(question=text, slot=slot, facts=facts, at=now)
        case Choices(options=options):
            return Conversation(question=text, options=_ids(options), at=now)
        case Refusal(near=near):
            topic = before.question or text
            return Conversation(
                question=topic, slot=before.slot, facts=before.facts, options=_ids(near), at=now
            )


def _ids(options: tuple[Option, ...]) -> tuple[FactId, ...]:
    return tuple(option.fact.id for option in options)
