"""People named in an article: name in the nominative, post, side, and where each is mentioned."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pymorphy3.analyzer import Parse

from knowledge.data.tables import read_groups, read_words
from knowledge.drafting.inflection import agrees, inflected, like, phrase_in
from knowledge.drafting.phrases import joined
from knowledge.drafting.sides import side_of
from knowledge.drafting.words import Word, span_text
from knowledge.language.function_words import PLACE_PREPOSITIONS
from knowledge.language.morphology import is_known

_POSTS = read_words("nouns/posts") | read_words("drafting/callings")
_NAMES = frozenset({"Name", "Surn", "Patr"})
_MOST_WORDS = 3
_DASHES = frozenset("—–")
_LONGEST_POST = 9
_OPENING = frozenset('«"„')
_ADDRESSES = read_words("places/addresses")
_NAMED_AFTER = read_groups("drafting/name_contexts")["named_after"]


@dataclass(frozen=True, slots=True)
class NameRun:
    """Capitalised words that may be a person's name: `words[start:end]`, after a post at `post_start`."""

    start: int
    end: int
    post_start: int | None = None
    post_head: int | None = None
    post_reading: Parse | None = None


@dataclass(slots=True, eq=False)
class Person:
    """`forms` are the ways in which the article writes the name."""

    name: str
    female: bool
    post: str | None = None
    side: str | None = None
    forms: set[str] = field(default_factory=set)

    @property
    def surname(self) -> str:
        return self.name.split()[-1]


def name_runs(words: Sequence[Word]) -> Iterator[NameRun]:
    """Runs of capitalised words that are names: by the dictionary, after a post, or as unknown words."""
    place = 0
    while place < len(words):
        end = _run_end(words, place)
        if end == place:
            place += 1
            continue
        start = place
        while start < end and not _may_begin(words, start, end):
            start += 1
        if start < end and (found := _as_run(words, start, end)) is not None:
            yield found
        place = end


def _run_end(words: Sequence[Word], start: int) -> int:
    end = start
    while end < len(words) and end - start < _MOST_WORDS + 1 and _may_be_name(words[end]):
        if end > start and not joined(words[end]):
            break
        end += 1
    return end


def _may_be_name(word: Word) -> bool:
    if not word.is_capital or word.is_abbreviation or word.is_number or word.before[-1:] in _OPENING:
        return False
    return (
        not word.pos("PREP", "CONJ", "VERB", "INFN", "PRED", "NUMR") or word.has("Surn") or word.has("Name")
    )


def _may_begin(words: Sequence[Word], place: int, end: int) -> bool:
    """A sentence's first word is capitalised whatever it is."""
    word = words[place]
    if word.text.endswith("."):
        return True
    if place and not _opens_sentence(word):
        return not _is_plain_noun(word)
    named = any(_NAMES & one.tag.grammemes for one in word.readings)
    return named or (not _is_plain_noun(word) and not word.is_adjective and place + 1 < end)


def _opens_sentence(word: Word) -> bool:
    return bool(re.search(r"[.!?…—–]\s*[«\"]?$", word.before))


def _is_plain_noun(word: Word) -> bool:
    """A dictionary word that is no name: «Диалог», «Совет», «Россия»."""
    known = is_known(word.folded)
    named = any(_NAMES & one.tag.grammemes for one in word.readings)
    if known and word.has("Geox") and not named:
        return True
    return known and not named and word.first_pos in ("NOUN", "NPRO", "ADVB", "ADJF") and len(word.text) > 2


def _as_run(words: Sequence[Word], start: int, end: int) -> NameRun | None:
    run = words[start:end]
    named = [any(_NAMES & one.tag.grammemes for one in word.readings) for word in run]
    initials = any(word.text.endswith(".") for word in run)
    post = _post_before(words, start) or _post_before_dash(words, start)
    if post is not None:
        return NameRun(start, end, *post)
    if len(run) == 1:
        return NameRun(start, end) if named[0] and not _is_place_here(words, start) else None
    surname = any(word.has("Surn") or not word.has("Geox") for word in run)
    enough = (
        initials
        or any(word.has("Name") or word.has("Patr") for word in run)
        or all(not _is_plain_noun(word) for word in run)
    )
    return NameRun(start, end) if enough and surname and not _is_place_here(words, start) else None


def _is_place_here(words: Sequence[Word], start: int) -> bool:
    if start and (words[start - 1].lemmas & _ADDRESSES or words[start - 1].folded in _NAMED_AFTER):
        return True
    return (
        start > 0
        and joined(words[start])
        and words[start - 1].folded in PLACE_PREPOSITIONS
        and words[start].has("loct")
    )


def _post_before(words: Sequence[Word], start: int) -> tuple[int, int, Parse] | None:
    """The post just before a name: its first word, its head and the head's reading.

    «член Госсовета КНР Го Шэнкунь», «министра национальной безопасности США Джея Джонсона».
    """
    place, head = start, None
    while place > 0 and start - place < _LONGEST_POST and _joins_name(words, place):
        place -= 1
        word = words[place]
        if (
            word.first_pos in ("PREP", "CONJ", "VERB", "INFN", "GRND", "PRTS", "ADVB", "PRCL")
            and not word.is_abbreviation
        ):
            place += 1
            break
        if _is_post(word):
            head = place
    if head is None:
        return None
    case_readings = [one for one in words[head].readings if str(one.tag.POS) == "NOUN"]
    cases = {str(one.tag.case) for word in words[start : start + 1] for one in word.readings}
    reading = next((one for one in case_readings if one.tag.case in cases), case_readings[0])
    first = head
    while (
        first > 0
        and joined(words[first])
        and any(
            agrees(one, reading)
            for one in words[first - 1].readings
            if str(one.tag.POS) == "ADJF" and "Apro" not in one.tag
        )
    ):
        first -= 1
    return first, head, reading


def _post_before_dash(words: Sequence[Word], start: int) -> tuple[int, int, Parse] | None:
    """«Начальник станции — Мария Ильина»."""
    if start == 0 or words[start].before.strip() not in _DASHES:
        return None
    head = next((place for place in range(start) if _is_post(words[place])), None)
    if (
        head is None
        or not words[head].has("NOUN", "nomn")
        or any(word.first_pos == "VERB" for word in words[:start])
    ):
        return None
    reading = next(one for one in words[head].readings if one.tag.case == "nomn")
    return (0 if all(word.is_adjective for word in words[:head]) else head), head, reading


def _joins_name(words: Sequence[Word], place: int) -> bool:
    between = words[place].before if place < len(words) else ""
    return between.strip(' «»"') == ""


def _is_post(word: Word) -> bool:
    if word.is_capital and not word.is_abbreviation and word.has("Geox"):
        return False
    pieces = {piece for lemma in word.lemmas for piece in lemma.split("-")}
    return bool((word.lemmas | pieces) & _POSTS) and word.has("NOUN")


def read_name(words: Sequence[Word], run: NameRun) -> tuple[str, bool, str]:
    """Name in the nominative, whether it is a woman's, and the case it stands in."""
    part = words[run.start : run.end]
    wanted = [str(run.post_reading.tag.case)] if run.post_reading is not None else []
    best: tuple[float, str, bool, str] | None = None
    for case in dict.fromkeys((*wanted, "nomn", "gent", "datv", "accs", "ablt", "loct")):
        for gender in ("masc", "femn"):
            made = _nominative(part, case, gender)
            if made is None:
                continue
            score = made[1] + (2.0 if case in wanted else 0.0) + (0.1 if case == "nomn" else 0.0)
            if best is None or score > best[0] + 1e-9:
                best = (score, made[0], gender == "femn", case)
    if best is None:
        return " ".join(word.text for word in part), False, "nomn"
    return best[1], best[2], best[3]


def _nominative(part: Sequence[Word], case: str, gender: str) -> tuple[str, float] | None:
    out: list[str] = []
    total = 0.0
    for word in part:
        if word.text.endswith("."):
            out.append(word.text)
            continue
        fits = [one for one in word.readings if one.tag.case == case and one.tag.number != "plur"]
        fits = [one for one in fits if str(one.tag.POS) in ("NOUN", "ADJF")]
        its = [
            one
            for one in fits
            if one.tag.gender == gender or ("Fixd" in one.tag and one.tag.gender != _other(gender))
        ]
        if not its:
            return None
        reading = max(its, key=lambda one: (bool(_NAMES & one.tag.grammemes), "anim" in one.tag, one.score))
        form = word.text if "Fixd" in reading.tag else inflected(word, reading, {"nomn", "sing"})
        if form is None:
            return None
        total += (
            reading.score
            + (0.5 if _NAMES & reading.tag.grammemes else 0.0)
            + (0.2 if "anim" in reading.tag else 0.0)
        )
        out.append(like(form, word.text))
    joined_name = " ".join(out)
    return re.sub(r"\. (?=[А-ЯЁ]\.)", ".", joined_name), total / len(part)


def _other(gender: str) -> str:
    return "masc" if gender == "femn" else "femn"


def read_post(words: Sequence[Word], run: NameRun, text: str) -> str | None:
    """The post before a name in the nominative."""
    if run.post_start is None or run.post_head is None or run.post_reading is None:
        return None
    part = words[run.post_start : run.start]
    made = phrase_in(part, run.post_head - run.post_start, run.post_reading, "nomn")
    if made is None:
        made = span_text(text, part)
    if not part[0].is_abbreviation:
        made = made[:1].lower() + made[1:]
    return made + ("»" if made.count("«") > made.count("»") else "")


class People:
    """The people of one article, found again by surname."""

    def __init__(self) -> None:
        self.found: list[Person] = []

    def add(self, words: Sequence[Word], run: NameRun, text: str) -> Person:
        name, female, case = read_name(words, run)
        post = read_post(words, run, text)
        written = " ".join(word.text for word in words[run.start : run.end])
        known = self._known(name, written, full=len(words[run.start : run.end]) > 1)
        if known is None:
            known = Person(name=name, female=female)
            self.found.append(known)
        elif (
            case == "nomn"
            and len(name.split()) >= len(known.name.split())
            and name != known.name
            and post is None
        ):
            known.name = name if len(name) >= len(known.name) - 1 else known.name
        known.forms.add(written)
        if post and (known.post is None or len(post) > len(known.post)):
            known.post = post
            known.side = side_of(post) or known.side
        return known

    def _known(self, name: str, written: str, *, full: bool) -> Person | None:
        for person in self.found:
            if _same(person.name, name) or any(_same(form, written) for form in person.forms):
                return person
        if not full:
            last = [one for one in self.found if _same_word(one.surname, name)]
            first = [one for one in self.found if _same_word(one.name.split()[0], name)]
            return next(iter(last or first), None)
        surnames = [
            one for one in self.found if _same_word(one.surname, name.split()[-1]) and _fits(one.name, name)
        ]
        return surnames[0] if surnames else None


def _fits(known: str, name: str) -> bool:
    """Whether one name may be the other: «Линч» and «Лоретта Линч», «Н. Петрова» and «Нина Петрова»."""
    if len(known.split()) == 1 or len(name.split()) == 1:
        return True
    return known[0].lower() == name[0].lower() and (
        known[1:2] == "." or name[1:2] == "." or known.split()[0] == name.split()[0]
    )


def _same(first: str, second: str) -> bool:
    mine, theirs = first.lower().split(), second.lower().split()
    return len(mine) == len(theirs) and all(map(_same_word, mine, theirs))


def _same_word(first: str, second: str) -> bool:
    """Whether two words are forms of one name: the same but for an ending of two letters."""
    mine, theirs = first.lower().replace("ё", "е"), second.lower().replace("ё", "е")
    if mine == theirs:
        return True
    if min(len(mine), len(theirs)) < 4 or abs(len(mine) - len(theirs)) > 2:
        return False
    shared = next(
        (i for i, (a, b) in enumerate(zip(mine, theirs, strict=False)) if a != b), min(len(mine), len(theirs))
    )
    return shared >= max(len(mine), len(theirs)) - 3 and shared >= 3
