"""Packages between education providers: the file of a disclosure, and taking in what another provider has sent."""

from flask import Response, flash, make_response, redirect, render_template, url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.crypto.parcels import (
    ForAnotherError,
    NotAParcelError,
    ParcelError,
    TamperedError,
    UnknownSenderError,
    read_parcel,
)
from welfare.disclosures.actions.parcels import AlreadyOpenedError, receive_parcel
from welfare.disclosures.forms.parcels import ParcelForm
from welfare.disclosures.models import Disclosure
from welfare.disclosures.pages.parcels import AnotherStudentError, NoKeysError, open_arrival, parcel_of
from welfare.disclosures.queries.parcels import arrival_of
from welfare.disclosures.routes.blueprint import DISCLOSURE, PARCELS, bp
from welfare.disclosures.transfer_record import MalformedRecordError
from welfare.drafts.desk import Answer
from welfare.journal.pages.matter import MatterHead
from welfare.rules.giving import How
from welfare.rules.permissions import Permission
from welfare.rules.registers import Register
from welfare.ui.formats import moment_text

FAULTS = (ParcelError, MalformedRecordError, NoKeysError, AnotherStudentError, AlreadyOpenedError)


@bp.post(f"{DISCLOSURE}/package", needs=Permission.DISCLOSURE_HAND_OVER, writes_at_once=False, saves=False)
def parcel(work: UnitOfWork, case: Case, disclosure: Disclosure) -> Answer:
    """The file for the new provider: the same number each time, however often it is fetched."""
    if disclosure.how is not How.PARCEL:
        flash(_("This was not given as a package."), "soon")
        return redirect(url_for("disclosures.show", case=case.id, disclosure=disclosure.id), 303)
    try:
        content = parcel_of(work, case, disclosure)
    except NoKeysError:
        flash(_("Your provider has no keys for packages yet. Ask the administrator to make them."), "late")
        return redirect(url_for("disclosures.show", case=case.id, disclosure=disclosure.id), 303)
    work.note(case.controller_id, Register.WELFARE, ("disclosure", disclosure.id), parcel="sealed")
    response: Response = make_response(content)
    response.mimetype = "application/octet-stream"
    response.headers["Content-Disposition"] = 'attachment; filename="package.welfare"'
    return response


@bp.get(f"{PARCELS}/new", needs=Permission.TRANSFER_RECEIVE)
def choose_parcel(work: UnitOfWork, case: Case) -> Answer:
    """Where the file is chosen."""
    return _drawn(work, case, ParcelForm())


@bp.post(f"{PARCELS}/new", needs=Permission.TRANSFER_RECEIVE)
def take_in(work: UnitOfWork, case: Case) -> Answer:
    """Open it, and put it into the journal."""
    form = ParcelForm()
    if not form.validate_on_submit():
        return _drawn(work, case, form, 422)
    try:
        found = read_parcel(form.content)
        before = arrival_of(work.session, case.controller_id, found.header.number)
        if before is not None:
            raise AlreadyOpenedError(before.arrived_at)
        row = receive_parcel(work, case, open_arrival(work, case, found))
    except FAULTS as error:
        work.note(case.controller_id, Register.WELFARE, ("case", case.id), parcel=type(error).__name__)
        form.refuse("file", _words(error))
        return _drawn(work, case, form, 422)
    flash(
        _("The package is opened, and its content is in the journal. The file itself is not kept: delete it."), "good"
    )
    return redirect(url_for("journal.entry", case=case.id, entry=row.entry_id), 303)


def _words(error: ValueError) -> str:
    if isinstance(error, AlreadyOpenedError):
        when = moment_text(error.at)
        return _("This package was opened here on %(moment)s. It is opened once: look in the journal.", moment=when)
    words = {
        NotAParcelError: _("This is no package, or one of a later version of the service."),
        ForAnotherError: _("This package was sealed for another education provider, which alone can open it."),
        UnknownSenderError: _("The sender is not known here. Ask the administrator to check the sender’s card."),
        TamperedError: _("The package has been changed or is not whole. Do not use it: ask the sender for it anew."),
        MalformedRecordError: _("The content of the package cannot be read. Ask the sender for it anew."),
        NoKeysError: _("Your provider has no keys for packages yet. Ask the administrator to make them."),
        AnotherStudentError: _("The package is about another pupil than this matter. Nothing of it was kept."),
    }
    return words[type(error)]


def _drawn(work: UnitOfWork, case: Case, form: ParcelForm, status: int = 200) -> Response:
    page = render_template("disclosures/take_in.html", matter=MatterHead.of(work, case), form=form)
    return make_response(page, status)
