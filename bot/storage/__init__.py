"""The database: the only package that speaks SQL. One store per module, one transaction per method.

Stores implement the ports of the layers above; `database`, `startup` and `schema` open and migrate it.
"""
