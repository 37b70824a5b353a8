"""What a question and a statement deny apart from each other: by words that the other has not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from knowledge.data.tables import read_groups
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.synonyms import Level
from knowledge.language.values import ValueKind, read_values
from knowledge.scoring.former_values import MOVING, moved_to
from knowledge.understanding.denials import denying_stem, has_denial, is_negative
from knowledge.understanding.denied_by import denies_by_other
from knowledge.understanding.question import Question

WITHOUT = re.compile(r"\bбез (\w+)", re.IGNORECASE)
_DEEDS = frozenset({"VERB", "INFN", "PRTS"})
_PARTS = re.compile(r"[,;:()—–]")
_ONLY = read_groups("function_words/particles")["only"]


def denials_of(question: Question, part: str, lexicon: Lexicon) -> tuple[bool, bool]:
    """Whether question and statement deny, apart from what denies in both: «бесплатно», «без шапочки»."""
    if WITHOUT.search(question.text) and WITHOUT.search(part):
        return is_negative(WITHOUT.sub("", question.text)), is_negative(WITHOUT.sub("", part))
    asked, said = denials_in_words(question, part, lexicon)
    return bool(question.request.negated) or asked, said


def denials_in_words(question: Question, part: str, lexicon: Lexicon) -> tuple[bool, bool]:
    """Whether question and statement deny by words that the other has not; the question's «не» left out."""
    asked, said = _without_shared(question, part, lexicon)
    return has_denial(asked), is_negative(said) or denies_by_another(question, part, lexicon)


def denies_by_another(question: Question, part: str, lexicon: Lexicon) -> bool:
    """«Проезд бесплатный» says of «платить» that it is not so."""
    denies = denies_by_other(_without_move(part, lexicon), question.terms, lexicon)
    return denies and not _has_stated(question, part, lexicon)


def is_denied_by(term: Term, question: Question, says: str, lexicon: Lexicon) -> bool:
    """Whether a statement says by another word that it is not so: «бесплатная» of «платная?».

    Not where it says so only of some («детей возят бесплатно»), or names a price too.
    """
    denies = partial(denies_by_other, denied=(term,), lexicon=lexicon, beside=question.terms)
    if not denies(says) or not denies(_without_move(says, lexicon)):
        return False
    if any(value.kind is ValueKind.MONEY for value in read_values(says)):
        return False
    asked = {key for one in question.terms for key, level in one.keys if level >= Level.ROOT}
    denying = [part for part in _PARTS.split(says) if denies(part)]
    return not any(
        one.morphology.animate and not any(key in asked for key, _ in one.keys)
        for part in denying
        for one in lexicon.read(part)
    )


def _without_move(part: str, lexicon: Lexicon) -> str:
    """A part less its words of moving, where it says to which day: what was moved takes place then."""
    if not moved_to(part):
        return part
    return " ".join(term.word for term in lexicon.read(part) if not _moves(term))


def _moves(term: Term) -> bool:
    return not MOVING.isdisjoint(term.morphology.lemmas)


def _has_stated(question: Question, part: str, lexicon: Lexicon) -> bool:
    """Whether a part has a word that it would deny by another: «стоит 40 рублей, детям бесплатно»."""
    said = [term for term in lexicon.read(part) if term.morphology.first_pos in _DEEDS]
    asked = [term for term in question.terms if term.morphology.first_pos in _DEEDS]
    return any(set(one.morphology.lemmas) & set(other.morphology.lemmas) for one in asked for other in said)


def _without_shared(question: Question, part: str, lexicon: Lexicon) -> tuple[str, str]:
    """The words of both without those that deny in both, and without an «только» before what is asked:
    «бесплатной парковки нет» denies no more than «парковки нет», «только наличные» affirms cash; nor what is
    moved to a day that is told.
    """
    says = lexicon.read(part)
    asked, said = ({denying_stem(one.word) for one in terms} for terms in (question.terms, says))
    keys = {key for term in question.terms for key, level in term.keys if level >= Level.ROOT}
    affirmed = {
        at
        for at, term in enumerate(says[:-1])
        if term.word in _ONLY and any(key in keys for key, _ in says[at + 1].keys)
    }
    if moved_to(part):
        affirmed |= {at for at, term in enumerate(says) if _moves(term)}

    def left(terms: Sequence[Term], others: set[str], dropped: set[int]) -> str:
        kept = (
            one.word
            for at, one in enumerate(terms)
            if at not in dropped and not (has_denial(one.word) and denying_stem(one.word) in others)
        )
        return " ".join(kept)

    return left(question.terms, said, set()), left(says, asked, affirmed)
