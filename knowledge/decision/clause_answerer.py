"""Answers the clauses of a message, each by itself or as a follow-up filled from the conversation."""

from __future__ import annotations

from dataclasses import dataclass, replace

from knowledge.conversation import Conversation
from knowledge.data.tables import read_groups
from knowledge.decision.asked_before import as_asked_before
from knowledge.decision.asked_of_told import of_what_was_told
from knowledge.decision.clause_pipeline import OF_SEVERAL, ClausePipeline
from knowledge.decision.clause_result import ClauseResult
from knowledge.decision.clause_signs import (
    asks_for_digest,
    is_denied,
    is_sure,
)
from knowledge.decision.deeds_of_rest import deed_of_rest
from knowledge.decision.digests.event_outcomes import outcomes_of_last
from knowledge.decision.digests.last_told_words import words_of_last
from knowledge.decision.event_fillings import (
    of_main_event,
    of_named_day,
)
from knowledge.decision.events_in_time import events_in_time
from knowledge.decision.filled_clauses import or_filled
from knowledge.decision.named_event import of_event_named
from knowledge.decision.next_conversation import next_conversation
from knowledge.decision.place_follow_ups import at_told_place
from knowledge.decision.post_follow_ups import post_of_person
from knowledge.decision.propositions.offered_people import OFFERED_PERSON
from knowledge.decision.records.last_told_people import of_last_told
from knowledge.decision.records.last_told_posts import posts_of_last_told
from knowledge.decision.records.people_by_ordinal import person_at_ordinal
from knowledge.decision.records.told_sets import of_told_set
from knowledge.decision.records.whose_words import of_last_speaker
from knowledge.language.spell_checker import SpellingCorrection, as_typed
from knowledge.results import Answer, AnswerForm, Lead, Refusal, Result, Slot, ValueLead
from knowledge.scoring.searcher import Searcher
from knowledge.understanding import ties
from knowledge.understanding.circumstances import without_circumstance
from knowledge.understanding.clauses import split_clauses
from knowledge.understanding.contrasts import without_denied_value
from knowledge.understanding.guesses import Guess, read_guess
from knowledge.understanding.openings import strip_opening
from knowledge.understanding.or_not import without_or_not
from knowledge.understanding.question import Question, parse_question
from knowledge.understanding.vague_amounts import as_how_long, as_how_many, as_people

_OBJECTS = read_groups("question_words/groups")["whom"]
_OF_WHOLE = (*OF_SEVERAL, "digest")


@dataclass(frozen=True, slots=True)
class ClauseAnswerer:
    """Chooses between a clause by itself and what a follow-up may mean in the conversation."""

    pipeline: ClausePipeline

    @property
    def _searcher(self) -> Searcher:
        return self.pipeline.searcher

    def answer_all(
        self, text: str, changes: tuple[SpellingCorrection, ...], conversation: Conversation
    ) -> list[ClauseResult]:
        """The result of each clause of a message; a clause may be a follow-up to the one before."""
        text = without_circumstance(strip_opening(text)[0])
        text = without_denied_value(text, self._searcher.lexicon)
        guessed = self._or_not(text, changes, conversation) or self._of_guess(text, changes, conversation)
        guessed = guessed or self._how_many(text, changes, conversation)
        if guessed is not None:
            return [guessed]
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
        denied = next((one for one in results if is_denied(one.result)), None)
        if denied is not None and not any(self._states(one.text) for one in results if one is not denied):
            # «Что не написано, на каком языке?»: the rest asks of what is denied too.
            return [denied]
        if any(isinstance(one.result, Answer) for one in results):
            return results
        return [self._answer(text, changes, conversation)]

    def _of_guess(
        self, text: str, changes: tuple[SpellingCorrection, ...], conversation: Conversation
    ) -> ClauseResult | None:
        """«Где был диалог, в Пекине?»: yes or no where that is sure, else what the question itself asks."""
        guess = read_guess(text, self._searcher.lexicon)
        if guess is None:
            return None
        if guess.stated is not None:
            judged = self._answer(guess.stated, changes, conversation)
            if is_sure(judged.result):
                return judged
        if guess.several:
            # «Кто председательствовал: Го или Си?»: more than one of them may have, or none.
            whole = self._answer(text, changes, conversation)
            if whole.result.rule == OFFERED_PERSON:
                return whole
        asked = self._answer(guess.asked, changes, conversation)
        if not isinstance(asked.result, Answer):
            return None
        return None if guess.several and not self._has_any(asked.result.lead, guess) else asked

    def _or_not(
        self, text: str, changes: tuple[SpellingCorrection, ...], conversation: Conversation
    ) -> ClauseResult | None:
        """«Пустили или нет» as a question of yes or no, where that is answered."""
        asked = without_or_not(text)
        judged = self._answer(asked, changes, conversation) if asked is not None else None
        return judged if judged is not None and isinstance(judged.result, Answer) else None

    def _how_many(
        self, text: str, changes: tuple[SpellingCorrection, ...], conversation: Conversation
    ) -> ClauseResult | None:
        """The number or the length of time where somebody asks whether it is many, or long."""
        asked = as_how_many(text) or as_how_long(text) or as_people(text)
        counted = self._answer(asked, changes, conversation) if asked is not None else None
        if counted is None or not isinstance(counted.result, Answer):
            return None
        return counted if isinstance(counted.result.lead, ValueLead) else None

    def _has_any(self, lead: Lead | None, guess: Guess) -> bool:
        """Whether the value is one of those that were offered."""
        told = str(lead.held) if isinstance(lead, ValueLead) else ""
        return bool(self._searcher.lexicon.sure(told) & guess.words)

    def _states(self, text: str) -> bool:
        return parse_question(text, self._searcher.lexicon, asking=True).request.predicate

    def _of_several(self, text: str, changes: tuple[SpellingCorrection, ...]) -> ClauseResult | None:
        """«Сравни, где и когда первый и где второй»: one question though it could be split."""
        form = parse_question(text, self._searcher.lexicon, asking=True).request.form
        if form not in (AnswerForm.COMPARE, AnswerForm.LIST, AnswerForm.ORDER):
            return None
        found = self.pipeline.decide(text, (), changes)
        return found if isinstance(found.result, Answer) and found.result.rule in _OF_WHOLE else None

    def _answer(
        self, text: str, changes: tuple[SpellingCorrection, ...], conversation: Conversation
    ) -> ClauseResult:
        """The result of a clause; for a refusal the one told of to whom it counts: «а третий?»."""
        found = self._alone_or_filled(text, changes, conversation)
        if not isinstance(found.result, Refusal) or not any(conversation.told_people):
            return found
        question = parse_question(text, self._searcher.lexicon, asking=True)
        counted = person_at_ordinal(question, conversation, self._searcher)
        if counted is None:
            return found
        return ClauseResult(text, replace(counted, why=found.result.why), counted.confidence)

    def _alone_or_filled(
        self, text: str, changes: tuple[SpellingCorrection, ...], conversation: Conversation
    ) -> ClauseResult:
        """The better result of a clause by itself and of a follow-up filled from the conversation."""
        alone = self.pipeline.decide(text, (), changes)
        question = parse_question(text, self._searcher.lexicon, asking=True)
        beside = events_in_time(alone, question, text, conversation, self._searcher)
        if beside is not None:
            return beside
        if not conversation.question or ties.says_nothing(as_typed(text, changes)):
            return of_main_event(self.pipeline, text, changes, alone)
        told = self._of_told(text, question, conversation)
        if told is not None:
            return replace(told, result=replace(told.result, why=alone.result.why))
        filled = (self.pipeline, question, text, changes, conversation)
        told = deed_of_rest(self.pipeline, question, changes, conversation)
        told = told or post_of_person(*filled) or at_told_place(*filled) or of_named_day(*filled)
        told = told or self._outcomes(question, text, alone, conversation)
        if told is not None:
            return told
        is_number = bool(question.content_places) and question.is_bare_number
        is_whole = isinstance(alone.result, Answer) and ties.describes_whole(question, text)
        if (
            is_number
            or is_whole
            or asks_for_digest(question, text, alone)
            or self._asks_who_is(question, alone.result)
        ):
            return alone
        if not ties.needs_context(question, text) and (len(question.content_places) > 2 or question.slots):
            refused = isinstance(alone.result, Refusal)
            if not refused or not ties.leans_on(question, conversation, self._searcher):
                return of_what_was_told(self.pipeline, alone, question, text, changes, conversation)
        found = or_filled(self.pipeline, alone, question, text, changes, conversation)
        found = as_asked_before(found, question, text, conversation, self.pipeline)
        found = of_event_named(found, question, text, changes, conversation, self.pipeline)
        return of_what_was_told(self.pipeline, found, question, text, changes, conversation)

    def _outcomes(
        self, question: Question, text: str, alone: ClauseResult, conversation: Conversation
    ) -> ClauseResult | None:
        """What came of the event told of last, where that is asked."""
        came = outcomes_of_last(question, text, conversation, self._searcher, self.pipeline.find)
        if came is None:
            return None
        return ClauseResult(came[0], replace(came[1], why=alone.result.why), came[1].confidence)

    def _of_told(self, text: str, question: Question, conversation: Conversation) -> ClauseResult | None:
        """What is asked of the people or the words told last."""
        base, lexicon = self._searcher.base, self._searcher.lexicon
        of_people: Answer | Refusal | None = of_last_told(text, conversation, base)
        of_people = of_people or posts_of_last_told(text, conversation, self._searcher)
        of_people = of_people or of_last_speaker(text, conversation, base, lexicon)
        if of_people is not None:
            return ClauseResult(conversation.question, of_people, of_people.confidence)
        told = of_told_set(question, conversation, self._searcher)
        told = told or words_of_last(question, conversation, base)
        return None if told is None else ClauseResult(text, told, told.confidence)

    def _asks_who_is(self, question: Question, result: Result) -> bool:
        """«А Линч кто?», but not «а кого Линч?»: only a name in the nominative, its answer the post."""
        if any(question.terms[at].word in _OBJECTS for at in question.asking_places):
            return False
        keys = self._searcher.name_keys["person"]
        named = all(
            any(key in keys for key, _ in question.terms[at].keys)
            and not (at and question.terms[at - 1].morphology.first_pos == "PREP")
            for at in question.content_places
        )
        is_post = isinstance(result, Answer) and bool(result.shown) and result.shown[0].slot is Slot.POST
        return named and bool(question.content_places) and is_post
