"""What one has been given oneself. Each opening of a copy is an event, and stands in the matter's log."""

from flask import render_template

from welfare.audit.unit_of_work import UnitOfWork
from welfare.disclosures.models import Disclosure
from welfare.disclosures.pages import CopyPage, ReceivedPage
from welfare.disclosures.routes.blueprint import RECEIVED, bp
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm


@bp.get(RECEIVED, needs=Permission.RECEIVED_LIST)
def received(work: UnitOfWork) -> str:
    """Everything that is open to oneself."""
    return render_template("disclosures/received.html", page=ReceivedPage.of(work), action=ActionForm(formdata=None))


@bp.get(f"{RECEIVED}/<copy_id:copy>", needs=Permission.COPY_OPEN)
def copy(work: UnitOfWork, copy: Disclosure) -> str:
    """One copy."""
    return render_template("disclosures/copy.html", page=CopyPage.of(work, copy))
