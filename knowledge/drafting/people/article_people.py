"""People named in an article: name in the nominative, post, side, and where each is mentioned."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from knowledge.drafting.grammar.inflection import inflected, like, phrase_in
from knowledge.drafting.grammar.words import Word, span_text, words_of
from knowledge.drafting.mentions.name_runs import NameRun
from knowledge.drafting.mentions.posts import is_office
from knowledge.drafting.people.sides import side_of

_NAMES = frozenset({"Name", "Surn", "Patr"})
_VERBAL = ("VERB", "INFN", "GRND", "PRTF")


@dataclass(slots=True, eq=False)
class ArticlePerson:
    """`forms` are the ways in which the article writes the name."""

    name: str
    female: bool
    post: str | None = None
    side: str | None = None
    forms: set[str] = field(default_factory=set)

    @property
    def surname(self) -> str:
        return self.name.split()[-1]


def read_name(words: Sequence[Word], run: NameRun) -> tuple[str, bool, str]:
    """Name in the nominative, whether it is a woman's, and the case it stands in."""
    part = words[run.start : run.end]
    wanted = [str(run.post_reading.tag.case)] if run.post_reading is not None else []
    is_object = _is_object(words[: run.start])
    best: tuple[float, str, bool, str] | None = None
    for case in dict.fromkeys((*wanted, "nomn", "gent", "datv", "accs", "ablt", "loct")):
        for gender in genders(part):
            made = _nominative(part, case, gender)
            if made is None:
                continue
            score = made[1] + (2.0 if case in wanted else 0.0) + (0.1 if case == "nomn" else 0.0)
            score += 0.05 if case == "accs" and is_object else 0.0
            if best is None or score > best[0] + 1e-9:
                best = (score, made[0], gender == "femn", case)
    if best is None:
        return " ".join(word.text for word in part), genders(part) == ("femn",), "nomn"
    return best[1], best[2], best[3]


def _is_object(before: Sequence[Word]) -> bool:
    """«Сменив на этом посту Марину Ляпину»: a transitive verb before the name has no other object yet."""
    for word in reversed(before):
        if word.pos(*_VERBAL):
            return word.has("tran")
        if word.has("NOUN", "accs") and not word.has("loct") and not word.has("datv"):
            return False
    return False


def genders(part: Sequence[Word]) -> tuple[str, ...]:
    """Those that a first name allows: «Ольга Сойту» is a woman's."""
    for word in part:
        told = {str(one.tag.gender) for one in word.readings if "Name" in one.tag and one.tag.gender}
        if told and told <= {"masc", "femn"}:
            return tuple(sorted(told, reverse=True))
    return ("masc", "femn")


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
    made += "»" if made.count("«") > made.count("»") else ""
    first = _post_beside(words, run)
    return f"{first}, {made}" if first is not None else made


def _post_beside(words: Sequence[Word], run: NameRun) -> str | None:
    """«директор» of «с директором, зоологом Олегом Бурым»: one word in the same case."""
    start, reading = run.post_start or 0, run.post_reading
    if not start or reading is None or words[start].before.strip() != "," or not is_office(words[start - 1]):
        return None
    nouns = [one for one in words[start - 1].readings if str(one.tag.POS) == "NOUN"]
    mine = next((one for one in nouns if one.tag.case == reading.tag.case), None)
    return inflected(words[start - 1], mine, {"nomn", "sing"}) if mine is not None else None


def post_owner(words: Sequence[Word], run: NameRun) -> Word | None:
    """«его» of «его директор Иван Белов»: whose post it is."""
    start = run.post_start or 0
    if start and words[start].before.strip() == "," and is_office(words[start - 1]):
        start -= 1
    return words[start - 1] if start else None


class People:
    """The people of one article, found again by surname."""

    def __init__(self) -> None:
        self.found: list[ArticlePerson] = []

    def add(self, words: Sequence[Word], run: NameRun, text: str) -> ArticlePerson:
        name, female, case = read_name(words, run)
        post = read_post(words, run, text)
        written = " ".join(word.text for word in words[run.start : run.end])
        known = self._known(name, written, full=len(words[run.start : run.end]) > 1)
        if known is None:
            known = ArticlePerson(name=name, female=female)
            self.found.append(known)
        elif (
            case == "nomn"
            and not words_of(name)[-1].has("Patr")
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

    def _known(self, name: str, written: str, *, full: bool) -> ArticlePerson | None:
        for person in self.found:
            if _same(person.name, name) or any(_same(form, written) for form in person.forms):
                return person
        if words_of(name)[-1].has("Patr"):
            return next((one for one in self.found if _same_word(one.name.split()[0], name.split()[0])), None)
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
