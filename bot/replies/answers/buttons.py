"""The one row of buttons under a reply, first what comes first here, and the rows behind «⋯»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.replies.answers import feedback
from bot.replies.answers.links import share_button
from bot.replies.answers.why import as_typed
from bot.replies.parts import Button
from knowledge.facts.model import Event, Fact, FactBase
from knowledge.language.question_words import asks
from knowledge.language.tokens import folded_words
from knowledge.language.typed_question import LONGEST_REPEATED
from knowledge.results import Answer, Choices, Reason, Refusal, Result, SmallTalk
from knowledge.understanding.own_matters import speaks_of_bot

REMIND = "Напомнить"
NOT_MEANT = "Не то"
FURTHER = "Ещё"
MORE = "⋯"
LESS = "Свернуть"
WHY = "Почему?"
FOLLOW_CORRECTIONS = "Следить за исправлениями"
SAME_TOPIC = "Ещё по теме"
FIX = "Исправить"
_AROUND = " ,.;:!?"
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_DOUBLE = "double"
"""Begins the rule of an answer to two questions."""
_UNANSWERABLE = (
    Reason.NO_WORDS,
    Reason.NO_CONTEXT,
    Reason.AS_TYPED,
    Reason.TOO_LONG,
    Reason.BAD_INPUT,
)
"""Reasons of refusals that no new fact can change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A reply as its buttons need it. `question` can be asked by itself; empty where it cannot."""

    result: Result
    question: str
    base: FactBase
    now: datetime
    private: bool
    edits: bool = False
    """The reader is an editor, in a private chat."""
    typed: str = ""
    """The reader's own words."""
    off_topic: bool = False
    """Editors said that the base will never answer it."""


def under_reply(answered: Answered) -> tuple[tuple[Button, ...], ...]:
    """At most one row. An alert needs a private chat."""
    match answered.result:
        case Answer(shown=shown) if shown:
            return (_under_answer(answered, [one.fact for one in shown]),)
        case Answer(events=events, wish=None) if events:
            return (_under_records(answered, events),)
        case Answer(small_talk=SmallTalk.COMPLAINT) if answered.private:
            return ((Button(label=feedback.REPORT, action="report"),),)
        case Answer() | Choices():
            return (not_meant,) if (not_meant := not_meant_button(answered.result)) else ()
        case Refusal(reason=reason) if answered.private and not answered.off_topic:
            asks_base = reason not in _UNANSWERABLE and not speaks_of_bot(answered.typed)
            return ((feedback.alert_button(requested=False),),) if asks_base else ()
    return ()


def behind_more(fact: Fact, *, private: bool, edits: bool) -> tuple[tuple[Button, ...], ...]:
    """What «⋯» opens under an answer with this fact. `edits`: the reader is an editor."""
    report = (Button(label=feedback.REPORT, action="report"),) if private else ()
    follow = Button(label=FOLLOW_CORRECTIONS, action="follow", argument=f"f:{fact.id}")
    topic = Button(label=SAME_TOPIC, action="also", argument=fact.id)
    good = Button(label=feedback.GOOD, action="rate", argument="1")
    # An editor has «Исправить» in the place of «Поделиться».
    share = ((share_button(f"#{fact.id}"),),) if edits else ()
    return (
        (Button(label=WHY, action="why"), *report),
        (follow,),
        (topic, good, feedback.dislike_button()),
        *share,
    )


def fix_button(fact: Fact) -> Button:
    return Button(label=FIX, action="fix", argument=fact.id)


def more_button(*, is_open: bool) -> Button:
    return Button(label=LESS if is_open else MORE, action="more", argument="0" if is_open else "1")


def _under_answer(answered: Answered, facts: Sequence[Fact]) -> tuple[Button, ...]:
    ahead = event_ahead(facts, answered.base, answered.now)
    remind = () if ahead is None else (_remind(ahead),)
    further = (Button(label=FURTHER, action="further"),) if _goes_on(answered.result) else ()
    share = fix_button(facts[0]) if answered.edits else share_button(_shared(answered, facts[0]))
    return (*not_meant_button(answered.result), *remind, *further, share, more_button(is_open=False))


def _under_records(answered: Answered, events: Sequence[Event]) -> tuple[Button, ...]:
    """Of events that no fact tells of."""
    ahead = next((one for one in events if _is_ahead(one, answered.base, answered.now)), None)
    remind = () if ahead is None else (_remind(ahead),)
    share = (share_button(_sentence(answered)),) if _stands_alone(answered) else ()
    report = (Button(label=feedback.REPORT, action="report"),) if answered.private else ()
    return (*not_meant_button(answered.result), *remind, *share, *report)


def _remind(event: Event) -> Button:
    return Button(label=REMIND, action="follow", argument=f"e:{event.id}")


def _shared(answered: Answered, fact: Fact) -> str:
    """The question as typed; where it does not stand alone, an example question of the fact, or the fact."""
    why = answered.result.why
    if not _stands_alone(answered) or answered.result.rule.startswith(_DOUBLE):
        asked = set(folded_words(why.understood))
        nearest = max(fact.questions, key=lambda one: len(asked.intersection(folded_words(one))), default="")
        return nearest if answered.question and nearest else f"#{fact.id}"
    return _sentence(answered) or f"#{fact.id}"


def _stands_alone(answered: Answered) -> bool:
    """Whether the question asks the same of somebody who has not seen the talk; «ещё» is understood as
    nothing."""
    why = answered.result.why
    return bool(answered.question and why.understood) and not why.carried


def _sentence(answered: Answered) -> str:
    """The question as typed, with slips mended."""
    why, typed = answered.result.why, " ".join(answered.question.split())
    mended = why.corrected if len(answered.question) <= LONGEST_REPEATED else ""
    sentence = _asking_part(mended or (typed if _CYRILLIC.search(typed) else why.understood), why.understood)
    end = "?" if typed.endswith("?") or asks(sentence) else ""
    return f"{sentence[:1].upper()}{sentence[1:]}{end}" if sentence else ""


def _asking_part(text: str, understood: str) -> str:
    """A message without the greeting and the request beside its question, which punctuation sets apart."""
    asking = as_typed(understood.strip(_AROUND), text)
    if not asking:
        return text.strip(_AROUND)
    before, _, after = text.partition(asking)
    apart = before != text and before.strip()[-1:] in _AROUND and after.strip()[:1] in _AROUND
    return (asking if apart else text).strip(_AROUND)


def _goes_on(result: Result) -> bool:
    """Whether a digest has facts left to tell."""
    return isinstance(result, Answer) and bool(result.further)


def not_meant_button(result: Result) -> tuple[Button, ...]:
    """Where the reply says how a misspelt question was understood: a button that asks it as typed."""
    shown = isinstance(result, Answer | Choices) and result.why.corrected
    return (Button(label=NOT_MEANT, action="asis"),) if shown else ()


def event_ahead(facts: Sequence[Fact], base: FactBase, now: datetime) -> Event | None:
    """The first event that the facts are about and that a reader can still be reminded of."""
    about = (base.event_by_id.get(event_id) for fact in facts for event_id in fact.about)
    return next((event for event in about if event is not None and _is_ahead(event, base, now)), None)


def _is_ahead(event: Event, base: FactBase, now: datetime) -> bool:
    if event.cancelled or event.when is None or event.when.first_day is None:
        return False
    return event.when.last_day >= now.astimezone(ZoneInfo(base.source.zone)).date()
