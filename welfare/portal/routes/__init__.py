"""Ways into the portal."""

from welfare.portal.routes import home, reads
from welfare.portal.routes.blueprint import bp

__all__ = ["bp", "home", "reads"]
