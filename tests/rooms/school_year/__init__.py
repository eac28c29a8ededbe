"""Tests of the school year."""
