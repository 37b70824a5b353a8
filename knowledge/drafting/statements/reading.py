"""Reads an article into statements, people and events."""

from __future__ import annotations

import re
from datetime import date

from knowledge.drafting.article.article_text import Article, Paragraph
from knowledge.drafting.clauses.clause import Clause, read_clause
from knowledge.drafting.clauses.clause_splitting import split_clauses
from knowledge.drafting.clauses.telling_clauses import is_telling, speaks_of_itself, voices
from knowledge.drafting.clauses.tense import is_about_future, is_in_present
from knowledge.drafting.events.event_mentions import mentions_of
from knowledge.drafting.events.event_records import EventRecords, is_put_off
from knowledge.drafting.grammar.words import words_of
from knowledge.drafting.mentions.places import places_of
from knowledge.drafting.mentions.resolved_dates import times_of
from knowledge.drafting.mentions.time_mentions import TimeMention
from knowledge.drafting.people.article_people import ArticlePerson
from knowledge.drafting.people.attribution import Attribution, attributions
from knowledge.drafting.people.speakers import Speakers
from knowledge.drafting.people.wording import attributed, names_itself, of_speaker, without_opening
from knowledge.drafting.statements.model import ArticleReading, DraftStatement, StatementKind
from knowledge.drafting.statements.short_answers import told_in_full


def read_statements(
    article: Article, published: date, *, finely: bool = True, dated: bool = True
) -> ArticleReading:
    """All statements of the article, in its order; `finely`: the clauses of a sentence by themselves.

    `dated`: whether the day of publication is known; without it no time is counted from it.
    """
    reading = ArticleReading(article, published, finely, dated)
    reader = _Reader(reading)
    for paragraph in article.paragraphs:
        reader.read(paragraph)
    reading.events.link()
    return reading


def _names(subject: str, person: ArticlePerson, text: str) -> bool:
    """«Выступил мэр города Олег Дроздов»: the name may stand in apposition after the whole post."""
    between, name, _ = text[max(text.find(subject), 0) :].partition(person.name)
    return person.surname in subject or (bool(name) and re.fullmatch(r"[\w\s-]*", between) is not None)


class _Reader:
    """Keeps what an interview last asked, and to whom what follows is attributed."""

    def __init__(self, reading: ArticleReading) -> None:
        self._reading = reading
        self._speakers = Speakers(reading.people, reading.posts)
        self._records = EventRecords(reading.events)
        self._asked: list[str] = []
        self._lasting: tuple[ArticlePerson | None, str | None] | None = None
        self._before = 0
        """The place of the first statement of the sentence before."""

    def read(self, paragraph: Paragraph) -> None:
        self._lasting = None
        if paragraph.turn is not None:
            self._speakers.find(paragraph.turn, paragraph.number)
        if paragraph.asks:
            self._asked = [one for one in paragraph.sentences if one.endswith("?")][-2:]
            self._speakers.sentence = paragraph.sentences[-1]
            self._speakers.find(paragraph.text, paragraph.number)
            return
        guest = self._speakers.interviewee(paragraph) if paragraph.is_turn else None
        for sentence in paragraph.sentences:
            self._sentence(sentence, paragraph.number, guest)
        if paragraph.is_turn:
            self._asked = []

    def _sentence(self, sentence: str, number: int, guest: ArticlePerson | None) -> None:
        named, begun = self._speakers.find(sentence, number), len(self._reading.statements)
        if sentence.rstrip('»"').endswith("?"):
            self._speakers.named = named or self._speakers.named
            return
        for part in attributions(sentence):
            speaker, side = self._speakers.speaker_of(part) if part.said else (None, None)
            self._speakers.spoke = speaker or self._speakers.spoke
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
        self._before = begun
        self._speakers.named = named or self._speakers.named
        if any(self._is_of_person(one) for one in self._reading.statements[begun:]):
            self._speakers.spoke = None
        self._speakers.sentence = sentence

    def _is_of_person(self, one: DraftStatement) -> bool:
        """«Тренер Виктор Сахно остался доволен»: who is meant by «он» in the next sentence."""
        subject = one.clause.subject_text
        if one.kind is not StatementKind.TOLD or subject is None:
            return False
        return any(_names(subject, person, one.clause.text) for person in one.people)

    def _attribute_previous(self, number: int, speaker: ArticlePerson | None, side: str | None) -> None:
        """«Об этом сообщил …» speaks of the sentence before alone: nobody need have said the others."""
        for one in reversed(self._reading.statements[self._before :]):
            if one.paragraph != number or one.speaker is not None or one.side is not None:
                return
            one.speaker, one.side, one.kind = speaker, side, StatementKind.SAID
            one.text = attributed(one.clause.text, speaker, side)

    def _told_beside(self, said: str, number: int) -> None:
        """What the words of attribution tell besides: «…, призвав стороны использовать диалог»."""
        for text in split_clauses(said)[1:]:
            made = self._made(text, number, None, None)
            if made is not None:
                self._reading.statements.append(made)

    def _statements(
        self, part: Attribution, number: int, speaker: ArticlePerson | None, side: str | None
    ) -> None:
        texts = split_clauses(part.clause, finely=self._reading.finely or part.of_previous)
        if part.of_previous:
            speaker = side = None
        first: DraftStatement | None = None
        for place, text in enumerate(texts):
            made = self._made(text, number, speaker, side)
            if made is None:
                continue
            self._inherit(made, first)
            first = first or made
            nameless = speaker is None and side is None and speaks_of_itself(made.clause)
            if is_telling(made.clause) and not nameless and not (part.of_previous and place == 0):
                self._reading.statements.append(made)

    def _inherit(self, made: DraftStatement, first: DraftStatement | None) -> None:
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

    def _made(
        self, text: str, number: int, speaker: ArticlePerson | None, side: str | None
    ) -> DraftStatement | None:
        clause = self._clause(text, speaker)
        if not clause.words:
            return None
        if (whole := told_in_full(clause, self._asked, speaker)) is not None:
            clause = read_clause(whole)
        times = self._times(clause, number)
        places = places_of(clause.words, clause.text)
        people = self._speakers.find(clause.text, number)
        mentions = list(mentions_of(clause.words, clause.text))
        own = [one for one in times if not one.attributive]
        own = [] if is_put_off(clause) else own
        when = own[0].when if own else None
        events = [self._records.event_of(one, number, when) for one in mentions]
        known = tuple({id(one): one for one in events if one is not None}.values())
        if known:
            self._records.note(known[0], clause, mentions, times, places, people, number)
        speaks = speaker is None and side is None and clause.subject is not None and voices(clause)
        if speaks:
            speaker, side = self._voice_of(clause, people)
        about = speaks or names_itself(clause, speaker, side)
        asked, self._asked = self._asked, []
        return DraftStatement(
            text=attributed(clause.text, speaker, side, is_about=about),
            clause=clause,
            paragraph=number,
            kind=StatementKind.SAID if speaker is not None or side is not None else StatementKind.TOLD,
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

    def _clause(self, text: str, speaker: ArticlePerson | None) -> Clause:
        """With names for pronouns, and the speaker's name for «я»."""
        clause = read_clause(without_opening(self._speakers.with_names(text)))
        if clause.words and speaker is not None and (told := of_speaker(clause, speaker)) != clause.text:
            return read_clause(told)
        return clause

    def _times(self, clause: Clause, number: int) -> list[TimeMention]:
        """The times of a clause; a time of day may give the main event its hour."""
        published = self._reading.published if self._reading.dated else None
        future, day = is_about_future(clause), self._records.day(number)
        times = times_of(
            clause.text,
            clause.words,
            published,
            future=future,
            present=is_in_present(clause),
            day=day,
            span=self._records.span,
        )
        self._records.remember_day(number, times)
        self._records.begin(clause, times)
        return times

    def _voice_of(
        self, clause: Clause, people: list[ArticlePerson]
    ) -> tuple[ArticlePerson | None, str | None]:
        """Who speaks in a clause whose verb is one of speech: a side, else the person who is its subject."""
        side = self._speakers.side_of(clause.words[: (clause.predicate or 0) + 1])
        subject = {word.text for word in words_of(clause.subject_text or "")}
        named = next((one for one in people if one.surname in subject), None)
        speaker = named if side is None else None
        self._speakers.spoke = speaker or self._speakers.spoke
        return speaker, side
