"""Mutation testing, `python -m tests.mutation`: small faults in the code, each of which a test should find.

mutmut and cosmic-ray would run every test first, or import every library again for each mutant.
"""
