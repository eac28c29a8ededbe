"""Ways into the portal."""

from welfare.portal.routes import answering, coming_of_age, home, leaving_out, meeting_feedback, own_words, reads
from welfare.portal.routes.blueprint import bp

__all__ = ["answering", "bp", "coming_of_age", "home", "leaving_out", "meeting_feedback", "own_words", "reads"]
