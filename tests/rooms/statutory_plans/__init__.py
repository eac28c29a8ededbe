"""Tests of statutory plans and self-control."""
