"""The memo item by item in two languages, who was there, closing it, and adding to it."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import ValidationError

from welfare.communal.guard import GuardedForm
from welfare.communal.models import AgendaItem, GroupSeat
from welfare.communal.models.meetings import LONGEST_MEMO
from welfare.ui.fields import Checkbox, Checkboxes, HiddenSeen, LongText, Option, Seen, TextLine, WholeNumber
from welfare.ui.fields.later import LaterText
from welfare.ui.forms import PageForm

TONGUES = ("fi", "sv")
IN_WORDS = {"fi": _l("In Finnish"), "sv": _l("In Swedish")}


class MemoForm(GuardedForm):
    """Every item in both languages, each text with the mark of what its writer saw; see `memo_form`."""

    @property
    def hidden_inputs(self) -> list[tuple[str, str]]:
        """Without the marks: each stands beside its own text."""
        return [(name, value) for name, value in super().hidden_inputs if not name.endswith("_seen")]

    def text_of(self, item_id: UUID, language: str) -> TextLine:
        """The control of one text."""
        field = self[name_of(item_id, language)]
        if not isinstance(field, TextLine):
            raise KeyError(item_id)
        return field

    def mark_of(self, item_id: UUID, language: str) -> HiddenSeen:
        """The mark of one text."""
        field = self[f"{name_of(item_id, language)}_seen"]
        if not isinstance(field, HiddenSeen):
            raise KeyError(item_id)
        return field

    def show(self, items: Iterable[AgendaItem]) -> None:
        """Put in what is stored."""
        for item in items:
            for language in TONGUES:
                self.text_of(item.id, language).put(item.text(language))
                self.mark_of(item.id, language).put(Seen.of(item.text(language)))


def name_of(item_id: UUID, language: str) -> str:
    """What the control of a text is called."""
    return f"text_{item_id.hex}_{language}"


def memo_form(items: Sequence[AgendaItem], *, is_empty: bool = False) -> MemoForm:
    """The form of the items that a meeting has at present; ``is_empty`` leaves out what was sent."""
    fields: dict[str, object] = {}
    for item in items:
        for language in TONGUES:
            fields[name_of(item.id, language)] = LaterText(IN_WORDS[language], rows=4, limit=LONGEST_MEMO)
            fields[f"{name_of(item.id, language)}_seen"] = HiddenSeen()
    kind: type[MemoForm] = type("MemoOfItems", (MemoForm,), fields)
    return kind(formdata=None) if is_empty else kind()


class AttendanceForm(PageForm):
    """Who was there, seat by seat; see `attendance_form`."""


def seat_field(seat_id: UUID) -> str:
    """What the control of a seat is called."""
    return f"seat_{seat_id.hex}"


def attendance_form(seats: Sequence[tuple[GroupSeat, str]]) -> AttendanceForm:
    """A box for each of the staff, a number for seats of pupils, guardians and partners."""
    fields: dict[str, object] = {}
    for seat, words in seats:
        if seat.person_id is not None:
            fields[seat_field(seat.id)] = Checkbox(words, is_optional=True)
        else:
            fields[seat_field(seat.id)] = WholeNumber(words, most=seat.places, is_optional=True)
    kind: type[AttendanceForm] = type("AttendanceOfSeats", (AttendanceForm,), fields)
    return kind()


class CloseMemoForm(PageForm):
    """Closing the memo: what everybody is told, and a tick."""

    public = Checkboxes(
        _l("Which items stand in the public memo?"),
        hint=_l("The public memo is told to pupils, homes and staff. The whole memo stays with the staff."),
        is_optional=True,
    )
    told = Checkboxes(
        _l("Which decisions stand in the public memo?"),
        hint=_l("Each with who sees to it and by when. What is added later never stands in it."),
        is_optional=True,
    )
    sure = Checkbox(
        _l("The memo is read through, and it names no pupil"),
        missing=_l("Tick the box when the memo has been read through."),
    )

    def offer(self, items: Iterable[Option], decisions: Iterable[Option]) -> None:
        """Offer the items of the agenda, and what was decided."""
        self.public.offer(items)
        self.told.offer(decisions)


class AdditionForm(GuardedForm):
    """What is added to a closed memo."""

    text_fi = LongText(_l("Addition in Finnish"), is_optional=True, rows=4, limit=LONGEST_MEMO)
    text_sv = LongText(_l("Addition in Swedish"), is_optional=True, rows=4, limit=LONGEST_MEMO)

    def validate_text_fi(self, field: LongText) -> None:
        """One of the two at least."""
        if not field.data and not self.text_sv.data:
            raise ValidationError(_("Write the addition in one of the languages at least."))
