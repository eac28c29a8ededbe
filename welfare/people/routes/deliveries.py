"""One delivery: read, previewed, confirmed, carried out. One may leave the page and come back."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.actions.deliveries import UNDER_WAY, DeliveryGoneError, begin_writing, throw_away
from welfare.people.forms import ConfirmForm, SureForm
from welfare.people.models import RosterDelivery
from welfare.people.roster.errands import Errand
from welfare.people.roster.pages.delivery import Preview
from welfare.people.roster.pages.progress import Progress, Stage
from welfare.people.roster.queries import open_reviews
from welfare.people.roster.turn import TurnTakenError
from welfare.people.routes.room import bp
from welfare.people.routes.under_way import Start, the_ledger
from welfare.people.words import FILE_WORDS
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm
from welfare.ui.paging import Page, page_number

PROBLEMS, NAMES = 50, 50


@bp.get("/roster/deliveries/<delivery_id:delivery>", needs=Permission.ROSTER_IMPORT)
def delivery(work: UnitOfWork, delivery: RosterDelivery) -> str:
    """How it stands, and what importing it would do or has done."""
    preview = Preview.of(work, delivery.id)
    return _draw(work, delivery, preview, _confirm_form(preview))


@bp.post("/roster/deliveries/<delivery_id:delivery>", needs=Permission.ROSTER_IMPORT)
def confirm(work: UnitOfWork, delivery: RosterDelivery) -> ResponseReturnValue:
    """Import what has been shown."""
    preview = Preview.of(work, delivery.id)
    form = _confirm_form(preview)
    if preview is None:
        return redirect(url_for("people.delivery", delivery=delivery.id), 303)
    if not form.validate_on_submit():
        return _draw(work, delivery, preview, form), 422
    try:
        start = Start()
        begin_writing(work, delivery)
    except TurnTakenError:
        form.refuse(None, _("Another roster is being handled right now. Wait until it is ready, and try again."))
        return _draw(work, delivery, preview, form), 422
    except DeliveryGoneError:
        form.refuse(None, _("The preview is over an hour old. Choose the file again, so that you see what holds now."))
        return _draw(work, delivery, preview, form), 422
    start.when_saved(work, delivery.id, Errand.carry_out)
    return redirect(url_for("people.delivery", delivery=delivery.id), 303)


@bp.post("/roster/deliveries/<delivery_id:delivery>/remove", needs=Permission.ROSTER_IMPORT)
def leave(work: UnitOfWork, delivery: RosterDelivery) -> ResponseReturnValue:
    """Throw the file away without importing it."""
    is_running = delivery.state in UNDER_WAY and Progress.of(the_ledger(), delivery.id).is_running
    if ActionForm().validate_on_submit() and not is_running:
        throw_away(work, delivery)
        flash(_("The file has been removed. Nothing was changed."), "info")
    return redirect(url_for("people.roster"), 303)


def _confirm_form(preview: Preview | None) -> ConfirmForm:
    return SureForm() if preview is not None and preview.is_unusual else ConfirmForm()


def _draw(work: UnitOfWork, delivery: RosterDelivery, preview: Preview | None, form: ConfirmForm) -> str:
    progress = Progress.of(the_ledger(), delivery.id)
    shows_preview = preview is not None and progress.stage in {Stage.READY, Stage.UNSOUND}
    return render_template(
        "people/delivery.html",
        delivery=delivery,
        progress=progress,
        form=form,
        remove=ActionForm(),
        file_words={file.value: words for file, words in FILE_WORDS.items()},
        to_look_at=open_reviews(work.session, work.actor),
        **(_shown(work, delivery, preview) if preview is not None and shows_preview else {"preview": None}),
    )


def _shown(work: UnitOfWork, delivery: RosterDelivery, preview: Preview) -> dict[str, Any]:
    number, people = page_number(request.args.get("page")), page_number(request.args.get("people"))

    def url(page: int, people: int) -> str:
        return url_for("people.delivery", delivery=delivery.id, page=page, people=people)

    problems, first = preview.lines((number - 1) * PROBLEMS, PROBLEMS), (people - 1) * NAMES
    return {
        "preview": preview,
        "problems": Page(problems, number, PROBLEMS, len(preview.problems), lambda page: url(page, people)),
        "ended": Page(
            preview.ended_names(work, first, NAMES), people, NAMES, len(preview.ended), lambda page: url(number, page)
        ),
    }
