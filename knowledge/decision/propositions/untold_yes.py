"""«Линч возглавляла делегацию?» of «Линч представляла сторону»: a body that the statement does not name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.places import is_country
from knowledge.decision.leads.opening_hours import OPEN_THEN
from knowledge.decision.propositions.headed_bodies import heads_in_words, is_beside
from knowledge.decision.propositions.record_propositions import POST_RECORD
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.semantic_classes import ORGANISATIONS
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, Polarity, Result, YesNoLead
from knowledge.understanding.question import Question

_DESCRIBING = ("ADJF", "ADJS", "PRTS")
_ITSELF = (Level.ROOT, Level.LEMMA)


def without_untold_yes(result: Result, question: Question, access: BaseAccess) -> Result:
    """The result; a yes loses its line where the fact does not name the body that is headed, or what is said
    of somebody and nothing more: «США согласны с Китаем?» of «Китай готов»."""
    if not isinstance(result, Answer) or not isinstance(result.lead, YesNoLead) or not result.shown:
        return result
    if result.rule in (POST_RECORD, OPEN_THEN) or result.lead.polarity not in (Polarity.YES, Polarity.SET):
        return result
    facts = [one.fact for one in result.shown]
    content = [question.terms[at] for at in question.content_places]
    bodies = [term for term in content if ORGANISATIONS.intersection(term.morphology.lemmas)]
    bodies = [term for term in bodies if not is_beside(term, question)]
    says = _own_keys([fact.says for fact in facts], access.lexicon)
    if bodies and any(map(heads_in_words, content)) and not any(_is_in(term, says) for term in bodies):
        return replace(result, lead=None)
    if _describes_another(content, facts[0].says, access.lexicon):
        return replace(result, lead=None)
    stated = [term for term in content if term.morphology.first_pos == "ADJS" and _is_content(term)]
    more = [term for term in content if term not in stated and _is_content(term) and not _is_named(term)]
    return result if more or all(_is_in(term, says) for term in stated) else replace(result, lead=None)


def _describes_another(content: Sequence[Term], says: str, lexicon: Lexicon) -> bool:
    """«Забастовка была бесплатной?» of «в день забастовки бесплатно возили автобусы»: the statement has the
    noun only in the genitive after another one, and says that quality of a deed."""
    words = [term for term in content if _is_content(term)]
    nouns = [term for term in words if term.morphology.first_pos == "NOUN"]
    qualities = [term for term in words if term.morphology.first_pos in _DESCRIBING]
    if len(words) != 2 or len(nouns) != 1 or len(qualities) != 1:
        return False
    terms = lexicon.read(says)
    said = [at for at, term in enumerate(terms) if _is_in(nouns[0], _keys(term))]
    told = [term for term in terms if _is_in(qualities[0], _keys(term))]
    return (
        bool(said and told)
        and all(at and terms[at].morphology.genitive and _is_noun(terms[at - 1]) for at in said)
        and all(term.morphology.first_pos == "ADVB" for term in told)
    )


def _is_noun(term: Term) -> bool:
    return term.morphology.first_pos == "NOUN"


def _keys(term: Term) -> set[str]:
    return {key for key, level in term.keys if level in _ITSELF}


def _is_named(term: Term) -> bool:
    return term.is_name or term.token.capitalised or is_country(term)


def _own_keys(texts: Iterable[str], lexicon: Lexicon) -> set[str]:
    """Keys of the very words, and of others of their root."""
    terms = (term for text in texts for term in lexicon.read(text))
    return {key for term in terms for key, level in term.keys if level in _ITSELF}


def _is_in(term: Term, keys: set[str]) -> bool:
    return any(key in keys for key, level in term.keys if level in _ITSELF)


def _is_content(term: Term) -> bool:
    return term.word_class is WordClass.CONTENT
