"""Tests of the room of non-disclosure for safety."""
