"""The form of an item's minutes. It keeps whatever is typed; what the act asks for, only finalising asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from flask_babel import lazy_gettext as _l
from wtforms import Form

from welfare.journal.forms.plan_rows import MEASURES, PARTS, PlanRow, further_rows, shown_rows
from welfare.meetings.actions.minuting import MeasureLine
from welfare.rules.minutes import Section
from welfare.ui.fields import DateText, HiddenSeen, Seen, Select, TextLine
from welfare.ui.fields.later import LaterLine, LaterText
from welfare.ui.forms import PageForm

NEXT: Final = "next_on"


@dataclass(frozen=True, slots=True)
class MeasureRow(PlanRow):
    """The controls of one measure, with the mark of what its writer saw."""

    seen: HiddenSeen

    @property
    def name(self) -> str:
        """What the row is called in addresses and ids."""
        return f"measure_{self.number}"

    @property
    def has_errors(self) -> bool:
        """Whether something could not be taken in."""
        return any(field.process_errors for field in self.fields)

    @property
    def line(self) -> MeasureLine:
        """What was typed."""
        return MeasureLine(
            what=self.what.data or "",
            by=self.by.data or "",
            followed_by=self.followed_by.data or "",
            until=self.until.data,
        )

    def put(self, line: MeasureLine, seen: Seen) -> None:
        """Show a line."""
        for field in self.fields:
            field.put(getattr(line, field.name.removeprefix(f"{self.name}_")))
        self.seen.put(seen)


class MinutesForm(PageForm):
    """All sections, each with the mark of what its writer saw."""

    subject = LaterLine(_l("Subject of the matter"))
    background = LaterText(_l("Background"), rows=4)
    handling = LaterText(
        _l("How was the matter handled?"),
        hint=_l(
            "Only what the pupil’s welfare needs. The group agrees on measures; it decides nothing as an authority."
        ),
        rows=5,
    )
    student_view = LaterText(_l("The pupil’s view, in own words"), rows=3)
    student_view_absent = LaterLine(_l("If the pupil’s view is missing, why?"))
    guardian_view = LaterText(_l("The guardian’s view, or why it is missing"), rows=3)
    information = LaterText(_l("Necessary information on measures done and to be done"), rows=4)
    next_on = DateText(_l("The group meets again"), is_optional=True)

    def text(self, section: Section) -> TextLine:
        """The control of a section."""
        field = self[section.value]
        if not isinstance(field, TextLine):
            raise KeyError(section)
        return field

    def seen(self, name: str) -> HiddenSeen:
        """The mark of a section or another part."""
        field = self[f"{name}_seen"]
        if not isinstance(field, HiddenSeen):
            raise KeyError(name)
        return field

    @property
    def hidden_inputs(self) -> list[tuple[str, str]]:
        """Without the marks: each stands beside its own part."""
        return [(name, value) for name, value in super().hidden_inputs if not name.endswith("_seen")]

    @property
    def measures(self) -> list[MeasureRow]:
        """All rows of the plan."""
        return [self.measure(number) for number in range(1, MEASURES + 1)]

    def measure(self, number: int) -> MeasureRow:
        """One row of the plan."""
        parts = (self[f"measure_{number}_{part}"] for part in (*PARTS, "seen"))
        return MeasureRow(number, *parts)  # type: ignore[arg-type]  # WTForms gives fields by name

    @property
    def shown_measures(self) -> Sequence[MeasureRow]:
        """The rows drawn open."""
        return shown_rows(self.measures)

    @property
    def further_measures(self) -> Sequence[MeasureRow]:
        """The rows that open on request."""
        return further_rows(self.measures)


class PresenceRow(Form):
    """Where one attendee is; many of these stand on one page, each under its attendee's id."""

    presence = Select(_l("Where?"), is_optional=True, blank="")


for _section in Section:
    setattr(MinutesForm, f"{_section.value}_seen", HiddenSeen())
setattr(MinutesForm, f"{NEXT}_seen", HiddenSeen())
for _number in range(1, MEASURES + 1):
    _place = f"measure_{_number}_"
    setattr(MinutesForm, _place + "what", LaterLine(_l("What is done?"), limit=300))
    setattr(MinutesForm, _place + "by", LaterLine(_l("Who carries it out?")))
    setattr(MinutesForm, _place + "followed_by", LaterLine(_l("Who follows it up?")))
    setattr(MinutesForm, _place + "until", DateText(_l("By when?"), is_optional=True))
    setattr(MinutesForm, _place + "seen", HiddenSeen())
