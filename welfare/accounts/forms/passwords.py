"""What is said about a new password."""

from collections.abc import Iterable

from flask_babel import gettext as _
from flask_babel import ngettext

from welfare.accounts.password_rules import LEAST_ALONE, LEAST_WITH_SECOND_FACTOR, MOST, Fault, fault_of
from welfare.ui.fields import PasswordText


def refuse_bad_password(
    new: PasswordText, again: PasswordText, *, is_alone: bool, own_words: Iterable[str] = ()
) -> bool:
    """Say at the fields what is wrong with a new password; true when it may be taken."""
    fault = fault_of(new.data, is_alone=is_alone, own_words=own_words)
    if fault is not None:
        new.errors = [*new.errors, fault_words(fault, least(is_alone=is_alone))]
    elif new.data != again.data:
        again.errors = [*again.errors, _("The two passwords are not the same. Write the new password again.")]
    return not new.errors and not again.errors


def least(*, is_alone: bool) -> int:
    """How long a password must be, alone or beside a second factor."""
    return LEAST_ALONE if is_alone else LEAST_WITH_SECOND_FACTOR


def fault_words(fault: Fault, least_length: int) -> str:
    """What to do instead."""
    return {
        Fault.SHORT: ngettext(
            "The new password is too short. Use at least one sign.",
            "The new password is too short. Use at least %(num)d signs, for example four words.",
            least_length,
        ),
        Fault.LONG: _("The new password is too long. Use at most %(most)s signs.", most=MOST),
        Fault.COMMON: _("The new password is one that many people use. Choose words that nobody would guess."),
        Fault.GUESSABLE: _(
            "The new password is made of names that others know: yours, your school's or the service's. "
            "Choose other words."
        ),
    }[fault]
