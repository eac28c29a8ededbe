"""The landing page and the search."""

from collections.abc import Callable, Mapping

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from welfare.access.blueprint import GuardedBlueprint
from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.pages.seeking import may_seek_by_code
from welfare.rules.actors import World
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm
from welfare.worklist.forms import SearchForm
from welfare.worklist.pages.desk import Desk
from welfare.worklist.pages.hits import SearchPage

bp = GuardedBlueprint("worklist", __name__)


@bp.get("/", needs=Permission.WORKLIST_SEE)
def show(work: UnitOfWork) -> ResponseReturnValue:
    """What is due, for whom; students and guardians have pages of their own."""
    return LANDINGS[work.actor.world](work)


@bp.get("/search", needs=Permission.SEARCH)
def ask(work: UnitOfWork) -> str:
    """An empty search."""
    return _drawn(work, SearchForm())


@bp.post("/search", needs=Permission.SEARCH, writes_at_once=False, saves=False)
def search(work: UnitOfWork) -> str | tuple[str, int]:
    """Search among one's own; by POST, so that the words stand in no address and no log."""
    form = SearchForm()
    if not form.validate_on_submit():
        return _drawn(work, form), 422
    return _drawn(work, form, SearchPage.of(work, form.q.data))


def _desk(work: UnitOfWork) -> str:
    return render_template("worklist/desk.html", page=Desk.of(work), claim=ActionForm())


def _own_pages(work: UnitOfWork) -> ResponseReturnValue:
    del work
    return redirect(url_for("portal.choose"), 303)


LANDINGS: Mapping[World, Callable[[UnitOfWork], ResponseReturnValue]] = {
    World.STAFF: _desk,
    World.CITIZEN: _own_pages,
}


def _drawn(work: UnitOfWork, form: SearchForm, page: SearchPage | None = None) -> str:
    by_code = may_seek_by_code(work)
    return render_template("worklist/search.html", find=form, form=form, page=page, by_code=by_code)
