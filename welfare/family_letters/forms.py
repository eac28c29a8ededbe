"""To whom letters are made, and coming in with one."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import ValidationError

from welfare.accounts.forms.administration import NAME_HINT, refuse_bad_name
from welfare.family_letters.actions import ComeIn
from welfare.rules.family_letters import has_form_of_proof
from welfare.ui.fields import Checkboxes, CodeText, PasswordText, TextLine
from welfare.ui.forms import PageForm


class LettersForm(PageForm):
    """Who gets a letter."""

    people = Checkboxes(_l("Who gets a letter?"), missing=_l("Choose at least one."))


class OwnLetterForm(PageForm):
    """The code of the letter, who one is, and how one signs in from now on."""

    idempotency_key = None  # type: ignore[assignment]
    code = CodeText(
        _l("Code of the letter"), digits=None, autocomplete="off", missing=_l("Write the code that is in the letter.")
    )
    proof = TextLine(
        _l("Your birth date, or the end of your personal identity code"),
        hint=_l("For example 4.12.2010, or the last four signs, for example 900A"),
        missing=_l("Write your birth date or the end of your personal identity code."),
        limit=20,
        width="mid",
    )
    username = TextLine(
        _l("Choose a user name"),
        hint=NAME_HINT,
        limit=64,
        autocomplete="username",
        missing=_l("Choose a user name."),
    )
    new_password = PasswordText(_l("Choose a password"), autocomplete="new-password", missing=_l("Write a password."))
    again = PasswordText(_l("The password again"), autocomplete="new-password", missing=_l("Write the password again."))

    def to_command(self) -> ComeIn:
        """The name and the password."""
        return ComeIn(self.username.data, self.new_password.data)

    def validate_proof(self, field: TextLine) -> None:
        """It must look like one of the two."""
        if not has_form_of_proof(field.data):
            raise ValidationError(_("Write the birth date as day.month.year, or the last four signs of the code."))

    def validate_username(self, field: TextLine) -> None:
        """Refuse a name that nobody could type twice alike."""
        refuse_bad_name(field)
