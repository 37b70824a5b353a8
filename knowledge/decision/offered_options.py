"""What a reply to offered options means: which of them is chosen, or that they must be offered again."""

from __future__ import annotations

from knowledge.conversation import Conversation
from knowledge.data.tables import read_groups
from knowledge.facts.model import FactBase, FactId
from knowledge.language.morphology import analyse
from knowledge.language.numerals import CARDINALS, ORDINALS
from knowledge.language.tokens import normalize, tokens
from knowledge.results import Choices, Option
from knowledge.understanding.choices import accepts, choice_number, names_item

_SEVERAL = 2
_OPENING = read_groups("requests/follow_ups")["opening"]


def chosen_option(text: str, conversation: Conversation, base: FactBase) -> FactId | None:
    """The option that «2», «давай 1», «первый вариант», «да» or its own words choose, if any."""
    words = [token.word for token in tokens(text)]
    # «Пункт 2» takes one of several facts that were told, too.
    told = conversation.facts if len(conversation.facts) >= _SEVERAL and names_item(words) else ()
    options = [fact for fact in conversation.options or told if fact in base.fact_by_id]
    if not options and _goes_on_choosing(conversation):
        options = [fact for fact in conversation.listed if fact in base.fact_by_id]
        words = words[1:] if words[:1] and words[0] in _OPENING else words  # «а третий вариант?»
        number = choice_number(words, len(options))
        return options[number - 1] if number is not None and 0 < number <= len(options) else None
    if not options or not words:
        return None
    number = choice_number(words, len(options))
    if number is not None:
        return options[number - 1] if 0 < number <= len(options) else None
    if len(options) == 1 and accepts(words):
        return options[0]
    for fact in options:
        labels = (*base.fact_by_id[fact].questions, base.fact_by_id[fact].says)
        if any([token.word for token in tokens(normalize(label))] == words for label in labels):
            return fact
    return None


def _goes_on_choosing(conversation: Conversation) -> bool:
    """Whether one of a list was just chosen, of whose question a number would not go on: «второй диалог»."""
    lemmas = (lemma for token in tokens(conversation.question) for lemma in analyse(token.word).lemmas)
    return bool(conversation.listed) and not any(lemma in ORDINALS or lemma in CARDINALS for lemma in lemmas)


def offered_again(text: str, conversation: Conversation, base: FactBase) -> Choices | None:
    """«Да» to several options: which of them?"""
    known = [base.fact_by_id[one] for one in conversation.options if one in base.fact_by_id]
    if len(known) < _SEVERAL or not accepts([token.word for token in tokens(text)]):
        return None
    options = tuple(Option(fact=fact, label=next(iter(fact.questions), fact.says)) for fact in known)
    return Choices(rule="which-option", confidence=0.9, options=options)
