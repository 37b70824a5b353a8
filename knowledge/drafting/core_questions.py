"""Short questions of a statement's core: its subject and its verb alone, «Когда откроется терминал?»."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.drafting.clauses import Clause
from knowledge.drafting.counting_questions import is_label
from knowledge.drafting.inflection import inflected
from knowledge.drafting.model import DraftStatement
from knowledge.drafting.phrases import noun_phrase_at, phrase_text
from knowledge.drafting.question_texts import question
from knowledge.drafting.wording import lowered
from knowledge.language.values import ValueKind, read_values

_THINGS = frozenset({ValueKind.COUNT, ValueKind.LENGTH, ValueKind.WEIGHT, ValueKind.AREA})
_LONGEST = 6
_OF_CLAUSES = ("INFN", "CONJ", "PREP")


def core_questions(clause: Clause, statement: DraftStatement) -> Iterator[str]:
    """Of a subject of up to six words."""
    subject = _short_subject(clause)
    yield from _things(clause)
    if subject is None:
        return
    if clause.predicate is None:
        yield from _value(clause, subject)
        return
    word = clause.words[clause.predicate]
    verb = word.text.lower()
    if clause.predicate and clause.words[clause.predicate - 1].folded == "не":
        return
    if _takes_object(clause):
        # Not «Подняли ли археологи?»
        if clause.words[clause.predicate + 1].first_pos not in _OF_CLAUSES:
            yield question("what_about", verb=verb, subject=subject)
        yield subject
        return
    if any(not one.attributive for one in statement.times):
        yield question("when_short", verb=verb, subject=subject)
    if statement.places and not statement.inherits_place:
        yield question("where_short", verb=verb, subject=subject)
    yield question("did_short", verb=verb, subject=subject)
    yield subject


def _takes_object(clause: Clause) -> bool:
    """Whether the verb says little without what follows it."""
    reading, place = clause.predicate_reading, clause.predicate
    assert place is not None
    return reading is not None and "tran" in reading.tag and place + 1 < len(clause.words)


def _short_subject(clause: Clause) -> str | None:
    if clause.subject is None:
        return None
    phrase = noun_phrase_at(clause.words, clause.subject[0], clause.text)
    text = phrase_text(phrase, clause.words, clause.text) if phrase is not None else clause.subject_text
    if text is None or len(text.split()) > _LONGEST or text.count("«") != text.count("»"):
        text = clause.subject_text
    if text is None or len(text.split()) > _LONGEST or text.count("«") != text.count("»"):
        return None
    return lowered(text)


def _value(clause: Clause, subject: str) -> Iterator[str]:
    """«Площадь терминала — 36 тысяч метров»: what is it?"""
    assert clause.subject_reading is not None
    tag = clause.subject_reading.tag
    gender = "plur" if tag.number == "plur" else str(tag.gender)
    if gender in ("femn", "masc", "neut", "plur"):
        yield question(f"value_{gender}", thing=subject)
    yield subject


def _things(clause: Clause) -> Iterator[str]:
    for value in read_values(clause.text.replace("ё", "е"))[:3]:
        if value.kind not in _THINGS or is_label(clause, value):
            continue
        words = [word for word in clause.words if value.start <= word.start < value.end]
        noun = next(
            (word for word in words if not word.is_number and word.has("NOUN") and not word.has("NUMR")), None
        )
        reading = next((one for one in noun.readings if str(one.tag.POS) == "NOUN"), None) if noun else None
        plural = (
            inflected(noun, reading, {"gent", "plur"}) if noun is not None and reading is not None else None
        )
        if plural is not None:
            yield question("count_things", things=plural)
