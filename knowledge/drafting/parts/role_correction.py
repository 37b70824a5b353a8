"""Finds the object among the nouns of a clause, and the subject where a title hides it."""

from __future__ import annotations

from dataclasses import replace

from pymorphy3.analyzer import Parse

from knowledge.data.tables import read_groups, read_words
from knowledge.drafting.clauses.clause import Clause
from knowledge.drafting.grammar.words import Word
from knowledge.drafting.parts.clause_parts import Part, Role, text_of

_ACTING = read_groups("drafting/question_contexts")["acting"] | read_words("nouns/organisations")
_AROUND = frozenset({Role.PHRASE, Role.PLACE, Role.OCCASION})


def with_corrected_roles(parts: list[Part], clause: Clause) -> list[Part]:
    return _with_counted_object(_with_free_title(_with_object(parts), clause), clause)


def _has(parts: list[Part], role: Role) -> bool:
    return any(one.role is role for one in parts)


def _with_object(parts: list[Part]) -> list[Part]:
    """The first noun in the accusative before or after a verb that takes one."""
    verbs = [one for one in parts if one.role in (Role.INFINITIVE, Role.VERB)]
    if not any(_takes_object(one.words[-1]) for one in verbs):
        return parts
    at = next(
        (place for place, one in enumerate(parts) if one.role is Role.NOUN and _may_be_object(one)), None
    )
    if at is None:
        return parts
    return [
        *parts[:at],
        replace(parts[at], role=Role.OBJECT, reading=_accusative(parts[at])),
        *parts[at + 1 :],
    ]


def _with_free_title(parts: list[Part], clause: Clause) -> list[Part]:
    """«К перерыву «Метеор» сравнял счёт»: a title after a noun may be the subject or the object."""
    role = _missing(parts, clause.predicate_reading)
    for place, one in enumerate(parts):
        cut = _title_start(one) if role is not None and one.role in _AROUND else None
        if cut is None or role is None:
            continue
        title = one.words[cut:]
        head = next((at for at, word in enumerate(title) if word.has("NOUN")), 0)
        reading = next(iter(title[head].readings), None)
        before = replace(one, text=text_of(clause.text, one.words[:cut]), words=one.words[:cut])
        named = Part(role, text_of(clause.text, title), title, head, reading)
        return [*parts[:place], before, named, *parts[place + 1 :]]
    return parts


def _missing(parts: list[Part], verb: Parse | None) -> Role | None:
    """What the verb lacks."""
    if verb is None or str(verb.tag.POS) != "VERB":
        return None
    if not _has(parts, Role.SUBJECT) and verb.tag.number == "sing":
        return Role.SUBJECT if verb.tag.gender != "neut" else None
    return Role.OBJECT if "tran" in verb.tag and not _has(parts, Role.OBJECT) else None


def _title_start(part: Part) -> int | None:
    """Where the title in quotes begins that ends a part after its noun."""
    if part.head is None or not part.text.endswith("»"):
        return None
    return next((at for at in range(part.head + 1, len(part.words)) if "«" in part.words[at].before), None)


def _with_counted_object(parts: list[Part], clause: Clause) -> list[Part]:
    """«Отремонтировали 112 библиотек», «Задачи выложат на сайте»: many things do nothing themselves."""
    verb = clause.predicate_reading
    if verb is None or verb.tag.number != "plur" or _has(parts, Role.OBJECT):
        return parts
    verbs = [one for one in parts if one.role in (Role.INFINITIVE, Role.VERB)]
    if not any(_takes_object(one.words[-1]) for one in verbs):
        return parts
    return [
        replace(one, role=Role.OBJECT) if one.role is Role.SUBJECT and _is_counted_thing(one) else one
        for one in parts
    ]


def _is_counted_thing(part: Part) -> bool:
    if part.reading is None or part.noun is None or "anim" in part.reading.tag:
        return False
    return part.is_counted or (part.reading.tag.number == "plur" and not part.noun.lemmas & _ACTING)


def _takes_object(verb: Word) -> bool:
    return any("tran" in one.tag for one in verb.readings if str(one.tag.POS) in ("VERB", "INFN"))


def _may_be_object(part: Part) -> bool:
    noun = part.noun
    if noun is None:
        return False
    return part.is_counted or noun.is_abbreviation or noun.has("accs") or noun.has("acc2")


def _accusative(part: Part) -> Parse | None:
    readings = part.noun.readings if part.noun is not None else ()
    found = (one for one in readings if one.tag.case == "accs" and str(one.tag.POS) == "NOUN")
    return next(found, part.reading)
