"""The second factor once more, in the middle of a day's work, before something that cannot be taken back."""

from flask_babel import gettext as _

from welfare.accounts.actions.second_factor import CodeRefusedError, give_code
from welfare.accounts.models import Account
from welfare.accounts.routes.steps import wait_words
from welfare.audit.unit_of_work import UnitOfWork
from welfare.ui.forms import PageForm


def is_proved(work: UnitOfWork, form: PageForm, code: str) -> bool:
    """Whether the code is the actor's own; each opens once. If not, the field ``code`` says so."""
    account = work.session.get_one(Account, work.actor.account_id)
    try:
        give_code(work, account, code)
    except CodeRefusedError as error:
        words = _("The code is not right, or it was too old or used before. Write a new code.")
        form.refuse("code", wait_words(error.wait) if error.wait else words)
        return False
    return True
