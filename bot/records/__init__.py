"""Plain frozen records that the storage and the layers above it exchange; every module may be imported.

Imports knowledge alone.
"""
