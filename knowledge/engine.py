"""The engine: takes a question and a conversation, returns a result and the conversation after it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from knowledge.conversation import NEW, Conversation
from knowledge.decision.clause_answerer import ClauseAnswerer
from knowledge.decision.clause_pipeline import ClausePipeline
from knowledge.decision.clause_results import merge_results
from knowledge.decision.context.typed_words import with_typed_words
from knowledge.decision.last_reply import said_of_last, shown_fact
from knowledge.decision.next_conversation import next_conversation
from knowledge.decision.propositions.age_prices import AGE_PRICE
from knowledge.decision.records.reminded_event import reminder_of
from knowledge.decision.records.report_questions import told_by
from knowledge.facts.model import Event, Fact, FactBase, FactId
from knowledge.gc_pause import gc_paused
from knowledge.language.noise import is_noise
from knowledge.language.small_talk import beside as small_talk_beside
from knowledge.language.small_talk import reaction, small_talk, without_greeting, without_remark
from knowledge.language.spell_checker import CheckedText
from knowledge.language.tokens import normalize, tokens
from knowledge.language.typed_question import TypedQuestion
from knowledge.reader.reading import Reader
from knowledge.results import (
    Answer,
    Reason,
    Refusal,
    Result,
    SmallTalk,
    ValueLead,
    Wish,
    WishedReminder,
)
from knowledge.retrieval.indexed_base import LARGE, ReadProgress
from knowledge.retrieval.told_event import event_told_of
from knowledge.scoring.edit_impact import EditImpact
from knowledge.scoring.searcher import Searcher
from knowledge.turn import Turn, beside, talked, wanted
from knowledge.understanding.ages import of_adult, with_told_age
from knowledge.understanding.asked_subject import AskedSubject, read_asked_subject
from knowledge.understanding.choices import declines
from knowledge.understanding.mended_requests import mended_request
from knowledge.understanding.wishes import read_wish

_OF_SUBSCRIPTIONS = (Wish.UNFOLLOW, Wish.PAUSE, Wish.RESUME)
"""Wishes that open the list where they name no event that the base has."""
_NO_WORDS = Refusal(rule="no-words", confidence=0.95, reason=Reason.NO_WORDS)


class Engine:
    """Answers questions about one base. It indexes the base once; then it is immutable and thread-safe.

    `progress` is called with how many facts are read and how many there are. A base of `large` facts or more
    is indexed by keys alone, and each fact is parsed when it is first found. `reader` is asked where words
    alone leave it open whether the best fact answers.
    """

    def __init__(
        self,
        base: FactBase,
        progress: ReadProgress | None = None,
        large: int = LARGE,
        reader: Reader | None = None,
    ) -> None:
        self.base, self.reader = base, reader
        with gc_paused(collect_after=len(base.facts) >= large):
            self._searcher = Searcher(base, progress, large)
        self._excluded_example: str | None = None

    def edited(self, base: FactBase) -> Engine:
        """An engine for another state of the base; every reply equals that of an engine built from scratch.

        It shares with this one all that the edit does not affect, and takes about as long as parsing the
        facts that changed or refer to what changed; a change of synonyms or abbreviations parses all.
        This engine stays as it is.
        """
        other = Engine.__new__(Engine)
        other.reader = self.reader
        with gc_paused():
            other.base, other._searcher, other._excluded_example = base, self._searcher.edited(base), None
        return other

    def impact(self, edited: Engine) -> EditImpact:
        """The questions whose replies may differ in an engine that this one's `edited` returned."""
        return EditImpact(self._searcher, edited._searcher)

    def without(self, question: str) -> Engine:
        """The same engine with one example question left out of every fact; costs nothing."""
        other = Engine.__new__(Engine)
        other.base, other.reader = self.base, self.reader
        other._searcher, other._excluded_example = self._searcher, question
        return other

    def read_by(self, reader: Reader | None) -> Engine:
        """The same engine with another reader."""
        other = Engine.__new__(Engine)
        other.base, other.reader = self.base, reader
        other._searcher, other._excluded_example = self._searcher, self._excluded_example
        return other

    def reply(self, question: str, conversation: Conversation, now: datetime) -> Turn:
        """Reply to one message. `now` is aware; spans of time and the conversation's age count from it."""
        fresh = conversation if conversation.is_fresh(now) else Conversation()
        text = normalize(question)
        said = self._said_of_last(text, fresh, now)
        if said is not None:
            return said
        wish = read_wish(text, self._searcher.word_forms)
        reminder = reminder_of(wish, text, fresh, now, self._searcher)
        requested = self._requested(wish, reminder, text, fresh, now)
        if requested is not None:
            return requested
        if (reacted := reaction(question)) is not None:
            return beside(talked(reacted), fresh, now)
        text = without_remark(text) if fresh.question else text
        if not tokens(text):
            return Turn(result=_NO_WORDS, conversation=fresh)
        mended = mended_request(text, self._searcher.word_forms)
        meant = self._wished(mended, fresh, now) if mended is not None else None
        if meant is not None:
            return meant
        read = self._searcher.prepare(without_greeting(text))
        if not read.changes and is_noise(text, self._searcher.word_forms):
            return Turn(result=_NO_WORDS, conversation=fresh)
        turn = self._of_told_age(question, text, fresh, now)
        if turn is None:
            turn = self._answered(question, read, fresh, now)
        # «Напомни о третьем диалоге» asks nothing: which part is not possible is said.
        unmet = wish is not None and isinstance(turn.result, Answer) and turn.result.wish is Wish.ACT
        if unmet:
            return beside(wanted(wish, reminder), fresh, now)
        talk = small_talk(mended) if mended is not None and isinstance(turn.result, Refusal) else None
        return turn if talk is None else beside(talked(talk), fresh, now)

    def _said_of_last(self, text: str, fresh: Conversation, now: datetime) -> Turn | None:
        """The reply to what takes, leaves or doubts the last reply, or asks for more; None to the rest."""
        if (fresh.options or fresh.typed) and declines([token.word for token in tokens(text)]):
            return self._declined(fresh, now)
        return said_of_last(text, fresh, self.base, now)

    def _requested(
        self,
        wish: Wish | None,
        reminder: WishedReminder | None,
        text: str,
        fresh: Conversation,
        now: datetime,
    ) -> Turn | None:
        """The reply to a wish or to small talk; None to a question."""
        if (told := told_by(wish, text, self.base)) is not None:
            return beside(told, fresh, now)
        if wish is not None and (wish in _OF_SUBSCRIPTIONS or reminder is None or reminder.is_clear):
            again = wish is Wish.REPEAT and fresh.question
            return self.reply(again, NEW, now) if again else beside(wanted(wish, reminder), fresh, now)
        talk = small_talk(text) or small_talk_beside(text, self._searcher.knows)
        return None if talk is None else beside(talked(talk), fresh, now)

    def _wished(self, text: str, fresh: Conversation, now: datetime) -> Turn | None:
        """The reply to a wish whose slips were mended («падпиши меня»), None where it is none."""
        wish = read_wish(text, self._searcher.word_forms)
        if wish is None:
            return None
        return self._requested(wish, reminder_of(wish, text, fresh, now, self._searcher), text, fresh, now)

    def reply_alone(self, question: str, now: datetime) -> Turn:
        """The reply to a question asked first in a conversation; it is read once for all bases of an edit."""
        asked = without_greeting(normalize(question))
        self._searcher.use(asked)
        turn = self.reply(question, Conversation(), now)
        self._searcher.read(asked)
        return turn

    def reply_as_typed(self, question: str, conversation: Conversation, now: datetime) -> Turn:
        """Reply to a question without correcting its spelling: what it was corrected to was not meant.

        A refusal offers nothing, what was corrected least of all, and leaves the conversation as it is.
        """
        fresh = conversation if conversation.is_fresh(now) else Conversation()
        prepared = self._searcher.prepare(without_greeting(normalize(question)), as_typed=True)
        turn = self._answered(question, prepared, fresh, now)
        if isinstance(turn.result, Refusal):
            refusal = replace(turn.result, near=(), reason=Reason.AS_TYPED)
        elif self._tells_again(turn.result, question, fresh, now):
            refusal = Refusal(rule="as-typed", confidence=0.9, reason=Reason.AS_TYPED)
        else:
            return turn
        if not refusal.named:
            mended = self._searcher.prepare(without_greeting(normalize(question))).changes
            quote = TypedQuestion(question, mended).quote
            refusal = replace(refusal, named=tuple(quote(one.written) for one in mended))
        return Turn(result=refusal, conversation=replace(fresh, typed="", at=now))

    def _tells_again(self, result: Result, question: str, told: Conversation, now: datetime) -> bool:
        """Whether an answer shows no other facts than that to the corrected question, which was not meant."""
        if told.typed != question:
            told = self.reply(question, NEW, now).conversation
        return isinstance(result, Answer) and {one.fact.id for one in result.shown} <= {*told.facts}

    def _answered(self, question: str, read: CheckedText, conversation: Conversation, now: datetime) -> Turn:
        """The answer to a question that is `read`, and the conversation after it."""
        pipeline = ClausePipeline(self._searcher, now, self._excluded_example, self.reader)
        clauses = ClauseAnswerer(pipeline).answer_all(read.text, read.changes, conversation)
        result = merge_results([(one.written or one.text, one.result) for one in clauses])
        typed = TypedQuestion(question, read.changes, self._searcher.respell)
        result = with_typed_words(result, typed, self.base)
        after = next_conversation(clauses[0].text, result, conversation, now)
        is_told = result.why.corrected and not isinstance(result, Refusal)
        return Turn(result=result, conversation=replace(after, typed=question if is_told else ""))

    def _of_told_age(
        self, question: str, text: str, conversation: Conversation, now: datetime
    ) -> Turn | None:
        """The reply to what a price is at the age given in a sentence before, or for the asker too."""
        aged = with_told_age(text)
        asked = aged or of_adult(text, conversation.question)
        if asked is None:
            return None
        turn = self._answered(question, self._searcher.prepare(asked), conversation, now)
        if not isinstance(turn.result, Answer) or not isinstance(turn.result.lead, ValueLead):
            return None
        return turn if aged is None or turn.result.rule == AGE_PRICE else None

    def _declined(self, conversation: Conversation, now: datetime) -> Turn:
        """«Не то» leaves what was offered; after a question that was read otherwise it asks it as typed."""
        if not conversation.options:
            return self.reply_as_typed(conversation.typed, conversation, now)
        declined = talked(SmallTalk.AGREEMENT)
        return Turn(result=declined, conversation=replace(conversation, options=(), at=now))

    # A pressed button starts a new topic; callers pass the conversation so that this may change.
    def show(self, fact_id: FactId, conversation: Conversation, now: datetime) -> Turn:  # noqa: ARG002
        """Answer with the fact that a pressed button names. Raises KeyError if the base has it no more."""
        return shown_fact(fact_id, self.base, now)

    def nearest(self, question: str, most: int) -> tuple[Fact, ...]:
        """The facts nearest to a question, whether they answer it or not, best first; `most` at most."""
        text = normalize(question)
        if not tokens(text):
            return ()
        part = self._searcher.parts(self._searcher.prepare(without_greeting(text)).text)[0]
        return tuple(found.fact for found in self._searcher.search(part).facts[:most])

    def event_told_of(self, says: str) -> Event | None:
        """The event that a statement names, if it is one."""
        return event_told_of(says, self.base, self._searcher.lexicon, self._searcher.events)

    def retyped(self, question: str) -> str:
        """A question in the letters that were meant, where it was typed in the other keyboard layout."""
        return self._searcher.spell_checker.retyped(question)

    def asked_subject(self, question: str) -> AskedSubject:
        """What a question asks for and of what, in the words of this base."""
        return read_asked_subject(
            self._searcher.prepare(without_greeting(question)).text, self._searcher.lexicon
        )
