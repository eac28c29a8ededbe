"""Tests of the communal room."""
