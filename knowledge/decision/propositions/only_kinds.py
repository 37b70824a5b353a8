"""«Можно на берёзе?» of «только на соснах»: the only kind that is held is named where another is asked of."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_groups
from knowledge.decision.context.places import phrase_end
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.word_class import WordClass
from knowledge.results import Polarity, YesNoLead
from knowledge.scoring.searcher import ScoredFact
from knowledge.understanding.question import Question

_ONLY = read_groups("function_words/particles")["only"]
_NEAR = 3
"""The noun stands so many words after its preposition, or fewer."""


def only_kind_lead(question: Question, found: ScoredFact, lexicon: Lexicon) -> YesNoLead | None:
    """«Нет» with «только на соснах».

    None where the noun of the question after that preposition is in the fact, or of the kind of its noun.
    """
    if question.request.negated:
        return None
    says = lexicon.read(found.fact.says)
    for at, term in enumerate(says[:-1]):
        preposition = says[at + 1]
        if term.word not in _ONLY or preposition.morphology.first_pos != "PREP":
            continue
        held, asked = _noun_after(says, at + 1), _asked_after(preposition.word, question)
        if held is None or asked is None or _is_in(asked, found) or _are_akin(asked, says[held]):
            continue
        phrase = found.fact.says[term.token.start : phrase_end(found.fact.says, says, held)]
        return YesNoLead(polarity=Polarity.NO, held=phrase)
    return None


def _asked_after(preposition: str, question: Question) -> Term | None:
    """The noun of the question after the same preposition."""
    places = [at for at, term in enumerate(question.terms) if term.word == preposition]
    noun = _noun_after(question.terms, places[0]) if len(places) == 1 else None
    found = question.terms[noun] if noun is not None else None
    return found if found is not None and found.word_class is WordClass.CONTENT else None


def _noun_after(terms: Sequence[Term], place: int) -> int | None:
    after = range(place + 1, min(place + 1 + _NEAR, len(terms)))
    return next((at for at in after if terms[at].morphology.first_pos == "NOUN"), None)


def _is_in(term: Term, found: ScoredFact) -> bool:
    return any(key in found.parsed.text_keys for key, _ in term.keys)


def _are_akin(one: Term, other: Term) -> bool:
    """«На дереве» asks of the whole kind."""
    keys = {key for key, _ in other.keys}
    return any(key in keys for key, _ in one.keys)
