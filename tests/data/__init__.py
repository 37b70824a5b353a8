"""Tests of the tables of words and of the fitted weights."""
