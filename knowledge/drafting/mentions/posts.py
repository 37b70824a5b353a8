"""The post or calling before a person's name: its first word, its head and the head's reading."""

from __future__ import annotations

from collections.abc import Sequence

from pymorphy3.analyzer import Parse

from knowledge.data.tables import read_words
from knowledge.drafting.grammar.inflection import agrees
from knowledge.drafting.grammar.phrases import joined
from knowledge.drafting.grammar.words import Word
from knowledge.language.morphology import is_known

_OFFICES = read_words("nouns/posts")
_POSTS = _OFFICES | read_words("drafting/callings")
_DASHES = frozenset("—–")
_LONGEST_POST = 9
_NO_CALLINGS = read_words("drafting/no_callings")
_CALLING_ENDINGS = tuple(sorted(read_words("drafting/calling_endings")))


def post_before(words: Sequence[Word], start: int) -> tuple[int, int, Parse] | None:
    """The post just before a name: its first word, its head and the head's reading.

    «член Госсовета КНР Го Шэнкунь», «министра национальной безопасности США Джея Джонсона».
    """
    place, head = start, None
    while place > 0 and start - place < _LONGEST_POST and _joins_name(words, place):
        place -= 1
        word = words[place]
        if place == start - 1 and _is_calling(word, words[start]):
            head = place
            continue
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
    case_readings = [one for one in words[head].readings if str(one.tag.POS) in ("NOUN", "PRTF")]
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


def post_before_dash(words: Sequence[Word], start: int) -> tuple[int, int, Parse] | None:
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
    pieces = {lemma.split("-")[-1] for lemma in word.lemmas}  # «вице-премьер», but no «мастер-класс»
    if word.has("PRTF") and any(_base(one) in _POSTS for one in word.readings):
        return True  # «заведующая отделом»
    return bool((word.lemmas | pieces) & _POSTS) and word.has("NOUN")


def is_office(word: Word) -> bool:
    """Whether a word is a post that somebody holds, no calling: «директор», but not «хозяин»."""
    return bool(word.lemmas & _OFFICES) and word.has("NOUN")


def _base(reading: Parse) -> str:
    """«заведующий» of «заведующей»."""
    form = reading.inflect({"nomn", "sing", "masc"}) if "PRTF" in reading.tag else None
    return str(form[0]).replace("ё", "е") if form is not None else ""


def _is_calling(word: Word, name: Word) -> bool:
    """«бондарь Иван Ситный»: a noun of a person right before a name in the same case, in no table."""
    if word.is_capital or word.lemmas & _NO_CALLINGS or not (name.has("Name") or name.text.endswith(".")):
        return False
    unknown = not is_known(word.folded) and word.lemma.endswith(_CALLING_ENDINGS)
    nouns = [one for one in word.readings if str(one.tag.POS) == "NOUN" and one.tag.number == "sing"]
    cases = {one.tag.case for one in name.readings if "Name" in one.tag}
    return any(("anim" in one.tag or unknown) and (one.tag.case in cases or not cases) for one in nouns)
