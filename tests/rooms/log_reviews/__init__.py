"""Tests of the log_reviews room."""
