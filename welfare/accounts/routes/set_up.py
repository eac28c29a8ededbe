"""The first administrator of an instance."""

from flask import Response, make_response, render_template, request
from flask_babel import gettext as _

from welfare.access.gate import refuse
from welfare.access.needs import Public
from welfare.accounts.actions.accounts import UsernameTakenError
from welfare.accounts.actions.entering import enter
from welfare.accounts.actions.set_up import SetUpRefusedError, may_be_set_up, set_up, use_set_up_code
from welfare.accounts.forms.passwords import least, refuse_bad_password
from welfare.accounts.forms.set_up import SetUpForm
from welfare.accounts.models import Level
from welfare.accounts.routes.room import bp
from welfare.accounts.routes.steps import lead_on, this_visit, visitors, wait_words
from welfare.audit.unit_of_work import UnitOfWork

_PAGE = "accounts/set_up.html"


@bp.get("/set-up", needs=Public.SET_UP)
def set_up_form(work: UnitOfWork) -> Response:
    """Ask for the code; once the instance has been set up there is no such page."""
    if not may_be_set_up(work):
        refuse(work, work.facts)
    form = SetUpForm(formdata=None)
    form.offer()
    return _draw(form)


@bp.post("/set-up", needs=Public.SET_UP)
def set_up_instance(work: UnitOfWork) -> Response:
    """Make the first administrator, who then takes an authenticator app into use like everybody else."""
    if not may_be_set_up(work):
        refuse(work, work.facts)
    form = SetUpForm()
    form.offer()
    is_whole = form.validate_on_submit()
    if not is_whole or not refuse_bad_password(
        form.new_password, form.again, is_alone=False, own_words=form.own_words()
    ):
        return _draw(form, 422)
    try:
        use_set_up_code(work, form.code.data, request.remote_addr or "")
        account = set_up(work, form.to_command(), visitors().hashing)
    except SetUpRefusedError as error:
        words = _("The code is not right, or it is too old. Run “welfare init” for a new one.")
        form.refuse("code", wait_words(error.wait) if error.wait else words)
        return _draw(form, 422)
    except UsernameTakenError:
        form.refuse("username", _("Somebody has this user name already. Choose another."))
        return _draw(form, 422)
    return lead_on(work, account, enter(work, account, Level.PASSWORD, this_visit()))


def _draw(form: SetUpForm, status: int = 200) -> Response:
    return make_response(render_template(_PAGE, form=form, least=least(is_alone=False)), status)
