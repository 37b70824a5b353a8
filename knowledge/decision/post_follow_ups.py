"""«Он министр?», «а не министр обороны?» after somebody: asked of the person by name."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.conversation import Conversation
from knowledge.data.tables import read_groups, read_words
from knowledge.decision.clause_pipeline import ClausePipeline
from knowledge.decision.clause_result import ClauseResult
from knowledge.decision.context.digest_subjects import people_named
from knowledge.decision.context.identity_facts import tells_post
from knowledge.facts.model import FactBase, Person
from knowledge.language.lexicon import Term
from knowledge.language.semantic_classes import POSTS
from knowledge.language.spell_checker import SpellingCorrection
from knowledge.language.tokens import tokens
from knowledge.results import Answer, AnswerForm, Slot, YesNoLead
from knowledge.scoring.searcher import Searcher
from knowledge.understanding.pronouns import PERSONAL, agrees, gender_of, people_meant
from knowledge.understanding.question import Question, parse_question
from knowledge.understanding.ties import own_text

_SUBJECT = read_groups("function_words/pronouns")["subject"]
_PARTICLES = read_groups("function_words/particles")
_SUGGESTING = _PARTICLES["deny_next"] | _PARTICLES["doubt"] | _PARTICLES["confirm"]
_BEING = read_words("verbs/being")
_VERBS = frozenset({"VERB", "INFN", "PRTS"})
_DESCRIBING = frozenset({"ADJF", "PRTF"})


def post_of_person(
    pipeline: ClausePipeline,
    question: Question,
    text: str,
    changes: tuple[SpellingCorrection, ...],
    conversation: Conversation,
) -> ClauseResult | None:
    """Whether somebody has a post, as the same question by name gets it; None where it asks more."""
    if question.request.form is not AnswerForm.YES_NO or set(question.slots) - {Slot.YES_NO}:
        return None
    if not _names_only_post(question, pipeline.searcher):
        return None
    asked = _by_name(text, question, conversation, pipeline.searcher)
    if asked is None:
        return None
    decided = pipeline.decide(asked, (), changes)
    is_judged = isinstance(decided.result, Answer) and isinstance(decided.result.lead, YesNoLead)
    return decided if is_judged else None


def _names_only_post(question: Question, searcher: Searcher) -> bool:
    """Whether nothing is named but a person, a post and what that is of."""
    terms = [question.terms[at] for at in question.content_places]
    terms = [term for term in terms if not people_named([term], searcher)]
    heads = [at for at, term in enumerate(terms) if _is_post(term, searcher)]
    acts = any(
        term.morphology.first_pos in _VERBS and _BEING.isdisjoint(term.morphology.lemmas)
        for term in question.terms
    )
    if acts or not heads or any(term.morphology.first_pos == "PREP" for term in question.terms):
        return False
    before, after = terms[: heads[0]], terms[heads[0] + 1 :]
    return all(map(_describes, before)) and all(_describes(one) or one.morphology.genitive for one in after)


def _is_post(term: Term, searcher: Searcher) -> bool:
    """A noun that any post may begin with, or that the post of a person of the base does."""
    if POSTS.intersection(term.morphology.lemmas):
        return True
    posts = (one.post for one in searcher.base.people if one.post)
    return any(searcher.lexicon.read(post)[0].lemma == term.lemma for post in posts)


def _describes(term: Term) -> bool:
    return term.morphology.first_pos in _DESCRIBING


def _by_name(text: str, question: Question, conversation: Conversation, searcher: Searcher) -> str | None:
    """The question with the name of whom it is asked; None where that is nobody, or not one."""
    own = own_text(text)
    words = {term.word for term in question.terms}
    if people_named(question.terms, searcher):
        return f"{own}?" if not words & _SUBJECT else None
    last = parse_question(conversation.question, searcher.lexicon, asking=True)
    if words & _SUBJECT:
        person = _meant(words, last, conversation, searcher.base)
        return None if person is None else f"{_replaced(own, person.name)}?"
    if words & PERSONAL or not people_named(last.terms, searcher) or not _states_post(text, question):
        return None
    person = _just_told(conversation, searcher)
    return None if person is None else f"{person.name} {_without_suggestion(own)}?"


def _states_post(text: str, question: Question) -> bool:
    """Whether a post alone is stated of the one just told: «министр обороны?», «а не министр?»; «а министр
    обороны?» may ask for another person."""
    suggests = any(term.word in _SUGGESTING for term in question.terms)
    first = next((term.morphology for term in question.terms if term.morphology.first_pos == "NOUN"), None)
    return first is not None and not first.genitive and (suggests or own_text(text) == text.rstrip(" ?!.,"))


def _meant(words: set[str], last: Question, conversation: Conversation, base: FactBase) -> Person | None:
    """The one person for whom «он» or «она» stands, the only one of the fact told last if no other."""
    meant = people_meant(words, last, conversation.people, base)
    return _only(meant or [one for one in _told(conversation, base) if agrees(one, gender_of(words) or "")])


def _just_told(conversation: Conversation, searcher: Searcher) -> Person | None:
    """The person whose post the fact told last says, and nothing more."""
    fact = searcher.base.fact_by_id.get(conversation.facts[0]) if len(conversation.facts) == 1 else None
    person = _only(_told(conversation, searcher.base))
    is_told = fact is not None and person is not None and tells_post(fact, person, searcher.lexicon)
    return person if is_told else None


def _told(conversation: Conversation, base: FactBase) -> list[Person]:
    facts = (base.fact_by_id[one] for one in conversation.facts[:1] if one in base.fact_by_id)
    named = (base.person_by_id.get(part.person) for fact in facts for part in fact.people)
    return list(dict.fromkeys(one for one in named if one is not None))


def _only(people: Sequence[Person]) -> Person | None:
    return people[0] if len(people) == 1 else None


def _replaced(text: str, name: str) -> str:
    return " ".join(name if token.word in _SUBJECT else token.written for token in tokens(text))


def _without_suggestion(text: str) -> str:
    """«Не министр обороны?», «разве не министр?» suggest the post; they do not deny it."""
    words = tokens(text)
    while words and words[0].word in _SUGGESTING:
        words = words[1:]
    return " ".join(token.written for token in words)
