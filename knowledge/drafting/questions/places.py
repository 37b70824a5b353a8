"""Questions after a place, and «в каком парке» after anything that a name or an adjective tells apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pymorphy3.analyzer import Parse

from knowledge.data.tables import read_groups, read_words
from knowledge.drafting.grammar.words import Word
from knowledge.drafting.parts.clause_parts import Part, Parts, Role
from knowledge.drafting.parts.government import case_of
from knowledge.drafting.people.wording import lowered
from knowledge.drafting.questions.composing import both, by_turns, counts
from knowledge.drafting.questions.interrogatives import plain, which, who
from knowledge.drafting.questions.openings import opening

_TOLD_APART = frozenset(
    {Role.PLACE, Role.DIRECTION, Role.OCCASION, Role.PHRASE, Role.NOUN, Role.OBJECT, Role.SUBJECT}
)
_NEAREST = read_groups("drafting/question_contexts")["nearest"]
_ADJECTIVES = frozenset({"ADJF", "PRTF"})
_BEING = read_words("verbs/being") | read_groups("drafting/question_contexts")["becoming"]
_OUT_OF = "из"
_UNITS = read_words("nouns/times")
_COMING = read_words("verbs/staying")
_INTO = read_groups("drafting/question_contexts")["into"]
_FROM = read_groups("drafting/question_contexts")["away"]


def place_questions(parts: Parts, names: Sequence[str]) -> Iterator[str]:
    if parts.verb is None:
        return
    is_only = not parts.of(Role.INFINITIVE) and bool(parts.verb.words[-1].lemmas & _BEING)
    if is_only or counts(parts):
        return
    places = [one for one in parts.of(Role.PLACE) if one.preposition not in _FROM]
    for one in places[:1]:
        yield from both(opening("where"), parts, places, names)
        if one.noun is not None and one.noun.is_capital and one.noun.has("Geox") and one.head == 1:
            yield from both(opening("city"), parts, (one,), names)


def origin_questions(parts: Parts, names: Sequence[str]) -> Iterator[str]:
    """«Откуда приедут повара» of «приедут повара из Армении»."""
    if parts.verb is None or parts.is_denied or not parts.doing & _COMING:
        return
    for one in parts.of(Role.PHRASE):
        if one.preposition == _OUT_OF and one.noun is not None and one.noun.has("Geox"):
            yield from both(opening("where_from"), parts, (one,), names)
    subject = parts.subject
    tail = _origin(subject) if subject is not None else None
    if subject is not None and tail is not None:
        bare = subject.text[: subject.text.rindex(tail)].strip()
        yield from both(opening("where_from"), parts, (), (lowered(bare),))


def _origin(part: Part) -> str | None:
    at = next((at for at, word in enumerate(part.words) if at and word.folded == _OUT_OF), None)
    if at is None or at + 2 != len(part.words) or not part.words[at + 1].has("Geox"):
        return None
    return f"{part.words[at].text} {part.words[at + 1].text}"


def direction_questions(parts: Parts, names: Sequence[str]) -> Iterator[str]:
    if parts.verb is None:
        return
    for one in parts.of(Role.DIRECTION)[:1]:
        yield from both(opening("where_to"), parts, (one,), names)


def which_questions(parts: Parts, names: Sequence[str]) -> Iterator[str]:
    """«В каком парке», «какая группа», «с какой командой»; of persons and clubs «с кем»."""
    if parts.verb is None:
        return
    if counts(parts):
        return
    asked = [
        both(opening_of, parts, (one,), () if one.role is Role.SUBJECT else names)
        for one in parts.of(*_TOLD_APART)
        if (opening_of := _person(one) or which_opening(one)) is not None
    ]
    yield from by_turns(asked)


def which_opening(part: Part) -> str | None:
    noun, reading = part.noun, part.reading
    if part.role is Role.SUBJECT and noun is not None:
        reading = _nominative(noun)
    if noun is None or reading is None or part.head is None or noun.is_capital or part.is_counted:
        return None
    if _origin(part) is not None:
        return None  # «повара из Армении»
    if part.is_person or str(reading.tag.POS) != "NOUN" or "," in part.text or " и " in part.text:
        return None
    before = part.words[1 if part.preposition else 0 : part.head]
    ordinal = any(word.has("Anum") for word in before)
    if not part.is_named and not ordinal and part.role is Role.PHRASE:
        return None  # «под открытым небом»
    if part.role is Role.OCCASION and noun.lemmas & _UNITS and not ordinal:
        return None  # «во время визита»
    if not part.is_named and not any(_tells_apart(word) for word in before):
        return None
    asked = which(
        reading, "nomn" if part.role is Role.SUBJECT else "accs" if part.role is Role.OBJECT else None
    )
    return " ".join(filter(None, (plain(part.preposition), asked, noun.text.lower()))) if asked else None


def _nominative(noun: Word) -> Parse | None:
    """Of a subject; None where its number is not sure: «повара»."""
    found = [one for one in noun.readings if str(one.tag.POS) == "NOUN" and one.tag.case == "nomn"]
    return found[0] if len({str(one.tag.number) for one in found}) == 1 else None


def _tells_apart(word: Word) -> bool:
    if word.is_number or word.first_pos not in _ADJECTIVES:
        return False
    return not word.has("Apro") and not word.lemmas & _NEAREST


def _person(part: Part) -> str | None:
    """«С кем», «кому» of a person or of a club that only its title names."""
    reading = part.reading
    if reading is None or part.role in (Role.SUBJECT, Role.OBJECT, Role.PLACE):
        return None
    if not (part.is_person or part.is_quoted):
        return None
    if part.is_person and part.preposition in _INTO:
        return None
    if part.preposition in _INTO and case_of(reading) in ("accs", "nomn"):
        return opening("where_to")  # «перенесут в «Прибой»»
    asked = who(reading)
    return " ".join(filter(None, (plain(part.preposition), asked))) if asked else None
