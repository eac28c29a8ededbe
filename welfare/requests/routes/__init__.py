"""Addresses of the requests room; importing this registers them all."""

from welfare.requests.routes import deciding, duties, handling, own, queue, receipts, sending, talks
from welfare.requests.routes.blueprint import bp

__all__ = ["bp", "deciding", "duties", "handling", "own", "queue", "receipts", "sending", "talks"]
