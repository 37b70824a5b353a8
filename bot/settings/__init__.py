"""Settings and what the process runs on: options, environment, logging, the clock, tasks.

Imported from everywhere in `bot`; imports only `bot.errors` and `knowledge.facts.pack`.
"""
