"""Which event of several of one kind a proposition states: that ahead, or that of the stated date."""

from __future__ import annotations

from knowledge.data.tables import read_groups
from knowledge.decision.context.asked_plan import asks_past
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.comparison import Match, compare_dates
from knowledge.decision.context.polarity import is_ahead
from knowledge.facts.model import Event
from knowledge.language.lexicon import Term
from knowledge.language.numerals import AGAIN
from knowledge.language.synonyms import Level
from knowledge.language.values import Value
from knowledge.language.word_class import WordClass
from knowledge.understanding.question import Question

_AGAIN = AGAIN | read_groups("function_words/particles")["as_well"]


def stated_event(event: Event, value: Value, rest: Question, question: Question, access: BaseAccess) -> Event:
    """The event that a date is stated of; `event` where no other has all words of the rest."""
    terms = [rest.terms[at] for at in rest.content_places if at not in rest.asking_places]
    if any(key[0] == "№" for term in terms for key, level in term.keys if level is Level.LEMMA):
        return event
    base = access.base
    alike = [one for one in base.events if one is event or _has_all(one, event, terms, access)]
    alike = [one for one in alike if one.when is not None]
    if len(alike) < 2 or event not in alike:
        return event
    asked = _on_asked_side(alike, question, access)
    year = base.source.published.end.year
    matches = {one.id: compare_dates(value, one.when, [], year) for one in alike}
    of_day = [one for one in alike if matches[one.id] is Match.SAME]
    # «15 июня?» may be the one that is dated by its month.
    dated = [one for one in alike if one.when is not None and one.when.first_day is not None]
    of_day = of_day or [one for one in dated if matches[one.id] is Match.COARSER]
    is_day = value.dates[0].day is not None
    of_date = [one for one in of_day if one in asked] or (of_day if is_day else [])
    return next((one for one in (of_date or asked) if one is event), (of_date or asked)[0])


def _on_asked_side(alike: list[Event], question: Question, access: BaseAccess) -> list[Event]:
    """Those ahead where what is to come is asked of, those past where that is; all if there are none."""
    ahead = [one for one in alike if one.when and is_ahead(one.when, access.base)]
    if _asks_ahead(question):
        return ahead or alike
    return [one for one in alike if one not in ahead] or alike if asks_past(question) else alike


def _asks_ahead(question: Question) -> bool:
    """«Будут ещё бастовать», «снова забастуют»."""
    terms = question.terms
    again = any(_AGAIN.intersection((term.word, *term.morphology.lemmas)) for term in terms)
    is_future = any("futr" in term.morphology.moods for term in terms)
    return is_future or (again and not asks_past(question))


def _has_all(one: Event, event: Event, terms: list[Term], access: BaseAccess) -> bool:
    """Whether an event has every word by which another was found, the root where that has the root."""
    own, found = access.resolver.keys_of(one), access.resolver.keys_of(event)
    for term in terms:
        levels = [level for key, level in term.keys if key in found]
        least = min(max(levels, default=Level.THESAURUS), Level.ROOT)
        is_asked = term.word_class is WordClass.CONTENT and levels
        if is_asked and not any(key in own and level >= least for key, level in term.keys):
            return False
    return True
