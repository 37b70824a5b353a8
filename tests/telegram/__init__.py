"""Tests of the Telegram layer: the real Dispatcher with a scripted engine, against the fake Bot API."""
