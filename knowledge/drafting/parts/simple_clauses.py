"""A statement as simple clauses to ask of: one predicate each, without what depends on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.data.tables import read_groups
from knowledge.drafting.clauses.clause import Clause, read_clause
from knowledge.drafting.clauses.predicates import is_predicate
from knowledge.drafting.clauses.references import is_possessive, thing_meant
from knowledge.drafting.grammar.words import Word, words_of
from knowledge.drafting.parts.clause_parts import Part
from knowledge.drafting.parts.dependent_parts import depends, is_condition, lists
from knowledge.drafting.parts.gapping import filled, price_clause, with_noun
from knowledge.drafting.parts.parsing import parts_of
from knowledge.drafting.parts.plain_statement import plain_statement, segments
from knowledge.drafting.people.wording import lowered, without_opening
from knowledge.language.values import ValueKind, read_values

_WORDS = read_groups("drafting/attributions")
_PRONOUNS = read_groups("drafting/pronouns")
_BEFORE_VERB = frozenset({"ADVB", "PRCL"})
_FEW = 3
_AND = "и"


@dataclass(slots=True)
class _Read:
    """What has been put together of the clause that is being read."""

    text: str = ""
    filled: str = ""
    """The clause before, where it was made of a part without a verb."""

    @property
    def clause(self) -> Clause:
        return read_clause(self.text)


def simple_clauses(text: str) -> list[str]:
    """In order, each with its subject; the statement itself where it is simple."""
    plain = plain_statement(text)
    found: list[str] = []
    current = _Read()
    cut = segments(without_opening(plain))
    first = 1 if len(cut) > 1 and is_condition(cut[0]) else 0
    for segment in cut[first:]:
        _take(segment, current, found)
    if current.text:
        found.append(current.text)
    whole = [one for each in found for one in _coordinated(each)]
    return list(dict.fromkeys(one[:1].upper() + one[1:] for one in whole if len(one.split()) > 1))


def _take(segment: str, current: _Read, found: list[str]) -> None:
    mark, bare = segment[:1], segment.strip(" ,;:—–")
    words = words_of(bare)
    if not words:
        return
    if not current.text:
        again = filled(bare, read_clause(current.filled)) if current.filled else None
        if again is not None and not any(is_predicate(word) for word in words):
            found.append(again)
            current.filled = again
            return
        current.text = price_clause(bare) or bare
        return
    has_verb = current.clause.predicate is not None
    if depends(words):
        return
    if not any(is_predicate(word) for word in words):
        _take_fragment(bare, mark, words, current, found)
        return
    if mark == ";":
        found.append(current.text)
        current.text = bare
        return
    bare = _with_thing(bare, words, current.text)
    if not has_verb and not (_is_whole(current.clause) and not _opens_with_predicate(words)):
        joiner = " " if mark == "," else ": "
        current.text = f"{current.text}{joiner}{bare}"
        return
    before = current.text
    found.append(before)
    current.text = with_noun(_with_subject(bare, before), parts_of(before).subject)


def _opens_with_predicate(words: Sequence[Word]) -> bool:
    """«впервые выиграли кубок» has its subject before what stands between: «Гости в среду, 17 мая, …»."""
    return is_predicate(next((one for one in words if one.first_pos not in _BEFORE_VERB), words[0]))


def _with_thing(text: str, words: Sequence[Word], before: str) -> str:
    """«она рассчитана на 600 машин» -> «парковка рассчитана …»."""
    if words[0].folded not in _PRONOUNS["third"] or is_possessive(words):
        return text
    thing = thing_meant(words, before) or _subject_meant(words[0], before)
    return f"{lowered(thing)}{text[words[0].end :]}" if thing is not None else text


def _subject_meant(pronoun: Word, before: str) -> str | None:
    """«Участвовали восемь команд, они сыграли …»: what did the one did the other, if it agrees."""
    subject = parts_of(before).subject
    reading = next((one for one in pronoun.readings if one.tag.case == "nomn"), None)
    if subject is None or subject.reading is None or reading is None:
        return None
    tag, many = subject.reading.tag, subject.is_counted or subject.reading.tag.number == "plur"
    if (reading.tag.number == "plur") is not many:
        return None
    return subject.text if many or reading.tag.gender == tag.gender else None


def _is_whole(clause: Clause) -> bool:
    """Whether a clause without a verb says something by itself: «две шайбы на счету нападающего»."""
    first = clause.words[0]
    return first.has("nomn") and first.first_pos in ("NOUN", "NUMR", "ADJF") and len(clause.words) > _FEW


def _take_fragment(bare: str, mark: str, words: Sequence[Word], current: _Read, found: list[str]) -> None:
    """A part without a verb: it lacks that of the one before («для детей — 350 рублей»), or lists more."""
    made = filled(bare, current.clause)
    if made is not None:
        found.append(current.text)
        found.append(made)
        current.text, current.filled = "", made
    elif words[0].first_pos == "PREP" and any(one.kind is ValueKind.COUNT for one in read_values(bare)):
        found.append(current.text)
        current.text = bare  # «в башне 148 ступеней»
    elif mark == ":" and current.clause.predicate is None:
        current.text = f"{current.text}: {bare}"
    elif mark == "," and current.clause.predicate is not None and lists(words, current.clause.words):
        current.text = f"{current.text}, {bare}"


def _with_subject(text: str, before: str) -> str:
    """Without its conjunction, and with the subject that it shares with the clause before."""
    words = words_of(text)
    linked = words[0].folded in _WORDS["coordinating"] and len(words) > 1
    rest = text[words[1].start - len(words[1].before.lstrip()) :] if linked else text
    clause = read_clause(rest[:1].upper() + rest[1:])
    reading = clause.predicate_reading
    subject = parts_of(before).subject
    if any(one.kind is ValueKind.NUMBER for one in read_values(rest)):
        return rest  # «живут десять тысяч»
    if clause.subject is not None or subject is None or reading is None or clause.predicate is None:
        return rest
    if not linked and clause.predicate > 0:
        return rest
    if reading.tag.number == "plur" and not _is_many(subject):
        return rest  # «прошёл пуск, печь разогревали»
    return f"{subject.text} {lowered(rest)}"


def _is_many(subject: Part) -> bool:
    plural = subject.reading is not None and subject.reading.tag.number == "plur"
    return (
        plural
        or subject.is_counted
        or (
            len(subject.words) > 1
            and any(word.folded == _AND or "," in word.before for word in subject.words[1:])
        )
    )


def _coordinated(text: str) -> Iterator[str]:
    """«площадка откроется в 11:00 и закроется в 23:00» is two clauses of one subject."""
    clause = read_clause(text)
    first = clause.predicate
    if first is None:
        yield text
        return
    words = clause.words
    second = next((at for at in range(first + 2, len(words)) if is_predicate(words[at])), None)
    if second is None:
        yield text
        return
    links = [at for at in range(first + 1, second) if words[at].folded in _WORDS["coordinating"]]
    if not links:
        yield text
        return
    left = text[: words[links[-1]].start].rstrip(" ,")
    right = text[words[links[-1]].start :]
    yield left
    yield from _coordinated(_with_subject(right, left))
