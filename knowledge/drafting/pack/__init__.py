"""A pack put together of what was read: source, events, people, facts; what a base lacks of it.

Outside import `drafted_pack.draft_pack` and `additions`.
"""
