"""«Иванов — директор музея?»: a person and a post, held against the people of the pack."""

from __future__ import annotations

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.digest_subjects import sides_named
from knowledge.decision.context.stated_values import Stated
from knowledge.decision.propositions.held_posts import (
    heads_another,
    holds_post,
    is_in,
    is_of_another,
    is_post,
    is_whose_post,
    names_post,
    only_holder,
    person_at,
    role_keys,
)
from knowledge.decision.propositions.posts_of_sides import is_own_of_other_side, says_where
from knowledge.facts.model import Person
from knowledge.language import question_words
from knowledge.language.lexicon import Term
from knowledge.language.role_words import ROLE_WORDS
from knowledge.language.word_class import WordClass
from knowledge.results import Polarity, Slot, YesNoLead
from knowledge.understanding.question import Question

_VERBS = frozenset({"VERB", "INFN", "PRTS"})
_LEAST = 2
"""A single word («председатель») may be a role at an event, not a post."""
_OF_SIDE = read_groups("function_words/prepositions")["of_side"]
_MEMBER = frozenset(ROLE_WORDS["member"])
_BEING = read_words("verbs/being")
_HOLDING = read_words("verbs/holding_posts")


def post_lead(
    question: Question, stated: list[Stated], access: BaseAccess
) -> tuple[Person, YesNoLead] | None:
    """The person named and whether the post is theirs; None unless the rest names only a post.

    None too where the post is theirs and a date is stated of it: «директор с 2023 года?» asks of that.
    """
    people = [one for one in stated if one.kind == "person"]
    copular = is_copular(question)
    if copular and len({person.id for one in people if (person := person_at(one, question, access))}) > 1:
        return None
    dates = frozenset[int]().union(*(one.places for one in stated if one.slot is Slot.DATE))
    for one in people:
        found = _lead_of(one, dates, question, copular, access)
        if found is not None:
            return None if dates and found[1].polarity is Polarity.YES else found
    return None


def _lead_of(
    one: Stated, dates: frozenset[int], question: Question, copular: bool, access: BaseAccess
) -> tuple[Person, YesNoLead] | None:
    """What the record of one person named says to the post."""
    apart = one.places | dates
    rest = [at for at in question.content_places if at not in apart and not _only_heads(question, at)]
    terms = [question.terms[at] for at in rest]
    person = person_at(one, question, access)
    if person is not None and copular and is_own_of_other_side(person, question, rest, access):
        return person, YesNoLead(polarity=Polarity.NO, held=person.post)
    if not (names_post(terms) or (copular and is_whose_post(terms, access))):
        return None
    if person is None and copular:
        holder = only_holder(terms, access)
        if holder is not None:
            return holder, YesNoLead(polarity=Polarity.NO, held=holder.name)
    if person is None or person.post is None:
        return None
    of_another = is_of_another(person, terms, access) and not _has_own_role(person, question, rest, access)
    if holds_post(person, terms, access, titled=not (of_another or says_where(question, rest))):
        return person, YesNoLead(polarity=Polarity.YES)
    if of_another or (copular and _is_another(person, question, rest, access)):
        polarity = Polarity.NO if of_another or _excludes(person, terms, access) else Polarity.POST
        return person, YesNoLead(polarity=polarity, held=person.post)
    return None


def is_copular(question: Question) -> bool:
    """Whether no word says more than who somebody is."""
    by_post = any(_only_heads(question, at) for at in question.content_places)
    return not any(_is_action(term, by_post=by_post) for term in question.terms)


def _excludes(person: Person, terms: list[Term], access: BaseAccess) -> bool:
    """Whether the post asked of is none beside the person's own: one of its kind («министр обороны» of a
    minister), one of another side, or one that a single other person of the base has (several may be
    ministers).
    """
    sides = {side for term in terms for side in sides_named([term], access)}
    if sides and person.side not in sides:
        return True
    post = next((term for term in terms if is_post(term)), None)
    held = access.lexicon.read(person.post or "")
    own = next((term for term in held if is_post(term)), None)
    if own is None and held and is_in(held[0], _MEMBER):
        own = held[0]  # a member of a body may hold a post beside
    if post is None or own is None:
        return True
    if is_in(post, {key for key, _ in own.keys}):
        return True
    content = [term for term in terms if term.word_class is WordClass.CONTENT]
    if len(content) < _LEAST:
        return any(heads_another(person, term, access, only=True) for term in content)
    return sum(holds_post(one, content, access, titled=False) for one in access.base.people) == 1


def _only_heads(question: Question, at: int) -> bool:
    """«Пост» of «занимала пост министра»: the post itself is named after it."""
    term, after = question.terms[at], question.terms[at + 1 : at + 2]
    is_post = any(question_words.NOUNS.get(lemma) is Slot.POST for lemma in term.morphology.lemmas)
    return is_post and any(one.morphology.genitive for one in after)


def _has_own_role(person: Person, question: Question, rest: list[int], access: BaseAccess) -> bool:
    """«Председатель от Китая» of a chair: what follows «от» is the side at a meeting, no part of a post."""
    of_side = any(at and question.terms[at - 1].word in _OF_SIDE for at in rest)
    return of_side and any(is_in(question.terms[at], role_keys(person, access)) for at in rest)


def _is_action(term: Term, *, by_post: bool = False) -> bool:
    """Whether a word says more than who somebody is; «занимала» of «занимала пост» says no more."""
    is_verb = term.morphology.first_pos in _VERBS
    copulas = _BEING | _HOLDING if by_post else _BEING
    return is_verb and not copulas.intersection(term.morphology.lemmas)


def _is_another(person: Person, question: Question, rest: list[int], access: BaseAccess) -> bool:
    """Whether the question names another post than the person's: «министр обороны» for that of justice.

    So it does with a noun that the person's post lacks, unless a preposition stands before it: «министр на
    переговорах».
    """
    content = [question.terms[at] for at in rest if question.terms[at].word_class is WordClass.CONTENT]
    if len(content) == 1 and (
        heads_another(person, content[0], access) or _is_untold_post(person, content[0], access)
    ):
        return True
    # «Главный» of «главный инженер» says which engineer, not who led.
    parts = [one for one in content if not (is_post(content[-1]) and one.morphology.first_pos == "ADJF")]
    roles = any(key in words for words in ROLE_WORDS.values() for term in parts for key, _ in term.keys)
    if len(content) < _LEAST or roles or not names_post(content):
        return False
    held = {key for term in access.lexicon.read(f"{person.post} {person.side or ''}") for key, _ in term.keys}
    return any(
        question.terms[at].morphology.first_pos == "NOUN"
        and question.terms[at].word_class is WordClass.CONTENT
        and not (at and question.terms[at - 1].morphology.first_pos == "PREP")
        and not any(key in held for key, _ in question.terms[at].keys)
        and _is_of_post(question.terms[at])
        for at in rest
    )


def _is_of_post(term: Term) -> bool:
    """«Обороны» of «министр обороны», or a post by itself; no loose noun: «министр выход»."""
    marks = term.morphology
    return marks.genitive or not marks.known or term.token.written.isupper() or is_post(term)


def _is_untold_post(person: Person, post: Term, access: BaseAccess) -> bool:
    """«Дёмин — президент?»: a post by itself that is no part of the person's own, nor what they are at an
    event, but perhaps of like meaning."""
    own = {key for term in access.lexicon.read(person.post or "") for key, _ in term.keys}
    roles = any(key in words for words in ROLE_WORDS.values() for key, _ in post.keys)
    return is_post(post) and post.morphology.first_pos == "NOUN" and not roles and not is_in(post, own)


def names_known_post(question: Question, access: BaseAccess) -> bool:
    """«Терян — член совета?»: no verb of action, and the words but the name are somebody's post."""
    if any(_is_action(term) for term in question.terms):
        return False
    terms = [question.terms[at] for at in question.content_places]
    names = access.person_keys
    return is_whose_post([term for term in terms if not is_in(term, names)], access)
