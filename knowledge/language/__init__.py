"""Russian text: tokens, morphology, spelling, dates, and the keys by which words match.

Any layer above may import any module; `lexicon` and `tokens` are the usual doors.
"""
