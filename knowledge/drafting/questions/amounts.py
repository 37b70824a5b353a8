"""Questions after numbers: how many, how much, by how much, by what score, what price."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.data.tables import read_groups
from knowledge.drafting.grammar.inflection import text_in
from knowledge.drafting.grammar.words import Word
from knowledge.drafting.parts.clause_parts import Part, Parts, Role
from knowledge.drafting.parts.government import case_of
from knowledge.drafting.questions.composing import both, verb_text
from knowledge.drafting.questions.interrogatives import how_many, plain, plural, which
from knowledge.drafting.questions.openings import opening
from knowledge.drafting.questions.verb_forms import for_question_word
from knowledge.drafting.texts.question_texts import question
from knowledge.language.numerals import CARDINALS
from knowledge.language.values import Value, ValueKind, read_values

_CONTEXTS = read_groups("drafting/question_contexts")
_COUNTED = frozenset(
    {ValueKind.COUNT, ValueKind.LENGTH, ValueKind.WEIGHT, ValueKind.AREA, ValueKind.VOLUME, ValueKind.PERCENT}
)
_ROLES = (Role.SUBJECT, Role.OBJECT, Role.NOUN, Role.PHRASE, Role.PLACE)
_HOW_MANY = "сколько"


def amount_questions(parts: Parts, names: Sequence[str]) -> Iterator[str]:
    if parts.verb is None:
        return
    for one in parts.of(*_ROLES):
        if _is_measured(one, parts):
            continue
        read = read_values(one.text.replace("ё", "е"))
        values = [
            each for each in read if each.kind is ValueKind.SCORE or each.is_range or not _is_label(one)
        ]
        for value in values[:1]:
            yield from _of(value, one, parts, names)


def _is_measured(part: Part, parts: Parts) -> bool:
    """«на глубине 540 метров»: the metres are those of the depth."""
    before = [word for word in parts.words if word.end <= part.words[0].start]
    return bool(before) and bool(before[-1].lemmas & _CONTEXTS["measures"])


def _of(value: Value, part: Part, parts: Parts, names: Sequence[str]) -> Iterator[str]:
    subject = () if part is parts.subject else names
    if value.kind is ValueKind.SCORE:
        yield from both(opening("score"), parts, (part,), names)
    elif parts.doing & _CONTEXTS["measuring"] and subject:
        yield from _measured(part, parts, subject)
    elif value.kind is ValueKind.MONEY:
        yield from _money(part, parts, subject)
    elif value.kind in _COUNTED and (value.low > 1 or value.is_range or value.kind is not ValueKind.COUNT):
        asked = counted_opening(part)
        assert parts.verb is not None
        if asked is not None:
            yield from both(asked, parts, (part,), subject, alone=part.role is Role.OBJECT)
            if part is parts.subject and (verb := for_question_word(parts.verb, animate=False)) is not None:
                yield from both(asked, parts, (part,), (), verb=verb_text(parts, verb))[-1:]


def _measured(part: Part, parts: Parts, names: Sequence[str]) -> Iterator[str]:
    """«Размер гранта составит …»: what is it?"""
    reading = parts.subject.reading if parts.subject is not None else None
    yield from both(_HOW_MANY, parts, (part,), names)
    if reading is not None:
        gender = "plur" if reading.tag.number == "plur" else str(reading.tag.gender)
        yield question(f"value_{gender}", thing=names[-1])
        asked = which(reading, "nomn")
        if asked is not None:
            yield question("value_which", which=asked, thing=names[-1])
    yield names[-1]


def _money(part: Part, parts: Parts, names: Sequence[str]) -> Iterator[str]:
    assert parts.verb is not None
    if parts.doing & _CONTEXTS["costing"]:
        if not names:
            return
        plural_verb = parts.subject is not None and parts.subject.reading is not None
        yield from both(_how_much(part), parts, (part,), names)
        genitive = text_in(names[-1], "gent") if plural_verb else None
        if genitive is not None:
            yield question("price_what", things=genitive)
            yield question("price_dry", things=genitive)
    elif part.preposition is None:
        yield from both(opening("sum"), parts, (part,), names)


def _how_much(part: Part) -> str:
    """«Сколько стоит», «во сколько обошлось»."""
    return opening("cost") if part.preposition in _CONTEXTS["into"] else _HOW_MANY


def counted_opening(part: Part) -> str | None:
    """«сколько зрителей», «на сколько процентов», «из скольких городов»."""
    at = _counted_noun(part)
    if at is None or part.reading is None:
        return None
    noun, reading = part.words[at], part.reading
    case = "accs" if part.preposition and noun.has("accs") and not _is_genitive(part) else case_of(reading)
    if part.preposition is None or case in ("nomn", "accs") or _is_accusative(part):
        things = noun.text if noun.has("gent", "plur") else plural(noun)
        number = _HOW_MANY
    else:
        things, number_form = plural(noun, case), how_many(case)
        if number_form is None:
            return None
        number = number_form
    if things is None:
        return None
    return " ".join(filter(None, (plain(part.preposition), number, things.lower(), _more(part, at))))


def _counted_noun(part: Part) -> int | None:
    """The place of «человек» in «38 тысяч человек»."""
    if part.head is None:
        return None
    big = {word for word in part.words[part.head].lemmas if word in CARDINALS}
    at = part.head + bool(big)
    return at if at < len(part.words) and part.words[at].has("NOUN") else None


def _more(part: Part, at: int) -> str:
    """«кафе и ресторанов»: what «и» joins; the genitive after the noun stays as it is."""
    out: list[str] = []
    for before, word in zip(part.words[at:], part.words[at + 1 :], strict=False):
        if "," in word.before:
            break
        joined = before.folded == "и" and word.first_pos == "NOUN"
        form = plural(word) if joined and word.has("gent") else None if joined else word.text
        if form is None or word.is_number:
            break
        out.append(form)
    while out and out[-1] in _CONTEXTS["dangling"]:
        out.pop()
    return " ".join(out)


def _is_accusative(part: Part) -> bool:
    """«на 600 машин», «на 27 процентов»: the number stands in the accusative, its noun in the genitive."""
    return part.preposition in _CONTEXTS["onto"] and _is_genitive(part)


def _is_genitive(part: Part) -> bool:
    return part.noun is not None and part.noun.has("gent")


def _is_label(part: Part) -> bool:
    """«автобус № 4», «дом 12», «половина»: a number that counts nothing."""
    if part.head is None or "№" in part.text:
        return True
    numbers = [at for at, word in enumerate(part.words) if _is_number(word)]
    return not numbers or numbers[0] > part.head


def _is_number(word: Word) -> bool:
    return word.is_number or word.has("NUMR")
