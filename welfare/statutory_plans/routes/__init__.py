"""Ways into statutory plans and self-control."""

from welfare.statutory_plans.routes import plans, self_control, versions
from welfare.statutory_plans.routes.blueprint import bp

__all__ = ["bp", "plans", "self_control", "versions"]
