"""The forms of a sign-in, step by step."""

from flask_babel import lazy_gettext as _l

from welfare.ui.fields import CodeText, HiddenId, PasswordText, TextLine
from welfare.ui.forms import PageForm


class SignInForm(PageForm):
    """User name and password. It has no key of its own: nobody is here yet whose save it could be."""

    idempotency_key = None  # type: ignore[assignment]
    username = TextLine(_l("User name"), autocomplete="username", missing=_l("Write your user name."))
    password = PasswordText(_l("Password"), missing=_l("Write your password."))


class DemoForm(PageForm):
    """One invented person's card."""

    idempotency_key = None  # type: ignore[assignment]
    person = HiddenId()


class CodeForm(PageForm):
    """A code of the authenticator app; a recovery code is taken here as well."""

    idempotency_key = None  # type: ignore[assignment]
    code = CodeText(
        _l("Six-digit code"),
        digits=None,
        hint=_l("Open the authenticator app on your phone. The code changes every 30 seconds."),
        missing=_l("Write the code that the app shows."),
    )


class RecoveryCodeForm(PageForm):
    """One of the ten codes that were shown once."""

    idempotency_key = None  # type: ignore[assignment]
    code = CodeText(
        _l("Recovery code"),
        digits=None,
        autocomplete="off",
        hint=_l("One of the ten codes you wrote down when you took the app into use. Each works once."),
        missing=_l("Write one of your recovery codes."),
    )


class EnrolForm(PageForm):
    """Proof that the app shows the right codes."""

    idempotency_key = None  # type: ignore[assignment]
    code = CodeText(
        _l("Six-digit code"),
        hint=_l("The code that the app shows for this service now."),
        missing=_l("Write the code that the app shows."),
    )


class NewPasswordForm(PageForm):
    """A password of one's own in place of the one-time one."""

    idempotency_key = None  # type: ignore[assignment]
    new_password = PasswordText(_l("New password"), autocomplete="new-password", missing=_l("Write a new password."))
    again = PasswordText(
        _l("The new password again"), autocomplete="new-password", missing=_l("Write the new password again.")
    )
