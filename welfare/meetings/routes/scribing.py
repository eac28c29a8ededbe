"""Taking in what a scribe has typed, part by part: what was left alone is not saved, nobody's text overwritten."""

from dataclasses import replace
from functools import cached_property
from uuid import UUID

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.meetings import actions
from welfare.meetings.forms.minutes import NEXT, MeasureRow, MinutesForm
from welfare.meetings.models import MeetingItem
from welfare.meetings.pages.opened import OpenedMinutes, seen_of_day, text_of
from welfare.meetings.pages.planning import busy_names
from welfare.meetings.pages.room import Room
from welfare.own_words.pages import quote_of
from welfare.rules.minutes import Section
from welfare.ui.fields import HiddenSeen, Seen
from welfare.ui.formats import moment_text
from welfare.ui.versions import Conflict


class Scribe:
    """One sending of the form, compared with what is stored; ``conflicts`` are the parts that two have written."""

    def __init__(self, work: UnitOfWork, item: MeetingItem, form: MinutesForm) -> None:
        self.work, self.item, self.form = work, item, form
        self.conflicts: dict[str, Conflict] = {}
        self.presence_errors: dict[str, str] = {}

    @cached_property
    def room(self) -> Room:
        """The people of the item; read only where somebody is asked for."""
        return Room.of(self.work, self.item)

    @cached_property
    def opened(self) -> OpenedMinutes:
        """What is stored; opened only where two have written one part, for most saves have nothing to compare."""
        return OpenedMinutes.of(self.work, self.item, self.work.session.get_one(Case, self.item.case_id))

    def take_all(self) -> None:
        """Every part of the form. Raises MinutesClosedError."""
        for section in Section:
            self.take_section(section)
        for row in self.form.measures:
            self.take_measure(row)
        self.take_next_meeting()

    def take_section(self, section: Section) -> None:
        """One section. Raises MinutesClosedError."""
        field, mark = self.form.text(section), self.form.seen(section.value)
        text, seen = str(field.data or ""), _seen(mark)
        if field.process_errors or seen.is_of(text):
            return
        try:
            revision = actions.save_section(self.work, self.item, section, text, seen.revision)
        except actions.StaleTextError:
            stored = self.opened.sections[section]
            mark.put(stored.seen)
            if text != stored.text:
                under = {"mine_under": _("On this page, not saved"), "stored_under": self._saved_by(section)}
                self.conflicts[section.value] = conflict = Conflict.between(text, stored.text, **under)
                field.put(conflict.merged)
        else:
            mark.put(Seen.of(text, revision))

    def take_quote(self, asked: str) -> bool:
        """Words of the own page into the view of their writer; nothing where the writer shows them no more.

        Everything else has been taken in, so that the view stands in the database as on the page.
        """
        quote = quote_of(self.work, self.work.session.get_one(Case, self.item.case_id), asked)
        if quote is None:
            return False
        section = Section.STUDENT_VIEW if quote.is_students else Section.GUARDIAN_VIEW
        stored = self.opened.sections[section]
        actions.save_section(self.work, self.item, section, quote.beneath(stored.text), stored.seen.revision)
        return True

    def take_measure(self, row: MeasureRow) -> None:
        """One line of the plan, with the accounts of those parties who are at the item. Raises MinutesClosedError."""
        mine, seen = text_of(row.line), _seen(row.seen)
        if row.has_errors or seen.is_of(mine):
            return
        try:
            revision = actions.save_measure(self.work, self.item, row.number, self._with_accounts(row), seen.revision)
        except actions.StaleTextError:
            stored = self.opened.measures[row.number]
            row.seen.put(stored.seen)
            if mine != text_of(stored.line):
                under = {
                    "mine_under": _("On this page, not saved"),
                    "stored_under": _("Saved by somebody else meanwhile"),
                }
                self.conflicts[row.name] = Conflict.between(mine, text_of(stored.line), **under)
        else:
            row.seen.put(Seen.of(mine, revision))

    def take_next_meeting(self) -> None:
        """The day on which the group meets again. Raises MinutesClosedError."""
        field, mark = self.form.next_on, self.form.seen(NEXT)
        kept = self.item.next_meeting_on
        stored = seen_of_day(kept)
        if field.process_errors or field.data == kept or _seen(mark) == seen_of_day(field.data):
            return
        if _seen(mark) == stored:
            actions.set_next_meeting(self.work, self.item, field.data)
            mark.put(seen_of_day(field.data))
            return
        mine, theirs = (day.isoformat() if day else "" for day in (field.data, kept))
        words = {"mine_under": _("On this page, not saved"), "stored_under": _("Saved by somebody else meanwhile")}
        self.conflicts[NEXT] = Conflict.between(mine, theirs, **words)
        mark.put(stored)

    def _saved_by(self, section: Section) -> str:
        stored = self.opened.sections[section]
        if stored.saved_by is None or stored.saved_at is None:
            return _("From the matter")
        name = "".join(busy_names(self.work, [stored.saved_by]))
        return _("%(author)s, %(moment)s", author=name, moment=moment_text(stored.saved_at))

    def _with_accounts(self, row: MeasureRow) -> actions.MeasureLine:
        """Whoever is named as an attendee is called is that attendee, unless two are called so."""
        if not (row.line.by or row.line.followed_by):
            return row.line
        named = [(self.room.name(each).casefold(), each.account_id) for each in self.room.attendees]

        def account_of(name: str) -> UUID | None:
            found = [account_id for known, account_id in named if known == name.casefold()]
            return found[0] if len(found) == 1 else None

        return replace(
            row.line,
            doer_account_id=account_of(row.line.by),
            follower_account_id=account_of(row.line.followed_by),
        )


def _seen(mark: HiddenSeen) -> Seen:
    """What was seen; without a mark nothing was, and only an empty place can be filled."""
    found: Seen | None = mark.data  # type: ignore[assignment]  # the stubs know only text
    return found or Seen(0, "")
