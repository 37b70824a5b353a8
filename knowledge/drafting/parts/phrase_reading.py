"""Noun phrases of a clause with all that belongs to them: names, what «и» joins, complements of a subject."""

from __future__ import annotations

from knowledge.data.tables import read_groups, read_words
from knowledge.drafting.grammar.phrases import NounPhrase, noun_phrase_at
from knowledge.drafting.grammar.words import Word
from knowledge.drafting.parts.amount_phrases import lasting_end
from knowledge.drafting.parts.clause_parts import Role
from knowledge.drafting.parts.government import case_of, governed
from knowledge.drafting.parts.recognised import Recognised

_CONTEXTS = read_groups("drafting/question_contexts")
_UNITS, _EVENTS = read_words("nouns/times"), read_words("nouns/events")
_VENUES = read_words("places/venues") | read_words("places/addresses")
_INSIDE = frozenset({"loct", "datv", "gent"})
_JOINING = read_groups("drafting/attributions")["joining"]
_ALONG = "по"
_ONTO = "на"
_OF_NOUNS = _CONTEXTS["of_nouns"]


class PhraseReader:
    def __init__(self, read: Recognised) -> None:
        self._read, self._words = read, read.words

    def at(self, place: int) -> NounPhrase | None:
        """With the whole of a name that begins in it, read in a case that its preposition governs."""
        found = noun_phrase_at(self._words, place, self._read.text) or self._name_after(place)
        if found is None:
            return None
        names = self._read.names
        end = next((stop for start, stop in names if found.start <= start <= found.end < stop), found.end)
        if end == found.head + 1 and self._words[found.head].lemmas & _VENUES:
            while end < len(self._words) and self._is_name_tail(end):
                end += 1  # «улица Портовая», «село Верхние Пруды»
        reading = found.reading
        if place and self._words[place - 1].first_pos == "PREP":
            reading = governed(self._words[place - 1].folded, self._words[found.head], reading)
        return NounPhrase(found.start, end, found.head, reading)

    def _name_after(self, place: int) -> NounPhrase | None:
        """«из Ольхова»: after a preposition a capitalised word is a name whatever it looks like."""
        if not 0 < place < len(self._words) or self._words[place - 1].first_pos != "PREP":
            return None
        word = self._words[place]
        reading = next(iter(word.readings), None)
        if reading is None or not word.is_capital or word.before.strip():
            return None
        return NounPhrase(place, place + 1, place, reading)

    def _is_name_tail(self, place: int) -> bool:
        word = self._words[place]
        begun = any(start == place for start, _ in self._read.names)
        return word.is_capital and not word.before.strip() and not begun

    def role_after(self, place: int, phrase: NounPhrase) -> Role:
        """The role of a preposition with its phrase: a place or a direction of a noun of place."""
        head, preposition = self._words[phrase.head], self._words[place].folded
        case = case_of(phrase.reading)
        if head.lemmas & _UNITS or (head.lemmas & _EVENTS and case in _INSIDE):
            return Role.OCCASION
        if head.lemmas & _VENUES and preposition in _CONTEXTS["into"] and case == "accs":
            return Role.DIRECTION
        runs = preposition == _ALONG and self._read.clause.subject is not None
        if runs or not head.lemmas & _VENUES:
            return Role.PHRASE  # «пойдут по проспекту» is no place
        return Role.PLACE if preposition in _CONTEXTS["along"] else Role.PHRASE

    def with_complements(self, phrase: NounPhrase) -> int:
        """Where a phrase before the verb ends with its complements: «билет на вечерний концерт стоит»."""
        predicate, end = self._read.clause.predicate, self.joined_end(phrase)
        if predicate is None or phrase.end > predicate:
            return self._with_near_complements(end)
        is_event = bool(self._words[phrase.head].lemmas & _EVENTS)
        while end < predicate and self._words[end].first_pos == "PREP":
            lasting = lasting_end(self._read, end) if self._words[end].folded == _ONTO else None
            if lasting is not None and not is_event:
                end = lasting  # «абонемент на пять дней»
                continue
            after = self.at(end + 1)
            apart = self._words[end].before.strip(" »") or self._is_adverbial(end, is_event=is_event)
            if after is None or apart:
                break
            end = self.joined_end(after)
        return end

    def _with_near_complements(self, end: int) -> int:
        """«повара из Армении», «мастер-класс о съёмке»: what belongs to a noun wherever it stands."""
        words = self._words
        while end < len(words) and words[end].folded in _OF_NOUNS and not words[end].before.strip(" »"):
            after = self.at(end + 1)
            if after is None or words[end + 1].is_number or words[end + 1].has("NUMR"):
                return end
            end = self.joined_end(after)
        return end

    def _is_adverbial(self, place: int, *, is_event: bool) -> bool:
        """A time is no complement; a place is one of a thing («библиотека в селе»), not of an event."""
        if self._read.time_end(place) is not None:
            return True
        return is_event and self._read.end(self._read.places, place) is not None

    def joined_end(self, phrase: NounPhrase) -> int:
        """«две собаки и коза», «на ремонт, книги и компьютеры»: what is joined in the same case."""
        words, end = self._words, self._numbered_end(phrase.end)
        if end < len(words) and ":" in words[end].text and words[end].is_number:
            return end + 1  # «со счётом 4:2»
        while (first := self._joined_start(end)) is not None:
            other = self.at(first)
            if other is None or self._read.clause.predicate in range(end, other.end):
                break
            if not (words[first].is_number or self._same_case(phrase, words[other.head])):
                break
            end = other.end
        return end

    def with_like_phrases(self, place: int, end: int) -> int:
        """«в зале на 180 мест и в складе»: how many it holds, and what «и» joins by the same preposition."""
        words, preposition = self._words, self._words[place].folded
        while end + 2 < len(words):
            holds = words[end].folded == _ONTO and words[end + 1].is_number and preposition != _ONTO
            again = words[end].folded in _JOINING and words[end + 1].folded == preposition
            after = self.at(end + 1 if holds else end + 2) if holds or again else None
            if after is None:
                return end
            end = self.joined_end(after)
        return end

    def _numbered_end(self, end: int) -> int:
        """«автобусы № 4 и № 17»."""
        words = self._words
        while end < len(words) and "№" in words[end].before:
            end += 1
            if end + 1 < len(words) and words[end].folded in _JOINING and "№" in words[end + 1].before:
                end += 1
        return end

    def _joined_start(self, end: int) -> int | None:
        """Where what «и» or a comma adds to a list begins."""
        words = self._words
        if end + 1 < len(words) and words[end].folded in _JOINING and not words[end].before.strip(" »"):
            return end + 1
        return end if end < len(words) and words[end].before.strip(" »") == "," else None

    def _same_case(self, phrase: NounPhrase, noun: Word) -> bool:
        """What is counted stands in the genitive, «64 кафе и ресторана», or what it is joined to in none."""
        first, head = self._words[phrase.start], self._words[phrase.head]
        if first.is_number or first.has("NUMR"):
            return noun.has("gent") or noun.has("nomn")
        cases = {case_of(phrase.reading), str(phrase.reading.tag.case)}
        alike = any(str(one.tag.case) in cases for one in noun.readings)
        return alike or (head.has("gent") and noun.has("gent"))
