"""Ways to the corrections that are asked for: the desk, the matter, the own pages."""

from welfare.rectifications.routes import assessing, assessing_client, desk, own, settling
from welfare.rectifications.routes.blueprint import bp, of_clients

__all__ = ["assessing", "assessing_client", "bp", "desk", "of_clients", "own", "settling"]
