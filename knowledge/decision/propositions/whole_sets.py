"""«Все председатели из США?», «никто не из Китая?», «Линч китаянка?»: yes or no by sides and posts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.digest_subjects import people_named
from knowledge.decision.context.meant_sides import sides_meant
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.records.people_sets import facts_on_people, people_with_roles
from knowledge.decision.records.people_words import counted_rightly
from knowledge.facts.model import Event, Person
from knowledge.language.lexicon import Term
from knowledge.language.role_words import role_of
from knowledge.language.semantic_classes import POSTS
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Polarity, Shown, Slot, YesNoLead
from knowledge.retrieval.event_resolver import main_event
from knowledge.scoring.slot_compatibility import ANYBODY

_WORDS = read_groups("requests/whole_sets")
_NEGATE = read_groups("function_words/particles")["deny_next"]
_FROM = read_groups("function_words/prepositions")
_OF_SIDE = _FROM["place_from"] | _FROM["of_side"]
_IS = read_words("verbs/being")
_BEING = _IS | read_words("requests/people_sets")
_FORMS = (AnswerForm.YES_NO, AnswerForm.OTHER)
_VERBS = frozenset({"VERB", "INFN", "PRTS"})
_SEVERAL = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """Where the words of a question stand, by what they say."""

    every: list[int]
    none: list[int]
    nots: list[int]
    sides: dict[int, str]
    names: set[int]
    roles: dict[int, str]
    posts: list[int]

    def used(self) -> set[int]:
        return {*self.every, *self.none, *self.sides, *self.names, *self.roles, *self.posts}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stated:
    """What is said of all, or of none, of some people: that they are of a side, or hold a post."""

    event: Event
    people: tuple[Person, ...]
    side: str | None
    post: Term | None
    none: bool
    denied: bool

    def fits(self, person: Person, access: BaseAccess) -> bool | None:
        """Whether it is so of one of them; None where their record does not tell."""
        if self.post is not None:
            return _holds(person, self.post, access) if person.post else None
        return person.side == self.side if person.side else None

    def record(self, person: Person) -> str:
        return (person.post if self.post is not None else person.side) or ""


def judge_whole_set(context: RuleContext, access: BaseAccess) -> Answer | None:
    """Yes or no of the whole set; None where more is stated or the records do not tell."""
    if context.search.question.request.form not in _FORMS or not access.base.people:
        return None
    stated = _read(context, access)
    if stated is None:
        return None
    fits = {one.id: stated.fits(one, access) for one in stated.people}
    against = tuple(one for one in stated.people if fits[one.id] is stated.none)
    if not against and None in fits.values():
        return None
    facts = facts_on_people(against or stated.people, stated.event, context)
    shown = tuple(Shown(fact=fact, slot=Slot.STATEMENT) for fact in dict.fromkeys(facts))
    return _answer(_lead(stated, against), shown, context) if shown else None


def _lead(stated: _Stated, against: Sequence[Person]) -> YesNoLead:
    held = _held(stated, against) if against else None
    if stated.denied:
        return YesNoLead(polarity=Polarity.YES if against else Polarity.NO, held=held, denying=True)
    if against:
        # A post is told of each; that somebody has no other beside it is not.
        polarity = Polarity.POST if stated.post is not None and not stated.none else Polarity.NO
        return YesNoLead(polarity=polarity, held=held)
    return YesNoLead(polarity=Polarity.YES)


def _held(stated: _Stated, people: Sequence[Person]) -> str:
    if len(stated.people) == 1:
        return stated.record(people[0])
    return "; ".join(f"{one.name} — {stated.record(one)}" for one in people)


def _words(terms: Sequence[Term], access: BaseAccess) -> _Words:
    sides = {at: side[0] for at, term in enumerate(terms) if (side := sides_meant(term, access))}
    names = {at for at, term in enumerate(terms) if people_named([term], access)}
    roles = {at: role for at, term in enumerate(terms) if at not in sides and (role := role_of(term))}
    every = [at for at, term in enumerate(terms) if _has(term, "every")]
    return _Words(
        every=every or [at for at in roles if _is_whole(terms, at, sides)],
        none=[at for at, term in enumerate(terms) if _has(term, "none")],
        nots=[at for at, term in enumerate(terms) if term.word in _NEGATE],
        sides=sides,
        names=names,
        roles=roles,
        posts=[at for at, term in enumerate(terms) if at not in (*roles, *names) and _is_post(term)],
    )


def _read(context: RuleContext, access: BaseAccess) -> _Stated | None:
    """The people and what is stated of them; None where a word says something else."""
    question, terms = context.search.question, context.search.question.terms
    words = _words(terms, access)
    denied = bool(words.nots) and not words.none
    if not _is_of_set(words, terms) or (denied and [at + 1 for at in words.nots] != words.every):
        return None
    rest = [terms[at] for at in question.content_places if at not in words.used() and _says_more(terms[at])]
    event, lacking = access.resolver.resolve(rest) if rest else (main_event(access.base), ())
    if event is None or lacking:
        return None
    post = terms[words.posts[0]] if words.posts else None
    named = tuple(people_named([terms[at] for at in sorted(words.names)], access))
    people = named or tuple(_of_event(event, words, post, access))
    if not counted_rightly(terms, len(people)):
        return None
    if not people or (not named and len(people) < _SEVERAL and not words.none):
        return None
    side = next(iter(words.sides.values()), None)
    stated = post if side is None else None
    return _Stated(event=event, people=people, side=side, post=stated, none=bool(words.none), denied=denied)


def _is_whole(terms: Sequence[Term], at: int, sides: Collection[int]) -> bool:
    """«Председатели были из Китая?»: several in the nominative, and the side is the last word."""
    marks = terms[at].morphology
    is_several = marks.first_pos == "NOUN" and marks.genders == {"plur"} and not marks.genitive
    return (
        is_several
        and role_of(terms[at]) != "member"
        and len(terms) - 1 in sides
        and not any(_has(term, "none") for term in terms)
    )


def _is_of_set(words: _Words, terms: Sequence[Term]) -> bool:
    """Whether one side or post is stated of all, of none or of those who are named."""
    named, sides = bool(words.names), words.sides
    if bool(words.every or named) is bool(words.none) or len(set(sides.values())) > 1:
        return False
    if words.none and not words.nots:
        return False
    if named and any(
        term.morphology.first_pos in _VERBS and _IS.isdisjoint(term.morphology.lemmas) for term in terms
    ):
        return False  # «Го встретился с американцами?»
    if not sides:
        return bool(words.every) and len(words.posts) == 1 and bool(words.roles or named)
    if named and (words.roles or words.posts):
        return False
    return all(_is_stated(terms, at, words) for at in sides)


def _is_stated(terms: Sequence[Term], at: int, words: _Words) -> bool:
    """Whether a side is what is said: «из США», «китайцы», not «все китайцы», nor «китайский лидер»."""
    before = terms[at - 1] if at else None
    if before is not None and before.morphology.first_pos == "PREP":
        return before.word in _OF_SIDE and bool(words.every or words.none)
    return _is_person(terms[at]) and (bool(words.names) or at - 1 not in words.every)


def _is_person(term: Term) -> bool:
    return term.morphology.first_pos == "NOUN" and term.morphology.animate


def _of_event(event: Event, words: _Words, post: Term | None, access: BaseAccess) -> Iterator[Person]:
    """Those with the roles; «оба министра» are those with the post, where a side is stated of them."""
    for one in dict.fromkeys(people_with_roles(event, set(words.roles.values()), access)):
        if post is None or not words.sides or _holds(one, post, access):
            yield one


def _holds(person: Person, post: Term, access: BaseAccess) -> bool:
    held = {key for term in access.lexicon.read(person.post or "") for key, _ in term.keys}
    return any(key in held for key, level in post.keys if level >= Level.ROOT)


def _is_post(term: Term) -> bool:
    return bool(POSTS.intersection(term.morphology.lemmas))


def _says_more(term: Term) -> bool:
    known = (_BEING | ANYBODY).intersection((term.word, *term.morphology.lemmas))
    is_number = any(key[0] == "#" for key, _ in term.keys)
    return term.word_class is WordClass.CONTENT and not known and not is_number


def _has(term: Term, group: str) -> bool:
    return bool(_WORDS[group].intersection((term.word, *term.morphology.lemmas)))


def _answer(lead: YesNoLead, shown: tuple[Shown, ...], context: RuleContext) -> Answer:
    return Answer(
        rule="people-set",
        confidence=0.9,
        shown=shown,
        lead=lead,
        form=AnswerForm.YES_NO,
        why=context.why,
    )
