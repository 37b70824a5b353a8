"""What a headline tells of: an event that it names by a noun or by its verb, else its noun phrase."""

from __future__ import annotations

from knowledge.drafting.clauses.clause import Clause, read_clause
from knowledge.drafting.events.draft_events import DraftEvent, Events
from knowledge.drafting.events.event_mentions import mentions_of
from knowledge.drafting.grammar.inflection import phrase_in
from knowledge.drafting.grammar.phrases import NounPhrase, in_nominative, noun_phrases
from knowledge.drafting.people.wording import lowered

_ENDING, _LEAST_STEM = 2, 5
"""Letters of an infinitive's ending, and of a stem that a noun of an action must share with its verb."""


def names_event(title: str, event: DraftEvent) -> bool:
    """«Концерт отменили» names the concert."""
    clause = read_clause(title)
    return any(mention.head == event.head for mention in mentions_of(clause.words, clause.text))


def event_of_verb(title: str, events: Events) -> DraftEvent | None:
    """«Отключат горячую воду» tells of the event «отключение», which gets the object into its title."""
    clause = read_clause(title)
    if clause.predicate is None:
        return None
    lemmas = {one.normal_form.replace("ё", "е") for one in clause.words[clause.predicate].readings}
    stems = {stem for lemma in lemmas if (stem := _stem(lemma)) is not None}
    found = next((one for one in events.found if one.head.startswith(tuple(stems))), None) if stems else None
    if found is not None and len(found.title.split()) == 1 and (told := _told_of(clause)) is not None:
        phrase_words = clause.words[told.start : told.end]
        genitive = phrase_in(phrase_words, told.head - told.start, told.reading, "gent")
        found.title = f"{found.title} {lowered(genitive)}" if genitive is not None else found.title
    return found


def noun_phrase_of(title: str) -> str:
    """The noun phrase that a headline with a verb is about, in the nominative; else the headline itself."""
    clause = read_clause(title)
    told = _told_of(clause) if clause.predicate is not None else None
    named = in_nominative(told, clause.words, clause.text) if told is not None else None
    return named[:1].upper() + named[1:] if named else title


def _stem(infinitive: str) -> str | None:
    """«отключить» -> «отключ», «открыть» -> «откры»."""
    bare = infinitive.removesuffix("ся")[:-_ENDING]
    shorter = bare[:-1]
    return next((one for one in (shorter, bare) if len(one) >= _LEAST_STEM), None)


def _told_of(clause: Clause) -> NounPhrase | None:
    """The object of the verb, else its subject."""
    free = [
        one
        for one in noun_phrases(clause.words, clause.text)
        if one.start == 0 or clause.words[one.start - 1].first_pos != "PREP"
    ]
    subject = clause.subject[0] if clause.subject is not None else None
    others = [one for one in free if one.start != subject]
    for one in others:
        readings = clause.words[one.head].readings
        object_ = next((each for each in readings if "NOUN" in each.tag and each.tag.case == "accs"), None)
        if object_ is not None and not clause.words[one.start].is_number:
            return NounPhrase(one.start, one.end, one.head, object_)
    return next((one for one in free if one.start == subject), None)
