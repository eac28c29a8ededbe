"""Ways to the corrections that are asked for: the desk, the matter, the own pages."""

from welfare.rectifications.routes import assessing, desk, own, settling
from welfare.rectifications.routes.blueprint import bp

__all__ = ["assessing", "bp", "desk", "own", "settling"]
