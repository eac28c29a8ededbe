"""Ways into the portal."""

from welfare.portal.routes import answering, home, leaving_out, own_words, reads
from welfare.portal.routes.blueprint import bp

__all__ = ["answering", "bp", "home", "leaving_out", "own_words", "reads"]
