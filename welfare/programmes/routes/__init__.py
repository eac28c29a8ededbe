"""Ways into the programmes room."""

from welfare.programmes.routes import keeping, overview, recording
from welfare.programmes.routes.blueprint import bp

__all__ = ["bp", "keeping", "overview", "recording"]
