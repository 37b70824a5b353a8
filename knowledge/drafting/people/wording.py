"""How a statement names whose words it is."""

from __future__ import annotations

import re

from knowledge.data.tables import alternation, read_groups
from knowledge.drafting.clauses.clause import Clause
from knowledge.drafting.grammar.inflection import inflected, name_in
from knowledge.drafting.grammar.words import Word, words_of
from knowledge.drafting.people.article_people import ArticlePerson
from knowledge.drafting.people.sides import adjective_of, country_of
from knowledge.drafting.texts.templates import template
from knowledge.language.morphology import is_known

_PRONOUNS = read_groups("drafting/pronouns")
_SIDE = read_groups("drafting/attributions")["side"]


def attributed(
    clause: str, speaker: ArticlePerson | None, side: str | None, *, is_about: bool = False
) -> str:
    """The clause as a statement; `is_about`: it names the speaker itself."""
    if is_about or (speaker is None and side is None):
        return f"{clause}."
    if speaker is not None:
        return _of_person(clause, speaker)
    assert side is not None
    adjective = _side_in_genitive(side)
    if adjective is None:
        return template("by_side", side=side, clause=lowered(clause))
    return template("by_party", party=adjective, clause=lowered(clause))


def _of_person(clause: str, speaker: ArticlePerson) -> str:
    if is_first_person(clause):
        return template("quote", name=speaker.name, clause=clause)
    name = name_in(speaker.name, "gent", female=speaker.female)
    if name is None:
        return template("says", name=speaker.name, clause=lowered(clause))
    return template("according", name=name, clause=lowered(clause))


def _side_in_genitive(side: str) -> str | None:
    """«американской» of «США»."""
    adjective = adjective_of(side)
    if adjective is None:
        return None
    word = words_of(adjective)[0]
    reading = next((one for one in word.readings if str(one.tag.POS) == "ADJF"), None)
    return inflected(word, reading, {"gent", "sing", "femn"}) if reading is not None else None


def names_itself(clause: Clause, speaker: ArticlePerson | None, side: str | None) -> bool:
    """Whether the clause's subject is who says it: «Американская сторона намерена …»."""
    subject = clause.subject_text
    if subject is None:
        return False
    if speaker is not None:
        return speaker.surname.lower() in subject.lower()
    words = words_of(subject)
    return side is not None and any(country_of(word) for word in words) and bool(words[-1].lemmas & _SIDE)


def is_first_person(clause: str) -> bool:
    return any(
        word.folded in _PRONOUNS["first"] or any("1per" in one.tag for one in word.readings[:1])
        for word in words_of(clause)
    )


def of_speaker(clause: Clause, speaker: ArticlePerson) -> str:
    """«Я работала бухгалтером» -> «Анна Лосева работала бухгалтером»; other words as they are."""
    words, reading = clause.words, clause.predicate_reading
    singular = reading is not None and "past" in reading.tag and reading.tag.number == "sing"
    if not singular or reading is None or str(reading.tag.POS) != "VERB":
        return clause.text
    gender = "femn" if speaker.female else "masc"
    if reading.tag.gender != gender:
        return clause.text
    if words[0].folded == _FIRST_SINGULAR:
        rest = clause.text[words[0].end :]
        return speaker.name + rest if not is_first_person(rest) else clause.text
    if clause.subject is None and not is_first_person(clause.text):
        return f"{speaker.name} {lowered(clause.text)}"
    return clause.text


_FIRST_SINGULAR = "я"


def lowered(clause: str) -> str:
    """The clause with a small first letter, unless a name opens it."""
    words = words_of(clause)
    if not words or _opens_with_name(words):
        return clause
    return clause[:1].lower() + clause[1:]


def _opens_with_name(words: tuple[Word, ...]) -> bool:
    first = words[0]
    if first.first_pos in ("VERB", "INFN"):
        return False  # «Петь» is of «Петя», too
    if first.is_abbreviation or any(first.has(mark) for mark in ("Geox", "Name", "Surn")):
        return True
    if is_known(first.folded) and not any(first.has(mark) for mark in ("Patr", "Orgn")):
        return False
    return len(words) > 1 and words[1].is_capital and not re.search(r"[«\"]", words[1].before)


_OPENINGS = re.compile(
    rf"^(?:{alternation(read_groups('drafting/attributions')['opening'])}),? ", re.IGNORECASE
)


def without_opening(text: str) -> str:
    """«Потому что закваска даёт другой вкус» without its first words."""
    found = _OPENINGS.match(text)
    if found is None:
        return text
    rest = text[found.end() :]
    return rest[:1].upper() + rest[1:]
