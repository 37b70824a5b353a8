"""«Новость вышла в день диалога?», «встреча была до визита?»: yes or no by the days of the two things."""

from __future__ import annotations

import re

from knowledge.data.tables import read_groups, read_table, read_words, split_cell
from knowledge.decision.context.asked_plan import asks_past
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.polarity import is_ahead
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.times.dated_things import Dated, find_dated
from knowledge.decision.times.time_answers import dated_answer
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Fact
from knowledge.language.values import ValueKind
from knowledge.results import Answer, OrderLead, Polarity, YesNoLead
from knowledge.retrieval.event_resolver import main_event
from knowledge.scoring.statement_values import values_of
from knowledge.understanding.question import Question, parse_question

_FAR = 1_000_000
"""More days than any two dates are apart."""
_OPEN = "any"
_RELATIONS = {
    phrase: (-_FAR if least == _OPEN else int(least), _FAR if most == _OPEN else int(most))
    for least, most, words in read_table("calendar/day_relations", "least", "most", "words")
    for phrase in split_cell(words)
}
_GAP = r",? "
"""Between the words of a phrase: «раньше, чем», «раньше чем»."""
_PHRASE = re.compile(
    "|".join(
        rf"\b{_GAP.join(map(re.escape, one.split()))}\b" for one in sorted(_RELATIONS, key=len, reverse=True)
    ),
    re.IGNORECASE,
)
_DEEDS = frozenset({"VERB", "INFN", "PRTS"})
_HAPPENING = read_words("verbs/happening") | read_words("verbs/being")
_PUBLISHING = read_groups("calendar/groups")["publishing"]
_TIMES = (ValueKind.DATE, ValueKind.CLOCK, ValueKind.DURATION)


def confirm_days(context: RuleContext, access: BaseAccess) -> Answer | None:
    """The answer where a phrase for the order of two dated things parts them; None where one is not found."""
    question = context.search.question
    text = question.text.lower().replace("ё", "е")
    found = list(_PHRASE.finditer(text))
    if len(found) != 1 or any(value.kind in _TIMES for value in question.request.values):
        return None
    first = _thing(question.text[: found[0].start()], access)
    second = _thing(question.text[found[0].end() :], access) if first is not None else None
    least, most = _RELATIONS[found[0][0].replace(",", "")]
    if second is None and first is not None and not re.search(r"\w", text[found[0].end() :]):
        second = _main(access)
    if first is None or second is None or _is_same(first, second):
        return None
    if any(one.event is not None and one.event.cancelled for one in (first, second)):
        return None
    if asks_past(question) and any(is_ahead(one.when, context.base) for one in (first, second)):
        return None
    lead = _lead(first, second, (least, most), denying=bool(question.request.negated))
    return dated_answer(context, lead, (first, second), ())


def _thing(text: str, access: BaseAccess) -> Dated | None:
    """What a piece of the question names: an event, the source, or a fact that tells its own day."""
    part = parse_question(text.strip(" ,?!."), access.lexicon, asking=True)
    if not any(term.morphology.first_pos == "NOUN" for term in part.terms):
        return None
    thing = find_dated(part, access)
    if thing is None or not _has_deeds(part, thing, access):
        return None
    if thing.event is not None or thing.when == access.base.source.published:
        return thing
    told = thing.fact is not None and any(value.kind is ValueKind.DATE for value in values_of(thing.fact))
    return thing if told else None


def _has_deeds(part: Question, thing: Dated, access: BaseAccess) -> bool:
    """Whether a verb only says that the thing took place, or is its own; «пересмотрели матч» does not."""
    deeds = [term for term in part.terms if term.morphology.first_pos in _DEEDS]
    known = _HAPPENING | (_PUBLISHING if thing.when == access.base.source.published else frozenset())
    own = [term for term in deeds if not known.intersection(term.morphology.lemmas)]
    if thing.event is not None:
        keys = access.resolver.keys_of(thing.event)
        own = [term for term in own if not any(key in keys for key, _ in term.keys)]
    return not own or any(_tells(fact, part, access) for fact in _facts_of(thing, access))


def _facts_of(thing: Dated, access: BaseAccess) -> list[Fact]:
    if thing.fact is not None:
        return [thing.fact]
    return [
        fact for fact in access.base.facts if thing.event is not None and fact.about[:1] == (thing.event.id,)
    ]


def _tells(fact: Fact, part: Question, access: BaseAccess) -> bool:
    """Whether a fact has every word of content of a piece, in its statement or its examples."""
    keys = {key for text in (fact.says, *fact.questions) for key in access.lexicon.content(text)}
    return all(any(key in keys for key, _ in part.terms[at].keys) for at in part.content_places)


def _main(access: BaseAccess) -> Dated | None:
    event = main_event(access.base)
    if event is None or event.when is None:
        return None
    return Dated(title=event.title, when=event.when, event=event)


def _is_same(first: Dated, second: Dated) -> bool:
    """Whether both are one thing, or all that is held of both is one month."""
    if first.when == second.when and first.when.first_day != first.when.last_day:
        return True
    is_one_event = first.event is not None and first.event == second.event
    return is_one_event or (first.fact is not None and first.fact == second.fact)


def _lead(first: Dated, second: Dated, asked: tuple[int, int], *, denying: bool) -> YesNoLead | OrderLead:
    """Yes or no where the days leave no doubt, else the date of the first as it is held."""
    least, most = _days_apart(first.when, second.when)
    if asked[0] <= least and most <= asked[1]:
        return YesNoLead(polarity=Polarity.NO if denying else Polarity.YES, denying=denying)
    is_within_day = least == most == 0 and asked[0] != asked[1]
    if is_within_day:
        return OrderLead(items=((first.title, first.when), (second.title, second.when)), known=False)
    if most < asked[0] or least > asked[1]:
        polarity = Polarity.YES if denying else Polarity.NO
        return YesNoLead(polarity=polarity, held=first.when, denying=denying)
    return YesNoLead(polarity=Polarity.COARSER, held=first.when)


def _days_apart(first: EdtfDate, second: EdtfDate) -> tuple[int, int]:
    """The least and the most days from the second date to the first; «не позднее» is not long before."""
    if first.start is None and second.last_day < first.last_day:
        return 1, _FAR
    if second.start is None and first.last_day < second.last_day:
        return -_FAR, -1
    least = (first.first_day - second.last_day).days if first.first_day is not None else -_FAR
    most = (first.last_day - second.first_day).days if second.first_day is not None else _FAR
    return least, most
