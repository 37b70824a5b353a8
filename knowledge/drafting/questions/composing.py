"""Puts the parts of a clause into the order of a question: «Когда площадка откроется», «Что подписал X»."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Sequence

from knowledge.data.tables import read_groups, read_words
from knowledge.drafting.parts.clause_parts import Part, Parts, Role
from knowledge.drafting.people.wording import lowered

_CONTEXTS = read_groups("drafting/question_contexts")
_LINKS = read_groups("drafting/attributions")["coordinating"]
_ASIDE = _CONTEXTS["aside"] | _CONTEXTS["deictic"]
_CIRCUMSTANCES = frozenset({Role.TIME, Role.PLACE, Role.SPAN, Role.OFTEN, Role.OCCASION})
_CORE = frozenset({Role.SUBJECT, Role.VERB, Role.OBJECT})
_BEING = read_words("verbs/being")
_NOT = re.compile(r"^не\s+")
LONGEST = 11
"""Words: nobody types longer questions."""


def by_turns(asked: Sequence[Sequence[str]]) -> list[str]:
    """The first of each, then the second of each: what differs most comes first."""
    longest = max(map(len, asked), default=0)
    return [each[place] for place in range(longest) for each in asked if place < len(each)]


def counts(parts: Parts) -> bool:
    """Whether its news is a number: «5100 зрителей посмотрели матч»."""
    return parts.subject is not None and parts.subject.is_counted and parts.object is not None


def verb_text(parts: Parts, form: str | None = None, *, positive: bool = False) -> str:
    """The verb with its infinitives, «смогут получить»; `form`: of the verb alone."""
    verb = parts.verb
    words = [form or (verb.text.lower() if verb is not None else "")]
    words += [inside(one, parts) for one in parts.of(Role.INFINITIVE)[:1]]
    made = " ".join(words)
    return _NOT.sub("", made) if positive else made


def rest_of(parts: Parts, leaving: Collection[Part], *, terse: bool) -> list[str]:
    """What stands besides verb, subject and object; `terse`: the first complement after the verb alone."""
    every = [
        one
        for one in parts.every
        if one not in leaving
        and one.role not in (Role.VERB, Role.SUBJECT, Role.OBJECT)
        and one not in parts.of(Role.INFINITIVE)[:1]
        and not (one.role is Role.ADVERB and (one.words[0].folded in _ASIDE or _opens_verb(one, parts)))
    ]
    every = _without_loose(every)
    if not terse:
        return [inside(one, parts) for one in every]
    verb = parts.verb
    after = parts.every.index(verb) if verb is not None else -1
    free = [one for one in every if one.role not in _CIRCUMSTANCES]
    near = [one for one in free if parts.every.index(one) > after] or [one for one in free if one.preposition]
    first = 2 if near and near[0].role in (Role.ADVERB, Role.OTHER) else 1
    kept = [one for one in near[:first] if parts.object is None or one.role is Role.INFINITIVE]
    return [inside(one, parts) for one in kept]


def _without_loose(parts: list[Part]) -> list[Part]:
    """Without what «и» joins to a part that may have gone: «и в бывшем складе»."""
    links = {id(one) for one in parts if one.role is Role.ADVERB and one.words[0].folded in _LINKS}
    after = {id(two) for one, two in itertools.pairwise(parts) if id(one) in links}
    return [one for one in parts if id(one) not in links | after]


def _adverbs(parts: Parts, *, terse: bool) -> list[str]:
    """«впервые приедут»: the adverbs that stand before the verb stay there."""
    if terse:
        return []
    return [
        lowered(one.text)
        for one in parts.of(Role.ADVERB)
        if _opens_verb(one, parts) and one.words[0].folded not in _ASIDE
    ]


def _opens_verb(part: Part, parts: Parts) -> bool:
    verb = parts.verb
    return (
        verb is not None and part.words[0].first_pos == "ADVB" and part.words[0].start < verb.words[0].start
    )


def inside(part: Part, parts: Parts) -> str:
    return lowered(part.text) if part is parts.every[0] else part.text


def composed(
    opening: str,
    parts: Parts,
    leaving: Collection[Part] = (),
    *,
    subject: str | None = None,
    verb: str | None = None,
    terse: bool = False,
) -> str:
    """`opening` and the clause without what is asked for, the subject by the name given, else as it stands.

    What has an object says first who does it: «Когда губернатор подписал постановление».
    """
    named = parts.subject if parts.subject not in leaving else None
    who = (subject or inside(named, parts)) if named is not None else ""
    thing = parts.object if parts.object not in leaving else None
    what = inside(thing, parts) if thing is not None else ""
    doing = " ".join([*_adverbs(parts, terse=terse), verb or verb_text(parts)])
    rest = rest_of(parts, leaving, terse=terse)
    modal = bool(parts.of(Role.INFINITIVE)) and not _is_auxiliary(parts)
    agent_first = bool(who) and bool(what or modal) and not _is_heavy(who)
    order = [who, doing, what] if agent_first else [doing, who, what]
    return finished([opening, *order, *rest])


def _is_auxiliary(parts: Parts) -> bool:
    """«Где будут идти показы»."""
    return parts.verb is not None and bool(parts.verb.words[-1].lemmas & _BEING)


def _is_heavy(text: str) -> bool:
    return len(text.split()) > 4


def finished(pieces: Sequence[str], mark: str = "?") -> str:
    made = re.sub(r"\s{2,}", " ", " ".join(piece for piece in pieces if piece)).strip(" ,")
    made = re.sub(r"\s+([,.!?])", r"\1", made)
    return f"{made[:1].upper()}{made[1:]}{mark}"


def both(
    opening: str,
    parts: Parts,
    leaving: Collection[Part],
    names: Sequence[str],
    verb: str | None = None,
    *,
    alone: bool = False,
) -> list[str]:
    """The question with all that the clause says, and short, by the other names of the subject.

    `alone`: whether the opening tells enough for the verb to follow it alone.
    """
    first, last = (names[0], names[-1]) if names else (None, None)
    return list(
        dict.fromkeys(
            one
            for one in (
                composed(opening, parts, leaving, subject=first, verb=verb),
                composed(opening, parts, leaving, subject=last, verb=verb, terse=True),
                bare(opening, parts, leaving, last, verb),
            )
            if len(one.split()) <= LONGEST and (alone or _says_more(one, opening, verb or verb_text(parts)))
        )
    )


def plain_text(parts: Parts) -> str:
    """The clause without the adverbs that only join it to what stands before: «уже», «тогда»."""
    text = parts.text
    for one in parts.of(Role.ADVERB):
        if one.words[0].folded in _ASIDE:
            text = re.sub(rf"(?<!\w){re.escape(one.text)}(?!\w)", "", text, count=1)
    return re.sub(r"\s{2,}", " ", text).strip(" ,")


def bare(opening: str, parts: Parts, leaving: Collection[Part], subject: str | None, verb: str | None) -> str:
    """Of subject, verb and object alone: «Когда принимаются заявки?»."""
    every = [one for one in parts.every if one.role in _CORE or one in parts.of(Role.INFINITIVE)[:1]]
    return composed(
        opening, Parts(parts.text, parts.words, tuple(every)), leaving, subject=subject, verb=verb
    )


def _says_more(question: str, opening: str, verb: str) -> bool:
    """Not «Кто выступит?»: besides the verb it names something."""
    return len(question.split()) > len(opening.split()) + len(verb.split())
