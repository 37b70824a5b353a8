"""What a text denies: the words after «не» and «без», the verbs that forbid or call off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.data.tables import alternation, read_groups, read_words
from knowledge.language import question_words
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.morphology import analyse
from knowledge.language.semantic_classes import SAYING
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass

_NEGATIONS = read_words("function_words/negations")
_DENIALS = tuple(read_words("verbs/denials"))
_ASKING = question_words.WHICH | question_words.QUESTION_WORDS.keys()
_NAMING = frozenset({"PRTF"})
_PARTICLES = read_groups("function_words/particles")
_ONLY_SO_MANY = re.compile(rf"\bлишь\b|\b(?:{alternation(_PARTICLES['only'])}) (?=\d)", re.IGNORECASE)
_NOT_DENIED = read_words("function_words/not_denied")
_AUXILIARIES = read_words("verbs/auxiliaries")
_FAR = 4
"""A word denied by «нельзя» or «без» stands within so many words."""
_MEANT_FROM = Level.ROOT


def is_negative(text: str) -> bool:
    """Whether a text denies or forbids: «не пускают», «нельзя», «закрыт», «отменили»."""
    return denies_in_words(text) or has_denial(text)


def denies_in_words(text: str) -> bool:
    """Whether a text has «не», «нельзя», «без» or the like."""
    return bool(_words(text) & _NEGATIONS)


def has_denial(text: str) -> bool:
    """Whether a word other than «не» denies: «отменили», «закрыт»; «отменённые рейсы» only names them."""
    return any(word.startswith(_DENIALS) and analyse(word).first_pos not in _NAMING for word in _words(text))


def denying_stem(word: str) -> str:
    """The beginning by which a word denies, "" if it does not: one for «бесплатно» and «бесплатный»."""
    return next((stem for stem in _DENIALS if word.startswith(stem)), "")


def calls_off(text: str) -> bool:
    """Whether a word other than «не» denies; «лишь 71 процент», «лишь за месяц» only say how much."""
    return has_denial(_ONLY_SO_MANY.sub(" ", text))


def _words(text: str) -> set[str]:
    return {word.strip(".,;:?!«»()") for word in text.lower().replace("ё", "е").split()}


def denied_places(terms: Sequence[Term]) -> Iterator[int]:
    """Places of the words that a text denies: «приехал» of «не приехал», with an auxiliary also the verb
    after it; «не позднее мая», «не знаете ли», «да или нет» deny nothing."""
    for place, term in enumerate(terms):
        if term.word in _PARTICLES["deny_next"] and not _denies_nothing(terms, place):
            yield from _after_not(terms, place + 1)
        elif term.word in _PARTICLES["forbid"]:
            after = tuple(_first(terms, place + 1, ("INFN",)))
            yield from after or tuple(_first_before(terms, place)) or (place,)
        elif term.word in _PARTICLES["deny_clause"] and not (
            _ends_choice(terms, place) or _is_said(terms, place)
        ):
            yield from tuple(_first(terms, place + 1, ("NOUN",))) or (place,)


def _denies_nothing(terms: Sequence[Term], place: int) -> bool:
    """«Не подскажете», «не понимаю», «а не в ноябре?»."""
    after = place + 1
    return (
        after >= len(terms)
        or _is_polite(terms, after)
        or "1per" in terms[after].morphology.moods
        or _suggests(terms, place)
    )


def _suggests(terms: Sequence[Term], place: int) -> bool:
    """«А не в ноябре?» suggests November: nothing but a particle before it, a preposition after it."""
    leads = all(term.morphology.first_pos in ("CONJ", "PRCL", "INTJ") for term in terms[:place])
    return leads and terms[place + 1].morphology.first_pos == "PREP"


def _is_polite(terms: Sequence[Term], place: int) -> bool:
    """«Не подскажете, где…»; after a question word the verb is denied: «что не нашли»."""
    before = terms[:place]
    return terms[place].word_class is WordClass.POLITE and not any(one.word in _ASKING for one in before)


def _after_not(terms: Sequence[Term], place: int) -> Iterator[int]:
    term = terms[place]
    compared = terms[place + 1 : place + 2]
    is_less = term.morphology.first_pos == "VERB" and any(
        one.morphology.first_pos == "COMP" for one in compared
    )
    if term.morphology.first_pos == "COMP" or (term.word in _NOT_DENIED and not is_less):
        return
    if any(after.word in _PARTICLES["whether"] for after in terms[place + 1 : place + 3]):
        return
    if term.morphology.first_pos == "PREP":
        yield from _first(terms, place + 1, ("NOUN",))
        return
    yield place
    if is_auxiliary(term):
        after = tuple(_first(terms, place + 1, ("INFN", "VERB", "PRTS", "PRTF", "ADJS")))
        yield from after or _first_before(terms, place - 1)


def is_auxiliary(term: Term) -> bool:
    """Whether the denial of a word denies another: «не смог приехать»."""
    return bool(_AUXILIARIES.intersection((term.word, *term.morphology.lemmas)))


def _first(terms: Sequence[Term], start: int, pos: tuple[str, ...]) -> Iterator[int]:
    """The first word of these parts of speech soon after a place."""
    near = range(start, min(start + _FAR, len(terms)))
    yield from [at for at in near if terms[at].morphology.first_pos in pos][:1]


def _first_before(terms: Sequence[Term], place: int) -> Iterator[int]:
    """The infinitive before «не»: «продавать компанию не будет»."""
    near = range(place - 1, max(place - _FAR, -1), -1)
    yield from [at for at in near if terms[at].morphology.first_pos == "INFN"][:1]


def _is_said(terms: Sequence[Term], place: int) -> bool:
    """«Сказали нет» is a vote."""
    return place > 0 and bool(SAYING.intersection(terms[place - 1].morphology.lemmas))


def _ends_choice(terms: Sequence[Term], place: int) -> bool:
    return place > 0 and terms[place - 1].word in _PARTICLES["either"]


def denied_keys(terms: Sequence[Term]) -> frozenset[str]:
    """Keys of the words that a text denies."""
    return frozenset(
        key for at in denied_places(terms) for key, level in terms[at].keys if level >= _MEANT_FROM
    )


def denies_same(text: str, denied: Sequence[Term], lexicon: Lexicon) -> bool:
    """Whether a text denies one of the words that a question denies."""
    keys = denied_keys(lexicon.read(text))
    return any(key in keys for term in denied for key, level in term.keys if level >= _MEANT_FROM)


def differ_in_denial(question: Sequence[Term], says: Sequence[Term]) -> bool:
    """Whether one of two texts denies what the other states: «ставку не меняли» and «ставку изменили»."""
    return _denies_more(question, says) != _denies_more(says, question)


def denies_stated(question: Sequence[Term], says: Sequence[Term]) -> bool:
    """Whether a question denies a word that a statement has and does not deny."""
    return _denies_more(question, says)


def _denies_more(one: Sequence[Term], other: Sequence[Term]) -> bool:
    """Whether a text denies a word that the other has and does not deny."""
    denied = denied_keys(other)
    stated = {key for term in other for key, level in term.keys if level >= _MEANT_FROM} - denied
    places = set(denied_places(one))
    also = {
        key
        for at, term in enumerate(one)
        # «Общих» of «нет общих интересов» belongs to what is denied.
        if at not in places and not (term.morphology.first_pos == "ADJF" and at + 1 in places)
        for key, level in term.keys
        if level >= _MEANT_FROM
    }
    return any(
        not any(key in denied or key in also for key, level in one[at].keys if level >= _MEANT_FROM)
        and any(key in stated for key, level in one[at].keys if level >= _MEANT_FROM)
        for at in places
    )
