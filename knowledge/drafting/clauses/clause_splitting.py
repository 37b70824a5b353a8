"""A sentence cut into clauses that stand by themselves, each with the subject that they share.

«Главы государств достигли консенсуса и решили создать механизм» is two clauses of one subject; «Китай и США,
разделяя общие интересы, способны …» holds what the gerund says, as a clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.data.tables import read_groups
from knowledge.drafting.clauses.clause import Clause, read_clause
from knowledge.drafting.clauses.predicates import is_predicate
from knowledge.drafting.grammar.inflection import inflected
from knowledge.drafting.grammar.words import Word, words_of
from knowledge.drafting.texts.templates import template

_WORDS = read_groups("drafting/attributions")
_SUBORDINATING, _COORDINATING = _WORDS["subordinating"], _WORDS["coordinating"]
_LEAST_WORDS = 3
BEING = "быть"


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
