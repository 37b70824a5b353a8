"""The parts of a simple clause, by what they do in it: verb, subject, object, times, places.

`knowledge.drafting.questions` imports it.
"""
