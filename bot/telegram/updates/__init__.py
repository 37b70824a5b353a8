"""Receiving updates: polling, queues per chat, error handling, metrics."""
