"""Tests of the service notes room."""
