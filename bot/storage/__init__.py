"""The database: the only package that speaks SQL. One store per module, one transaction per method.

Stores implement the ports of the layers above, and only `bot.wiring`, `bot.cli` and `bot.demo` import them;
`database`, `startup` and `schema` of `bot.storage.connection` open and migrate the database.
"""
