"""What can be done in the accounts room, one function per verb."""

from welfare.accounts.actions.accounts import UsernameTakenError, create_account
from welfare.accounts.actions.set_up import make_set_up_code

__all__ = ["UsernameTakenError", "create_account", "make_set_up_code"]
