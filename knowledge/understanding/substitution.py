"""The last question with one phrase replaced by that of a follow-up: «А четвёртого?»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.data.tables import read_groups
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.tokens import tokens
from knowledge.understanding.base_words import BaseWords
from knowledge.understanding.question import Question, is_time_ordinal

CONFIRMS = read_groups("function_words/particles")["confirm"]
"""In a follow-up without a question word these ask to confirm, not to answer the last question anew."""
_STEPS = {"+": 1, "-": -1}
_LONG_ENDINGS = frozenset("оу")
"""End «второго» and «второму», of which two letters are written after a number."""
_VERBAL = frozenset({"VERB", "INFN", "PRTS", "PRED"})
_GAPPED = read_groups("question_words/groups")["gapped"]
"""Question words after which a noun alone asks nothing whole: «кого Мазин»."""
_MODIFIERS = frozenset({"ADJF", "PRTF", "NUMR"})


def substitutions(new: Question, last: Question, base_words: BaseWords, *, confirms: bool) -> Iterator[str]:
    """The last question with the follow-up's phrase in the place of one like it: of the same kind of
    name, or after the same preposition. «Сколько стоит тонна третьего класса? А четвёртого?»"""
    phrase = _phrase(new)
    if phrase is None:
        return
    first, after = phrase
    words = new.text[new.terms[first].token.start : new.terms[after - 1].token.end]
    kinds = {kind for term in new.terms[first:after] for kind in kinds_of(term, base_words)}
    for start, end in _replaceable(new.terms[first:after], kinds, last, base_words):
        head = _without_verb(last, 0, start, phrase=new.terms[first:after])
        tail = _without_verb(last, end, len(last.terms), phrase=new.terms[first:after])
        filled = f"{head}{words}{tail}"
        if confirms:
            asking = [last.terms[place].token.written for place in last.asking_places]
            filled = " ".join(token.written for token in tokens(filled) if token.written not in asking) + "?"
        yield filled


def _without_verb(last: Question, first: int, after: int, *, phrase: Sequence[Term]) -> str:
    """The last question before or after the replaced phrase; without its verb where the new one has its own:
    «Когда прошёл диалог? А вышло сообщение?»"""
    start = last.terms[first - 1].token.end if first else 0
    end = last.terms[after].token.start if after < len(last.terms) else len(last.text)
    if not any(_is_finite(term) for term in phrase):
        return last.text[start:end]
    kept = (term.token.written for term in last.terms[first:after] if not _is_finite(term))
    return f" {' '.join(kept)} "


def _is_finite(term: Term) -> bool:
    return term.morphology.first_pos == "VERB"


def stepped_ordinal(new: Question, last: Question) -> str | None:
    """«А следующая?» after a question of the second: «3-я»; None where no one thing is numbered."""
    content = [new.terms[at] for at in new.content_places]
    steps = [step for term in content if (step := _STEPS.get(_ordinal_of(term))) is not None]
    numbered = [
        (int(found), term)
        for at in last.content_places
        if (found := _ordinal_of(last.terms[at])).isdecimal() and not is_time_ordinal(last.terms, at)
        for term in (last.terms[at],)
    ]
    if len(content) != 1 or not steps or len(numbered) != 1 or numbered[0][0] + steps[0] < 1:
        return None
    number, term = numbered[0]
    ending = term.word[-2:] if term.word[-1] in _LONG_ENDINGS else term.word[-1]
    stepped = f"{number + steps[0]}-{ending}"
    return new.text.replace(content[0].token.written, stepped)


def without_repeated_question_word(new: Question, last: Question, base_words: BaseWords) -> str | None:
    """«Кого поддержала Лапина, а кого Мазин?», «сколько за велосипед и сколько за ребёнка?»: the second one
    repeats the question word and leaves the verb out. None where it is complete: «а сколько мест?»."""
    asking = {new.terms[at].word for at in new.asking_places}
    repeated = {last.terms[at].word for at in last.asking_places}
    if not asking or not asking <= repeated or not asking <= _GAPPED or _has_verb(new) or not _has_verb(last):
        return None
    rest = [term for at, term in enumerate(new.terms) if at not in new.asking_places]
    if new.counted_place is not None and new.counted_place - 1 in new.asking_places:
        return None
    named = any(kinds_of(term, base_words) & {"who", "place"} for term in rest)
    if not rest or not (named or rest[0].morphology.first_pos == "PREP"):
        return None
    return " ".join(term.token.written for term in rest)


def _has_verb(question: Question) -> bool:
    return any(term.morphology.first_pos in _VERBAL for term in question.terms)


def _ordinal_of(term: Term) -> str:
    """What follows the sign of an ordinal's key: «2», «+», «-»; empty of another word."""
    return next((key[1:] for key, level in term.keys if key[0] == "№" and level is Level.LEMMA), "")


def _phrase(question: Question) -> tuple[int, int] | None:
    """The places from the first to the last content word, with the preposition before."""
    content = [at for at in question.content_places if question.terms[at].word not in CONFIRMS]
    if not content:
        return None
    first, last = content[0], content[-1]
    if first and question.terms[first - 1].morphology.first_pos == "PREP":
        first -= 1
    return first, last + 1


def _replaceable(
    phrase: Sequence[Term], kinds: set[str], last: Question, base_words: BaseWords
) -> Iterator[tuple[int, int]]:
    """Runs of words of the last question that the phrase may stand for."""
    preposition = phrase[0].word if phrase[0].morphology.first_pos == "PREP" else ""
    for place, term in enumerate(last.terms):
        if place not in last.content_places:
            continue
        before = last.terms[place - 1] if place else None
        if kinds & kinds_of(term, base_words):
            after_preposition = (
                bool(preposition) and before is not None and before.morphology.first_pos == "PREP"
            )
            is_side = _is_adjective(phrase[-1]) and _is_adjective(
                term
            )  # «а финская?» after «шведская сторона»
            end = place + 1 if is_side else _end_of_name(last, place, base_words)
            if (
                phrase[-1].morphology.first_pos == "NOUN"
                and last.terms[end - 1].morphology.first_pos == "ADJF"
            ):
                end = _after_noun(last, end)
            yield place - after_preposition, end
            return
    for place, term in enumerate(last.terms):
        if preposition and term.word == preposition and place + 1 < len(last.terms):
            end = place + 1
            while end < len(last.terms) and last.terms[end].morphology.first_pos in _MODIFIERS:
                end += 1
            yield place, min(end + 1, len(last.terms))
            return
    if not preposition and phrase[-1].morphology.first_pos == "NOUN":
        yield from _bare_noun(phrase[-1], last)


def is_label(word: str) -> bool:
    """«Т3», «4б»: letters and digits in one word."""
    return any(char.isdigit() for char in word) and any(char.isalpha() for char in word)


def _is_adjective(term: Term) -> bool:
    return term.morphology.first_pos == "ADJF"


def _after_noun(question: Question, end: int) -> int:
    """After the noun that an adjective before it belongs to: «китайский представитель» is replaced whole."""
    at = end
    while at < len(question.terms) and question.terms[at].morphology.first_pos in _MODIFIERS:
        at += 1
    is_noun = at < len(question.terms) and question.terms[at].morphology.first_pos == "NOUN"
    return at + 1 if is_noun else end


def _end_of_name(question: Question, place: int, base_words: BaseWords) -> int:
    """After the last word of the name that begins here: «Го Шэнкунь» is replaced whole."""
    end = place + 1
    named = "who" in kinds_of(question.terms[place], base_words)
    while named and end in question.content_places and "who" in kinds_of(question.terms[end], base_words):
        end += 1
    return end


def _bare_noun(noun: Term, last: Question) -> Iterator[tuple[int, int]]:
    """The last noun without a preposition that may be a person where this one may: «сутки» for «час»."""
    for place in reversed(last.content_places):
        term = last.terms[place]
        before = last.terms[place - 1] if place else None
        free = before is None or before.morphology.first_pos not in {"PREP", *_MODIFIERS}
        is_noun = term.morphology.first_pos == "NOUN" and place not in last.head_places
        if is_noun and free and term.morphology.animate == noun.morphology.animate:
            yield place, place + 1
            return


def kinds_of(term: Term, base_words: BaseWords) -> frozenset[str]:
    """Kinds of a word that may be replaced: an ordinal, a date, a label, a person or side, a place."""
    found = {"ordinal" for key, _ in term.keys if key[0] == "№"}
    found |= {"date" for key, _ in term.keys if key[0] in "/#"}
    if is_label(term.word):
        found.add("label")
    for kind, keys in base_words.name_keys.items():
        if any(key in keys for key, _ in term.keys):
            found.add("who" if kind in ("person", "side") else kind)
    return frozenset(found)
