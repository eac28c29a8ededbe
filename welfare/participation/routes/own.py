"""The ideas of one's own class, on a pupil's own pages."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.guard import look
from welfare.organisations.models import Organisation
from welfare.participation import actions
from welfare.participation.forms import IdeaForm
from welfare.participation.pages import own_ideas
from welfare.participation.routes.blueprint import bp
from welfare.rules.permissions import Permission


@bp.get("/ideas", needs=Permission.IDEA_GIVE)
def own(work: UnitOfWork) -> str:
    """What the class has proposed and what it was told, and the box."""
    found = own_ideas(work)
    return render_template("participation/own.html", page=found and found[1], form=IdeaForm())


@bp.post("/ideas", needs=Permission.IDEA_GIVE)
def give(work: UnitOfWork) -> ResponseReturnValue:
    """Put an idea into the box. The answer leads to no idea by its id: it would tell whose it was."""
    found, form = own_ideas(work), IdeaForm()
    if found is None:
        return redirect(url_for("participation.own"), 303)
    school_class, page = found
    school = work.session.get_one(Organisation, school_class.school_id)
    if form.validate_on_submit():
        if look(work, school, [form.text.data], is_asked_by_pupil=True).is_clear:
            actions.give_idea(work, school, school_class.id, form.text.data)
            flash(_("Thank you. The idea is in the box, without your name."), "good")
            return redirect(url_for("participation.own"), 303)
        form.refuse("text", _("There seems to be somebody’s name in the idea. Write it without names."))
    return render_template("participation/own.html", page=page, form=form), 422
