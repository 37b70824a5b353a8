"""What a message says beside its question: «стою на пересадке: …», «…, мне на семинар», «… Это так?»."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from knowledge.data.tables import alternation, read_groups
from knowledge.language import question_words
from knowledge.language.function_words import POLITE
from knowledge.language.morphology import analyse, readings
from knowledge.language.tokens import Token, tokens
from knowledge.language.values import read_values
from knowledge.understanding.ages import without_whose_age
from knowledge.understanding.asker_tails import has_request, without_reason, without_tail
from knowledge.understanding.doubting_denials import without_doubting_denial
from knowledge.understanding.fillers import without_fillers
from knowledge.understanding.frames import TAGS, is_tag, without_frame
from knowledge.understanding.inquiries import ASKER, ASKING, INQUIRING, from_question
from knowledge.understanding.phrase_patterns import find_phrases
from knowledge.understanding.purposes import without_purpose
from knowledge.understanding.social_groups import names_group

Known = Callable[[str], bool]
"""Whether a word is a content word of the base."""
_CLAUSE = re.compile(r"(?<=[,:;—–])\s|\s[-—–]\s")
_NUMBER = re.compile(
    r"(?P<word>вопрос)?\s*(?:№|номер)?\s*(?<!\d)\d{1,2}(?:[.):]\s+|(?(word)\s+|(?!)))", re.IGNORECASE
)
_TIES = read_groups("function_words/asides")
_TITLE = re.compile(rf"\b(?:{alternation(_TIES['titles'])})\s+(?=[А-ЯЁ])", re.IGNORECASE)
"""«Г-н», «г-жи» before a name."""
_THAT = read_groups("function_words/particles")["that"]
_SPEAKERS = frozenset({"1per", "2per", "impr"})
_WHETHER = question_words.YES_NO - TAGS


def strip_asides(text: str, known: Known) -> str:
    """A normalised text without what only tells of the asker; `known` keeps all that the base speaks of."""
    text = without_reason(text, known)
    text = without_doubting_denial(_without_number(_TITLE.sub("", text), known))
    text = without_frame(without_fillers(text, known))
    text = without_purpose(_without_addressee(without_whose_age(text, known), known), known)
    return without_tail(_without_asides(from_question(text, known), known), known)


def _without_number(text: str, known: Known) -> str:
    """«Вопрос 5: кто вёл диалог», «3) кто вёл» without the number that the asker gives to a question."""
    numbered = _NUMBER.match(text)
    if numbered is None or (numbered["word"] and known(numbered["word"])):
        return text
    rest = text[numbered.end() :]
    return rest if len(tokens(rest)) > 1 else text


def _without_addressee(text: str, known: Known) -> str:
    """«Перескажи бабушке» without the person, not of the base, to whom it is to be told."""
    words = tokens(text)
    if not words or "summary" not in find_phrases("forms", [_forms(token) for token in words]):
        return text
    for before, word in pairwise(words):
        is_noun = analyse(word.word).first_pos == "NOUN"
        told = any({"NOUN", "datv", "anim"} <= one.tag.grammemes for one in readings(word.word))
        if is_noun and told and analyse(before.word).first_pos != "PREP" and not known(word.word):
            return f"{text[: word.start].rstrip()}{text[word.end :]}"
    return text


def _without_asides(text: str, known: Known) -> str:
    """The text without clauses that have no word of the base, beside one that makes a request or states
    something to be confirmed. A question word is left to `strip_preamble`."""
    clauses = _joined([clause for clause in _CLAUSE.split(text) if clause.strip()])
    if len(clauses) < 2 or any(token.word in ASKING | _WHETHER for token in tokens(text)):
        return text
    requests = [has_request(clause) for clause in clauses]
    if not any(requests) and not text.rstrip().endswith("?"):
        return text
    asked = requests if any(requests) else [*(False for _ in clauses[1:]), True]
    kept = [
        clause
        for clause, is_asked in zip(clauses, asked, strict=True)
        if is_asked or not _is_aside(clause, known, of_asker=not any(requests))
    ]
    if len(kept) == len(clauses):
        return text
    left = " ".join(kept).rstrip(" ,:;—–-")
    words = tokens(left)
    if words and words[0].word in _THAT:
        left = left[words[0].end :].lstrip(" ,")
    return f"{left}?" if text.rstrip().endswith("?") and not left.endswith("?") else left


def _joined(clauses: Sequence[str]) -> list[str]:
    """A clause that only asks for confirmation belongs to the one before."""
    found: list[str] = []
    for clause in clauses:
        if found and is_tag(clause):
            found[-1] = f"{found[-1]} {clause}"
        else:
            found.append(clause)
    return found


def _is_aside(clause: str, known: Known, *, of_asker: bool) -> bool:
    """Whether a clause has no word of the base; where `of_asker`, it must also speak of who asks."""
    words = tokens(clause)
    if of_asker and (read_values(clause) or names_group(token.word for token in words)):
        return False  # «мне двенадцать», «я на пенсии»: what is asked may depend on it
    if any(token.word.isdecimal() for token in words):
        return False
    return not _any(words, known) and (not of_asker or any(map(_is_of_asker, words)))


def _is_of_asker(token: Token) -> bool:
    word = analyse(token.word)
    verb = word.first_pos == "VERB" and bool(word.moods & _SPEAKERS)
    said = INQUIRING.intersection(word.lemmas) or POLITE.intersection((token.word, *word.lemmas))
    return verb or bool(said) or token.word in ASKER


def _any(words: Sequence[Token], known: Known) -> bool:
    return any(known(token.word) for token in words)


def _forms(token: Token) -> frozenset[str]:
    return frozenset((token.word, *analyse(token.word).lemmas))
