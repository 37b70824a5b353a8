"""Editing from the chat: who may, the gate's screen, roles, history, files."""
