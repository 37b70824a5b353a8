"""«Намечен ли второй диалог?», «договорились ли о нём?»: whether a thing was planned, not whether it is."""

from __future__ import annotations

from knowledge.data.tables import read_groups, read_words
from knowledge.language.lexicon import Term
from knowledge.understanding.question import Question

_MEANT = read_groups("requests/intentions")
_PLANNING = read_words("verbs/planning")
_PLAN_OF_A_THING = _PLANNING - (_MEANT["intention"] - read_words("verbs/happening"))
"""«Собирались ли участники?» plans nothing, «собирались ли провести» does."""
_BEING = read_words("verbs/being")
_AGREEING = read_words("verbs/agreeing")
_DECIDING = _MEANT["decision"]
_FINITE = frozenset({"VERB", "PRTS"})


def asks_of_plan(question: Question) -> bool:
    """Whether the only deed that a question states is planning, agreeing, or deciding to do something."""
    deeds = [term for term in question.terms if _is_deed(term)]
    decides = any(term.morphology.first_pos == "INFN" for term in question.terms)
    return bool(deeds) and all(_plans(term, decides=decides) for term in deeds)


def asks_of_agreement(question: Question) -> bool:
    """«Договорились ли?»: more than that something is to come, so that its date alone does not say so."""
    lemmas = {lemma for term in question.terms if _is_deed(term) for lemma in term.morphology.lemmas}
    return bool(_AGREEING & lemmas)


def asks_past(question: Question) -> bool:
    """Whether a question is about what has happened: «прошёл», «уже»; «намечен» is about the plan."""
    return not asks_of_plan(question) and any(
        term.word == "уже" or ("past" in term.morphology.moods and term.morphology.first_pos in _FINITE)
        for term in question.terms
    )


def _is_deed(term: Term) -> bool:
    """A verb or a short participle, other than «быть»."""
    return term.morphology.first_pos in _FINITE and not _BEING.intersection(term.morphology.lemmas)


def _plans(term: Term, *, decides: bool) -> bool:
    lemmas = _PLANNING | _DECIDING if decides else _PLAN_OF_A_THING
    return bool(lemmas.intersection(term.morphology.lemmas))
