"""Finds the subject that agrees with the predicate of a clause, or stands before its dash."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pymorphy3.analyzer import Parse

from knowledge.data.tables import read_groups, read_words
from knowledge.drafting.clauses.predicates import predicate_readings
from knowledge.drafting.grammar.inflection import agrees
from knowledge.drafting.grammar.phrases import NounPhrase
from knowledge.drafting.grammar.words import Word

_OWN = "свой"
"""Never of a subject: «свои блюда приготовят 64 кафе»."""
_ACTING = read_groups("drafting/question_contexts")["acting"] | read_words("nouns/organisations")
_DASH = re.compile(r"\s[—–]\s")


def subject_of_predicate(
    words: Sequence[Word], phrases: Sequence[NounPhrase], predicate: int, blocked: frozenset[int]
) -> tuple[tuple[int, int], Parse] | None:
    found = [
        one
        for reading in predicate_readings(words[predicate])
        if (one := _agreeing_subject(words, phrases, predicate, reading, blocked)) is not None
    ]
    return found[0] if found else None


def _agreeing_subject(
    words: Sequence[Word],
    phrases: Sequence[NounPhrase],
    predicate: int,
    reading: Parse,
    blocked: frozenset[int],
) -> tuple[tuple[int, int], Parse] | None:
    phrases = [one for one in phrases if words[one.start].start not in blocked]
    before = [one for one in phrases if one.end <= predicate and _may_be_subject(words, one, reading)]
    if not before:
        inner = list(_inner_phrases(words, phrases, predicate))
        before = [one for one in inner if _may_be_subject(words, one, reading)]
    after = [one for one in phrases if one.start > predicate and _may_be_subject(words, one, reading)]
    if before and "tran" in reading.tag and _may_be_object(words, before[0]):
        surer = [*before[1:], *_after_first(words, before[0], predicate, reading)]
        before = [one for one in surer if not _may_be_object(words, one)][:1] or before
        if _may_be_object(words, before[0]) and after and _is_actor(words, after[0], before[0]):
            before = []  # «Жюри возглавит кинокритик Лев Брянцев»
    if before:
        found = before[0]
        return (found.start, _up_to(words, found, predicate, blocked)), _nominative(words, found)
    if after and not _crosses_clause(words, predicate, after[0].start):
        found = after[0]
        return (found.start, _coordinated_end(words, found, phrases)), _nominative(words, found)
    return None


def _is_actor(words: Sequence[Word], phrase: NounPhrase, other: NounPhrase) -> bool:
    """A person, a body that acts as one where the other is none, or a club after «третье место заняло»."""
    head = words[phrase.head]
    if head.has("anim", "nomn") and not head.has("anim", "accs"):
        return True
    if words[other.head].lemmas & _ACTING:
        return False
    ranked = any(word.has("Anum") for word in words[other.start : other.head])
    return bool(head.lemmas & _ACTING) or (ranked and "«" in head.before)


def _may_be_object(words: Sequence[Word], phrase: NounPhrase) -> bool:
    head = words[phrase.head]
    return not (head.is_capital and head.start) and head.has("NOUN", "accs", "inan")


def _after_first(
    words: Sequence[Word], first: NounPhrase, predicate: int, reading: Parse
) -> list[NounPhrase]:
    """«Список победителей | комиссия утвердит»: what stands right before the verb, in no other case."""
    out = []
    for start in range(first.head + 1, predicate):
        word = words[start]
        if word.first_pos == "NOUN" and word.has("nomn") and not word.has("gent"):
            phrase = NounPhrase(start, predicate, start, word.readings[0])
            out += [phrase] if _may_be_subject(words, phrase, reading) else []
    return out


def _inner_phrases(
    words: Sequence[Word], phrases: Sequence[NounPhrase], predicate: int
) -> Iterator[NounPhrase]:
    """Phrases that may begin inside another: «для достижения результатов | стороны должны»."""
    for phrase in phrases:
        for start in range(phrase.head + 1, phrase.end):
            if phrase.end == predicate and words[start].first_pos == "NOUN":
                yield NounPhrase(start, phrase.end, start, words[start].readings[0])


def _nominative(words: Sequence[Word], phrase: NounPhrase) -> Parse:
    return next(
        (
            one
            for one in words[phrase.head].readings
            if one.tag.case == "nomn" and str(one.tag.POS) in ("NOUN", "NPRO")
        ),
        phrase.reading,
    )


def _crosses_clause(words: Sequence[Word], start: int, end: int) -> bool:
    return any("," in word.before or "—" in word.before for word in words[start + 1 : end + 1])


def _may_be_subject(words: Sequence[Word], phrase: NounPhrase, predicate: Parse) -> bool:
    """Whether a phrase stands in the nominative and agrees with the predicate."""
    head = words[phrase.head]
    if (
        phrase.start
        and words[phrase.start - 1].first_pos == "PREP"
        and not words[phrase.start].before.strip()
    ):
        return False
    nominative = [
        one for one in head.readings if one.tag.case == "nomn" and str(one.tag.POS) in ("NOUN", "NPRO")
    ]
    if any(_OWN in one.lemmas for one in words[phrase.start : phrase.head]):
        return False
    adjectives = [one for one in words[phrase.start : phrase.head] if one.first_pos in ("ADJF", "PRTF")]
    if nominative and not any(_fits(adjectives, one) for one in nominative):
        return False
    number, gender = predicate.tag.number, predicate.tag.gender
    if _is_counted(words, phrase):
        return number == "plur" or gender in ("neut", None)
    if nominative and _is_named(words, phrase) and "plur" not in (nominative[0].tag.number, number):
        named = words[phrase.head + 1 : phrase.end]
        named_alike = any(word.is_capital and word.has("nomn", str(gender)) for word in named)
        return gender is None or named_alike or nominative[0].tag.gender == gender
    joined = _is_joined(words, phrase)
    return any(_agrees_in_number(one, number, gender, joined=joined) for one in nominative)


def _fits(adjectives: Sequence[Word], noun: Parse) -> bool:
    """«такая сохранность», but not «такой сохранности»."""
    return all(any(agrees(one, noun) for one in word.readings) for word in adjectives)


def _is_named(words: Sequence[Word], phrase: NounPhrase) -> bool:
    """«Пекарь Анна Лосева»: the name tells the gender."""
    return any(word.is_capital and word.has("nomn", "anim") for word in words[phrase.head + 1 : phrase.end])


def _agrees_in_number(noun: Parse, number: str | None, gender: str | None, *, joined: bool) -> bool:
    plural = noun.tag.number == "plur"
    if number == "plur":
        return plural or joined
    return not plural and (gender is None or noun.tag.gender in (gender, None) or "Fixd" in noun.tag)


def _is_counted(words: Sequence[Word], phrase: NounPhrase) -> bool:
    """«3200 зрителей», «двенадцать команд»."""
    first = words[phrase.start]
    return (
        phrase.start < phrase.head
        and (first.is_number or first.has("NUMR", "nomn"))
        and words[phrase.head].has("gent")
    )


def _is_joined(words: Sequence[Word], phrase: NounPhrase) -> bool:
    """Whether «и» joins the phrase with the one after it, or before it."""
    after = phrase.end < len(words) and words[phrase.end].folded == "и"
    before = phrase.start > 0 and words[phrase.start - 1].folded == "и"
    return after or before


def _coordinated_end(words: Sequence[Word], phrase: NounPhrase, phrases: Sequence[NounPhrase]) -> int:
    end = phrase.end
    for other in phrases:
        between = words[end : other.start]
        listed = (len(between) == 1 and between[0].folded == "и") or (
            not between and other.start < len(words) and words[other.start].before.strip() == ","
        )
        if other.start >= end and listed and words[other.head].has("nomn"):
            end = other.end
    return end


def _up_to(words: Sequence[Word], phrase: NounPhrase, predicate: int, blocked: frozenset[int]) -> int:
    """The subject runs up to the predicate where only its own complements stand between."""
    end = phrase.end
    for place in range(phrase.end, predicate):
        if "," in words[place].before or "—" in words[place].before:
            return end
        if (
            words[place].first_pos in ("ADVB", "PRCL", "INFN", "GRND", "NUMR")
            or words[place].start in blocked
        ):
            return end
        end = place + 1
    return end


def subject_before_dash(
    words: Sequence[Word], phrases: Sequence[NounPhrase], text: str
) -> tuple[tuple[int, int], Parse] | None:
    """«Самый старый предмет — солнечные часы»: what stands before the dash."""
    dash = _DASH.search(text)
    if dash is None:
        return None
    end = sum(word.end <= dash.start() for word in words)
    found = next((one for one in phrases if one.end <= end and words[one.head].has("nomn")), None)
    return ((found.start, end), _nominative(words, found)) if found is not None and end else None
