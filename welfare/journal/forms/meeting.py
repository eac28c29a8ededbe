"""The form of a meeting: all six points of the act, and the views of pupil and guardian (OHL 18 § 1, 20 § 4)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.form import BaseForm

from welfare.journal.content import Document
from welfare.journal.forms.entry import OpeningForm
from welfare.journal.forms.plan_rows import MEASURES, PARTS, PlanRow, further_rows, shown_rows
from welfare.journal.forms.texts import EntryLine, EntryText
from welfare.rules.journal import Field
from welfare.ui.fields import Checkboxes, DateText, DrawnField, Option


class RowLine(EntryLine):
    """A line that must be filled only where its row is used; its form knows."""

    def pre_validate(self, form: BaseForm) -> None:
        """Stop only at what could not be taken in."""
        if self.process_errors or not self.is_empty:
            super().pre_validate(form)


@dataclass(frozen=True, slots=True)
class Participant:
    """Someone who may have taken part, with the position the act asks for (OHL 20 § 4 k. 3)."""

    id: UUID
    name: str
    position: str


class MeetingForm(OpeningForm):
    """A meeting's entry."""

    NAMES: ClassVar[tuple[str, ...]] = (
        "heading",
        *OpeningForm.NAMES,
        "handling",
        "student_view",
        "student_view_absent",
        "guardian_view",
        "information",
    )
    PLACES: ClassVar[Mapping[Field, str]] = {
        Field.PLAN: "measure_1_what",
        Field.CARRIED_OUT_BY: "measure_1_by",
        Field.FOLLOWED_UP_BY: "measure_1_followed_by",
    }

    heading = EntryLine(_l("Short heading"), is_optional=True, limit=120)
    participants = Checkboxes(
        _l("Who took part?"),
        hint=_l("The position of each is entered with the name. Others may take part only with consent."),
        missing=_l("Choose those who took part."),
    )
    handling = EntryText(
        _l("How was the matter handled?"), missing=_l("Write how the matter was handled at the meeting."), rows=5
    )
    student_view = EntryText(_l("The pupil’s view, in own words"), is_optional=True, rows=3)
    student_view_absent = EntryLine(
        _l("If the pupil’s view is missing, why?"), is_optional=True, optional_words=_l("if there is no view")
    )
    guardian_view = EntryText(_l("The guardian’s view, or why it is missing"), is_optional=True, rows=3)
    information = EntryText(
        _l("Necessary information on measures done and to be done"),
        missing=_l("Write the necessary information on measures done and to be done."),
        rows=4,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - WTForms' own
        self.people: dict[UUID, Participant] = {}
        super().__init__(*args, **kwargs)

    def offer_people(self, people: Sequence[Participant]) -> None:
        """Offer those who may have taken part; each may be chosen once."""
        self.people = {each.id: each for each in people}
        self.participants.offer(Option(each.id, each.name, each.position) for each in self.people.values())

    @property
    def measures(self) -> list[PlanRow]:
        """All rows for measures."""
        return [PlanRow(n, *(self.drawn(f"measure_{n}_{part}") for part in PARTS)) for n in range(1, MEASURES + 1)]

    @property
    def shown_measures(self) -> Sequence[PlanRow]:
        """The rows drawn open."""
        return shown_rows(self.measures)

    @property
    def further_measures(self) -> Sequence[PlanRow]:
        """The rows that open on request."""
        return further_rows(self.measures)

    def document(self) -> dict[str, Any]:
        """With the participants' names and positions of that day, and the measures in use."""
        present = [self.people[id] for id in self.participants.data or () if id in self.people]
        people = [{**asdict(each), "id": each.id.hex} for each in present]
        measures = [_measure(row) for row in self.measures if row.is_used]
        return {**super().document(), "participants": people, "measures": measures}

    def fill(self, document: Document) -> None:
        """Show an entry: participants are told by their ids, and must be offered."""
        super().fill(document)
        self.participants.put([UUID(each["id"]) for each in document.get("participants", ())])
        for row, kept in zip(self.measures, document.get("measures", ()), strict=False):
            for name, field in zip(PARTS, row.fields, strict=True):
                field.put(date.fromisoformat(kept[name]) if name == "until" and kept[name] else kept[name] or None)

    def validate(self, *args: Any, **kwargs: Any) -> bool:  # noqa: ANN401 - WTForms' own
        """Also: the pupil's view or why it is missing, and a plan each measure of which is somebody's (rule 20)."""
        is_valid = super().validate(*args, **kwargs)
        faults = list(self._faults())
        for field, words in faults:
            field.errors = [*field.errors, words]
        return is_valid and not faults

    def _faults(self) -> Iterable[tuple[DrawnField, str]]:
        if not (self.student_view.data or self.student_view_absent.data):
            yield self.student_view, _("Write the pupil’s view, or why it is missing.")
        if not any(row.is_used for row in self.measures):
            yield self.measures[0].what, _("Write at least one measure of the plan.")
        for row in self.measures:
            if row.is_used:
                yield from _faults_of(row)


def _faults_of(row: PlanRow) -> Iterable[tuple[DrawnField, str]]:
    asked = {
        row.what: _("Write what is done, measure %(number)s.", number=row.number),
        row.by: _("Write who carries out measure %(number)s.", number=row.number),
        row.followed_by: _("Write who follows up measure %(number)s.", number=row.number),
    }
    return [(field, words) for field, words in asked.items() if not field.data and not field.errors]


def _measure(row: PlanRow) -> dict[str, str]:
    until = row.until.data
    return {
        "what": row.what.data or "",
        "by": row.by.data or "",
        "followed_by": row.followed_by.data or "",
        "until": until.isoformat() if until else "",
    }


for _number in range(1, MEASURES + 1):
    _place = f"measure_{_number}_"
    setattr(MeetingForm, _place + "what", RowLine(_l("What is done?"), limit=300))
    setattr(MeetingForm, _place + "by", RowLine(_l("Who carries it out?")))
    setattr(MeetingForm, _place + "followed_by", RowLine(_l("Who follows it up?")))
    setattr(MeetingForm, _place + "until", DateText(_l("By when?"), is_optional=True))
