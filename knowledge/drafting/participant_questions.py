"""Example questions after the subject and the object of a statement: who, what, whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pymorphy3.analyzer import Parse

from knowledge.data.tables import read_groups
from knowledge.drafting.clause_rest import without
from knowledge.drafting.clauses import Clause
from knowledge.drafting.inflection import inflected
from knowledge.drafting.phrases import noun_phrase_at
from knowledge.drafting.question_texts import question
from knowledge.drafting.wording import lowered
from knowledge.drafting.words import Word

_ACTING = read_groups("drafting/question_contexts")["acting"]


def subject_questions(clause: Clause) -> Iterator[str]:
    if clause.subject is None or clause.predicate is None or clause.subject_reading is None:
        return
    first, last = clause.subject
    animate = _acts(clause)
    span = (
        clause.words[first].start,
        clause.words[last - 1].end + (1 if clause.text[clause.words[last - 1].end :][:1] == "»" else 0),
    )
    word, reading = clause.words[clause.predicate], clause.predicate_reading
    if reading is None:
        return
    verb = _for_question_word(word, reading, animate=animate)
    if verb is None:
        return
    spans = [span, (word.start, word.end)]
    opening = clause.text[: word.start]
    rest = without(clause, *spans)
    order = (
        f"{verb} {rest}"
        if clause.subject[0] < clause.predicate and not opening[: span[0]].strip()
        else f"{rest} {verb}"
    )
    if span[0] > word.start:
        head, tail = clause.text[: word.start], clause.text[word.end :]
        rebuilt = lowered(head + verb + tail[: span[0] - word.end] + tail[span[1] - word.end :])
        order = re.sub(r"\s{2,}", " ", rebuilt).strip(" ,")
    else:
        head = clause.text[: span[0]].strip(" ,")
        tail = (clause.text[span[1] : word.start] + verb + clause.text[word.end :]).strip(" ,")
        order = f"{lowered(head)} {tail}".strip()
    yield question("who" if animate else "what", rest=order)


def _acts(clause: Clause) -> bool:
    """Whether «кто» asks for the subject: a person, or a body that acts."""
    assert clause.subject is not None
    assert clause.subject_reading is not None
    first, last = clause.subject
    words = clause.words[first:last]
    if "anim" in clause.subject_reading.tag or any(word.lemmas & _ACTING for word in words):
        return True
    if clause.text[words[0].start - 1 : words[0].start] == "«" or (
        "«" in "".join(word.before for word in words[1:])
        and clause.subject_reading.tag.gender
        and words[0].is_adjective
    ):
        return True
    return any(
        word.is_capital and (word.has("anim") or word.has("Geox")) and word.start > 0 for word in words[1:]
    )


def _for_question_word(word: Word, reading: Parse, *, animate: bool) -> str | None:
    part = str(reading.tag.POS)
    gender = "masc" if animate else "neut"
    if part == "VERB" and "past" in reading.tag:
        return inflected(word, reading, {"sing", gender})
    if part == "VERB":
        return inflected(word, reading, {"sing", "3per"})
    return inflected(word, reading, {"sing", gender}) if part in ("ADJS", "PRTS") else word.text


def object_questions(clause: Clause) -> Iterator[str]:
    place = clause.predicate
    if place is None or place + 1 >= len(clause.words) or clause.subject is None or clause.subject[0] > place:
        return
    reading = clause.predicate_reading
    infinitive = next(
        (at for at in range(place + 1, len(clause.words)) if clause.words[at].first_pos == "INFN"), None
    )
    if infinitive is not None and not any(
        "," in word.before for word in clause.words[place + 1 : infinitive + 1]
    ):
        yield question("do", rest=lowered(clause.text[: clause.words[place].end]))
    if reading is None or "tran" not in reading.tag or infinitive is not None:
        return
    phrase = noun_phrase_at(clause.words, place + 1, clause.text)
    if phrase is None or not clause.words[phrase.head].has("accs") or clause.words[place + 1].before.strip():
        return
    if phrase.end < len(clause.words) and clause.words[phrase.end].folded == "и":
        return
    start, end = clause.words[phrase.start].start, clause.words[phrase.end - 1].end
    end += 1 if clause.text[end : end + 1] == "»" else 0
    kind = (
        "object_person" if phrase.is_animate and clause.words[phrase.head].has("anim", "accs") else "object"
    )
    yield question(kind, rest=without(clause, (start, end)))
