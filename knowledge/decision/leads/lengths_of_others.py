"""«Сколько лет работает паром» of «Орлов 29 лет был капитаном парома»: years of somebody else, or an age."""

from __future__ import annotations

from knowledge.decision.context.denied_amounts import part_of
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.morphology import readings
from knowledge.language.synonyms import Level
from knowledge.language.values import Value, ValueKind
from knowledge.language.word_class import WordClass
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.understanding.question import Question

_NOMINATIVE, _VERBS = "nomn", frozenset({"VERB", "PRTS"})
_YEARS = 12.0


def without_ages(values: list[Value], question: Question) -> list[Value]:
    """The lengths without «81-летний», where the years are asked for which somebody does something: «сколько
    лет Орлов водил паром»; all where nothing else is held, or nobody does anything."""
    lasting = [one for one in values if not (one.inside and one.factor == _YEARS)]
    if len(lasting) in (0, len(values)) or _verb(question) is None or not _subjects(question):
        return values
    return lasting


def is_of_another_subject(value: Value, fact: Fact, query: QueryTerms, lexicon: Lexicon) -> bool:
    """Whether a length is told of the deed of another, who is named by the only noun asked of."""
    question = query.question
    verb, subjects = _verb(question), _subjects(question)
    if value.kind is not ValueKind.DURATION or value.inside or verb is None or len(subjects) != 1:
        return False
    nouns = [term for term in _content(question) if term.morphology.first_pos == "NOUN"]
    if nouns != subjects:
        return False
    part = lexicon.read(part_of(fact.says, value))
    verbs = [term for term in part if term.morphology.first_pos in _VERBS]
    said = [term for term in part if _is_alike(term, subjects[0])]
    if not verbs or not said or any(_is_alike(one, verb) for one in verbs):
        return False
    return not any(_is_nominative(term) for term in said)


def _content(question: Question) -> list[Term]:
    places = (at for at in question.content_places if at != question.counted_place)
    return [question.terms[at] for at in places if question.terms[at].word_class is WordClass.CONTENT]


def _verb(question: Question) -> Term | None:
    """The only verb that says what is done."""
    verbs = [term for term in _content(question) if term.morphology.first_pos in _VERBS]
    return verbs[0] if len(verbs) == 1 else None


def _subjects(question: Question) -> list[Term]:
    nouns = (term for term in _content(question) if term.morphology.first_pos == "NOUN")
    return [term for term in nouns if _is_nominative(term)]


def _is_nominative(term: Term) -> bool:
    return any(_NOMINATIVE in one.tag for one in readings(term.word) if one.tag.POS == "NOUN")


def _is_alike(said: Term, asked: Term) -> bool:
    keys = {key for key, level in asked.keys if level >= Level.ROOT}
    return any(key in keys for key, level in said.keys if level >= Level.ROOT)
