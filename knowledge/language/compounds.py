"""What a compound or a prefixed verb is made of: «кинофорум» is a «форум», «наобещать» is to «обещать»."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.language.morphology import analyse, is_known

_PREFIXES = tuple("на по за вы до при от пере про под с у о об раз рас из ис вз вс".split())
_SHORTEST_BARE = 4
_HEADS = tuple(
    """
    кино теле радио авто аэро авиа био эко гео фото видео аудио кибер веб медиа пресс спец гос мин нац мед
    сельхоз нефте газо электро энерго спорт гор обл сов евро меж вице экс теле онлайн супер мега микро мини
    """.split()
)
"""What compounds begin with; the rest of the word says what the thing is."""
_SHORTEST_TAIL = 4


def tails(lemma: str) -> Iterator[str]:
    """The word that a compound ends in: «кинофорум» is a «форум»."""
    if not lemma.startswith(_HEADS):
        return
    for head in _HEADS:
        tail = lemma.removeprefix(head)
        if tail != lemma and len(tail) >= _SHORTEST_TAIL and is_known(tail):
            yield tail


def bare_verbs(verb: str) -> Iterator[str]:
    """The verbs that a verb may be made of by a prefix."""
    for prefix in _PREFIXES:
        bare = verb.removeprefix(prefix)
        if bare == verb or len(bare) <= _SHORTEST_BARE:
            continue
        if is_known(bare) and analyse(bare).first_pos == "INFN":
            yield bare
