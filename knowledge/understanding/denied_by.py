"""Words by which a text says in place of others that it is not so: «закрыт» for «не работает»."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_table, split_cell
from knowledge.language.lexicon import Lexicon, Term

_NAMING = frozenset({"PRTF"})
_DENIED_BY: dict[str, set[str]] = {}
for _words_cell, _others in read_table("requests/denied_by", "words", "denied_by"):
    for _word in split_cell(_words_cell):
        _DENIED_BY.setdefault(_word, set()).update(split_cell(_others))
_PHRASES = [(frozenset(words.split()), others) for words, others in _DENIED_BY.items() if " " in words]


def denying_words(word: str) -> frozenset[str]:
    """Lemmas that say of a word that it is not so."""
    return frozenset(_DENIED_BY.get(word, ()))


def denies_by_other(
    text: str, denied: Sequence[Term], lexicon: Lexicon, *, beside: Sequence[Term] = (), naming: bool = True
) -> bool:
    """Whether a text has a word that denies in its place: «закрыт» for «не работает».

    `beside`: words that make a phrase with those denied, «деньги» beside «брать»; `naming`: or a participle
    that names who it is, «заменила заболевшую».
    """
    said = {
        lemma
        for term in lexicon.read(text)
        if naming or term.morphology.first_pos not in _NAMING
        for lemma in (term.word, *term.morphology.lemmas)
    }
    words, around = _lemmas(denied), _lemmas((*denied, *beside))
    if any(said & _DENIED_BY.get(lemma, set()) for lemma in words):
        return True
    return any(phrase & words and phrase <= around and said & others for phrase, others in _PHRASES)


def _lemmas(terms: Sequence[Term]) -> set[str]:
    return {lemma for term in terms for lemma in (term.word, *term.morphology.lemmas)}
