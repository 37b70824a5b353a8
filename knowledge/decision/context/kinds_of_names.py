"""«Какой катер» of a fact that names «К2» alone: another fact says that it is one."""

from __future__ import annotations

from knowledge.decision.context.rule_context import RuleContext
from knowledge.language import question_words
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level


def is_kind_of_named(term: Term, text: str, context: RuleContext) -> bool:
    """Whether «какой» asks for this noun, and some fact has it together with a name of the text."""
    terms, lexicon = context.search.question.terms, context.lexicon
    asked = any(
        one is term and at and terms[at - 1].word in question_words.WHICH for at, one in enumerate(terms)
    )
    if not asked:
        return False
    said = lexicon.read(text)
    named = (one for at, one in enumerate(said) if one.token.capitalised and (at or one.word[-1].isdigit()))
    names = {key for one in named for key, _ in one.keys}
    for fact in context.base.facts:
        held = {key for one in lexicon.read(fact.says) for key, level in one.keys if level >= Level.LEMMA}
        if names & held and any(key in held for key, _ in term.keys):
            return True
    return False
