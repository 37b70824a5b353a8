"""The model of a fact base: entities, EDTF dates, edits, three-way merge, JSON rows and pack files.

Everything here may be imported from outside; it depends on no other package of `knowledge`.
"""
