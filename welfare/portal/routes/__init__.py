"""Ways into the portal."""

from welfare.portal.routes import home
from welfare.portal.routes.blueprint import bp

__all__ = ["bp", "home"]
