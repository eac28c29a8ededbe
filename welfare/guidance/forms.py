"""Instructions, needs and training in forms."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext
from wtforms.validators import ValidationError

from welfare.communal.guard import GuardedForm
from welfare.guidance.actions import Event, Wording
from welfare.guidance.actions.instructing import Validity
from welfare.guidance.models import LONGEST_LINK, LONGEST_TEXT, LONGEST_TITLE, Instruction, InstructionVersion, Training
from welfare.guidance.words import AREA_WORDS, READERS_WORDS
from welfare.rules.guidance import HIGHEST_GRADE, LOWEST_GRADE
from welfare.ui.fields import (
    Checkboxes,
    DateText,
    LongText,
    Option,
    Select,
    TextLine,
    WholeNumber,
    enum_options,
)
from welfare.ui.forms import PageForm, RevisedForm

_GRADE = re.compile(r"([0-9]{1,2})(?:[.,]([0-9]))?")


class GradeText(TextLine):
    """A mean of school grades, as ``8,5``; ``data`` is in tenths, ``int`` or None."""

    @property
    def nothing(self) -> None:  # type: ignore[override]
        """No grade."""
        return

    @property
    def shown(self) -> str:
        """What was typed, or the stored grade with its comma."""
        if self.raw_data or self.data is None:
            return super().shown
        return f"{self.data // 10},{self.data % 10}"

    def take(self, raw: str) -> int | None:  # type: ignore[override]
        """Read the grade, or say its bounds."""
        text = super().take(raw)
        if not text:
            return None
        found = _GRADE.fullmatch(text)
        tenths = 10 * int(found[1]) + int(found[2] or 0) if found else 0
        if not 10 * LOWEST_GRADE <= tenths <= 10 * HIGHEST_GRADE:
            raise ValueError(_("Write a grade from 4 to 10, for example 8,5."))
        return tenths


class NewInstructionForm(GuardedForm):
    """What is to be read, by whom and from when on."""

    title_fi = TextLine(_l("Title in Finnish"), missing=_l("Write the title in Finnish."), limit=LONGEST_TITLE)
    title_sv = TextLine(_l("Title in Swedish"), missing=_l("Write the title in Swedish."), limit=LONGEST_TITLE)
    text_fi = LongText(
        _l("The instruction in Finnish"),
        hint=_l("The text itself, or a few words and a link below."),
        is_optional=True,
        rows=8,
        limit=LONGEST_TEXT,
    )
    text_sv = LongText(_l("The instruction in Swedish"), is_optional=True, rows=8, limit=LONGEST_TEXT)
    link = TextLine(_l("Link"), hint=_l("An address that begins with https://"), is_optional=True, limit=LONGEST_LINK)
    readers = Select(_l("Who is to read it?"), options=enum_options(READERS_WORDS), missing=_l("Choose who reads it."))
    begins_on = DateText(_l("In force from"), missing=_l("Write the first day."))
    ends_on = DateText(_l("In force until"), hint=_l("Leave it empty while no end is known."), is_optional=True)

    def validate_link(self, field: TextLine) -> None:
        """An address that a browser opens, and nothing that it would run."""
        parts = urlsplit(field.data) if field.data else None
        if parts is not None and not (parts.scheme == "https" and parts.hostname):
            raise ValidationError(_("Write an address that begins with https://"))

    def validate_ends_on(self, field: DateText) -> None:
        """It ends after it begins."""
        if field.data and self.begins_on.data and field.data < self.begins_on.data:
            raise ValidationError(_("The last day is before the first."))

    def validate_text_fi(self, field: LongText) -> None:
        """Something must be there to read."""
        if not (field.data or self.text_sv.data or self.link.data):
            raise ValidationError(_("Write the instruction, or give a link to it."))

    def to_wording(self) -> Wording:
        """The words."""
        return Wording(
            title_fi=self.title_fi.data,
            title_sv=self.title_sv.data,
            text_fi=self.text_fi.data,
            text_sv=self.text_sv.data,
            link=self.link.data,
        )

    def to_validity(self) -> Validity:
        """For whom and when."""
        return Validity(self.readers.data, self.begins_on.data, self.ends_on.data)


class InstructionForm(NewInstructionForm, RevisedForm):
    """An instruction as it is, to be changed."""

    @staticmethod
    def values_of(instruction: Instruction, version: InstructionVersion) -> dict[str, object]:
        """The stored values by field name."""
        words = {name: getattr(version, name) for name in ("title_fi", "title_sv", "text_fi", "text_sv", "link")}
        held = {name: getattr(instruction, name) for name in ("readers", "begins_on", "ends_on", "revision")}
        return {**words, **held}


class NeedForm(PageForm):
    """What a survey of the staff found of one area."""

    area = Select(_l("Of what?"), options=enum_options(AREA_WORDS), missing=_l("Choose the area."))
    answered = WholeNumber(_l("How many answered?"), least=1, most=9999, missing=_l("Write how many answered."))
    wanting = WholeNumber(
        _l("How many of them would learn more?"), most=9999, missing=_l("Write how many would learn more.")
    )

    def validate_wanting(self, field: WholeNumber) -> None:
        """A part of those who answered."""
        if field.data is not None and self.answered.data is not None and field.data > self.answered.data:
            raise ValidationError(_("There cannot be more of them than answered."))


class NewTrainingForm(GuardedForm):
    """An event of the training calendar."""

    title_fi = TextLine(_l("Title in Finnish"), missing=_l("Write the title in Finnish."), limit=LONGEST_TITLE)
    title_sv = TextLine(_l("Title in Swedish"), missing=_l("Write the title in Swedish."), limit=LONGEST_TITLE)
    held_on = DateText(_l("When?"), missing=_l("Write the day."))
    area = Select(_l("Of what?"), options=enum_options(AREA_WORDS), missing=_l("Choose the area."))
    organiser = TextLine(_l("Who arranges it?"), is_optional=True, limit=LONGEST_TITLE)
    sectors = TextLine(
        _l("From where do people come?"),
        hint=_l("As schools, early childhood education, health care, organisations."),
        is_optional=True,
        limit=LONGEST_TITLE,
    )
    participants = WholeNumber(_l("How many took part?"), is_optional=True, most=99_999)
    grade = GradeText(
        _l("Grade of the feedback, on average"),
        hint=_l("On the school’s scale from 4 to 10, for example 8,5."),
        is_optional=True,
        width="date",
    )
    outcome = LongText(lazy_pgettext("training", "What came of it?"), is_optional=True, rows=3, limit=LONGEST_TEXT)
    attending = Checkboxes(_l("Who of the staff took part?"), in_rows=True, is_optional=True)

    def offer(self, staff: Iterable[Option]) -> None:
        """Let those who took part be among these."""
        self.attending.offer(staff)

    def to_event(self) -> Event:
        """What was answered."""
        return Event(
            held_on=self.held_on.data,
            title_fi=self.title_fi.data,
            title_sv=self.title_sv.data,
            area=self.area.data,
            organiser=self.organiser.data,
            sectors=self.sectors.data,
            participants=self.participants.data,
            grade=self.grade.data,
            outcome=self.outcome.data,
        )


class TrainingForm(NewTrainingForm, RevisedForm):
    """An event as it is, to be changed or followed up."""

    @staticmethod
    def values_of(training: Training) -> dict[str, object]:
        """The stored values by field name."""
        names = "title_fi", "title_sv", "held_on", "area", "organiser", "sectors", "participants", "grade"
        return {name: getattr(training, name) for name in (*names, "outcome", "revision")}
