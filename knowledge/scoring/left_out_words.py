"""What a part of a statement leaves out, and what stands in it for a word of the part before."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_groups
from knowledge.language.lexicon import Term
from knowledge.language.morphology import readings
from knowledge.retrieval.query_terms import QueryTerms

_VERBS = frozenset({"VERB", "INFN", "PRTS"})
_FINITE = frozenset({"VERB", "INFN"})
_AS_WELL = read_groups("function_words/particles")["as_well"]
_THOSE = frozenset({"тот"})


def leaves_out(part: tuple[int, int], terms: Sequence[Term]) -> bool:
    """Whether a part leaves out what the one before says: it has no verb, or no noun with its adjective, as
    «а дневной остаётся по 36»."""
    own = _terms_in(part, terms)
    if not any(term.morphology.first_pos in _VERBS for term in own):
        return True
    if not any("NOUN" in term.morphology.pos or is_name(term, terms) for term in own):
        return True  # «приходит в 1:30 и уходит в 2:05»: who does, and where
    if own[0].word in _AS_WELL and len(own) > 1 and not own[1].word.isalpha():
        # «Ещё 40 стоят в очереди»: of what, and where
        return not any(_is_subject(term) and not _ruled_by(term, terms) for term in own)
    first = next((at for at, term in enumerate(own) if _is_adjective(term, terms)), None)
    if first is None or first + 1 >= len(own):
        return False
    return own[first + 1].morphology.first_pos in _FINITE and own[first].morphology.first_pos != "PRTF"


def replaced(
    before: tuple[int, int], part: tuple[int, int], terms: Sequence[Term], query: QueryTerms
) -> set[int]:
    """Places of the query's names in one part that a name in the next stands for; of adjectives too:
    «взрослый билет — 350 рублей, детский — 200»; «те, кто» stand for all that is no verb."""
    own, former = _terms_in(part, terms), _terms_in(before, terms)
    replaced: list[Term] = []
    if any(term.morphology.first_pos in _VERBS for term in own):
        replaced += [term for term in former if term.morphology.first_pos in _VERBS]
    if any(is_name(term, terms) for term in own):
        replaced += [term for term in former if is_name(term, terms)]
    if any(_is_subject(term) for term in own):
        replaced += [term for term in former if _is_subject(term)]
    ruled = {_ruled_by(term, terms) for term in own if _is_adjective(term, terms)}
    replaced += [one for one in former if _is_adjective(one, terms) and _ruled_by(one, terms) in ruled]
    if any(_THOSE.intersection(term.morphology.lemmas) for term in own):
        replaced += [term for term in former if term.morphology.first_pos not in _VERBS]
    keys = {key for term in replaced for key, _ in term.keys}
    return {at for at, one in enumerate(query.terms) if any(key in keys for key, _ in one.term.keys)}


def _terms_in(part: tuple[int, int], terms: Sequence[Term]) -> list[Term]:
    return [term for term in terms if part[0] <= term.token.start < part[1]]


def _ruled_by(term: Term, terms: Sequence[Term]) -> str:
    """The preposition before a word: «по выходным» stands for «по будням», and not for «последний»."""
    at = next(at for at, one in enumerate(terms) if one is term)
    return terms[at - 1].word if at and terms[at - 1].morphology.first_pos == "PREP" else ""


def _is_subject(term: Term) -> bool:
    """«Прицеп весит тонну, а весь поезд — сорок»: what is spoken of, where the dictionary lets it be."""
    cases = (one.tag.case for one in readings(term.word) if one.tag.POS == "NOUN")
    return term.morphology.first_pos == "NOUN" and "nomn" in cases


def is_name(term: Term, terms: Sequence[Term]) -> bool:
    """Whether a word is written as a name, and not only because it opens the text."""
    is_code = not term.word.isalpha() and not term.word.isdigit()  # «Н1» is a name where it opens too
    return term.token.capitalised and (is_code or term is not terms[0])


def _is_adjective(term: Term, _: Sequence[Term]) -> bool:
    return "ADJF" in term.morphology.pos
