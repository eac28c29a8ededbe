"""Decisions about the house, each in the docstring of the test that holds it up."""
