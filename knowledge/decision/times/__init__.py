"""Answers by dates: how long until, since and between; which came first.

`knowledge.decision` imports it; nothing outside does.
"""
