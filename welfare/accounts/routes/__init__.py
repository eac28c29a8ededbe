"""The way in, the way out, one's own sign-in, and the administration of accounts."""

from welfare.accounts.routes import administration, kept, own, second_factor, set_up, sign_in, their_accounts
from welfare.accounts.routes.room import bp

__all__ = ["administration", "bp", "kept", "own", "second_factor", "set_up", "sign_in", "their_accounts"]
