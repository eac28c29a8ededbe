"""Reads of the school year."""
