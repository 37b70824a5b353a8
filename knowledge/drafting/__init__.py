"""Drafts a pack from an article: source, people, events and facts that editors accept, change or drop.

Outside import `draft_pack` and the values of `knowledge.drafting.model`.
"""
