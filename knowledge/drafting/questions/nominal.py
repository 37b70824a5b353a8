"""Questions of a clause without a verb: «Высота башни — 36 метров», «Начало в 10:00», «Телефон: 45-12-30»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.drafting.grammar.phrases import noun_phrase_at
from knowledge.drafting.grammar.words import words_of
from knowledge.drafting.mentions.name_runs import name_runs
from knowledge.drafting.parts.clause_parts import Parts, Role
from knowledge.drafting.people.wording import lowered
from knowledge.drafting.questions.amounts import counted_opening
from knowledge.drafting.questions.composing import finished, plain_text
from knowledge.drafting.questions.interrogatives import which
from knowledge.drafting.questions.openings import opening
from knowledge.drafting.questions.times import kinds_of
from knowledge.drafting.texts.question_texts import question
from knowledge.language.values import ValueKind, read_values

_PARTED = re.compile(r"\s+[—–]\s+|:\s+")
_LONG = 7
_AT_HEAD = 9
"""Letters of «примерно » before a value."""
_BARE = frozenset({ValueKind.NUMBER, ValueKind.COUNT, ValueKind.ORDINAL})


def nominal_questions(parts: Parts) -> Iterator[str]:
    if parts.verb is not None:
        return
    found = _PARTED.search(parts.text)
    if found is not None:
        yield from _valued(parts.text[: found.start()].strip(), parts.text[found.end() :])
    else:
        yield from _timed(parts)
        yield from _existing(parts)
    says = "—" in parts.text or bool(parts.of(Role.TIME)) or any(one.is_counted for one in parts.every)
    if says and len(parts.text.split()) <= _LONG + 2 and ":" not in parts.text:
        yield question("yes", clause=lowered(plain_text(parts)))


def _valued(thing: str, value: str) -> Iterator[str]:
    words = words_of(thing)
    phrase = noun_phrase_at(words, 0, thing)
    if phrase is None or len(words) > _LONG or not words[phrase.head].has("nomn"):
        return
    if any(run.start <= phrase.head < run.end for run in name_runs(words)):
        return
    name = lowered(thing)
    reading = next((one for one in words[phrase.head].readings if one.tag.case == "nomn"), phrase.reading)
    asked = which(reading, "nomn")
    if asked is None or "anim" in reading.tag:
        return
    if any(one.kind not in _BARE and one.start <= _AT_HEAD for one in read_values(value.replace("ё", "е"))):
        gender = "plur" if reading.tag.number == "plur" else str(reading.tag.gender)
        yield question(f"value_{gender}", thing=name)
    yield question("value_which", which=asked, thing=name)
    yield name


def _existing(parts: Parts) -> Iterator[str]:
    """«В башне 148 ступеней»: how many are there?"""
    first, counted = parts.every[0], next((one for one in parts.every if one.is_counted), None)
    if first.preposition is None or counted is None or counted is first:
        return
    asked = counted_opening(counted)
    if asked is not None:
        yield finished([asked, lowered(first.text)])
        yield finished([lowered(first.text), asked])


def _timed(parts: Parts) -> Iterator[str]:
    subject = next((one for one in parts.every if one.role in (Role.NOUN, Role.SUBJECT)), None)
    times = parts.of(Role.TIME)
    if subject is None or not times or subject is not parts.every[0]:
        return
    name = lowered(subject.text)
    for kind in dict.fromkeys(kind for one in times for kind in kinds_of(one)):
        yield question("value_time", opening=opening(kind), thing=name)
    yield name
