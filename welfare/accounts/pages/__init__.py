"""What the accounts room shows; plaintext is opened in this folder and nowhere else in the room."""

from welfare.accounts.pages.demo import demo_people
from welfare.accounts.pages.label import AccountLabel

__all__ = ["AccountLabel", "demo_people"]
