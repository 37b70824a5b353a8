"""Finds the facts of a base that share words with a question: inverted index, BM25, term matching.

`scoring`, `decision` and the engine import it; it parses facts by `parsed_facts` and follows edits.
"""
