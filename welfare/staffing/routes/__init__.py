"""Ways into the staffing room."""

from welfare.staffing.routes import looking, posts, pupils
from welfare.staffing.routes.blueprint import bp

__all__ = ["bp", "looking", "posts", "pupils"]
