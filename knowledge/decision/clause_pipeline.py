"""From a clause with its ellipsis filled to its result: parse, search, read again where unsure, decide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from knowledge.decision.clause_decision import decide_clause
from knowledge.decision.clause_result import ClauseResult
from knowledge.decision.clause_results import merge_results
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.named_people import named_people, of_named_first
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.context.second_reading import Judged, read_again
from knowledge.decision.context.speakers import said_by_asked
from knowledge.decision.explanation import explain
from knowledge.decision.leads.leads import lead_of
from knowledge.decision.one_event import asking_words, other_event
from knowledge.decision.propositions.deeds_of_others import without_deed_of_another
from knowledge.decision.propositions.exclusive_propositions import without_others, without_sole
from knowledge.decision.propositions.named_otherwise import without_yes_to_another_name
from knowledge.decision.propositions.other_reasons import without_yes_to_another_reason
from knowledge.decision.propositions.refusing import not_refused
from knowledge.decision.propositions.said_by_another import without_words_of_another
from knowledge.decision.rules import rules
from knowledge.decision.rules.contrast_rules import same_way_first
from knowledge.decision.rules.denying_facts import denying_first, numbered_first, of_numbered_event
from knowledge.decision.rules.outcome_facts import outcome_first
from knowledge.language.spell_checker import SpellingCorrection
from knowledge.reader.reading import Reader
from knowledge.results import Answer, AnswerForm, Lead, Refusal, Shown, Slot
from knowledge.scoring.searcher import Searcher, SearchResult
from knowledge.understanding.asked_parts import part_text
from knowledge.understanding.priced_things import priced
from knowledge.understanding.question import Question, parse_question
from knowledge.understanding.refused_deeds import as_readiness

_HOUR = 60
OF_SEVERAL = ("event-set", "people-set", "time")
"""Rules whose answer is to the whole question, whatever it asks besides."""


@dataclass(frozen=True, slots=True)
class ClausePipeline:
    """Decides by one base. `now` is aware; `excluded_example` is an example question to be left out.

    `reader` is asked where words alone leave it open whether the best fact answers.
    """

    searcher: Searcher
    now: datetime
    excluded_example: str | None = None
    reader: Reader | None = None

    def decide(
        self,
        text: str,
        carried: tuple[str, ...],
        changes: tuple[SpellingCorrection, ...],
        own_words: frozenset[str] = frozenset(),
    ) -> ClauseResult:
        """The result of a clause with ellipsis filled, merged where it asks for several slots or people."""
        return self._merged(text, carried, changes, own_words, of_one_event=True)

    def _merged(
        self,
        text: str,
        carried: tuple[str, ...],
        changes: tuple[SpellingCorrection, ...],
        own_words: frozenset[str],
        *,
        of_one_event: bool,
    ) -> ClauseResult:
        """`of_one_event`: whether halves told of different events are asked of one of them."""
        parts = self.searcher.parts(text)
        results = [self._decide_or_price(text, part, carried, changes, own_words) for part in parts]
        if len(results) == 1:
            return results[0]
        if isinstance(results[0].result, Answer) and results[0].result.rule in OF_SEVERAL:
            return results[0]
        if of_one_event:
            results = self._of_one_event(parts, results, changes)
        result = merge_results(
            [(part_text(part), one.result) for part, one in zip(parts, results, strict=True)]
        )
        return ClauseResult(text, result, min(one.probability for one in results))

    def find(self, text: str) -> SearchResult:
        """The facts for a text, the likeliest first."""
        return self._judge(self.searcher.parts(text)[0]).search

    def lead_in(self, text: str, shown: Shown) -> tuple[Lead | None, AnswerForm]:
        """The first line of a fact as the answer to a text, and the form of that."""
        question = self.searcher.parts(text)[0]
        query = self.searcher.search(question, self.excluded_example).query
        return lead_of(shown, query, self._access(frozenset()), None), question.request.form

    def _of_one_event(
        self,
        parts: Sequence[Question],
        results: Sequence[ClauseResult],
        changes: tuple[SpellingCorrection, ...],
    ) -> list[ClauseResult]:
        """The results; a half told of another event is asked of that of the others."""
        event, others = other_event(parts, results, self.searcher.base)
        out = list(results)
        if event is None:
            return out
        for at in others:
            asked = f"{asking_words(parts[at])} {event.title}"
            told = self._merged(asked, (event.title,), changes, frozenset(), of_one_event=False)
            if isinstance(told.result, Answer) and told.result.shown[:1]:
                out[at] = told if event.id in told.result.shown[0].fact.about else out[at]
        return out

    def _decide_or_price(
        self,
        text: str,
        question: Question,
        carried: tuple[str, ...],
        changes: tuple[SpellingCorrection, ...],
        own_words: frozenset[str],
    ) -> ClauseResult:
        """The result of a part; of «сколько вход», where nothing is counted, its price if that is held."""
        decided = self._decide_part(text, question, carried, changes, own_words)
        ready = as_readiness(question) if isinstance(decided.result, Refusal) else None
        if ready is not None:
            asked = parse_question(ready, self.searcher.lexicon, asking=True)
            turned = not_refused(self._decide_part(text, asked, carried, changes, own_words).result)
            return replace(decided, result=turned or decided.result)
        of_price = priced(question)
        if of_price is None or (isinstance(decided.result, Answer) and decided.result.lead is not None):
            return decided
        other = self._decide_part(text, of_price, carried, changes, own_words)
        return other if isinstance(other.result, Answer) and other.result.lead is not None else decided

    def _decide_part(
        self,
        text: str,
        question: Question,
        carried: tuple[str, ...],
        changes: tuple[SpellingCorrection, ...],
        own_words: frozenset[str],
    ) -> ClauseResult:
        judged = self._judge(question)
        left = without_sole(question, judged.search)
        judged = self._judge(left) if left is not None else judged
        context = RuleContext(
            search=judged.search,
            probability=judged.probability,
            base=self.searcher.base,
            lexicon=self.searcher.lexicon,
            own_words=own_words,
            named=named_people(judged.search.query, self.searcher.subjects),
            why=explain(judged.search, judged.probability, text, carried, changes, judged.reread),
        )
        access = self._access(own_words)
        result = without_others(decide_clause(context, access), context, access)
        result = without_words_of_another(result, context, access)
        result = without_yes_to_another_name(result, context, access)
        result = without_deed_of_another(result, context, access)
        result = without_yes_to_another_reason(result, context)
        return ClauseResult(text, result, judged.probability)

    def _judge(self, question: Question) -> Judged:
        """The facts found, best first, and how likely the best one answers."""
        search = self.searcher.search(question, self.excluded_example)
        search = numbered_first(said_by_asked(search, self.searcher.base, self.searcher.lexicon))
        search = of_named_first(search, self.searcher.subjects)
        if question.request.negated and question.slots and question.slot is not Slot.YES_NO:
            search = denying_first(search, self.searcher.lexicon)
        judged = Judged(search, rules.answer_probability(search))
        text = self.searcher.respell(question.text)
        judged = read_again(judged, self.reader, self.searcher.base, self.excluded_example, text)
        base, lexicon = self.searcher.base, self.searcher.lexicon
        ordered = of_numbered_event(numbered_first(denying_first(judged.search, lexicon)), base)
        judged = replace(judged, search=same_way_first(outcome_first(ordered, lexicon), base, lexicon))
        named = of_named_first(judged.search, self.searcher.subjects)
        if named is judged.search:
            return judged
        return replace(judged, search=named, probability=rules.answer_probability(named))

    def _access(self, own_words: frozenset[str]) -> BaseAccess:
        searcher = self.searcher
        now = self.now.astimezone(ZoneInfo(searcher.base.source.zone))
        return BaseAccess(
            base=searcher.base,
            lexicon=searcher.lexicon,
            index=searcher.index,
            resolver=searcher.events,
            subjects=searcher.subjects,
            search=lambda question: searcher.search(question, self.excluded_example),
            probability=rules.answer_probability,
            judge=self._judge,
            person_keys=searcher.name_keys["person"],
            place_keys=searcher.name_keys["place"],
            word_forms=searcher.word_forms,
            today=now.date(),
            minute=now.hour * _HOUR + now.minute,
            own_words=own_words,
        )
