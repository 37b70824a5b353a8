"""Russian words for the generators: lemmas, inflection and word lists, from pymorphy3 alone."""

from __future__ import annotations

import re
from functools import cache

import pymorphy3
from pymorphy3.analyzer import Parse

MONTHS = {
    "январь": 1, "февраль": 2, "март": 3, "апрель": 4, "май": 5, "июнь": 6, "июль": 7, "август": 8,
    "сентябрь": 9, "октябрь": 10, "ноябрь": 11, "декабрь": 12,
}  # fmt: skip
GENITIVE_MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа",
    "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
PREPOSITIONAL_MONTHS = tuple("мае" if month == "мая" else f"{month[:-1]}е" for month in GENITIVE_MONTHS)
WEEKDAYS = ("понедельник", "вторник", "среду", "четверг", "пятницу", "субботу", "воскресенье")
QUESTION_WORDS = frozenset(
    "кто что где когда куда откуда сколько какой который каков чей зачем почему насколько как".split()
)
NEGATIVE = re.compile(
    r"\b(не|нет|нельзя|ни|без|никто|ничего|нигде|некому|запре[щт]\w+|отмен\w+|отказа\w+|кроме|только|закры\w+)\b",
    re.IGNORECASE,
)
DENIAL = re.compile(
    r"\b(?:не(?! (?:раньше|позже|позднее|больше|меньше|более|менее|дольше|ниже|выше))|нельзя|никто"
    r"|запре[щт]\w+|отмен\w+)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_CASELESS = frozenset({"Name", "Surn", "Patr", "Geox", "Abbr", "Orgn"})


@cache
def _morph() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")


@cache
def parses(word: str) -> tuple[Parse, ...]:
    return tuple(_morph().parse(word.lower()))


def is_known(word: str) -> bool:
    """Whether the dictionary has this very form."""
    return _morph().word_is_known(word.lower())


def fold(text: str) -> str:
    return text.lower().replace("ё", "е")


def words(text: str) -> list[str]:
    """Words and numbers in their order, as written."""
    return _WORD.findall(text)


@cache
def lemma(word: str) -> str:
    """The likeliest dictionary form, ё folded."""
    return fold(parses(word)[0].normal_form)


def lemmas(text: str) -> list[str]:
    return [lemma(word) for word in words(text)]


def part(word: str) -> str:
    """The likeliest part of speech, in pymorphy3's names; empty for none."""
    return parses(word)[0].tag.POS or ""


def is_noun(word: str) -> bool:
    return part(word) == "NOUN"


def inflect(word: str, *grammemes: str) -> str | None:
    """The word in this form, in its own letter case."""
    made = parses(word)[0].inflect(frozenset(grammemes))
    return None if made is None else with_case_of(made.word, word)


def with_case_of(text: str, model: str) -> str:
    return text[:1].upper() + text[1:] if model[:1].isupper() else text


def lower_first(text: str) -> str:
    """The text as it stands inside a sentence: «Диалог прошёл» but «США намерены», «Си Цзиньпин»."""
    first, second = [*words(text), "", ""][:2]
    if not first or not text.startswith(first) or _is_proper(first, second):
        return text
    return text[:1].lower() + text[1:]


def _is_proper(first: str, second: str) -> bool:
    """Whether a word keeps its capital; of short ones and those that may be names the next word tells."""
    if part(first) in ("PREP", "CONJ", "PRCL"):
        return False
    if first.isupper() or not is_known(first) or _CASELESS & parses(first)[0].tag.grammemes:
        return True
    may_be_name = len(first) <= 3 or any("Name" in one.tag for one in parses(first))
    return may_be_name and second[:1].isupper()


def upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]


def phrase_in(text: str, case: str) -> str | None:
    """A title in another case: «первого диалога по борьбе…»; what follows its first noun is kept.

    None where it does not begin with a noun and its adjectives.
    """
    done: list[str] = []
    tokens = text.split(" ")
    for at, token in enumerate(tokens):
        fitting = [
            one for one in parses(token) if one.tag.case == "nomn" and one.tag.POS in ("ADJF", "PRTF", "NOUN")
        ]
        made = fitting[0].inflect(frozenset({case})) if fitting and token.replace("-", "").isalpha() else None
        if made is None:
            return None
        done.append(with_case_of(made.word, token))
        if fitting[0].tag.POS == "NOUN":
            return lower_first(" ".join([*done, *tokens[at + 1 :]]))
    return None


def head_form(title: str) -> str | None:
    """`masc`, `femn`, `neut` or `plur` of the first noun of a title, None where there is none."""
    for token in title.split(" "):
        nouns = [one for one in parses(token) if one.tag.POS == "NOUN" and one.tag.case == "nomn"]
        if nouns and parses(token)[0].tag.POS == "NOUN":
            return "plur" if nouns[0].tag.number == "plur" else nouns[0].tag.gender
    return None


def gender_of(name: str) -> str:
    """A person's gender by the first name, by its ending where the dictionary has no such name."""
    first = name.split(" ")[0]
    for one in parses(first):
        if "Name" in one.tag and one.tag.gender in ("masc", "femn"):
            return one.tag.gender
    return "femn" if first[-1:] in "ая" else "masc"


def agreeing(verb: str, name: str) -> str:
    """A verb in the singular, and of the past in the person's gender."""
    one = next((each for each in parses(verb) if each.tag.POS == "VERB"), None)
    if one is None:
        return verb
    wanted = {"sing", gender_of(name)} if one.tag.tense == "past" else {"sing", "3per"}
    made = one.inflect(frozenset(wanted))
    return verb if made is None else with_case_of(made.word, verb)
