"""«Кто капитан „Бурана“?» where no fact tells it: the person of the pack whose post it is."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.identity_facts import identity_facts
from knowledge.decision.context.rule_context import RuleContext
from knowledge.facts.model import Fact, Person
from knowledge.language.lexicon import Term
from knowledge.language.post_heads import post_head
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, DigestLead, Shown, Slot
from knowledge.understanding.question import Question

_FORMER = read_words("nouns/not_in_office")
_CALL = "звать"
_VERBS = frozenset({"VERB", "INFN", "PRTS"})


def post_holder(context: RuleContext, access: BaseAccess) -> Answer | None:
    """The only person whose post has every word of the question; None where more is asked, or of several."""
    question = context.search.question
    if question.request.form is not AnswerForm.WHO or question.request.negated or context.own_words:
        return None
    if any("futr" in term.morphology.moods for term in question.terms):
        # «Кто будет председателем?» asks of what is to come: who holds a post of that name is no answer.
        return None
    asked = _content(question)
    if not asked or any(term.morphology.first_pos in _VERBS for term in asked):
        return None
    if _names_many(asked[0]) and not any(_CALL in term.morphology.lemmas for term in question.terms):
        return None
    holders = [person for person in access.base.people if holds_post(person, asked, access)]
    if len(holders) != 1:
        return None
    person = holders[0]
    return Answer(
        rule="post-holder",
        confidence=0.85,
        shown=tuple(Shown(fact=fact, slot=Slot.POST) for fact in facts_naming(person, context)[:1]),
        lead=DigestLead(title=person.name, about=person.post or ""),
        form=AnswerForm.WHO,
        why=context.why,
    )


def _names_many(term: Term) -> bool:
    """«Кто из председателей»: of «кто», an oblique noun is no post that is asked for."""
    noun = term.morphology.first_pos == "NOUN"
    return noun and term.morphology.genitive and term.word not in term.morphology.lemmas


def _content(question: Question) -> list[Term]:
    places = [at for at in question.content_places if at not in question.asking_places]
    return [term for at in places if (term := question.terms[at]).word_class is WordClass.CONTENT]


def holds_post(person: Person, asked: Sequence[Term], access: BaseAccess) -> bool:
    """Whether the post has each word, its first noun among them, and is no former or deputy's one."""
    post = access.lexicon.read(person.post or "")
    head = post_head(post)
    if head is None or _FORMER.intersection(lemma for term in post for lemma in term.morphology.lemmas):
        return False
    keys = {key for term in post for key, level in term.keys if level >= Level.SYNONYM}
    keys |= {key for term in access.lexicon.read(person.side or "") for key, _ in term.keys}
    own = {key for key, level in head.keys if level >= Level.SYNONYM}
    return all(_is_in(term, keys) for term in asked) and any(_is_in(term, own) for term in asked)


def _is_in(term: Term, keys: set[str]) -> bool:
    return any(key in keys for key, level in term.keys if level >= Level.SYNONYM)


def facts_naming(person: Person, context: RuleContext) -> list[Fact]:
    """The facts that name the person, the one that says who that is first."""
    parts = [fact for fact in context.base.facts if any(one.person == person.id for one in fact.people)]
    said = [fact for fact in context.base.facts if fact.said_by == person.id]
    return list(dict.fromkeys([*identity_facts(person, context), *parts, *said]))
