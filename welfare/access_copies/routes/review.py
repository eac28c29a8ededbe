"""The reviewer's way through a copy: one record after the other."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.access_copies.actions.reviewing import StalePartError, look_at
from welfare.access_copies.forms.looking import LookForm, look_form
from welfare.access_copies.models import AccessCopy, CopyPart
from welfare.access_copies.pages.binding import spans_in, withheld_in
from welfare.access_copies.pages.part import PartPage
from welfare.access_copies.queries import parts_of
from welfare.access_copies.routes.blueprint import ONE, bp
from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.steps import TakenError
from welfare.rules.access_copies import limits_for
from welfare.rules.permissions import Permission

PART = f"{ONE}/parts/<copy_part_id:part>"


@bp.get(PART, needs=Permission.ACCESS_COPY_REVIEW)
def part(work: UnitOfWork, asked: AccessCopy, part: CopyPart) -> str:
    """One record, and what is left out of it so far."""
    page = PartPage.open(work, asked, part)
    form = _form(page, asked, part)
    if part.looked_at is not None:
        form.put_spans(spans_in(work, part, page.fields))
        form.withheld.put(withheld_in(work, part))
    form.revision.put(part.revision)
    return render_template("access_copies/part.html", page=page, form=form, stored="")


@bp.post(PART, needs=Permission.ACCESS_COPY_REVIEW, endpoint="look_at")
def keep_what_is_left_out(work: UnitOfWork, asked: AccessCopy, part: CopyPart) -> ResponseReturnValue:
    """Keep it, and go on to the next record that has not been looked at."""
    page = PartPage.open(work, asked, part)
    form = _form(page, asked, part)
    if not form.validate_on_submit():
        return render_template("access_copies/part.html", page=page, form=form, stored=""), 422
    if page.is_gone:
        flash(_("The record has changed since it was gathered. Gather the records again."), "soon")
        return redirect(url_for("access_copies.show", asked=asked.id), 303)
    try:
        look_at(work, asked, part, form.to_command())
    except StalePartError:
        form.revision.put(part.revision)
        stored = _stored(work, page, part)
        return render_template("access_copies/part.html", page=page, form=form, stored=stored), 409
    except TakenError:
        flash(_("The request has gone on in the meantime. This is how it stands."), "soon")
        return redirect(url_for("access_copies.show", asked=asked.id), 303)
    return redirect(_next(work, asked, part), 303)


def _next(work: UnitOfWork, asked: AccessCopy, part: CopyPart) -> str:
    """The next record that has not been looked at: after this one, or else before it; or the list, when all have."""
    parts = list(parts_of(work.session, asked))
    place = [each.id for each in parts].index(part.id)
    waiting = [each for each in (*parts[place + 1 :], *parts[:place]) if each.looked_at is None]
    if not waiting:
        flash(_("Every record has been looked at. The copy can be decided on."), "good")
        return url_for("access_copies.show", asked=asked.id)
    return url_for("access_copies.part", asked=asked.id, part=waiting[0].id)


def _form(page: PartPage, asked: AccessCopy, part: CopyPart) -> LookForm:
    return look_form(page.fields, limits_for(is_guardian=asked.speaks_for_guardian), part.row_revision)


def _stored(work: UnitOfWork, page: PartPage, part: CopyPart) -> str:
    """What somebody else has left out meanwhile, in words."""
    spans = spans_in(work, part, page.fields)
    texts = {field.key: field.text for field in page.fields}
    found = [texts[key][span.start : span.end] for key, some in spans.items() for span in some if key in texts]
    return "\n".join(found) or page.line.left_out or _("Nothing is left out.")
