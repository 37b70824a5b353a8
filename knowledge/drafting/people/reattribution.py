"""A drafted statement, and the questions after what somebody said, as the words of another speaker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge.drafting.grammar.inflection import name_in
from knowledge.drafting.grammar.words import words_of
from knowledge.drafting.people.article_people import ArticlePerson, genders
from knowledge.drafting.people.wording import attributed
from knowledge.drafting.texts.question_texts import question
from knowledge.drafting.texts.templates import template

_BLANK = "\0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A person, or else a side, by name."""

    name: str
    is_person: bool


def reattributed(says: str, was: Speaker | None, now: Speaker | None) -> str:
    """«По словам Нины Лось, мост открыт.» as the words of another; other statements as they are."""
    for before, after in _frames(was) if was is not None else ():
        if says.startswith(before) and says.endswith(after) and len(says) > len(before) + len(after):
            clause = says[len(before) : len(says) - len(after)]
            clause = clause[:1].upper() + clause[1:]
            return _attributed(clause, now)
    return says


def asked_of(questions: Iterable[str], was: Speaker | None, now: Speaker | None) -> tuple[str, ...]:
    """The questions; those after the words of the one ask after those of the other, or go without one."""
    openings = tuple(_openings(was)) if was is not None else ()
    return tuple(filter(None, (_asked_of(one, openings, now) for one in questions)))


def _asked_of(asked: str, openings: tuple[tuple[str, bool], ...], now: Speaker | None) -> str:
    for opening, is_short in openings:
        before, found, after = _split(asked, opening)
        if found and after[:1] in ("?", " "):
            if now is None or not now.is_person:
                return ""
            name = now.name.split()[-1] if is_short else now.name
            said = _saying(name, female=_is_female(now.name))
            return f"{before}{_with_case_of(said, found)}{after}"
    return asked


def _split(asked: str, opening: str) -> tuple[str, str, str]:
    """Around the opening, wherever it stands; the second part is empty where it does not."""
    at = asked.lower().find(opening.lower())
    return (
        (asked, "", "") if at < 0 else (asked[:at], asked[at : at + len(opening)], asked[at + len(opening) :])
    )


def _with_case_of(text: str, model: str) -> str:
    return text if model[:1].isupper() else text[:1].lower() + text[1:]


def _openings(speaker: Speaker) -> Iterator[tuple[str, bool]]:
    """«Что сказала Нина Лось», «Что сказала Лось»; whether it is by the surname alone."""
    short = speaker.name.split()[-1]
    for name in dict.fromkeys((speaker.name, short)) if speaker.is_person else ():
        for female in (False, True):
            yield _saying(name, female=female), name != speaker.name


def _saying(name: str, *, female: bool) -> str:
    return question("said_what_femn" if female else "said_what", name=name).rstrip("?")


def _attributed(clause: str, speaker: Speaker | None) -> str:
    if speaker is None or not speaker.is_person:
        return attributed(clause, None, speaker.name if speaker is not None else None)
    return attributed(clause, ArticlePerson(name=speaker.name, female=_is_female(speaker.name)), None)


def _frames(speaker: Speaker) -> Iterator[tuple[str, str]]:
    """What stands before and after the words themselves."""
    made = [_attributed(_BLANK, speaker)]
    if speaker.is_person:
        made += [template(kind, name=speaker.name, clause=_BLANK) for kind in ("quote", "says")]
    for text in sorted(made, key=len, reverse=True):
        before, _, after = text.partition(_BLANK)
        yield before, after


def _is_female(name: str) -> bool:
    """By the first name, else by what the name can be inflected as."""
    told = genders(words_of(name))
    if len(told) == 1:
        return told == ("femn",)
    return name_in(name, "gent", female=False) is None
