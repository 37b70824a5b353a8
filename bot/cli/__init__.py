"""The `spravka` commands, one module each; `app` declares them and their options.

Only `bot.__main__` imports `app`. Heavy libraries are imported inside the commands that need them.
"""
