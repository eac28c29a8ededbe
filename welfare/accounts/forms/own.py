"""The forms of one's own account page."""

from flask_babel import lazy_gettext as _l

from welfare.ui.fields import Checkbox, ChoiceTiles, CodeText, Option, PasswordText
from welfare.ui.forms import PageForm
from welfare.ui.locale import LANGUAGE_NAMES, LOCALES


class AgainForm(PageForm):
    """Asks once more for the password, before something that would let another person in."""

    password = PasswordText(
        _l("Your present password"),
        hint=_l("Asked again, so that nobody else can do this at a screen you left open."),
        missing=_l("Write your present password."),
    )


class ChangePasswordForm(AgainForm):
    """A new password in place of the present one."""

    new_password = PasswordText(_l("New password"), autocomplete="new-password", missing=_l("Write a new password."))
    again = PasswordText(
        _l("The new password again"), autocomplete="new-password", missing=_l("Write the new password again.")
    )


class ReplaceFactorForm(AgainForm):
    """A new authenticator app in place of the present one."""

    code = CodeText(
        _l("Six-digit code"),
        hint=_l("The code that the new app shows for this service now."),
        missing=_l("Write the code that the app shows."),
    )


class ShortcutsForm(PageForm):
    """Single keys that do something: off until somebody wants them (WCAG 2.1.4)."""

    is_on = Checkbox(_l("Use keyboard shortcuts in this browser"), is_optional=True)


class LanguageForm(PageForm):
    """The language of this person on every browser."""

    locale = ChoiceTiles(
        _l("Language"),
        options=[Option(code, LANGUAGE_NAMES[code]) for code in LOCALES],
        in_rows=True,
        missing=_l("Choose a language."),
    )
