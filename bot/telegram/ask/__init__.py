"""Asking: questions in chats and inline mode, options and examples, /why, and what no handler understands."""
