"""Files of breaches: the list, one file, telling the authority and those concerned, closing, the paper."""

from collections.abc import Callable

from flask import Response, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.access.blueprint import GuardedBlueprint
from welfare.audit.unit_of_work import UnitOfWork
from welfare.breaches.actions import MustBeToldError, TakenError, Tell, close_breach, tell_authority, tell_people
from welfare.breaches.forms import AuthorityForm, PeopleForm
from welfare.breaches.models import Breach
from welfare.breaches.pages import BreachesPage, BreachPage, breach_paper
from welfare.breaches.queries import load_breach
from welfare.documents.serving import pdf_answer
from welfare.rules.breaches import NotSettledError
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm

bp = GuardedBlueprint("breaches", __name__, subjects={"breach_id": load_breach})
ONE = "/breaches/<breach_id:breach>"


@bp.get("/breaches", needs=Permission.BREACH_LIST)
def index(work: UnitOfWork) -> str:
    """The files and their clocks."""
    return render_template("breaches/index.html", page=BreachesPage.of(work))


@bp.get(ONE, needs=Permission.BREACH_HANDLE)
def show(work: UnitOfWork, breach: Breach) -> str:
    """One file, and what is still to be done."""
    page, ending = BreachPage.of(work, breach), ActionForm(formdata=None)
    return render_template("breaches/show.html", page=page, ending=ending)


@bp.get(f"{ONE}/authority", needs=Permission.BREACH_HANDLE)
def begin_telling_authority(work: UnitOfWork, breach: Breach) -> str:
    """The form."""
    form = AuthorityForm(formdata=None, today=work.facts.on)
    form.on.put(work.facts.on)
    return _draw_authority(work, breach, form)


@bp.post(f"{ONE}/authority", needs=Permission.BREACH_HANDLE, endpoint="tell_authority")
def keep_authority(work: UnitOfWork, breach: Breach) -> ResponseReturnValue:
    """Keep that the authority was told, or why not."""
    form = AuthorityForm(today=work.facts.on)
    if not form.validate_on_submit() or not _tell(work, breach, form, tell_authority):
        return _draw_authority(work, breach, form), 422
    return _back(breach)


@bp.get(f"{ONE}/people", needs=Permission.BREACH_HANDLE)
def begin_telling_people(work: UnitOfWork, breach: Breach) -> str:
    """The form."""
    form = PeopleForm(formdata=None, today=work.facts.on)
    form.on.put(work.facts.on)
    return _draw_people(work, breach, form)


@bp.post(f"{ONE}/people", needs=Permission.BREACH_HANDLE, endpoint="tell_people")
def keep_people(work: UnitOfWork, breach: Breach) -> ResponseReturnValue:
    """Tell those concerned, or keep why not."""
    form = PeopleForm(today=work.facts.on)
    if not form.validate_on_submit() or not _tell(work, breach, form, tell_people):
        return _draw_people(work, breach, form), 422
    return _back(breach)


@bp.post(f"{ONE}/close", needs=Permission.BREACH_HANDLE, endpoint="close")
def end(work: UnitOfWork, breach: Breach) -> ResponseReturnValue:
    """Nothing more is to be done."""
    try:
        close_breach(work, breach)
    except NotSettledError:
        flash(_("Settle first whether the authority and those concerned are told."), "soon")
        return _back(breach)
    except TakenError:
        flash(_("The file is closed already."), "soon")
    else:
        flash(_("The file is closed."), "good")
    return redirect(url_for("breaches.index"), 303)


@bp.get(f"{ONE}/report.pdf", needs=Permission.BREACH_HANDLE)
def report(work: UnitOfWork, breach: Breach) -> Response:
    """The file on paper."""
    return pdf_answer(breach_paper(work, breach))


def _tell(
    work: UnitOfWork,
    breach: Breach,
    form: AuthorityForm | PeopleForm,
    action: Callable[[UnitOfWork, Breach, Tell], None],
) -> bool:
    try:
        action(work, breach, form.to_command())
    except MustBeToldError:
        form.refuse("telling", _("At this risk it has to be told. Choose “It has been told” once it has been done."))
        return False
    except TakenError:
        flash(_("It has been settled already. This is how it stands."), "soon")
    else:
        flash(_("It is saved."), "good")
    return True


def _draw_authority(work: UnitOfWork, breach: Breach, form: AuthorityForm) -> str:
    return render_template("breaches/authority.html", page=BreachPage.of(work, breach), form=form)


def _draw_people(work: UnitOfWork, breach: Breach, form: PeopleForm) -> str:
    return render_template("breaches/people.html", page=BreachPage.of(work, breach), form=form)


def _back(breach: Breach) -> ResponseReturnValue:
    return redirect(url_for("breaches.show", breach=breach.id), 303)
