"""Reads an article into statements, people and events."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from knowledge.data.tables import alternation, read_groups, read_table, read_words, split_cell
from knowledge.drafting.article import Article, Paragraph
from knowledge.drafting.attribution import Attribution, attributions
from knowledge.drafting.clause_splitting import split_clauses
from knowledge.drafting.clauses import Clause, read_clause
from knowledge.drafting.events import DraftEvent, EventMention, Events, mentions_of
from knowledge.drafting.model import Kind, Statement
from knowledge.drafting.name_runs import name_runs
from knowledge.drafting.people import People, Person
from knowledge.drafting.places import PlaceMention, joined_place, places_of
from knowledge.drafting.resolved_dates import TimeMention, times_of
from knowledge.drafting.sides import country_of, same_country
from knowledge.drafting.tense import is_about_future
from knowledge.drafting.wording import attributed, names_itself, of_speaker
from knowledge.drafting.words import Word, words_of
from knowledge.facts.dates import CalendarDate, EdtfDate, Precision
from knowledge.language.values import ValueKind, read_values

_PRONOUNS = read_groups("drafting/pronouns")
_SIDE = read_groups("drafting/attributions")["side"]
_VOICING = read_words("verbs/voicing") | read_words("verbs/reporting")
_HAPPENING = read_words("verbs/happening")
_ROLES = {
    word: role for role, words in read_table("drafting/roles", "role", "words") for word in split_cell(words)
}
_BEGINNINGS = read_words("verbs/beginnings") | read_groups("drafting/event_contexts")["beginnings"]
_LEAST_WORDS = 3
_OPENINGS = re.compile(
    rf"^(?:{alternation(read_groups('drafting/attributions')['opening'])}),? ", re.IGNORECASE
)
_POINTING = re.compile(
    rf"^(?:{alternation(read_groups('drafting/attributions')['pointing'])})\b", re.IGNORECASE
)
_COUNTED = frozenset(set(ValueKind) - {ValueKind.DATE, ValueKind.WEEKDAY, ValueKind.ORDINAL})


@dataclass(slots=True)
class Reading:
    """What was read of an article; `published` is the day that times are counted from."""

    article: Article
    published: date
    finely: bool = True
    people: People = field(default_factory=People)
    events: Events = field(default_factory=Events)
    statements: list[Statement] = field(default_factory=list)
    posts: list[tuple[Person, int]] = field(default_factory=list)
    """People with the paragraph that first gives their post."""


def read_statements(article: Article, published: date, *, finely: bool = True) -> Reading:
    """All statements of the article, in its order; `finely`: the clauses of a sentence by themselves."""
    reading = Reading(article, published, finely)
    reader = _Reader(reading)
    for paragraph in article.paragraphs:
        reader.read(paragraph)
    reading.events.link()
    return reading


class _Reader:
    """Keeps who spoke last, who was named last, and what an interview last asked."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._named: list[Person] = []
        self._spoke: Person | None = None
        self._last_day: tuple[int, CalendarDate] | None = None
        self._asked: list[str] = []
        self._guest: Person | None = None
        self._lasting: tuple[Person | None, str | None] | None = None

    def read(self, paragraph: Paragraph) -> None:
        self._lasting = None
        if paragraph.turn is not None:
            self._find_people(paragraph.turn, paragraph.number)
        if paragraph.asks:
            self._asked = [one for one in paragraph.sentences if one.endswith("?")][-2:]
            self._find_people(paragraph.text, paragraph.number)
            return
        guest = self._interviewee(paragraph) if paragraph.is_turn else None
        for sentence in paragraph.sentences:
            self._sentence(sentence, paragraph.number, guest)
        if paragraph.is_turn:
            self._asked = []

    def _interviewee(self, paragraph: Paragraph) -> Person | None:
        if paragraph.turn is not None:
            words = words_of(paragraph.turn)
            for run in name_runs(words):
                return self._reading.people.add(words, run, paragraph.turn)
        known = self._reading.people.found
        posted = [one for one in known if one.post]
        if self._guest is None:
            self._guest = next(iter(posted or known), None)
        return self._guest

    def _find_people(self, text: str, number: int) -> list[Person]:
        words = words_of(text)
        found = []
        for run in name_runs(words):
            before = {id(one): one.post for one in self._reading.people.found}
            person = self._reading.people.add(words, run, text)
            if person.post and before.get(id(person)) is None:
                self._reading.posts.append((person, number))
            found.append(person)
        return list({id(one): one for one in found}.values())

    def _sentence(self, sentence: str, number: int, guest: Person | None) -> None:
        named = self._find_people(sentence, number)
        if sentence.rstrip('»"').endswith("?"):
            self._named = named or self._named
            return
        for part in attributions(sentence):
            speaker, side = self._speaker(part) if part.said else (None, None)
            self._spoke = speaker or self._spoke
            if part.of_previous:
                self._attribute_previous(number, speaker, side)
            elif part.said is None and not part.quoted and self._lasting is not None:
                speaker, side = self._lasting
            if part.lasting:
                self._lasting = (speaker, side)
            if guest is not None and speaker is None and side is None:
                speaker = guest
            self._statements(part, number, speaker, side)
            if part.said is not None and not part.of_previous:
                self._told_beside(part.said, number)
        self._named = named or self._named

    def _speaker(self, part: Attribution) -> tuple[Person | None, str | None]:
        assert part.said is not None
        words = words_of(part.said)
        for run in name_runs(words):
            return self._reading.people.add(words, run, part.said), None
        if (side := self._side(words)) is not None:
            return None, side
        if any(word.folded in _PRONOUNS["third"] for word in words):
            return self._referent(words, speaks=True), None
        return None, None

    def _referent(self, words: tuple[Word, ...], *, speaks: bool = False) -> Person | None:
        female = any(word.folded in _PRONOUNS["female"] for word in words)
        if speaks and self._spoke is not None and self._spoke.female == female:
            return self._spoke
        fitting = [one for one in reversed(self._named) if one.female == female]
        every = [one for one in reversed(self._reading.people.found) if one.female == female]
        return next(iter(fitting or every), None)

    def _side(self, words: tuple[Word, ...]) -> str | None:
        """«американская сторона», «с китайской стороны»: the side as the posts name it."""
        for word, after in itertools.pairwise(words):
            country = country_of(word)
            if country is not None and after.lemmas & _SIDE:
                sides = [one.side for one in self._reading.people.found if one.side]
                return next((side for side in sides if same_country(side, country)), None)
        return None

    def _attribute_previous(self, number: int, speaker: Person | None, side: str | None) -> None:
        for one in reversed(self._reading.statements):
            if one.paragraph != number or one.speaker is not None or one.side is not None:
                return
            one.speaker, one.side, one.kind = speaker, side, Kind.SAID
            one.text = attributed(one.clause.text, speaker, side)

    def _told_beside(self, said: str, number: int) -> None:
        """What the words of attribution tell besides: «…, призвав стороны использовать диалог»."""
        for text in split_clauses(said)[1:]:
            made = self._made(text, number, None, None)
            if made is not None:
                self._reading.statements.append(made)

    def _statements(self, part: Attribution, number: int, speaker: Person | None, side: str | None) -> None:
        texts = split_clauses(part.clause, finely=self._reading.finely or part.of_previous)
        if part.of_previous:
            speaker = side = None
        first: Statement | None = None
        for place, text in enumerate(texts):
            made = self._made(text, number, speaker, side)
            if made is None:
                continue
            self._inherit(made, first)
            first = first or made
            if _is_telling(made.clause) and not (part.of_previous and place == 0):
                self._reading.statements.append(made)

    def _inherit(self, made: Statement, first: Statement | None) -> None:
        """A part of a sentence shares the time, place and events of its first part."""
        if first is None or made is first:
            return
        if made.when is None:
            made.when, made.inferred = first.when, first.inferred
        if not made.times:
            made.inherits_place = not made.places
            made.places = made.places or first.places
            if not made.names_event:
                made.events = tuple(dict.fromkeys((*first.events, *made.events)))
        for event in made.events:
            if event.when is None and made.when is not None and not made.times:
                event.when, event.inferred, event.dated_paragraph = made.when, made.inferred, made.paragraph

    def _made(self, text: str, number: int, speaker: Person | None, side: str | None) -> Statement | None:
        text = self._with_names(text)
        clause = read_clause(without_opening(text))
        if not clause.words:
            return None
        if speaker is not None and (told := of_speaker(clause, speaker)) != clause.text:
            clause = read_clause(told)
        future = is_about_future(clause)
        times = times_of(
            clause.text, clause.words, self._reading.published, future=future, day=self._day(number)
        )
        self._remember_day(number, times)
        self._begins(clause, times)
        places = places_of(clause.words, clause.text)
        people = self._find_people(clause.text, number)
        mentions = list(mentions_of(clause.words, clause.text))
        own = [one for one in times if not one.attributive]
        when = own[0].when if own else None
        events = [self._event(one, number, when) for one in mentions]
        known = tuple({id(one): one for one in events if one is not None}.values())
        if known:
            self._note_record(known[0], clause, mentions, times, places, people, number)
        speaks = speaker is None and side is None and _voices(clause)
        if speaks:
            side = self._side(clause.words[: (clause.predicate or 0) + 1])
            speaker = people[0] if people and side is None and clause.subject is not None else None
            self._spoke = speaker or self._spoke
        kind = Kind.SAID if speaker is not None or side is not None else Kind.TOLD
        about = speaks or names_itself(clause, speaker, side)
        shown = attributed(clause.text, speaker, side, is_about=about)
        asked, self._asked = self._asked, []
        return Statement(
            text=shown,
            clause=clause,
            paragraph=number,
            kind=kind,
            speaker=speaker,
            side=side,
            when=when,
            inferred=bool(own and own[0].inferred),
            times=tuple(times),
            places=tuple(places),
            people=tuple(people),
            events=known,
            names_event=any(not one.is_complement for one in mentions),
            asked=asked,
        )

    def _day(self, number: int) -> CalendarDate | None:
        """The day last spoken of in the paragraph, else that of the article's first event."""
        if self._last_day is not None and self._last_day[0] == number:
            return self._last_day[1]
        main = self._reading.events.main
        when = main.when if main is not None else None
        return replace(when.end, clock=None) if when is not None and _is_one_day(when) else None

    def _remember_day(self, number: int, times: Sequence[TimeMention]) -> None:
        for one in times:
            if (
                one.when.start is not None
                and not one.when.is_interval
                and one.when.precision >= Precision.DAY
            ):
                self._last_day = (number, replace(one.when.end, clock=None))

    def _begins(self, clause: Clause, times: Sequence[TimeMention]) -> None:
        """«Матч начался в 19:00»: the event's day gets its hour."""
        main = self._reading.events.main
        if (
            main is None
            or main.when is None
            or main.when.is_interval
            or main.when.precision is not Precision.DAY
        ):
            return
        starts = any(word.lemmas & _BEGINNINGS for word in clause.words)
        for one in times:
            timed = one.when.precision is Precision.MINUTE and not one.when.is_interval
            if starts and timed and one.when.overlaps(main.when):
                main.when = one.when
                return

    def _event(self, mention: EventMention, number: int, when: EdtfDate | None) -> DraftEvent | None:
        event = self._reading.events.add(mention, number, None if mention.is_complement else when)
        if event is not None:
            event.weight += 0.5 if not mention.is_complement else 0.0
        return event

    def _note_record(
        self,
        event: DraftEvent,
        clause: Clause,
        mentions: list[EventMention],
        times: list[TimeMention],
        places: list[PlaceMention],
        people: list[Person],
        number: int,
    ) -> None:
        if mentions[0].is_complement:
            return
        if event.when is None and times:
            event.when, event.inferred, event.dated_paragraph = times[0].when, times[0].inferred, number
        if event.where is None and places:
            event.where, event.placed_paragraph = joined_place(places), number
            event.where_phrase = clause.text[places[0].start : places[0].end]
        role = next(
            (_ROLES[lemma] for word in clause.words for lemma in sorted(word.lemmas) if lemma in _ROLES), None
        )
        if role is not None:
            for person in people:
                event.roles.setdefault(person.name, (person, role))

    def _with_names(self, text: str) -> str:
        """The text with a pronoun at its head replaced by the name that it stands for."""
        words = words_of(text)
        if not words or words[0].folded not in _PRONOUNS["nominative"]:
            return text
        person = self._referent(words[:1])
        return person.name + text[words[0].end :] if person is not None else text


def _voices(clause: Clause) -> bool:
    return clause.predicate is not None and bool(clause.words[clause.predicate].lemmas & _VOICING)


def _is_one_day(when: EdtfDate) -> bool:
    return when.start is not None and not when.is_interval and when.precision >= Precision.DAY


def without_opening(text: str) -> str:
    """«Потому что закваска даёт другой вкус» without its first words."""
    found = _OPENINGS.match(text)
    if found is None:
        return text
    rest = text[found.end() :]
    return rest[:1].upper() + rest[1:]


def _is_telling(clause: Clause) -> bool:
    if _POINTING.match(clause.text):
        return False
    has_number = any(value.kind in _COUNTED for value in read_values(clause.text.replace("ё", "е")))
    if len(clause.words) < _LEAST_WORDS and not has_number:
        return False
    return clause.predicate is not None or clause.subject is not None or has_number
