"""«Кому объявили выговор», «с кем говорил директор»: who did it is not the one it was done to or with."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from knowledge.data.tables import read_table
from knowledge.facts.model import Person
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.morphology import readings
from knowledge.language.synonyms import Level
from knowledge.results import Participant
from knowledge.retrieval.query_terms import QueryTerms

_TO_WHOM = "кому"
_CASES = dict(read_table("question_words/oblique", "word", "case"))


def asks_of_other(query: QueryTerms) -> bool:
    """Whether a question asks for somebody who is not the doer, unlike «кем построен» and «кого ждут»."""
    place = _oblique_at(query)
    return place is not None and (
        query.question.terms[place].word == _TO_WHOM or asked_after_preposition(query)
    )


def asked_after_preposition(query: QueryTerms) -> bool:
    """«С кем говорил Панин» asks for no post of his, unlike «кем был Панин»."""
    place = _oblique_at(query)
    before = query.question.terms[place - 1] if place else None
    return before is not None and before.morphology.first_pos == "PREP"


def without_doers(
    people: tuple[Participant, ...],
    query: QueryTerms,
    run_of: Callable[[Person], Sequence[Term]],
    lexicon: Lexicon,
) -> tuple[Participant, ...]:
    """Those whom the statement has in the case asked for, if any; else all but who is named by their post."""
    place = _oblique_at(query)
    if place is None:
        return people
    case = _CASES[query.question.terms[place].word]
    own = tuple(one for one in people if _is_in_case(run_of(one.person), case))
    doers = [one for one in people if one not in own and _is_in_case(run_of(one.person), "nomn")]
    if own and doers:
        people = tuple(one for one in people if one not in doers)
    asked = {
        key
        for at, term in enumerate(query.question.terms)
        if at != place and term.morphology.animate and term.word in term.morphology.lemmas
        for key, level in term.keys
        if level >= Level.ROOT
    }
    return tuple(one for one in people if not asked & _post_keys(one.person, lexicon))


def _post_keys(person: Person, lexicon: Lexicon) -> set[str]:
    people = (term for term in lexicon.read(person.post or "") if term.morphology.animate)
    return {key for term in people for key, level in term.keys if level >= Level.ROOT}


def _oblique_at(query: QueryTerms) -> int | None:
    terms = query.question.terms
    return next((at for at in sorted(query.question.asking_places) if terms[at].word in _CASES), None)


def _is_in_case(run: Sequence[Term], case: str) -> bool:
    """Whether a name may stand in a case and, being in it, in no nominative."""
    cases = [{str(one.tag.case) for one in readings(term.word)} for term in run]
    if case == "nomn":
        return bool(cases) and all("nomn" in one for one in cases)
    return any(case in one and "nomn" not in one for one in cases)
