"""Whom or what a pronoun of a follow-up refers to: «А где он работает?»."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.data.tables import read_groups, read_words
from knowledge.facts.model import FactBase, FactId, Person, PersonId
from knowledge.language.morphology import Morphology, analyse, readings
from knowledge.language.tokens import normalize, tokens
from knowledge.understanding.question import Question

_NAME, _SEXES = frozenset({"Name", "nomn"}), frozenset({"masc", "femn"})
_PRONOUNS = read_groups("function_words/pronouns")
_BOTH = _PRONOUNS["both"]
_HE, _SHE, _THEY, THERE = (_PRONOUNS[group] for group in ("he", "she", "they", "there"))
SUBJECTS = _PRONOUNS["subjects"]
"""«Они», «оба»: several people of whom a proposition is."""
PERSONAL = _HE | _SHE | _THEY
_HAPPENING = read_words("verbs/happening")
_EDGES = read_words("verbs/endings") | read_words("verbs/openings")


def without_pronouns(text: str) -> str:
    """A text without the personal pronouns of the third person, and without its marks."""
    return " ".join(token.written for token in tokens(text) if token.word not in PERSONAL)


def refers(text: str) -> bool:
    """Whether a question speaks of something known: «где это было», «когда всё прошло», «когда кончилось»."""
    words = [token.word for token in tokens(text)]
    return any(word in THERE or _happens(analyse(word)) for word in words)


def _happens(word: Morphology) -> bool:
    return bool(
        _HAPPENING.intersection(word.lemmas) or (word.first_pos == "VERB" and _EDGES & {*word.lemmas})
    )


def stands_for_one(words: set[str]) -> bool:
    """Whether words have «он» or «она», but not as somebody to whom or of whose age something is said."""
    return not words & (_THEY | _PRONOUNS["to_somebody"])


def referents(
    words: set[str],
    last: Question,
    facts: tuple[FactId, ...],
    base: FactBase,
    nouns: tuple[str, ...],
    *,
    led: tuple[PersonId, ...] = (),
    both: tuple[Person, ...] = (),
    asks_who: bool = False,
) -> Iterator[tuple[str, ...]]:
    """What a pronoun may refer to: the two told of one by one (`both`), people of the last question, those
    whom the first line of the answer named (`led`), a thing of the question, people of the answer.

    `asks_who`: of the only person of the answer rather than of a thing: «А он кто?».
    """
    gender = gender_of(words)
    if gender is None:
        return
    named = _named(last, gender, base)
    if both and gender == "plur" and len(named) <= 1 and (words & _BOTH or named):
        named = both
    if named:
        yield tuple(person.name for person in named)
        return
    first = _led(led, gender, base)
    if first:
        yield tuple(person.name for person in first)
    shown = {person.id: person for person in _shown(facts[:1], base) if agrees(person, gender)}
    things = {term.token.written for term in last.terms if gender in term.morphology.genders}
    of_person = asks_who and len(shown) == 1 and bool(words & _PRONOUNS["subject"])
    if any(noun.partition("-")[0] in things or noun in things for noun in nouns) and not of_person:
        yield _only_name(nouns, last, things)
    if not first and shown and (gender == "plur") == (len(shown) > 1):
        yield tuple(person.name for person in shown.values())


def people_meant(
    words: set[str], last: Question, led: tuple[PersonId, ...], base: FactBase
) -> tuple[Person, ...]:
    """The people for whom «он» or «она» stands: of the last question, else of its answer's first line."""
    gender = gender_of(words)
    if gender not in _SEXES:
        return ()
    named = _named(last, gender, base)
    return named or tuple(person for person in _known(led, base) if agrees(person, gender))


def _named(last: Question, gender: str, base: FactBase) -> tuple[Person, ...]:
    return tuple(person for person in base.people if _is_named(person, last) and agrees(person, gender))


def _led(led: tuple[PersonId, ...], gender: str, base: FactBase) -> tuple[Person, ...]:
    """Those of the first line whom the pronoun can mean: one of «он», several of «они»."""
    agreeing = tuple(person for person in _known(led, base) if agrees(person, gender))
    return agreeing if (gender == "plur") == (len(agreeing) > 1) else ()


def _known(led: tuple[PersonId, ...], base: FactBase) -> tuple[Person, ...]:
    return tuple(base.person_by_id[one] for one in led if one in base.person_by_id)


def _only_name(nouns: tuple[str, ...], last: Question, things: set[str]) -> tuple[str, ...]:
    """«Сколько топлива в «Иволге»? А кто её собрал?»: the names, where no other noun is of that gender."""
    names = {term.token.written for term in last.terms[1:] if term.is_name or term.token.capitalised}
    agreeing = [noun for noun in nouns if noun in things or noun.partition("-")[0] in things]
    is_name = (noun in names or noun.partition("-")[0] in names for noun in agreeing)
    return tuple(agreeing) if all(is_name) else nouns


def gender_of(words: set[str]) -> str | None:
    """Of whom a pronoun speaks: `masc`, `femn` or `plur`."""
    return "masc" if words & _HE else "femn" if words & _SHE else "plur" if words & _THEY else None


def agrees(person: Person, gender: str) -> bool:
    """Whether «он» or «она» may refer to a person; a name that the dictionary lacks has any gender."""
    genders = name_genders(person)
    return gender == "plur" or not genders or gender in genders


def name_genders(person: Person) -> frozenset[str]:
    """The genders of the given name, none of one that the dictionary lacks."""
    tags = [one.tag.grammemes for token in tokens(normalize(person.name)) for one in readings(token.word)]
    return frozenset(gender for tag in tags if tag >= _NAME for gender in _SEXES & tag)


def _shown(facts: tuple[FactId, ...], base: FactBase) -> Iterator[Person]:
    for fact in facts:
        for part in base.fact_by_id[fact].people if fact in base.fact_by_id else ():
            if part.person in base.person_by_id:
                yield base.person_by_id[part.person]


def _is_named(person: Person, question: Question) -> bool:
    lemmas = {lemma for term in question.terms for lemma in term.morphology.lemmas}
    lemmas |= {term.word for term in question.terms}
    return any(token.word in lemmas for token in tokens(normalize(person.name)) if len(token.word) > 2)
