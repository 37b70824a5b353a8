"""Tests of the HTTP server: webhook, health, metrics."""
