"""Words that carry little or nothing of what a question is about. All are lemmas or folded word forms."""

from __future__ import annotations

from knowledge.data.tables import read_words

FUNCTION_POS = frozenset({"PREP", "CONJ", "PRCL", "NPRO", "INTJ"})
"""OpenCorpora parts of speech whose words are function words wherever they stand."""
FUNCTION = read_words("function_words/function_words")
RELATIONS = read_words("function_words/relations")
"""Prepositions and adverbs that turn a question to something else: «кто был министром до Линч»."""
EXCLUSIONS = read_words("function_words/exclusions")
"""Relations without which a fact never answers."""
POLITE = read_words("function_words/polite_words")
"""Words of a preamble («подскажите, пожалуйста»): no meaning unless the pack uses them."""
POLITE_VERBS = read_words("function_words/polite_verbs")
"""Lemmas of a preamble where they ask or speak of the asker («хочу узнать»)."""
ASKER_MOODS = frozenset({"impr", "1per"})
"""Verb forms in which those verbs are a preamble; in «что сказал Го» they are not."""
LIGHT = read_words("function_words/light_words")
"""Lemmas that say no more than that something is or happens: a fact may lack them at little cost."""
REFERENCES = read_words("function_words/references")
"""Pronouns and adverbs that point back to what was named before."""
JOINED = read_words("function_words/joined_words")
"""Short words that people run together with the next one."""
PLACE_PREPOSITIONS = read_words("function_words/place_prepositions")
REASON_CONJUNCTIONS = read_words("function_words/reason_conjunctions")
"""Words that open the part of a statement that gives the reason or the purpose."""
