"""The way in, the way out, one's own sign-in, and the administration of accounts."""

from welfare.accounts.routes import kept, own, second_factor, sign_in
from welfare.accounts.routes.room import bp

__all__ = ["bp", "kept", "own", "second_factor", "sign_in"]
