"""Whether a word agrees with a noun, and the form in which it does: by the dictionary's own readings."""

from __future__ import annotations

from functools import lru_cache

from knowledge.language.morphology import GENITIVES, analyse, analyser

_REMEMBERED = 8_192


@lru_cache(maxsize=_REMEMBERED)
def agrees_with_ordinal(word: str) -> bool:
    """Whether a noun may follow an ordinal and no numeral: «2 регата», but «2 регаты», «5 человек»."""
    likely = analyse(word)
    if likely.first_pos != "NOUN" or not likely.known:
        return False
    parses = [parse for parse in analyser().parse(word) if str(parse.tag.POS) == "NOUN"]
    return all(parse.tag.number == "sing" and not GENITIVES & parse.tag.grammemes for parse in parses)


def is_genitive_singular(word: str) -> bool:
    """Whether a noun may be one in the genitive, as after «два» and in «дата диалога»."""
    likely = analyse(word)
    if likely.first_pos != "NOUN" or not likely.known:
        return False
    tags = [parse.tag for parse in analyser().parse(word) if str(parse.tag.POS) == "NOUN"]
    return any(tag.number == "sing" and GENITIVES & tag.grammemes for tag in tags)


@lru_cache(maxsize=2_048)
def agrees(word: str, noun: str) -> bool:
    """Whether a word may be an adjective, ordinal or pronoun of this noun: «второго диалога»."""
    nouns = [parse.tag for parse in analyser().parse(noun) if str(parse.tag.POS) == "NOUN"]
    return any(
        tag.case == other.case
        and tag.number == other.number
        and (tag.number == "plur" or tag.gender == other.gender)
        for tag in (parse.tag for parse in analyser().parse(word) if str(parse.tag.POS) in {"ADJF", "NPRO"})
        for other in nouns
        if tag.case is not None
    )


def agreeing_form(word: str, noun: str) -> str:
    """The form of an adjective or ordinal that goes with a noun: «первый», «диалога»: «первого»."""
    parses = analyser().parse(word)
    lexeme = next((analyser().get_lexeme(one) for one in parses if str(one.tag.POS) == "ADJF"), ())
    likely = next((one.tag for one in analyser().parse(noun) if str(one.tag.POS) == "NOUN"), None)
    for form in lexeme if likely is not None else ():
        tag = form[1]
        assert tag is not None
        assert likely is not None
        same = tag.case == likely.case and tag.number == likely.number
        if same and (likely.number == "plur" or tag.gender == likely.gender):
            return str(form[0]).replace("ё", "е")
    return word
