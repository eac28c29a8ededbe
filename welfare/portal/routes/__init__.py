"""Ways into the portal."""

from welfare.portal.routes import answering, home, own_words, reads
from welfare.portal.routes.blueprint import bp

__all__ = ["answering", "bp", "home", "own_words", "reads"]
