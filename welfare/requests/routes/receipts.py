"""What a sender sees afterwards."""

from flask import render_template, url_for
from flask import request as asked

from welfare.audit.unit_of_work import UnitOfWork
from welfare.requests.models import ContactRequest
from welfare.requests.pages.receipts import ReceiptPage, SentPage
from welfare.requests.routes.blueprint import bp
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm
from welfare.ui.paging import page_number


@bp.get("/requests", needs=Permission.REQUEST_SENT_LIST)
def sent(work: UnitOfWork) -> str:
    """One's own requests: receipts and status words."""
    number = page_number(asked.args.get("page"))
    page = SentPage.of(work, number, lambda other: url_for("requests.sent", page=other))
    return render_template("requests/sent.html", page=page)


@bp.get("/requests/<request_id:request>/receipt", needs=Permission.REQUEST_RECEIPT_READ)
def receipt(work: UnitOfWork, request: ContactRequest) -> str:
    """The receipt of one request."""
    return render_template("requests/receipt.html", page=ReceiptPage.of(work, request), form=ActionForm())
