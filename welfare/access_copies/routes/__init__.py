"""Ways to the copies: the officer's desk, the review, and the own pages."""

from welfare.access_copies.routes import desk, files, own, receiving, review
from welfare.access_copies.routes.blueprint import bp

__all__ = ["bp", "desk", "files", "own", "receiving", "review"]
