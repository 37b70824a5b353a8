"""The engine's door: a question and a conversation in, a result and the conversation after it out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from knowledge.conversation import Conversation
from knowledge.decision import rules
from knowledge.decision.clause_results import merge_results
from knowledge.decision.explanation import explain
from knowledge.decision.rule_context import RuleContext
from knowledge.facts.model import Fact, FactBase, FactId
from knowledge.gc_pause import gc_paused
from knowledge.language.small_talk import small_talk, without_greeting
from knowledge.language.spell_checker import Correction
from knowledge.language.tokens import normalize, tokens
from knowledge.results import Answer, Choices, Option, Reason, Refusal, Result, Shown, Slot
from knowledge.retrieval.indexed_base import LARGE, ReadProgress
from knowledge.scoring.edit_impact import EditImpact
from knowledge.scoring.searcher import Searcher
from knowledge.understanding import ellipsis
from knowledge.understanding.clauses import clauses
from knowledge.understanding.question import Question, understand

_SURER = 0.1
"""A follow-up is preferred filled, unless it is this much likelier by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What was said and what is remembered of it."""

    result: Result
    conversation: Conversation


@dataclass(frozen=True, slots=True)
class _Judged:
    """A clause with its verdict; `text` is the clause as it was understood."""

    text: str
    result: Result
    chance: float
    asked: str = ""
    """The clause as the reader put it, where it is one of several."""


class Engine:
    """Answers questions about one base. Built once (index and all), then read-only and thread-safe.

    `progress` is called while the base is read, with how many facts are and how many there are. From `large`
    facts on only their keys are read at first.
    """

    def __init__(self, base: FactBase, progress: ReadProgress | None = None, large: int = LARGE) -> None:
        self.base = base
        with gc_paused(much=len(base.facts) >= large):
            self._searcher = Searcher(base, progress, large)
        self._left_out: str | None = None

    def edited(self, base: FactBase) -> Engine:
        """An engine for another state of the base, whose every reply equals that of one built anew.

        It shares with this one all that the edit does not touch, and takes about as long as reading the
        facts that changed or refer to what changed; a change of synonyms or abbreviations reads all.
        This engine goes on as it is.
        """
        other = Engine.__new__(Engine)
        with gc_paused():
            other.base, other._searcher, other._left_out = base, self._searcher.edited(base), None
        return other

    def impact(self, edited: Engine) -> EditImpact:
        """The questions whose replies an engine made of this one by `edited` may change."""
        return EditImpact(self._searcher, edited._searcher)

    def without(self, question: str) -> Engine:
        """The same engine with one example question taken out of every fact; costs nothing to make."""
        other = Engine.__new__(Engine)
        other.base, other._searcher, other._left_out = self.base, self._searcher, question
        return other

    def reply(self, question: str, conversation: Conversation, now: datetime) -> Turn:
        """Answer one message; `now` (aware) only ages the conversation."""
        fresh = conversation if conversation.is_fresh(now) else Conversation()
        text = normalize(question)
        chosen = _chosen(text, fresh, self.base)
        if chosen is not None:
            return self.show(chosen, fresh, now)
        talk = small_talk(text)
        if talk is not None:
            said = Answer(rule="small-talk", confidence=0.95, small_talk=talk)
            return Turn(result=said, conversation=replace(fresh, at=now) if fresh.at else fresh)
        if not tokens(text):
            nothing = Refusal(rule="no-words", confidence=0.95, reason=Reason.NO_WORDS)
            return Turn(result=nothing, conversation=fresh)
        prepared = self._searcher.prepare(without_greeting(text))
        judged = self._judge_all(prepared.text, prepared.changes, fresh)
        result = merge_results([(one.asked or one.text, one.result) for one in judged])
        return Turn(result=result, conversation=_remember(judged[0].text, result, fresh, now))

    # Pressing a button begins afresh; callers pass the conversation so that this may change.
    def show(self, fact_id: FactId, conversation: Conversation, now: datetime) -> Turn:  # noqa: ARG002
        """The answer that a pressed button asks for: this fact. Raises KeyError if it is gone."""
        fact = self.base.fact_by_id[fact_id]
        answer = Answer(rule="chosen", confidence=0.99, shown=(Shown(fact=fact, slot=Slot.STATEMENT),))
        asked = fact.questions[0] if fact.questions else fact.says
        return Turn(
            result=answer, conversation=Conversation(question=normalize(asked), facts=(fact_id,), at=now)
        )

    def nearest(self, question: str, most: int) -> tuple[Fact, ...]:
        """The facts nearest to a question, answered or not, best first."""
        text = normalize(question)
        if not tokens(text):
            return ()
        part = self._searcher.parts(self._searcher.prepare(without_greeting(text)).text)[0]
        return tuple(found.fact for found in self._searcher.search(part).found[:most])

    def _judge_all(
        self, text: str, changes: tuple[Correction, ...], conversation: Conversation
    ) -> list[_Judged]:
        """Each clause of a message judged; a later one may lean on the one before."""
        parts = clauses(text)
        if len(parts) == 1:
            return [self._judge(text, changes, conversation)]
        judged: list[_Judged] = []
        leaning = conversation
        for part in parts:
            judged.append(replace(self._judge(part, changes, leaning), asked=part))
            leaning = _remember(judged[-1].text, judged[-1].result, leaning, leaning.at)
        answered = [one for one in judged if isinstance(one.result, Answer)]
        return judged if answered else [self._judge(text, changes, conversation)]

    def _judge(self, text: str, changes: tuple[Correction, ...], conversation: Conversation) -> _Judged:
        alone = self._decide(text, (), changes)
        if not conversation.question:
            return alone
        question = understand(text, self._searcher.lexicon, asking=True)
        if question.content_places and question.is_bare_number:
            return alone
        if not ellipsis.needs_context(question, text) and not (
            len(question.content_places) <= 2 and not question.slots
        ):
            return alone
        ways = {one.text: one for one in ellipsis.fill_ellipsis(text, conversation, self._searcher)}
        filled = [(one, self._decide(one.text, one.carried, changes, one.own)) for one in ways.values()]
        pointing = [judged for one, judged in filled if one.pointing]
        others = [judged for one, judged in filled if not one.pointing]
        best = max(pointing or others, key=lambda judged: judged.chance, default=alone)
        if pointing or not ellipsis.has_content(question):
            return best
        if not question.slots and ellipsis.asks_words(conversation.question) and best is not alone:
            # «Что сказал министр? А посол?» asks what the ambassador said, not who he is.
            return best
        if not question.slots and ellipsis.lacks_noun(question) and isinstance(best.result, Answer):
            return best
        not_said = isinstance(best.result, Refusal) and best.result.rule == "not-said"
        if (not_said or not isinstance(alone.result, Answer)) and ellipsis.needs_context(question, text):
            return best
        surer = isinstance(best.result, Answer) and best.chance > alone.chance - _SURER
        return best if surer else alone

    def _decide(
        self,
        text: str,
        carried: tuple[str, ...],
        changes: tuple[Correction, ...],
        own: frozenset[str] = frozenset(),
    ) -> _Judged:
        """The verdict on a clause; one that asks for several things or people is judged for each."""
        parts = self._searcher.parts(text)
        judged = [self._decide_part(text, part, carried, changes, own) for part in parts]
        if len(judged) == 1:
            return judged[0]
        result = merge_results([(one.text, one.result) for one in judged])
        return _Judged(text, result, min(one.chance for one in judged))

    def _decide_part(
        self,
        text: str,
        question: Question,
        carried: tuple[str, ...],
        changes: tuple[Correction, ...],
        own: frozenset[str],
    ) -> _Judged:
        search = self._searcher.search(question, self._left_out)
        chance = rules.chance_of(search)
        why = explain(search, chance, text, carried, changes)
        case = RuleContext(search=search, chance=chance, base=self.base, own=own, why=why)
        return _Judged(text, rules.decide(case), chance)


def _chosen(text: str, conversation: Conversation, base: FactBase) -> FactId | None:
    """The option that «2» or its own words choose."""
    options = [fact for fact in conversation.options if fact in base.fact_by_id]
    word = text.strip(" .)№")
    if word.isdecimal() and len(word) == 1:
        return options[int(word) - 1] if 0 < int(word) <= len(options) else None
    said = [token.word for token in tokens(text)]
    for fact in options:
        labels = (*base.fact_by_id[fact].questions[:1], base.fact_by_id[fact].says)
        if said and any([token.word for token in tokens(normalize(label))] == said for label in labels):
            return fact
    return None


def _remember(text: str, result: Result, before: Conversation, now: datetime | None) -> Conversation:
    """What is kept of a turn: an answer becomes the topic, a refusal keeps the topic before it."""
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
