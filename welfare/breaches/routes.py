"""Files of breaches: the list, one file, telling the authority and those concerned, closing, the paper."""

from collections.abc import Callable

from flask import Response, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.access.blueprint import GuardedBlueprint
from welfare.audit.unit_of_work import UnitOfWork
from welfare.breaches.actions import (
    MustBeToldError,
    TakenError,
    Tell,
    close_breach,
    open_by_hand,
    tell_authority,
    tell_people,
)
from welfare.breaches.forms import AuthorityForm, LearntForm, PeopleForm, SeekPupilForm
from welfare.breaches.models import Breach
from welfare.breaches.naming import leave_out, name_concerned
from welfare.breaches.pages import BreachesPage, BreachPage, NamingPage, breach_paper, languages_of
from welfare.breaches.queries import controllers_served, load_breach, load_concerned
from welfare.documents.serving import pdf_answer
from welfare.people.models import Person
from welfare.rules.breaches import NotSettledError
from welfare.rules.permissions import Permission
from welfare.ui.fields import Option
from welfare.ui.formats import local
from welfare.ui.forms import ActionForm
from welfare.ui.locale import current_locale

bp = GuardedBlueprint("breaches", __name__, subjects={"breach_id": load_breach, "concerned_id": load_concerned})
NEW, ONE = "/breaches/new", "/breaches/<breach_id:breach>"


@bp.get("/breaches", needs=Permission.BREACH_LIST)
def index(work: UnitOfWork) -> str:
    """The files and their clocks."""
    return render_template("breaches/index.html", page=BreachesPage.of(work))


@bp.get(NEW, needs=Permission.BREACH_OPEN)
def begin(work: UnitOfWork) -> str:
    """The form of a file that no finding begins."""
    return _draw_new(_learnt_form(work))


@bp.post(NEW, needs=Permission.BREACH_OPEN, endpoint="open")
def open_one(work: UnitOfWork) -> ResponseReturnValue:
    """Begin it; those concerned are named next."""
    form = _learnt_form(work)
    if not form.validate_on_submit():
        return _draw_new(form), 422
    row = open_by_hand(work, form.to_learnt(), form.to_command())
    flash(_("The file is open. Name those concerned, as far as they are known."), "good")
    return redirect(url_for("breaches.show", breach=row.id), 303)


@bp.get(ONE, needs=Permission.BREACH_HANDLE)
def show(work: UnitOfWork, breach: Breach) -> str:
    """One file, and what is still to be done."""
    page, ending = BreachPage.of(work, breach), ActionForm(formdata=None)
    return render_template("breaches/show.html", page=page, ending=ending)


@bp.get(f"{ONE}/concerned", needs=Permission.BREACH_HANDLE)
def begin_naming(work: UnitOfWork, breach: Breach) -> str:
    """Ask for a name."""
    return _draw_naming(NamingPage.of(work, breach), SeekPupilForm(formdata=None))


@bp.post(f"{ONE}/concerned", needs=Permission.BREACH_SEEK, writes_at_once=False, saves=False)
def find_concerned(work: UnitOfWork, breach: Breach) -> ResponseReturnValue:
    """Who answers to it."""
    form = SeekPupilForm()
    if not form.validate_on_submit():
        return _draw_naming(NamingPage.of(work, breach), form), 422
    return _draw_naming(NamingPage.of(work, breach, form.name.data), form)


@bp.post(f"{ONE}/concerned/<concerned_id:student>", needs=Permission.BREACH_HANDLE, endpoint="name_concerned")
def keep_concerned(work: UnitOfWork, breach: Breach, student: Person) -> ResponseReturnValue:
    """The pupil is concerned."""
    return _after(work, breach, student, name_concerned)


@bp.post(f"{ONE}/concerned/<concerned_id:student>/leave-out", needs=Permission.BREACH_HANDLE, endpoint="leave_out")
def drop_concerned(work: UnitOfWork, breach: Breach, student: Person) -> ResponseReturnValue:
    """It was a mistake."""
    return _after(work, breach, student, leave_out)


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
    form.offer(current_locale())
    form.on.put(work.facts.on)
    return _draw_people(work, breach, form)


@bp.post(f"{ONE}/people", needs=Permission.BREACH_HANDLE, endpoint="tell_people")
def keep_people(work: UnitOfWork, breach: Breach) -> ResponseReturnValue:
    """Tell those concerned, or keep why not."""
    form = PeopleForm(today=work.facts.on)
    form.offer(current_locale())
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


def _learnt_form(work: UnitOfWork) -> LearntForm:
    form, language = LearntForm(today=work.facts.on), current_locale()
    served = controllers_served(work.session, work.actor)
    form.offer([Option(each.id, each.name(language)) for each in served], local(work.now))
    return form


def _draw_new(form: LearntForm) -> str:
    return render_template("breaches/new.html", form=form)


def _draw_naming(page: NamingPage, form: SeekPupilForm) -> str:
    return render_template("breaches/concerned.html", page=page, form=form, ending=ActionForm(formdata=None))


def _after(
    work: UnitOfWork, breach: Breach, student: Person, action: Callable[[UnitOfWork, Breach, Person], None]
) -> ResponseReturnValue:
    try:
        action(work, breach, student)
    except TakenError:
        flash(_("It has been settled already. This is how it stands."), "soon")
    else:
        flash(_("It is saved."), "good")
    return _back(breach)


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
    page, languages = BreachPage.of(work, breach), languages_of(work, breach)
    return render_template("breaches/people.html", page=page, form=form, languages=languages)


def _back(breach: Breach) -> ResponseReturnValue:
    return redirect(url_for("breaches.show", breach=breach.id), 303)
