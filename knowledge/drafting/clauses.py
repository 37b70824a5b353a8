"""The predicate and the subject of a clause, and a sentence cut into clauses with a subject of their own.

«Главы государств достигли консенсуса и решили создать механизм» is two clauses of one subject; «Китай и США,
разделяя общие интересы, способны …» holds what the gerund says, as a clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pymorphy3.analyzer import Parse

from knowledge.data.tables import read_groups
from knowledge.drafting.inflection import inflected
from knowledge.drafting.phrases import NounPhrase, noun_phrases
from knowledge.drafting.resolved_dates import times_of
from knowledge.drafting.templates import template
from knowledge.drafting.words import Word, words_of

_WORDS = read_groups("drafting/attributions")
_SUBORDINATING, _COORDINATING = _WORDS["subordinating"], _WORDS["coordinating"]
_PREDICATES = frozenset({"VERB", "ADJS", "PRTS", "PRED"})
_LEAST_WORDS = 3
_DASH = re.compile(r"\s[—–]\s")
_LIKELY = 0.1
BEING = "быть"


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence or part of one that can stand by itself, without its final mark."""

    text: str
    words: tuple[Word, ...]
    predicate: int | None
    subject: tuple[int, int] | None
    """Places of the subject's first word and of the one after its last."""
    subject_reading: Parse | None

    @property
    def subject_text(self) -> str | None:
        if self.subject is None:
            return None
        start, end = self.subject
        return self.text[self.words[start].start : self.words[end - 1].end + self._closing(end)]

    def _closing(self, end: int) -> int:
        rest = self.text[self.words[end - 1].end :]
        return 1 if rest[:1] == "»" else 0

    @property
    def predicate_reading(self) -> Parse | None:
        if self.predicate is None:
            return None
        word = self.words[self.predicate]
        return next(iter(_predicate_readings(word)), None)

    @property
    def is_past(self) -> bool:
        reading = self.predicate_reading
        return reading is not None and (
            "past" in reading.tag or (str(reading.tag.POS) == "PRTS" and "past" in reading.tag)
        )

    @property
    def is_future(self) -> bool:
        return any(word.first_pos == "VERB" and word.has("VERB", "futr") for word in self.words)


def read_clause(text: str) -> Clause:
    """The clause with its first predicate outside a dependent part, and the subject that agrees with it."""
    plain = text.strip().rstrip(".!?… ")
    words = words_of(plain)
    place = _main_predicate(words)
    phrases = list(noun_phrases(words, plain))
    found = (
        _subject(words, phrases, place, _time_starts(plain, words))
        if place is not None
        else _dash_subject(words, phrases, plain)
    )
    return Clause(plain, words, place, found[0] if found else None, found[1] if found else None)


def _time_starts(text: str, words: Sequence[Word]) -> frozenset[int]:
    """Where words of the clause's times begin, whatever they mean."""
    times = times_of(text, words, date(2000, 1, 1), future=None)
    return frozenset(word.start for word in words for one in times if one.start <= word.start < one.end)


def is_predicate(word: Word) -> bool:
    if word.is_capital and word.start > 1:
        return False
    first = word.first_pos
    if first in ("VERB", "PRED"):
        return not word.has("VERB", "impr") or word.has("VERB", "indc")
    if first in ("ADJS", "PRTS"):
        return not word.pos("ADVB", "CONJ", "PRCL", "NOUN")
    # «готов» may be «готы» too.
    return any(str(one.tag.POS) == "ADJS" and one.score >= _LIKELY for one in word.readings)


def _main_predicate(words: Sequence[Word]) -> int | None:
    depends = False
    first = None
    for place, word in enumerate(words):
        if word.before.strip().startswith(",") or not word.before:
            depends = bool(word.lemmas & _SUBORDINATING) and place > 0
        if (
            word.before.strip().startswith(",")
            and place + 1 < len(words)
            and words[place + 1].lemmas & {"который"}
        ):
            depends = True
        if not is_predicate(word):
            continue
        first = place if first is None else first
        if not depends:
            return place
    return (
        None
        if first is not None
        and any(word.before.strip() in "—–" and word.before.strip() for word in words[:first])
        else first
    )


def _subject(
    words: Sequence[Word], phrases: Sequence[NounPhrase], predicate: int, blocked: frozenset[int]
) -> tuple[tuple[int, int], Parse] | None:
    found = [
        one
        for reading in _predicate_readings(words[predicate])
        if (one := _subject_of(words, phrases, predicate, reading, blocked)) is not None
    ]
    return found[0] if found else None


def _predicate_readings(word: Word) -> list[Parse]:
    return [one for one in word.readings if str(one.tag.POS) in _PREDICATES and "impr" not in one.tag]


def _subject_of(
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
    if before:
        found = before[0]
        return (found.start, _up_to(words, found, predicate, blocked)), _nominative(words, found)
    if after and not _crosses_clause(words, predicate, after[0].start):
        found = after[0]
        return (found.start, _coordinated_end(words, found, phrases)), _nominative(words, found)
    return None


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
    number, gender = predicate.tag.number, predicate.tag.gender
    if _is_counted(words, phrase):
        return number == "plur" or gender in ("neut", None)
    if nominative and _is_named(words, phrase) and "plur" not in (nominative[0].tag.number, number):
        named = words[phrase.head + 1 : phrase.end]
        named_alike = any(word.is_capital and word.has("nomn", str(gender)) for word in named)
        return gender is None or named_alike or nominative[0].tag.gender == gender
    joined = _is_joined(words, phrase)
    return any(_agrees_in_number(one, number, gender, joined=joined) for one in nominative)


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


def _dash_subject(
    words: Sequence[Word], phrases: Sequence[NounPhrase], text: str
) -> tuple[tuple[int, int], Parse] | None:
    """«Самый старый предмет — солнечные часы»: what stands before the dash."""
    dash = _DASH.search(text)
    if dash is None:
        return None
    end = sum(word.end <= dash.start() for word in words)
    found = next((one for one in phrases if one.end <= end and words[one.head].has("nomn")), None)
    return ((found.start, end), _nominative(words, found)) if found is not None and end else None


def split_clauses(text: str, *, finely: bool = True) -> list[str]:
    """The sentence as statements: without its gerunds, cut where a second predicate begins, the subject
    repeated; what the gerunds say comes last. Not `finely`: the sentence stays whole."""
    main, gerunds = _without_gerunds(text) if finely else (text, [])
    clause = read_clause(main)
    parts = list(_cut(clause)) if finely else [clause.text]
    said = [made for gerund in gerunds if (made := _gerund_statement(gerund, clause)) is not None]
    return [*parts, *said]


def _cut(clause: Clause) -> Iterator[str]:
    words = clause.words
    boundary = _boundary(clause)
    if boundary is None:
        yield clause.text
        return
    left = clause.text[: words[boundary - 1].end + _quote_after(clause.text, words[boundary - 1])]
    link = words[boundary]
    skip = boundary + 1 if link.folded in _COORDINATING else boundary
    right = clause.text[words[skip].start :]
    read = read_clause(right)
    if read.subject is None or _is_rather_object(read, clause):
        if clause.subject is None or clause.subject_text is None:
            yield clause.text
            return
        if words[skip:] and _joins_infinitives(words, clause.predicate or 0, boundary):
            right = f"{words[clause.predicate or 0].text} {right}"
        right = f"{clause.subject_text} {right}"
    yield left.rstrip(" ,;—–")
    yield from _cut(read_clause(right[:1].upper() + right[1:]))


def _is_rather_object(right: Clause, left: Clause) -> bool:
    """«дали важные указания» after «главы провели встречу»: what follows the verb may be its object."""
    assert right.subject is not None
    if right.predicate is None or right.subject[0] < right.predicate or left.subject_reading is None:
        return False
    verb, noun = right.predicate_reading, right.subject_reading
    if verb is None or noun is None or "tran" not in verb.tag or "anim" in noun.tag:
        return False
    mine = left.predicate_reading
    return mine is not None and mine.tag.number == verb.tag.number and mine.tag.gender == verb.tag.gender


def _quote_after(text: str, word: Word) -> int:
    return 1 if text[word.end : word.end + 1] in ("»", '"') else 0


def _boundary(clause: Clause) -> int | None:
    """Where the second of two equal predicates' parts begins."""
    words, first = clause.words, clause.predicate
    if first is None or len(words) < 2 * _LEAST_WORDS:
        return None
    depends = False
    for place in range(first + 1, len(words) - _LEAST_WORDS + 1):
        word = words[place]
        if word.before.strip().startswith((",", ";", "—", "–")) or ";" in word.before:
            depends = (
                bool(word.lemmas & _SUBORDINATING)
                or (place + 1 < len(words) and bool(words[place + 1].lemmas & {"который"}))
                or (depends and word.folded not in _COORDINATING and not _starts_part(words, place))
            )
        elif word.lemmas & _SUBORDINATING and word.first_pos == "CONJ" and word.folded != "как":
            depends = True
        links = word.folded in _COORDINATING or ";" in word.before
        if links and not depends and _joins_infinitives(words, first, place):
            return place
        if depends or not (links and _starts_part(words, place)):
            continue
        if place - first >= 1 and place >= _LEAST_WORDS:
            return place
    return None


def _joins_infinitives(words: Sequence[Word], predicate: int, place: int) -> bool:
    """«намерена предпринять … и открыто реализовывать …»."""
    if words[place].folded not in _COORDINATING:
        return False
    governed = any(word.first_pos == "INFN" for word in words[predicate + 1 : place])
    for word in words[place + 1 : place + 5]:
        if "," in word.before:
            return False
        if word.first_pos == "INFN":
            return governed
        if word.first_pos not in ("ADVB", "CONJ", "PRCL"):
            return False
    return False


def _starts_part(words: Sequence[Word], place: int) -> bool:
    """Whether a predicate follows before the next comma."""
    for number, word in enumerate(words[place + 1 :], place + 1):
        if "," in word.before or ";" in word.before:
            return False
        if is_predicate(word):
            return True
        if word.lemmas & _SUBORDINATING and word.first_pos == "CONJ":
            return False
        if number - place > 9:
            return False
    return False


def _without_gerunds(text: str) -> tuple[str, list[str]]:
    """The sentence without its gerund phrases, and those phrases."""
    found: list[str] = []
    words = words_of(text)
    for place, word in enumerate(words):
        if word.first_pos != "GRND" or word.folded in _WORDS["prepositional_gerunds"]:
            continue
        if (
            place
            and not word.before.strip().startswith((",", "—"))
            and words[place - 1].folded not in _WORDS["before_gerund"]
        ):
            continue
        stop = next((one for one in words[place + 1 :] if _ends_gerund(one)), None)
        end = stop.start - len(stop.before) if stop is not None else len(text.rstrip(".!? "))
        phrase = text[word.start : end].strip(" ,")
        if len(phrase.split()) < _LEAST_WORDS:
            continue
        found.append(phrase)
    main = text
    for phrase in found:
        main = re.sub(r"\s*,?\s*" + re.escape(phrase) + r"\s*(,?)", " ", main, count=1)
    main = re.sub(r"\s+([,.!?…])", r"\1", re.sub(r"\s{2,}", " ", main)).strip(" ,")
    return main[:1].upper() + main[1:], found


def _ends_gerund(word: Word) -> bool:
    return "," in word.before and not word.lemmas & _SUBORDINATING and word.first_pos not in ("GRND", "PRTF")


def _gerund_statement(phrase: str, main: Clause) -> str | None:
    """«призвав стороны использовать …» of «отметил Го Шэнкунь»: «Го Шэнкунь призвал стороны …»."""
    if main.subject_text is None or main.subject_reading is None or main.predicate_reading is None:
        return None
    words = words_of(phrase)
    gerund = next(one for one in words[0].readings if str(one.tag.POS) == "GRND")
    subject = main.subject_reading.tag
    plural = subject.number == "plur" or main.predicate_reading.tag.number == "plur"
    past = "past" in gerund.tag or main.is_past
    if past:
        gender = str(main.predicate_reading.tag.gender or subject.gender or "masc")
        wanted = {"VERB", "past", "plur"} if plural else {"VERB", "past", "sing", gender}
    else:
        wanted = {"VERB", "pres", "3per", "plur" if plural else "sing"}
    verb = inflected(words[0], gerund, wanted)
    if verb is None:
        return None
    if gerund.normal_form == BEING:
        verb = template("being_plural" if plural else "being")
    name = main.subject_text
    return f"{name[:1].upper()}{name[1:]} {verb.lower()}{phrase[words[0].end :]}"
