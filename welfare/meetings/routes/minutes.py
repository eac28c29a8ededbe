"""Writing the minutes of an item: one page, saved part by part as one types, or whole by a button."""

from flask import Response, flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.access.gate import refuse, refuse_within
from welfare.audit.unit_of_work import UnitOfWork
from welfare.meetings import actions
from welfare.meetings.actions.running import where_is
from welfare.meetings.forms.minutes import NEXT, MinutesForm, PresenceRow
from welfare.meetings.models import Attendee, Meeting, MeetingItem
from welfare.meetings.pages.minutes import MinutesPage, presence_row
from welfare.meetings.pages.room import Room
from welfare.meetings.routes.blueprint import ITEM, bp
from welfare.meetings.routes.scribing import Scribe
from welfare.own_words.pages import QUOTE, taken_back_words
from welfare.phrases.pages import offered_phrases
from welfare.rules.meetings import Presence
from welfare.rules.minutes import WRITABLE, Section
from welfare.rules.permissions import Permission
from welfare.rules.phrases import PhrasePlace
from welfare.ui.expired import typed_back
from welfare.ui.fields import DrawnField, HiddenSeen
from welfare.ui.forms import ActionForm

MINUTES = f"{ITEM}/minutes"
SECTIONS = ", ".join(section.value for section in Section)


@bp.get(MINUTES, needs=Permission.MINUTES_READ)
def minutes(work: UnitOfWork, meeting: Meeting, item: MeetingItem) -> ResponseReturnValue:
    """The item with its text, its people and the checklist."""
    return _draw(work, meeting, item)


@bp.post(MINUTES, needs=Permission.MINUTES_WRITE)
def save_minutes(work: UnitOfWork, meeting: Meeting, item: MeetingItem) -> ResponseReturnValue:
    """Save every part that was changed here, as one does without scripts; then stay, go on or finalise."""
    if item.state not in WRITABLE:
        return _draw(work, meeting, item, status=409)
    form = MinutesForm(today=work.facts.on)
    scribe = Scribe(work, item, form)
    is_whole = form.validate_on_submit()
    if not _are_presences_whole(scribe) or not is_whole:
        return _draw(work, meeting, item, scribe, 422)
    try:
        scribe.take_all()
    except actions.MinutesClosedError:
        return _draw(work, meeting, item, status=409)
    _take_presences(scribe)
    if scribe.conflicts:
        return _draw(work, meeting, item, scribe, 409)
    if QUOTE in request.form:
        return _quoted(scribe, meeting)
    return redirect(_onwards(meeting, item), 303)


@bp.post(f"{MINUTES}/sections/<any({SECTIONS}, {NEXT}):part>", needs=Permission.MINUTES_WRITE)
def autosave_section(work: UnitOfWork, meeting: Meeting, item: MeetingItem, part: str) -> ResponseReturnValue:
    """Save one section while it is being typed."""
    if item.state not in WRITABLE:
        return _quiet(409)
    scribe = Scribe(work, item, MinutesForm(today=work.facts.on))
    field = scribe.form.next_on if part == NEXT else scribe.form.text(Section(part))
    if not _is_whole(scribe.form.seen(part), field):
        return _quiet(400)
    if part == NEXT:
        scribe.take_next_meeting()
    else:
        scribe.take_section(Section(part))
    return _told(work, meeting, item, scribe, part, has_errors=bool(field.process_errors))


@bp.post(f"{MINUTES}/measures/<int:number>", needs=Permission.MINUTES_WRITE)
def autosave_measure(work: UnitOfWork, meeting: Meeting, item: MeetingItem, number: int) -> ResponseReturnValue:
    """Save one line of the plan while it is being typed."""
    if item.state not in WRITABLE:
        return _quiet(409)
    scribe = Scribe(work, item, MinutesForm(today=work.facts.on))
    row = next((each for each in scribe.form.measures if each.number == number), None)
    if row is None:
        refuse(work, work.facts)
    if not _is_whole(row.seen, *row.fields):
        return _quiet(400)
    scribe.take_measure(row)
    return _told(work, meeting, item, scribe, row.name, has_errors=row.has_errors)


@bp.post(f"{ITEM}/attendees/<attendee_id:attendee>/presence", needs=Permission.ATTENDANCE_KEEP)
def keep_presence(work: UnitOfWork, meeting: Meeting, item: MeetingItem, attendee: Attendee) -> ResponseReturnValue:
    """Keep where one attendee is."""
    del meeting
    if item.state not in WRITABLE:
        return _quiet(409)
    room = Room.of(work, item)
    if not _is_presence_whole(room, attendee):
        return _quiet(422)
    _take_presence(work, room, attendee)
    return "", 204


def _quoted(scribe: Scribe, meeting: Meeting) -> ResponseReturnValue:
    """With words of the own page taken into the view of their writer, if the writer still shows them."""
    item = scribe.item
    if scribe.take_quote(request.form[QUOTE]):
        flash(_("The words are taken into the minutes. Everything else on the page is saved too."), "good")
    else:
        flash(taken_back_words(), "soon")
    return redirect(url_for("meetings.minutes", meeting=meeting.id, item=item.id), 303)


def _draw(
    work: UnitOfWork, meeting: Meeting, item: MeetingItem, scribe: Scribe | None = None, status: int = 200
) -> Response:
    page = MinutesPage.of(work, meeting, item, scribe.conflicts if scribe else None)
    form = scribe.form if scribe else page.opened.show_in(MinutesForm(formdata=None, today=work.facts.on))
    typed = typed_back(request.form) if not page.may_write else ()
    words = {"page": page, "form": form, "action": ActionForm(), "typed": typed}
    words["presence_errors"] = scribe.presence_errors if scribe else {}
    phrases = offered_phrases(work, PhrasePlace.MINUTES)
    return make_response(render_template("meetings/minutes.html", phrases=phrases, **words), status)


def _told(  # noqa: PLR0913 - the page that shows both texts needs all of these
    work: UnitOfWork, meeting: Meeting, item: MeetingItem, scribe: Scribe, part: str, *, has_errors: bool
) -> ResponseReturnValue:
    """What a script is answered: saved, refused, or the page with both texts of this one part."""
    mark = scribe.form.measure(int(part[-1])).seen if part.startswith("measure_") else scribe.form.seen(part)
    if has_errors:
        return _quiet(422)
    if part not in scribe.conflicts:
        return "", 204, {"X-Seen": str(mark.data or "")}
    _show_stored_but(scribe, part)
    return _draw(work, meeting, item, scribe, 409)


def _show_stored_but(scribe: Scribe, part: str) -> None:
    """Only one part was sent: the others are drawn as they are stored."""
    for section, stored in scribe.opened.sections.items():
        if section.value != part:
            scribe.form.text(section).put(stored.text)
            scribe.form.seen(section.value).put(stored.seen)
    for row in scribe.form.measures:
        if row.name != part:
            stored_line = scribe.opened.measures[row.number]
            row.put(stored_line.line, stored_line.seen)


def _is_whole(mark: HiddenSeen, *fields: DrawnField) -> bool:
    """Whether a part came with all its fields: what is left out must not empty what others wrote."""
    return mark.data is not None and all(field.raw_data for field in fields)


def _onwards(meeting: Meeting, item: MeetingItem) -> str:
    """Where the button that was pressed leads once everything is saved."""
    if "final" in request.form:
        return url_for("meetings.check_final", meeting=meeting.id, item=item.id)
    if "next" in request.form:
        return url_for("meetings.check_next", meeting=meeting.id)
    flash(_("The minutes are saved. Everybody in the group sees them."), "good")
    return url_for("meetings.minutes", meeting=meeting.id, item=item.id, checked=1)


def _are_presences_whole(scribe: Scribe) -> bool:
    """Whether every presence that the page showed was sent as it could be chosen; the others joined meanwhile."""
    for attendee in scribe.room.shown:
        name, mark = (f"at-{attendee.id.hex}-{part}" for part in ("presence", "seen"))
        is_shown = name in request.form or mark in request.form
        if is_shown and not _is_presence_whole(scribe.room, attendee):
            scribe.presence_errors[name] = words = _("Choose one of the answers offered.")
            scribe.form.refuse(None, f"{scribe.room.name(attendee)}: {words}")
    return not scribe.presence_errors


def _is_presence_whole(room: Room, attendee: Attendee) -> bool:
    """Whether one attendee's presence came with what was shown before, and is one that may be chosen."""
    seen = request.form.get(f"at-{attendee.id.hex}-seen")
    return seen in set(Presence) and _typed_presence(room, attendee).presence.data is not None


def _take_presences(scribe: Scribe) -> None:
    """Those changed on the page, beside what others have changed meanwhile."""
    for attendee in scribe.room.shown:
        seen = request.form.get(f"at-{attendee.id.hex}-seen", "")
        if request.form.get(f"at-{attendee.id.hex}-presence", seen) != seen:
            refuse_within(scribe.work, Permission.ATTENDANCE_KEEP, scribe.work.facts)
            _take_presence(scribe.work, scribe.room, attendee)


def _typed_presence(room: Room, attendee: Attendee) -> PresenceRow:
    return presence_row(room.item, attendee, is_admitted=room.lets_in(attendee), typed=request.form)


def _take_presence(work: UnitOfWork, room: Room, attendee: Attendee) -> None:
    wanted = _typed_presence(room, attendee).presence.data
    if wanted is not None and wanted is not where_is(attendee):
        actions.set_presence(work, room.item, attendee, wanted)


def _quiet(status: int) -> Response:
    """An answer for a script, with no page to read."""
    return make_response("", status, {"Content-Type": "text/plain"})
