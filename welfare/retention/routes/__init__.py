"""The pages of retention."""

from welfare.retention.routes import holding, rules, running
from welfare.retention.routes.blueprint import bp

__all__ = ["bp", "holding", "rules", "running"]
