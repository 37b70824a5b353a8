"""«Иванов — директор музея?»: a person and a post, held against the people of the pack."""

from __future__ import annotations

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.digest_subjects import sides_named
from knowledge.decision.context.stated_values import Stated
from knowledge.decision.leads.named_people import person_keys
from knowledge.decision.propositions.posts_of_sides import is_own_of_other_side, says_where
from knowledge.facts.model import Person
from knowledge.language import question_words
from knowledge.language.lexicon import Term
from knowledge.language.role_words import ROLE_WORDS
from knowledge.language.semantic_classes import POSTS
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Polarity, Slot, YesNoLead
from knowledge.understanding.question import Question

_MEANT_FROM = Level.ROOT
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
    """The person named and whether the post is theirs; None unless the rest names only a post."""
    holds_post = any(_only_heads(question, at) for at in question.content_places)
    copular = not any(_is_action(term, holds_post=holds_post) for term in question.terms)
    for one in stated:
        rest = [
            at for at in question.content_places if at not in one.places and not _only_heads(question, at)
        ]
        terms = [question.terms[at] for at in rest]
        person = person_at(one, question, access) if one.kind == "person" else None
        if person is not None and copular and is_own_of_other_side(person, question, rest, access):
            return person, YesNoLead(polarity=Polarity.NO, held=person.post)
        if one.kind != "person" or not (_names_post(terms) or (copular and _is_whose_post(terms, access))):
            continue
        if person is None and copular:
            holder = _only_holder(terms, access)
            if holder is not None:
                return holder, YesNoLead(polarity=Polarity.NO, held=holder.name)
        if person is None or person.post is None:
            continue
        of_another = _is_of_another(person, terms, access) and not _has_own_role(
            person, question, rest, access
        )
        if _holds(person, terms, access, titled=not (of_another or says_where(question, rest))):
            return person, YesNoLead(polarity=Polarity.YES)
        if of_another or (copular and _is_another(person, question, rest, access)):
            polarity = Polarity.NO if of_another or _excludes(person, terms, access) else Polarity.POST
            return person, YesNoLead(polarity=polarity, held=person.post)
    return None


def _excludes(person: Person, terms: list[Term], access: BaseAccess) -> bool:
    """Whether the post asked of is none beside the person's own: one of its kind («министр обороны» of a
    minister), one of another side, or one that a single other person of the base has (several may be
    ministers).
    """
    sides = {side for term in terms for side in sides_named([term], access)}
    if sides and person.side not in sides:
        return True
    post = next((term for term in terms if _is_post(term)), None)
    held = access.lexicon.read(person.post or "")
    own = next((term for term in held if _is_post(term)), None)
    if own is None and held and _is_in(held[0], _MEMBER):
        own = held[0]  # a member of a body may hold a post beside
    if post is None or own is None:
        return True
    if any(key in dict(own.keys) for key, level in post.keys if level >= _MEANT_FROM):
        return True
    content = [term for term in terms if term.word_class is WordClass.CONTENT]
    if len(content) < _LEAST:
        return any(_heads_another(person, term, access, only=True) for term in content)
    return sum(_holds(one, content, access, titled=False) for one in access.base.people) == 1


def _only_heads(question: Question, at: int) -> bool:
    """«Пост» of «занимала пост министра»: the post itself is named after it."""
    term, after = question.terms[at], question.terms[at + 1 : at + 2]
    is_post = any(question_words.NOUNS.get(lemma) is Slot.POST for lemma in term.morphology.lemmas)
    return is_post and any(one.morphology.genitive for one in after)


def _is_of_another(person: Person, terms: list[Term], access: BaseAccess) -> bool:
    """Whether the words are the whole post of somebody else."""
    return any(
        _holds(other, terms, access, titled=False) and _is_whole(other, terms, access)
        for other in access.base.people
        if other != person
    )


def _has_own_role(person: Person, question: Question, rest: list[int], access: BaseAccess) -> bool:
    """«Председатель от Китая» of a chair: what follows «от» is the side at a meeting, no part of a post."""
    of_side = any(at and question.terms[at - 1].word in _OF_SIDE for at in rest)
    return of_side and any(_is_in(question.terms[at], _role_keys(person, access)) for at in rest)


def _role_keys(person: Person, access: BaseAccess) -> set[str]:
    """Keys of the words for what a person is at the events of the base."""
    roles = {part.role for event in access.base.events for part in event.people if part.person == person.id}
    return {key for role in roles for key in ROLE_WORDS.get(role or "", ())}


def _is_action(term: Term, *, holds_post: bool = False) -> bool:
    """Whether a word says more than who somebody is; «занимала» of «занимала пост» says no more."""
    is_verb = term.morphology.first_pos in _VERBS
    copulas = _BEING | _HOLDING if holds_post else _BEING
    return is_verb and not copulas.intersection(term.morphology.lemmas)


def _is_another(person: Person, question: Question, rest: list[int], access: BaseAccess) -> bool:
    """Whether the question names another post than the person's: «министр обороны» for that of justice.

    So it does with a noun that the person's post lacks, unless a preposition stands before it: «министр на
    переговорах».
    """
    content = [question.terms[at] for at in rest if question.terms[at].word_class is WordClass.CONTENT]
    if len(content) == 1 and (
        _heads_another(person, content[0], access) or _is_untold_post(person, content[0], access)
    ):
        return True
    # «Главный» of «главный инженер» says which engineer, not who led.
    parts = [one for one in content if not (_is_post(content[-1]) and one.morphology.first_pos == "ADJF")]
    roles = any(key in words for words in ROLE_WORDS.values() for term in parts for key, _ in term.keys)
    if len(content) < _LEAST or roles or not _names_post(content):
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
    return marks.genitive or not marks.known or term.token.written.isupper() or _is_post(term)


def _is_untold_post(person: Person, post: Term, access: BaseAccess) -> bool:
    """«Дёмин — президент?»: a post by itself that is no part of the person's own, nor what they are at an
    event, but perhaps of like meaning."""
    own = {key for term in access.lexicon.read(person.post or "") for key, _ in term.keys}
    roles = any(key in words for words in ROLE_WORDS.values() for key, _ in post.keys)
    return _is_post(post) and post.morphology.first_pos == "NOUN" and not roles and not _is_in(post, own)


def _heads_another(person: Person, post: Term, access: BaseAccess, *, only: bool = False) -> bool:
    """«Дёмин — мэр?»: one word that begins the post of somebody else, and is no part of the person's own.

    `only`: of one other person alone.
    """

    def begins(other: Person) -> bool:
        first = next(iter(access.lexicon.read(other.post or "")), None)
        return first is not None and first.lemma == post.lemma

    own = {key for term in access.lexicon.read(person.post or "") for key, _ in term.keys}
    # «Го — председатель?»: the chair of a meeting, though the post of another begins so.
    own |= _role_keys(person, access)
    others = sum(begins(other) for other in access.base.people if other != person)
    return not _is_in(post, own) and (others == 1 if only else others > 0)


def _only_holder(rest: list[Term], access: BaseAccess) -> Person | None:
    """The one person who holds exactly this post, which the question gives to somebody unknown."""
    found = [
        one
        for one in access.base.people
        if one.post and _holds(one, rest, access) and _is_whole(one, rest, access)
    ]
    return found[0] if len(found) == 1 else None


def person_at(stated: Stated, question: Question, access: BaseAccess) -> Person | None:
    """The only person of the pack with every word of a name."""
    words = [{key for key, level in question.terms[at].keys if level >= _MEANT_FROM} for at in stated.places]
    found = [
        person
        for person in access.base.people
        if all(keys & person_keys(person, access.lexicon) for keys in words)
    ]
    return found[0] if len(found) == 1 else None


def _names_post(terms: list[Term]) -> bool:
    content = [term for term in terms if term.word_class is WordClass.CONTENT]
    return any(
        term.morphology.first_pos == "NOUN" and POSTS.intersection(term.morphology.lemmas) for term in content
    )


def names_known_post(question: Question, access: BaseAccess) -> bool:
    """«Терян — член совета?»: no verb of action, and the words but the name are somebody's post."""
    if any(_is_action(term) for term in question.terms):
        return False
    terms = [question.terms[at] for at in question.content_places]
    names = access.person_keys
    return _is_whose_post([term for term in terms if not _is_in(term, names)], access)


def _is_whose_post(terms: list[Term], access: BaseAccess) -> bool:
    """«Терян — член совета банка?»: without a verb, the words are the whole post of somebody."""
    content = [term for term in terms if term.word_class is WordClass.CONTENT]
    return bool(content) and any(
        _holds(one, terms, access) and _is_whole(one, terms, access) for one in access.base.people
    )


def _is_whole(person: Person, terms: list[Term], access: BaseAccess) -> bool:
    """Whether the words are the whole post: «председатель» alone may be one of a meeting."""
    asked = {key for term in terms for key, _ in term.keys}
    post = [term for term in access.lexicon.read(person.post or "") if term.word_class is WordClass.CONTENT]
    return all(any(key in asked for key, _ in term.keys) for term in post)


def _holds(person: Person, terms: list[Term], access: BaseAccess, *, titled: bool = True) -> bool:
    """Whether every word of content stands in the person's post or side.

    `titled`: or in the title of the base, where it only says of what: «директор Самарского зоопарка».
    """
    text = f"{person.post or ''} {person.side or ''}"
    keys = {key for term in access.lexicon.read(text) for key, level in term.keys if level >= _MEANT_FROM}
    content = [term for term in terms if term.word_class is WordClass.CONTENT]
    other = [term for term in content if not _is_in(term, keys)]
    if not other or len(other) == len(content) or not titled:
        return not other
    title = access.lexicon.sure(access.base.source.title) | access.lexicon.sure(access.base.source.about)
    return all(term.morphology.first_pos != "NOUN" or not _is_post(term) for term in other) and all(
        _is_in(term, title) for term in other
    )


def _is_in(term: Term, keys: set[str] | frozenset[str]) -> bool:
    return any(key in keys for key, level in term.keys if level >= _MEANT_FROM)


def _is_post(term: Term) -> bool:
    return bool(POSTS.intersection(term.morphology.lemmas))
