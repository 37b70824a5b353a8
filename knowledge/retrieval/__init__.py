"""Finds the facts of a base that share words with a question: inverted index, BM25, term matching.

Used by `scoring` and `decision`; it parses facts by `parsed_facts` and follows edits of the base.
"""
