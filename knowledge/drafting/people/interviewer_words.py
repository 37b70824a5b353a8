"""The question of an interviewer as a reader asks it: of the guest by name."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_groups
from knowledge.drafting.grammar.inflection import inflected
from knowledge.drafting.grammar.words import Word, words_of
from knowledge.drafting.mentions.name_runs import name_runs
from knowledge.drafting.people.article_people import ArticlePerson
from knowledge.drafting.people.wording import without_opening

_YOU = "вы"
_SECOND = read_groups("drafting/pronouns")["second"]


def to_readers(asked: str, guest: ArticlePerson | None) -> str | None:
    """A question of an interviewer as a reader asks it; None where it cannot be.

    «Николай Иванович, как вы попали на остров?» -> «Как Николай Зимин попал на остров?»
    """
    text = without_opening(_without_address(asked))
    out, end, words = [], 0, words_of(text)
    for word in words:
        out.append(text[end : word.start])
        end = word.end
        if word.folded == _YOU:
            if guest is None:
                return None
            out.append(guest.name)
        elif word.folded in _SECOND:
            return None
        else:
            out.append(_of_guest(word, words, guest) or word.text)
    made = "".join(out) + text[end:]
    return made[:1].upper() + made[1:]


def _without_address(asked: str) -> str:
    words = words_of(asked)
    runs = [run for run in name_runs(words) if run.start == 0]
    if runs and runs[0].end < len(words) and "," in words[runs[0].end].before:
        return asked[words[runs[0].end].start :]
    return asked


def _of_guest(word: Word, words: Sequence[Word], guest: ArticlePerson | None) -> str | None:
    """«попали» of «вы» -> «попал»; «пускаете» -> «пускает», of nobody in particular «пускают»."""
    spoken = any(one.folded == _YOU for one in words)
    reading = next((one for one in word.readings if str(one.tag.POS) == "VERB"), None)
    if reading is None or word.first_pos != "VERB":
        return None
    if "2per" in reading.tag:
        number = "sing" if spoken else "plur"
        return inflected(word, reading, {"3per", number, str(reading.tag.tense)})
    if spoken and guest is not None and "past" in reading.tag and reading.tag.number == "plur":
        return inflected(word, reading, {"sing", "femn" if guest.female else "masc"})
    return None
