"""Whether the forms of a question's words agree: what is made by templates and synonyms may not.

Only what no reading of the words allows is a fault: a form that may be right is.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pymorphy3.analyzer import Parse

from knowledge.data.tables import read_groups
from knowledge.drafting.grammar.inflection import agreement, agrees
from knowledge.drafting.grammar.words import Word, words_of
from knowledge.language.morphology import readings

_NEAR = 4
"""An adjective stands at most so many words from its noun."""
_ONE, _ELEVEN, _DIGITS_OF_YEAR = "1", "11", 4
_GENITIVES = frozenset({"gent", "gen1", "gen2"})
_WORDS = read_groups("drafting/agreement")


def forms_agree(question: str) -> bool:
    words = words_of(question)
    if any(_is_miscounted(number, noun) for number, noun in pairwise(words)):
        return False
    if any(one.is_number or one.pos("NUMR") for one in words):
        return True  # «два крупных города», «прошло пять лет»
    return not (_lacks_subject(words) or any(_is_alone(place, words) for place in range(len(words))))


def _is_alone(place: int, words: Sequence[Word]) -> bool:
    """Whether an attribute before a noun agrees with none that is near: «новый корпуса»."""
    mine, after = _readings(words[place]), words[place + 1 : place + 2]
    if not mine or not all(map(_is_attribute, mine)) or not after:
        return False
    if after[0].before != " " or not _is_noun(after[0]):
        return False
    near = [*words[max(0, place - _NEAR) : place], *words[place + 1 : place + 1 + _NEAR]]
    nouns = [one for other in near for one in _readings(other) if _names(one)]
    return not any(agrees(one, noun) for one in mine for noun in nouns)


def _is_miscounted(number: Word, noun: Word) -> bool:
    """«5 дом»: after a whole number other than one no noun is a nominative singular; a year counts none."""
    digits = number.text
    if not digits.isdigit() or len(digits) == _DIGITS_OF_YEAR or noun.before != " " or noun.is_capital:
        return False
    if digits.endswith(_ONE) and not digits.endswith(_ELEVEN):
        return False
    if not _is_noun(noun) or noun.is_abbreviation:
        return False
    return all(
        one.tag.number == "sing" and one.tag.case not in _GENITIVES and "Fixd" not in one.tag
        for one in _readings(noun)
    )


def _lacks_subject(words: Sequence[Word]) -> bool:
    """Whether the verb agrees with nothing in the nominative, though a noun can be in no other case."""
    if any("," in one.before or "«" in one.before or one.folded in _WORDS["joining"] for one in words):
        return False
    verbs = [one for one in words if _is_verb(one)]
    surely = [one for one in words if _is_noun(one) and all(map(_is_nominative, _readings(one)))]
    if len(verbs) != 1 or verbs[0].lemmas & _WORDS["copulas"] or not surely:
        return False
    subjects = [one for word in words for one in _readings(word) if _names(one) and _is_nominative(one)]
    return not any(_suits(verb, one) for verb in _readings(verbs[0]) for one in subjects)


def _suits(verb: Parse, subject: Parse) -> bool:
    _, number, gender = agreement(subject)
    if verb.tag.number is not None and number is not None and str(verb.tag.number) != number:
        return False
    if gender == "masc" and "anim" in subject.tag:
        return str(verb.tag.gender or "masc") in ("masc", "femn")  # «директор сказала»
    return verb.tag.gender is None or gender is None or str(verb.tag.gender) == gender


def _readings(word: Word) -> Sequence[Parse]:
    """All of them: even an unlikely one may be meant."""
    return readings(word.text.lower())


def _is_attribute(one: Parse) -> bool:
    return str(one.tag.POS) in ("ADJF", "PRTF") and not {"Subx", "Apro", "Anum"} & one.tag.grammemes


def _is_noun(word: Word) -> bool:
    found = _readings(word)
    return bool(found) and all(str(one.tag.POS) == "NOUN" for one in found)


def _is_verb(word: Word) -> bool:
    found = _readings(word)
    return bool(found) and all(str(one.tag.POS) == "VERB" for one in found)


def _names(one: Parse) -> bool:
    return str(one.tag.POS) in ("NOUN", "NPRO")


def _is_nominative(one: Parse) -> bool:
    return bool(one.tag.case == "nomn") and "Fixd" not in one.tag
