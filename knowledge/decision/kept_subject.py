"""Whether the answer to a follow-up stays with whom or what was asked of before."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from knowledge.conversation import Conversation
from knowledge.decision.clause_pipeline import ClausePipeline
from knowledge.decision.clause_result import ClauseResult
from knowledge.facts.model import Fact, FactBase, Person
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Reason, Refusal, Slot
from knowledge.understanding import ties
from knowledge.understanding.carried_words import carried_words
from knowledge.understanding.pronouns import gender_of, people_meant
from knowledge.understanding.question import Question, parse_question
from knowledge.understanding.substitution import kinds_of

_OF_ONE_FACT = frozenset({"sure", "likely", "keywords", "fully-met", "proposition"})
"""Rules that answer by the nearest fact."""
_OF_ONE = frozenset({"label", "ordinal", "who"})
"""Kinds of a word that says which one; of another date or place something else may be told."""
_ONE = frozenset({"masc", "femn"})
_VERBAL = frozenset({"VERB", "INFN", "PRTS", "PRED"})


def unless_of_another(
    found: ClauseResult, question: Question, text: str, conversation: Conversation, pipeline: ClausePipeline
) -> ClauseResult:
    """A follow-up as decided; refused where its answer is about another person or thing."""
    result = found.result
    if not isinstance(result, Answer) or result.rule not in _OF_ONE_FACT or not result.shown:
        return found
    fact = result.shown[0].fact
    if fact.id in conversation.facts:
        return found
    last = parse_question(conversation.question, pipeline.searcher.lexicon, asking=True)
    if not _is_of_another_person(fact, question, last, conversation, pipeline) and not _leaves_topic(
        fact, question, text, last, conversation, pipeline
    ):
        return found
    refusal = Refusal(
        rule="other-subject",
        confidence=result.confidence,
        reason=Reason.UNACCOUNTED,
        slot=question.slot,
        form=question.request.form,
        why=result.why,
    )
    return replace(found, result=refusal)


def _is_of_another_person(
    fact: Fact, question: Question, last: Question, conversation: Conversation, pipeline: ClausePipeline
) -> bool:
    """«Сколько у него очков?» of the one just named, answered by those of another."""
    base, lexicon = pipeline.searcher.base, pipeline.searcher.lexicon
    words = {term.word for term in question.terms}
    gender = gender_of(words)
    if gender not in _ONE:
        return False
    meant = people_meant(words, last, conversation.people, base)
    is_unknown = not meant and not conversation.facts and last.slot is Slot.PERSON  # who it is was refused
    if not meant and not is_unknown:
        return False
    return not any(_is_about(fact, person, base, lexicon) for person in meant) and not _tells_of_thing(
        fact, last, gender, lexicon
    )


def _is_about(fact: Fact, person: Person, base: FactBase, lexicon: Lexicon) -> bool:
    events = (base.event_by_id[event] for event in fact.about if event in base.event_by_id)
    parts = {fact.said_by, *(part.person for part in fact.people)}
    parts |= {part.person for event in events for part in event.people}
    surname = lexicon.read(person.name)[-1:]
    return person.id in parts or _meets(surname, lexicon.content(fact.says))


def _tells_of_thing(fact: Fact, last: Question, gender: str, lexicon: Lexicon) -> bool:
    """Whether the pronoun may stand for a thing of the last question of which the fact tells."""
    things = [
        last.terms[at]
        for at in last.content_places
        if last.terms[at].morphology.first_pos == "NOUN" and gender in last.terms[at].morphology.genders
    ]
    said = lexicon.content(fact.says)
    return any(_meets([term], said) for term in things)


def _leaves_topic(
    fact: Fact,
    question: Question,
    text: str,
    last: Question,
    conversation: Conversation,
    pipeline: ClausePipeline,
) -> bool:
    """«А у Т3?» after the seats of a tram, answered by its length: a word that the last fact has, and this
    one has not, is what the follow-up leaves out."""
    searcher = pipeline.searcher
    if not _only_replaces(question, text, pipeline):
        return False
    if not conversation.facts and _has_no_name(question, pipeline):
        return True  # «а за четвёртое?» after what was refused
    told = [searcher.base.fact_by_id[one] for one in conversation.facts if one in searcher.base.fact_by_id]
    left = set(carried_words(last, question, searcher))
    carried = [
        last.terms[at]
        for at in last.content_places
        if last.terms[at].token.written in left and last.terms[at].word_class is WordClass.CONTENT
    ]
    numbered = all("ordinal" in kinds_of(question.terms[at], searcher) for at in question.content_places)
    if numbered and any(one.topic == fact.topic and set(one.about) & set(fact.about) for one in told):
        return False  # another place of the same contest
    carried = [term for term in carried if not (numbered and _is_implied(term))]
    said = {key for one in told for key in searcher.lexicon.content(one.says)}
    held = [term for term in carried if _meets([term], said)]
    known = _all_words(fact, searcher.base, searcher.lexicon)
    return any(not _meets([term], known) for term in held)


def _is_implied(term: Term) -> bool:
    """«Кто победил? А второе кто?»: the place says what was done; «добровольцы» may be «взрослые»."""
    return term.morphology.animate or term.morphology.first_pos in _VERBAL


def _only_replaces(question: Question, text: str, pipeline: ClausePipeline) -> bool:
    """Whether a follow-up is no more than a name, number or label in the place of another."""
    content = [question.terms[at] for at in question.content_places if at not in question.asking_places]
    if not content or not ties.is_tied(question, text):
        return False
    if question.slots and question.request.form is not AnswerForm.WHO:
        return False
    kinds = [kinds_of(term, pipeline.searcher) & _OF_ONE for term in content]
    return all(kinds) and not any(term.morphology.first_pos in _VERBAL for term in content)


def _has_no_name(question: Question, pipeline: ClausePipeline) -> bool:
    terms = [question.terms[at] for at in question.content_places]
    kinds = {kind for term in terms for kind in kinds_of(term, pipeline.searcher)}
    return not question.slots and kinds <= {"ordinal", "label", "date"}


def _all_words(fact: Fact, base: FactBase, lexicon: Lexicon) -> Collection[str]:
    """The keys of a fact: of its statement, its examples and the titles of its events."""
    titles = (base.event_by_id[event].title for event in fact.about if event in base.event_by_id)
    return {key for text in (fact.says, *fact.questions, *titles) for key in lexicon.content(text)}


def _meets(terms: Iterable[Term], said: Collection[str]) -> bool:
    return any(key in said for term in terms for key, level in term.keys if level >= Level.SYNONYM)
