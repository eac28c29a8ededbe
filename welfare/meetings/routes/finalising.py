"""Making the minutes of an item final: a last look, and one deed that cannot be undone."""

from flask import Response, current_app, flash, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.access.gate import refuse
from welfare.audit.unit_of_work import UnitOfWork
from welfare.journal.actions import IncompleteEntryError
from welfare.journal.pages.law import words_of_missing
from welfare.journal.queries import offices_of
from welfare.meetings import actions
from welfare.meetings.forms.finalising import FinaliseForm
from welfare.meetings.models import Meeting, MeetingItem
from welfare.meetings.pages.finalising import FinalPage, finalised_words
from welfare.meetings.routes.blueprint import ITEM, bp
from welfare.meetings.words import LACK_WORDS
from welfare.rules.meetings import ItemState
from welfare.rules.permissions import Permission

FINAL = f"{ITEM}/final"


@bp.get(FINAL, needs=Permission.MINUTES_FINALISE)
def check_final(work: UnitOfWork, meeting: Meeting, item: MeetingItem) -> ResponseReturnValue:
    """The entry as it would be, and what it lacks."""
    if item.state is ItemState.FINAL:
        return _already(work, meeting, item)
    page = _page(work, item)
    return _draw(meeting, item, page, _form(work, page))


@bp.post(FINAL, needs=Permission.MINUTES_FINALISE)
def finalise(work: UnitOfWork, meeting: Meeting, item: MeetingItem) -> ResponseReturnValue:
    """Write the entry. Whoever comes second is told."""
    if item.state is ItemState.FINAL:
        return _already(work, meeting, item)
    page = _page(work, item)
    form = FinaliseForm(today=work.facts.on)
    form.offer_offices(offices_of(work.actor))
    try:
        is_done = form.validate_on_submit() and _is_done(work, meeting, item, page, form)
    except actions.MinutesClosedError:
        return _already(work, meeting, item)
    if not is_done:
        form.revision.put(page.revisions)
        return _draw(meeting, item, page, form, 422)
    flash(_("The minutes are an entry in the journal now. The round of amendments has begun."), "good")
    return redirect(url_for("meetings.minutes", meeting=meeting.id, item=item.id), 303)


def _is_done(work: UnitOfWork, meeting: Meeting, item: MeetingItem, page: FinalPage, form: FinaliseForm) -> bool:
    """Finalise, or say at the form what stands in the way."""
    seen: int | None = form.revision.data  # type: ignore[assignment]  # the stubs know only text
    command = actions.Finalise(
        document=page.document,
        lacks=page.lacks,
        places=page.places,
        revisions=seen or 0,
        office=form.chosen_office,
        round_days=current_app.extensions["settings"].amendment_days,
    )
    try:
        actions.finalise(work, meeting, item, command)
    except actions.StaleTextError:
        form.refuse(None, _("Somebody has written in the minutes since you read them. Read the entry once more."))
    except actions.UnfinishedError as error:
        lacks = ", ".join(str(LACK_WORDS[lack]) for lack in error.lacks)
        form.refuse(None, _("The minutes cannot be final yet: %(lacks)s.", lacks=lacks))
    except IncompleteEntryError as error:
        form.refuse(None, words_of_missing(error.missing))
    else:
        return True
    return False


def _form(work: UnitOfWork, page: FinalPage) -> FinaliseForm:
    form = FinaliseForm(today=work.facts.on)
    form.offer_offices(offices_of(work.actor))
    if "office" in form:
        form.office.put(form.leading_office)
    form.revision.put(page.revisions)
    return form


def _page(work: UnitOfWork, item: MeetingItem) -> FinalPage:
    if item.state is ItemState.WAITING:
        refuse(work, work.facts)
    return FinalPage.of(work, item)


def _draw(meeting: Meeting, item: MeetingItem, page: FinalPage, form: FinaliseForm, status: int = 200) -> Response:
    words = {"page": page, "form": form, "meeting": meeting, "item": item, "lack_words": LACK_WORDS}
    return make_response(render_template("meetings/final.html", **words), status)


def _already(work: UnitOfWork, meeting: Meeting, item: MeetingItem) -> ResponseReturnValue:
    flash(_("The minutes have been made final already: %(who)s.", who=finalised_words(work, item)), "soon")
    return redirect(url_for("meetings.minutes", meeting=meeting.id, item=item.id), 303)
