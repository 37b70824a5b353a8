"""The words of «я» and «мы» as readers speak of them: by the speaker's name, or of nobody in particular."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.data.tables import read_groups
from knowledge.drafting.grammar.inflection import inflected, name_in
from knowledge.drafting.grammar.words import Word, words_of
from knowledge.drafting.parts.government import case_of, cases_after
from knowledge.drafting.people.article_people import ArticlePerson
from knowledge.drafting.people.wording import is_first_person
from knowledge.drafting.statements.model import DraftStatement

_FIRST = read_groups("drafting/pronouns")["first"]
_THIRD = read_groups("drafting/pronouns")["third"]
_POSSESSIVE = read_groups("drafting/attributions")["whose"]
_NAMING = frozenset({"NOUN", "ADJF", "PRTF"})
_SELF = "я"
_OURS = "мы"
_MINE = read_groups("drafting/pronouns")["mine"]


def of_others(statement: DraftStatement) -> str:
    """«Летом я встаю в пять» -> «Летом Николай Зимин встаёт в пять», «мы печём» -> «пекут»."""
    text = without_pointing(statement.clause.text)
    if not is_first_person(text):
        return text
    out, end = [], 0
    named = False
    words = words_of(text)
    ours = any(word.folded == _OURS for word in words)
    for place, word in enumerate(words):
        before = text[end : word.start]
        end = word.end
        after = words[place + 1] if place + 1 < len(words) else None
        if word.folded == _SELF and statement.speaker is not None and not named:
            out += [before, statement.speaker.name]
            named = True
            continue
        if (name := _speaker_in_case(word, statement.speaker)) is not None:
            out += [before, name]
            continue
        if word.folded in _FIRST or (
            word.first_pos == "PREP" and after is not None and after.folded in _FIRST
        ):
            out.append(before)
            continue
        made = _third_person(word, statement.speaker, ours=ours)
        if made is not None and _is_singular(word) and not named and statement.speaker is not None:
            out += [before, f"{statement.speaker.name} {made.lower()}"]
            named = True
            continue
        out += [before, made or word.text]
    made_text = re.sub(r"\s{2,}", " ", "".join(out) + text[end:]).strip(" ,")
    return made_text[:1].upper() + made_text[1:]


def without_pointing(text: str) -> str:
    """«Запись на них открыта» -> «Запись открыта»: nobody knows who is meant by «они»."""
    out: list[str] = []
    end, words = 0, words_of(text)
    for place, word in enumerate(words):
        after = words[place + 1] if place + 1 < len(words) else None
        points = word.folded in _THIRD and (
            word.before.strip() != "" or not "".join(out).strip() or word.first_pos != "NPRO"
        )
        governed = word.folded in _THIRD and place > 0 and words[place - 1].first_pos == "PREP"
        opens = word.first_pos == "PREP" and after is not None and _stands_alone(after, words[place + 2 :])
        if governed and (meant := _antecedent(words[: place - 1], word, words[place - 1])) is not None:
            out += [text[end : word.start], meant]
            end = word.end
            continue
        if opens and after is not None and _antecedent(words[:place], after, word) is not None:
            opens = False
        owns = word.folded in _POSSESSIVE and after is not None and after.first_pos in _NAMING
        several = word.folded in _THIRD and word.has("NPRO", "nomn", "plur")  # «взяли», whoever they are
        keep = "" if governed or opens or several or (points and owns) else word.text
        out += [text[end : word.start], keep]
        end = word.end
    return re.sub(r"\s{2,}", " ", "".join(out) + text[end:]).strip(" ,")


def _stands_alone(pronoun: Word, after: Sequence[Word]) -> bool:
    """«в нём», but not «в его доме»."""
    owns = bool(after) and pronoun.folded in _POSSESSIVE and after[0].first_pos in _NAMING
    return pronoun.folded in _THIRD and not owns


def _antecedent(before: Sequence[Word], pronoun: Word, preposition: Word) -> str | None:
    """«поднимаюсь на башню, в ней 148 ступеней» -> «в башне»: the last thing of its gender, in its case."""
    cases = cases_after(preposition.folded)
    reading = next((one for one in pronoun.readings if "NPRO" in one.tag and case_of(one) in cases), None)
    if reading is None:
        return None
    plural = reading.tag.number == "plur"
    for place in range(len(before) - 1, -1, -1):
        word = before[place]
        noun = next((one for one in word.readings[:1] if str(one.tag.POS) == "NOUN"), None)
        if noun is None or "anim" in noun.tag or word.is_capital:
            continue
        counted = place > 0 and (before[place - 1].is_number or before[place - 1].has("NUMR"))
        many = counted or noun.tag.number == "plur"
        if many != plural or (not plural and reading.tag.gender not in (None, noun.tag.gender)):
            continue
        return inflected(word, noun, {case_of(reading), "plur" if plural else "sing"})
    return None


def _speaker_in_case(word: Word, speaker: ArticlePerson | None) -> str | None:
    """«сменит меня» -> «сменит Николая Зимина»."""
    if speaker is None or word.folded not in _MINE:
        return None
    case = next((str(one.tag.case) for one in word.readings if "NPRO" in one.tag), None)
    if case is None:
        return None
    return name_in(speaker.name, "gent" if case == "accs" else case, female=speaker.female)


def _third_person(word: Word, speaker: ArticlePerson | None, *, ours: bool) -> str | None:
    """`ours`: beside «мы» a word that may be another («читаем») is a verb of the first person."""
    read = word.readings if ours else word.readings[:1]
    first = next((one for one in read if "1per" in one.tag), None)
    if first is None:
        return None
    number = "sing" if _is_singular(word) and speaker is not None else "plur"
    return inflected(word, first, {"3per", number, str(first.tag.tense)})


def _is_singular(word: Word) -> bool:
    return any("1per" in one.tag and one.tag.number == "sing" for one in word.readings[:1])
