"""Setting a protection, giving it a later day, ending it by two, opening an address, and who has looked."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from welfare.access.blueprint import GuardedBlueprint
from welfare.accounts.routes.proving import is_proved
from welfare.audit.reading import read_mark
from welfare.audit.unit_of_work import UnitOfWork
from welfare.non_disclosures.actions import (
    AlreadyStandsError,
    WrongStateError,
    decide_end,
    propose_end,
    renew_protection,
    set_protection,
)
from welfare.non_disclosures.forms import ConfirmForm, EndForm, PlaceForm, ProtectionForm, RenewalForm
from welfare.non_disclosures.models import Protection
from welfare.non_disclosures.pages import LooksPage, PlacePage, ProtectionPage, ProtectionsPage, family_options
from welfare.non_disclosures.queries import load_protected, standing_of
from welfare.people.models import Person
from welfare.rules.non_disclosure import SamePersonError, TooLongError
from welfare.rules.permissions import Permission
from welfare.ui.forms import PageForm

bp = GuardedBlueprint("non_disclosures", __name__, subjects={"protected_id": load_protected})
ONE = "/students/<protected_id:student>/non-disclosure"


@bp.get("/non-disclosures", needs=Permission.NON_DISCLOSURE_LIST)
def index(work: UnitOfWork) -> str:
    """Who is protected where one answers for it."""
    return render_template("non_disclosures/index.html", page=ProtectionsPage.of(work))


@bp.get(ONE, needs=Permission.NON_DISCLOSURE_READ)
def show(work: UnitOfWork, student: Person) -> str:
    """How one pupil is protected."""
    return render_template("non_disclosures/show.html", page=ProtectionPage.of(work, student))


@bp.get(f"{ONE}/new", needs=Permission.NON_DISCLOSURE_SET)
def begin(work: UnitOfWork, student: Person) -> str:
    """The form of a protection."""
    form = _protection_form(work, student, ProtectionForm(formdata=None, today=work.facts.on))
    form.begins_on.put(work.facts.on)
    return _draw(work, student, "new", form)


@bp.post(f"{ONE}/new", needs=Permission.NON_DISCLOSURE_SET, endpoint="set")
def set_one(work: UnitOfWork, student: Person) -> ResponseReturnValue:
    """Protect from this moment on."""
    form = _protection_form(work, student, ProtectionForm(today=work.facts.on))
    if not form.validate_on_submit() or not is_proved(work, form, form.code.data):
        return _draw(work, student, "new", form), 422
    try:
        set_protection(work, student, form.to_command())
    except TooLongError:
        form.refuse("until_on", _("Write a day from today on, at most five years after the first day."))
        return _draw(work, student, "new", form), 422
    except AlreadyStandsError:
        flash(_("Somebody has set it already. This is what was written."), "soon")
    else:
        flash(_("The protection works from now on, everywhere."), "good")
    return _back(student)


@bp.get(f"{ONE}/renew", needs=Permission.NON_DISCLOSURE_SET)
def begin_renewal(work: UnitOfWork, student: Person) -> ResponseReturnValue:
    """A later day."""
    if standing_of(work.session, student.id) is None:
        return _back(student)
    return _draw(work, student, "renew", RenewalForm(formdata=None, today=work.facts.on))


@bp.post(f"{ONE}/renew", needs=Permission.NON_DISCLOSURE_SET)
def renew(work: UnitOfWork, student: Person) -> ResponseReturnValue:
    """Keep it."""
    form, row = RenewalForm(today=work.facts.on), standing_of(work.session, student.id)
    if not form.validate_on_submit() or not is_proved(work, form, form.code.data):
        return _draw(work, student, "renew", form), 422
    try:
        renew_protection(work, _found(row), form.until_on.data, form.words.data)
    except TooLongError:
        form.refuse("until_on", _("Write a day from today on, at most five years ahead."))
        return _draw(work, student, "renew", form), 422
    except WrongStateError:
        return _too_late(student)
    flash(_("The new day is kept."), "good")
    return _back(student)


@bp.get(f"{ONE}/end", needs=Permission.NON_DISCLOSURE_PROPOSE)
def begin_end(work: UnitOfWork, student: Person) -> ResponseReturnValue:
    """Why it may end."""
    if standing_of(work.session, student.id) is None:
        return _back(student)
    return _draw(work, student, "end", EndForm(formdata=None))


@bp.post(f"{ONE}/end", needs=Permission.NON_DISCLOSURE_PROPOSE, endpoint="propose")
def propose(work: UnitOfWork, student: Person) -> ResponseReturnValue:
    """Propose it; nothing changes before a second person confirms."""
    form, row = EndForm(), standing_of(work.session, student.id)
    if not form.validate_on_submit() or not is_proved(work, form, form.code.data):
        return _draw(work, student, "end", form), 422
    try:
        propose_end(work, _found(row), form.words.data)
    except WrongStateError:
        return _too_late(student)
    flash(_("The protection stands until somebody else confirms its end."), "good")
    return _back(student)


@bp.get(f"{ONE}/confirm", needs=Permission.NON_DISCLOSURE_END)
def begin_confirming(work: UnitOfWork, student: Person) -> ResponseReturnValue:
    """What was proposed, and the form of the second person."""
    row = standing_of(work.session, student.id)
    if row is None or row.proposed_at is None:
        return _back(student)
    return _draw(work, student, "confirm", ConfirmForm(formdata=None))


@bp.post(f"{ONE}/confirm", needs=Permission.NON_DISCLOSURE_END)
def confirm(work: UnitOfWork, student: Person) -> ResponseReturnValue:
    """End it, or leave it standing."""
    form, row = ConfirmForm(), standing_of(work.session, student.id)
    if not form.validate_on_submit() or not is_proved(work, form, form.code.data):
        return _draw(work, student, "confirm", form), 422
    is_end = form.decision.data == "end"
    try:
        decide_end(work, _found(row), is_confirmed=is_end)
    except (WrongStateError, SamePersonError):
        return _too_late(student)
    flash(_("The protection has ended.") if is_end else _("The protection stands as it is."), "good")
    return _back(student)


@bp.get(f"{ONE}/address", needs=Permission.PLACE_READ)
def begin_opening(work: UnitOfWork, student: Person) -> str:
    """For which duty, before anything is opened."""
    return _draw(work, student, "open", PlaceForm(formdata=None))


@bp.post(f"{ONE}/address", needs=Permission.PLACE_READ, endpoint="open")
def open_place(work: UnitOfWork, student: Person) -> ResponseReturnValue:
    """The address on this one page, once the second factor has been given again."""
    form = PlaceForm()
    if not form.validate_on_submit() or not is_proved(work, form, form.code.data):
        return _draw(work, student, "open", form), 422
    page = PlacePage.of(work, student, form.reason.data)
    return render_template("non_disclosures/address.html", page=page, student_id=student.id)


@bp.get(f"{ONE}/looks", needs=Permission.NON_DISCLOSURE_LOOKS)
def looks(work: UnitOfWork, student: Person) -> str:
    """Who has looked."""
    page = LooksPage.of(work, student, read_mark(request.args.get("before", "")))
    return render_template("non_disclosures/looks.html", page=page, student_id=student.id)


def _protection_form(work: UnitOfWork, student: Person, form: ProtectionForm) -> ProtectionForm:
    form.offer(*family_options(work, student))
    return form


def _draw(work: UnitOfWork, student: Person, template: str, form: PageForm) -> str:
    page = ProtectionPage.of(work, student)
    return render_template(f"non_disclosures/{template}.html", page=page, form=form)


def _found(row: Protection | None) -> Protection:
    """Raises WrongStateError where none stands any more."""
    if row is None:
        raise WrongStateError
    return row


def _back(student: Person) -> Response:
    return redirect(url_for("non_disclosures.show", student=student.id), 303)


def _too_late(student: Person) -> Response:
    flash(_("Somebody has been quicker, or it is not yours to confirm. This is how it stands."), "soon")
    return _back(student)
