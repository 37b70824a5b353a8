"""Questions after whose words a statement gives."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.data.tables import read_groups, read_words
from knowledge.drafting.grammar.inflection import phrase_in
from knowledge.drafting.grammar.words import words_of
from knowledge.drafting.parts.clause_parts import Part
from knowledge.drafting.parts.parsing import parts_of
from knowledge.drafting.parts.simple_clauses import simple_clauses
from knowledge.drafting.people.sides import adjective_of
from knowledge.drafting.people.wording import lowered
from knowledge.drafting.statements.model import DraftStatement
from knowledge.drafting.texts.question_texts import question

_LONGEST, _SHORT = 9, 4
_UNITS = read_words("nouns/times")
_VOWELS = read_groups("drafting/question_contexts")["vowels"]


def _about(statement: DraftStatement) -> str | None:
    """«о гостях»: of the first subject or object of the words that is a thing."""
    post = statement.speaker.post if statement.speaker is not None else None
    calling = {word.folded for word in words_of(post or "")}
    for clause in simple_clauses(statement.clause.text):
        parts = parts_of(clause)
        for one in (parts.subject, parts.object):
            if one is None or one.noun is None or one.is_person or one.is_counted or "«" in one.text:
                continue
            if one.noun.pos("NUMR") or one.noun.folded in calling:
                continue
            if one.noun.first_pos != "NOUN" or one.noun.lemmas & _UNITS or one.noun.is_capital:
                continue
            made = _locative(one)
            if made is not None and len(made.split()) <= _SHORT:
                return f"{'об' if made[:1].lower() in _VOWELS else 'о'} {lowered(made)}"
    return None


def _locative(part: Part) -> str | None:
    """Of the noun with its adjectives alone."""
    if part.head is None or part.reading is None:
        return None
    return phrase_in(part.words[: part.head + 1], part.head, part.reading, "loct")


def said_questions(statement: DraftStatement) -> Iterator[str]:
    clause = statement.clause.text
    brief = len(clause.split()) <= _LONGEST
    if statement.speaker is not None:
        speaker = statement.speaker
        about = _about(statement)
        saying = "said_about_femn" if speaker.female else "said_about"
        for name in filter(None, (speaker.name, speaker.surname, speaker.post)):
            if about is not None and len(name.split()) <= _SHORT:
                yield question(saying, name=name, about=about)
        for name in dict.fromkeys((speaker.name, speaker.surname)):
            yield question("said_what_femn" if speaker.female else "said_what", name=name)
        if brief and not clause.startswith(speaker.name):
            yield question("said_that", clause=lowered(clause))
    elif statement.side is not None and (adjective := adjective_of(statement.side)) is not None:
        party = adjective[:-2] + "ая"
        yield question("party_say", party=party)
        yield question("party_think", party=party)
        if brief:
            yield question("said_that", clause=lowered(clause))
