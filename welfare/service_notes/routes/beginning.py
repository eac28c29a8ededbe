"""Taking a pupil as a client: whom, then when and why."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from welfare.access.gate import refuse
from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.models import Person
from welfare.people.pages import PersonName
from welfare.people.pages.seeking import note_search, seek
from welfare.rules.permissions import Permission
from welfare.rules.service_records import desks_at
from welfare.service_notes.actions import AlreadyClientError, RecordLeftBehindError, begin_client
from welfare.service_notes.forms import BeginForm, FindForm
from welfare.service_notes.models import ClientFile
from welfare.service_notes.pages.head import name_to_keep, places_of, staff_names
from welfare.service_notes.queries import may_take, may_take_over, own_file_of
from welfare.service_notes.routes.blueprint import bp

Answer = str | tuple[str, int] | Response
NO_CONFLICT_FIELD = "no_conflict"


@bp.get("/clients/new", needs=Permission.CLIENT_BEGIN)
def choose(work: UnitOfWork) -> str:
    """Whom: found by name among the pupils of the schools one serves."""
    del work
    find = FindForm()
    return render_template("service_notes/choose.html", find=find, form=find, sought=None)


@bp.post("/clients/new", needs=Permission.CLIENT_BEGIN, writes_at_once=False, saves=False)
def find(work: UnitOfWork) -> Answer:
    """The pupils of that name."""
    form = FindForm()
    if not form.validate_on_submit():
        return render_template("service_notes/choose.html", find=form, form=form, sought=None), 422
    sought = seek(work, may_take(work.actor), form.name.data)
    note_search(work, form.name.data, len(sought.lines))
    return render_template("service_notes/choose.html", find=form, form=form, sought=sought)


@bp.get("/clients/new/<student_id:student>", needs=Permission.CLIENT_BEGIN_FOR)
def ask_begin(work: UnitOfWork, student: Person) -> Answer:
    """Ask when and why; whoever has the pupil as a client already is led to the record."""
    form = _form(work)
    own = own_file_of(work.session, work.actor, student.id)
    if own is not None:
        return _to_own(own)
    form.started_on.put(work.facts.on)
    return _drawn(work, student, form)


@bp.post("/clients/new/<student_id:student>", needs=Permission.CLIENT_BEGIN_FOR)
def begin(work: UnitOfWork, student: Person) -> Answer:
    """Open the file. Where the service has one already, say with whom."""
    form = _form(work)
    if not form.validate_on_submit():
        return _drawn(work, student, form, 422)
    name = name_to_keep(work, student)
    if name is None:
        form.refuse(None, _("The pupil’s name cannot be opened, so no record can be begun. Tell your administrator."))
        return _drawn(work, student, form, 422)
    try:
        file = begin_client(work, student, form.chosen_desk, name, form.to_command())
    except AlreadyClientError as known:
        return _known(work, student, form, known.file)
    except RecordLeftBehindError as left:
        form.refuse(NO_CONFLICT_FIELD, _words_on_the_record(work, left.file))
        return _drawn(work, student, form, 409)
    flash(_("The pupil is your client now. The record has begun."), "good")
    return redirect(url_for("service_notes.show", client=file.id), 303)


def _known(work: UnitOfWork, student: Person, form: BeginForm, file: ClientFile) -> Answer:
    if file.worker_account_id == work.actor.account_id:
        return _to_own(file)
    if may_take_over(work.session, work.actor, work.facts.on, file):
        flash(
            _("The pupil has a record in your service already, and its worker has left. You can take it over."), "info"
        )
        return redirect(url_for("service_notes.ask_take_over", client=file.id), 303)
    name = staff_names(work, [file.worker_person_id])[file.worker_person_id]
    form.refuse(
        None, _("The pupil has a record in your service already, with %(name)s. Ask for a hand-over.", name=name)
    )
    return _drawn(work, student, form, 409)


def _to_own(file: ClientFile) -> Response:
    flash(_("The pupil is your client already. If the service has ended, it can be begun again here."), "info")
    return redirect(url_for("service_notes.show", client=file.id), 303)


def _words_on_the_record(work: UnitOfWork, file: ClientFile) -> str:
    return _(
        "The pupil has an ended record in your service, and its worker, %(name)s, has left. If you have no conflict "
        "of interest, tick it here: the record then comes to you and goes on.",
        name=staff_names(work, [file.worker_person_id])[file.worker_person_id],
    )


def _form(work: UnitOfWork) -> BeginForm:
    desks = desks_at(work.actor, work.facts.school_id)
    if not desks:
        refuse(work, work.facts)
    form = BeginForm(today=work.facts.on)
    form.offer_desks(desks)
    return form


def _drawn(work: UnitOfWork, student: Person, form: BeginForm, status: int = 200) -> Answer:
    name, place = PersonName.of(work, student), places_of(work, [student.id]).get(student.id, "")
    return render_template("service_notes/begin.html", name=name.full, place=place, form=form), status
