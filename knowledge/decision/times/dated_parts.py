"""The dated things that the parts of one question name: «от первого до второго диалога»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from knowledge.data.tables import alternation, read_groups, read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.event_edges import edge_of
from knowledge.decision.times.dated_things import Dated, find_dated, is_of_report
from knowledge.decision.times.time_spans import CLOCK_AND_CALENDAR
from knowledge.facts.model import Event
from knowledge.language import question_words
from knowledge.language.function_words import LIGHT
from knowledge.language.lexicon import Term
from knowledge.language.numerals import AGAIN
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import AnswerForm
from knowledge.understanding.question import Question, parse_question
from knowledge.understanding.request import Span

_PARTS = re.compile(
    rf"\b(?:{alternation(read_groups('function_words/particles')['between_things'])})\b|[,:;—–-]",
    re.IGNORECASE,
)
_HAPPENING = read_words("verbs/happening")
_TWO = read_groups("requests/event_sets")["both"]
_CHRONOLOGY = read_groups("calendar/groups")["chronology"]
_LEAST = 2
"""Ordinals of «первый и второй диалоги»."""
_CALENDAR = read_groups("calendar/groups")
_NO_THINGS = CLOCK_AND_CALENDAR.keys() | _CALENDAR["no_thing"] | _CALENDAR["earlier"] | _CALENDAR["later"]


def dated_parts(question: Question, access: BaseAccess) -> list[Dated]:
    """The dated things that the parts of a question name, each once."""
    found = _each_once([*several_events(question, access), *_of_pieces(question, access)])
    if len(found) == 1:
        # «От озимых до яровой», «после обвала услышали»: a piece without a noun names the other thing.
        found = _each_once([*found, *_of_pieces(question, access, bare=True)])
    return found


def _each_once(things: Iterable[Dated | None]) -> list[Dated]:
    found: list[Dated] = []
    for thing in things:
        if thing is not None and all((thing.event, thing.fact) != (one.event, one.fact) for one in found):
            found.append(thing)
    return found


def several_events(question: Question, access: BaseAccess) -> list[Dated]:
    """Two events or more that ordinals or «оба» name."""
    numbered = [one for one in _numbered(question, access) if one is not None]
    return numbered if len(numbered) >= _LEAST else [*_both(question, access)]


def _numbered(question: Question, access: BaseAccess) -> Iterator[Dated | None]:
    """«Первый и второй диалоги»: each ordinal with the nouns of the question. «Опять» numbers nothing."""
    ordinals = [
        at
        for at in question.content_places
        if any(key[0] == "№" for key, _ in question.terms[at].keys)
        and not AGAIN.intersection(question.terms[at].morphology.lemmas)
    ]
    numbers = {key for at in ordinals for key, _ in question.terms[at].keys if key[0] == "№"}
    if len(ordinals) < _LEAST or len(numbers) == 1:
        return  # «От первого вылета до первого прилёта» are no events of one kind.
    nouns = [at for at in question.content_places if at not in ordinals and at not in question.head_places]
    nouns = [
        at
        for at in nouns
        if question.terms[at].morphology.first_pos == "NOUN"
        and not _is_unit(question, at)
        and not any(lemma in question_words.NOUNS for lemma in question.terms[at].morphology.lemmas)
    ]
    for at in ordinals:
        event, _ = access.resolver.resolve([question.terms[place] for place in (at, *nouns)])
        if event is not None and event.when is not None:
            yield Dated(title=event.title, when=event.when, event=event)


def _both(question: Question, access: BaseAccess) -> Iterator[Dated]:
    """«Оба диалога», «двумя раундами»."""
    if any(_TWO.intersection(term.morphology.lemmas) for term in question.terms):
        events = events_of_noun([question.terms[at] for at in question.content_places], access)
        dated = [Dated(title=event.title, when=event.when, event=event) for event in events if event.when]
        if len(dated) == _LEAST:
            yield from dated


def events_of_noun(terms: Sequence[Term], access: BaseAccess) -> list[Event]:
    """Events whose titles have a noun, those of the chain where others have it too."""
    for term in terms:
        is_noun = term.morphology.first_pos == "NOUN"
        if not is_noun or any(lemma in question_words.NOUNS for lemma in term.morphology.lemmas):
            continue
        keys = {key for key, level in term.keys if level >= Level.SYNONYM}
        found = [event for event in access.base.events if keys & access.lexicon.content(event.title)]
        chain = [event for event in found if event.order is not None or event.follows is not None]
        if found:
            return chain if len(chain) > 1 else found
    return []


def all_events(question: Question, access: BaseAccess) -> list[Dated]:
    """Every event with a date, where a chronology is asked for rather than which of two things was first."""
    if not any(_CHRONOLOGY.intersection(term.morphology.lemmas) for term in question.terms):
        return []
    content = [question.terms[at] for at in question.content_places]
    nouns = [term for term in content if term.morphology.first_pos == "NOUN"]
    nouns = [term for term in nouns if (_CHRONOLOGY | LIGHT).isdisjoint(term.morphology.lemmas)]
    if any(access.index.best_key(term) is None for term in nouns):
        return []  # «Какая по порядку Венера от Солнца?»
    return [
        Dated(title=event.title, when=event.when, event=event)
        for event in access.base.events
        if event.when is not None and not event.cancelled
    ]


def _of_pieces(question: Question, access: BaseAccess, *, bare: bool = False) -> Iterator[Dated | None]:
    """«После первого матча был второй»: an ordinal alone numbers the noun of the piece before it.

    `bare`: only what pieces without a noun name.
    """
    noun = ""
    for text in _pieces(question):
        part = parse_question(text, access.lexicon, asking=True)
        terms = [part.terms[at] for at in part.content_places]
        nouns = [term for term in terms if term.morphology.first_pos == "NOUN"]
        nouns = nouns or [term for term in part.terms if is_of_report(term)]
        if not nouns and noun and any(key[0] == "№" for term in terms for key, _ in term.keys):
            yield find_dated(parse_question(f"{text} {noun}", access.lexicon, asking=True), access)
        elif nouns:
            noun = nouns[0].token.written
            yield None if bare else _at_edge(find_dated(part, access), part)
        elif bare and any(term.word_class is WordClass.CONTENT for term in terms):
            yield find_dated(part, access)


def _at_edge(thing: Dated | None, part: Question) -> Dated | None:
    """«До начала гонок»: of what lasts the first moment."""
    return replace(thing, when=edge_of(thing.when, part)) if thing is not None else None


def _pieces(question: Question) -> Iterator[str]:
    """The text cut at «и», «до», «после» and marks, without the words that ask."""
    heads = question.head_places if question.request.form is AnswerForm.ORDER else ()
    skipped = {question.terms[at].token.start for at in (*question.asking_places, *heads)}
    skipped |= {term.token.start for at, term in enumerate(question.terms) if _is_unit(question, at)}
    start = 0
    bounds = [(found.start(), found.end()) for found in _PARTS.finditer(question.text)]
    ends = {len(question.text[:end].rstrip(" ?!.")) for end in (*(one for one, _ in bounds), None)}
    # «Бассейн открылся или …»: a verb at the end of its part belongs to the thing.
    bounds = sorted([*bounds, *(one for one in _happening(question) if one[1] not in ends)])
    for end, after in (*bounds, (len(question.text), len(question.text))):
        words = [
            term
            for term in question.terms
            if start <= term.token.start < end and term.token.start not in skipped
        ]
        if words:
            yield " ".join(term.token.written for term in words)
        start = after


def _happening(question: Question) -> Iterator[tuple[int, int]]:
    """«После визита был диалог»: a verb that only says that something was parts two things; another one
    begins the second («после визита открыли линию»)."""
    for term in question.terms:
        if term.morphology.first_pos != "VERB":
            continue
        if _HAPPENING.intersection(term.morphology.lemmas):
            yield term.token.start, term.token.end
        elif question.request.span in (Span.BETWEEN, Span.UNTIL):
            yield term.token.start, term.token.start


def _is_unit(question: Question, at: int) -> bool:
    return not _NO_THINGS.isdisjoint(question.terms[at].morphology.lemmas)
