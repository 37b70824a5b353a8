"""Scores how likely a fact answers a question: features of the pair, fitted weights, the search itself.

The engine and `decision` import the searcher and the ranking; `tests.fit` fits the weights.
"""
