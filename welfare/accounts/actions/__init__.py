"""What can be done in the accounts room, one function per verb."""

from welfare.accounts.actions.accounts import UsernameTakenError, create_account

__all__ = ["UsernameTakenError", "create_account"]
