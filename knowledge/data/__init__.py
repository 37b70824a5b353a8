"""Words of Russian as TSV tables, and the fitted weights: data that people and `tests.fit` write.

Imported from outside: `tables`, which reads them.
"""
