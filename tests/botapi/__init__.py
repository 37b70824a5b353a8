"""A strict Bot API server of our own: refuses what Telegram refuses, and fails on request."""
