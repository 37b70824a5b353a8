"""«Председательствовал только Го?»: a yes is right only where nobody else is held in the same part."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from knowledge.data.tables import read_groups
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.digest_subjects import sides_named
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.leads.named_people import person_keys
from knowledge.facts.model import Fact, Participation
from knowledge.language.lexicon import Term
from knowledge.language.role_words import ROLE_WORDS
from knowledge.language.synonyms import Level
from knowledge.results import Answer, AnswerForm, Participant, Polarity, Result, Shown, YesNoLead
from knowledge.scoring.searcher import SearchResult
from knowledge.understanding.question import Question

_PARTICLES = read_groups("function_words/particles")
_OF_THEM = read_groups("function_words/prepositions")["of_them"]
_NEAR = 2
"""A name begins within so many words after «только»."""


def without_others(result: Result, context: RuleContext, access: BaseAccess) -> Result:
    """The result; a yes to what is said of one person alone says who else is held, or that others are not."""
    lead = result.lead if isinstance(result, Answer) else None
    if not isinstance(result, Answer) or not isinstance(lead, YesNoLead) or lead.polarity is not Polarity.YES:
        return result
    terms = context.search.question.terms
    only = [at for at, term in enumerate(terms) if term.word in _PARTICLES["only"]]
    sole = any(map(is_sole, terms))
    if sole and _says_only(result, access):
        return result
    if sole:
        named = {person for person, _ in _names(terms, access)}
    else:
        named = _people_near(terms, only, access) if only else _people_alone(terms, access)
    if named:
        return _with_others(result, lead, named, terms, access)
    lone = sole or (only and not _says_only(result, access))
    return replace(result, lead=None) if lone else result


def without_sole(question: Question, search: SearchResult) -> Question | None:
    """A question of yes or no without «единственный», where the best fact has no such word; else None."""
    sole = [at for at in question.content_places if is_sole(question.terms[at])]
    if (
        not sole
        or question.request.form is not AnswerForm.YES_NO
        or len(sole) == len(question.content_places)
    ):
        return None
    said = search.facts[0].parsed.statement_keys if search.facts else {}
    if any(question.terms[at].lemma in said for at in sole):
        return None
    return replace(question, content_places=tuple(at for at in question.content_places if at not in sole))


def is_sole(term: Term) -> bool:
    """«Единственный» in any form."""
    is_word = bool(_PARTICLES["only"].intersection(term.morphology.lemmas))
    return is_word and term.morphology.first_pos == "ADJF"


def _with_others(
    answer: Answer, lead: YesNoLead, named: set[str], terms: Sequence[Term], access: BaseAccess
) -> Answer:
    """«Нет» with all who have the part of the people named; of nobody else, that others are not told of."""
    fact, sides = answer.shown[0].fact, sides_named(terms, access)
    roles = _roles_meant(terms) if any(map(is_sole, terms)) else ()
    held = _in_the_same_part(named, fact, roles, access)
    together = tuple(one for one in held if not sides or one.person.side in sides)
    if {one.person.id for one in together} <= named:
        return replace(answer, lead=replace(lead, polarity=Polarity.SET, held=together))
    telling = _telling(fact, {one.person.id for one in together}, access)
    shown = (Shown(fact=telling, slot=answer.shown[0].slot),)
    return replace(answer, shown=shown, lead=replace(lead, polarity=Polarity.NO, held=together))


def _says_only(answer: Answer, access: BaseAccess) -> bool:
    """Whether the statement itself has «только» or «единственный»."""
    says = (access.lexicon.read(one.fact.says) for one in answer.shown[:1])
    return any(term.word in _PARTICLES["only"] or is_sole(term) for terms in says for term in terms)


def _people_near(terms: Sequence[Term], places: Sequence[int], access: BaseAccess) -> set[str]:
    """Ids of the people whose name stands soon after one of the places."""
    return {
        person
        for person, at in _names(terms, access)
        if any(0 < at - place <= _NEAR or (at > place and _is_listed(terms[place:at])) for place in places)
    }


def _is_listed(between: Sequence[Term]) -> bool:
    """Whether a name after these words is one of a list: «только Линч и»."""
    return between[-1].morphology.first_pos == "CONJ"


def _people_alone(terms: Sequence[Term], access: BaseAccess) -> set[str]:
    """The only person named, where «один» counts no noun: «один Го», «Го был один»; «один из судей» does."""
    named = dict(_names(terms, access))
    for at, term in enumerate(terms):
        if term.word in _PARTICLES["alone"] and len(named) == 1:
            after = terms[at + 1] if at + 1 < len(terms) else None
            counts = after is not None and (after.morphology.first_pos == "NOUN" or after.word in _OF_THEM)
            if not counts or at + 1 in {place for _, place in _names(terms, access)}:
                return set(named)
    return set()


def _names(terms: Sequence[Term], access: BaseAccess) -> list[tuple[str, int]]:
    """Ids of the people named, with the places of the words of their names."""
    keys = {person.id: person_keys(person, access.lexicon) for person in access.base.people}
    return [
        (person, at)
        for person, own in keys.items()
        for at, term in enumerate(terms)
        if any(key in own for key, level in term.keys if level is Level.LEMMA)
    ]


def _in_the_same_part(
    named: set[str], fact: Fact, roles: Collection[str], access: BaseAccess
) -> tuple[Participant, ...]:
    """Those who have a role of the named people, one of `roles` if any: in the fact, in its event, else in an
    event where the named people have it."""
    events = [access.base.event_by_id[one] for one in fact.about[:1] if one in access.base.event_by_id]
    parts = [*fact.people, *(part for event in events for part in event.people)]
    if roles and not _have_part(named, parts, roles):
        others = (event.people for event in access.base.events)
        parts = list(next((one for one in others if _have_part(named, one, roles)), parts))
    if roles and _have_part(named, parts, roles):
        parts = [part for part in parts if part.role in roles]
    first: dict[str, Participation] = {}
    for part in parts:
        first.setdefault(part.person, part)
    having = {part.role for part in first.values() if part.person in named}
    people = access.base.person_by_id
    return tuple(
        Participant(person=people[part.person], role=part.role)
        for part in first.values()
        if part.role in having and part.person in people
    )


def _have_part(named: set[str], parts: Sequence[Participation], roles: Collection[str]) -> bool:
    return any(part.person in named and part.role in roles for part in parts)


def _roles_meant(terms: Sequence[Term]) -> set[str]:
    """The roles that the nouns of a question name: «председателем»."""
    nouns = [term for term in terms if term.morphology.first_pos == "NOUN"]
    return {role for role, words in ROLE_WORDS.items() if any(term.lemma in words for term in nouns)}


def _telling(fact: Fact, people: set[str], access: BaseAccess) -> Fact:
    """The fact itself if it names all of them, else the shortest that does."""

    def names_all(one: Fact) -> bool:
        return people <= {part.person for part in one.people}

    others = sorted((one for one in access.base.facts if names_all(one)), key=lambda one: len(one.says))
    return fact if names_all(fact) or not others else others[0]
