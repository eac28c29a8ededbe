"""Naming somebody of the staff to a seat, seats for pupils, guardians and partners, and the end of a seat."""

from collections.abc import Iterable

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import ValidationError

from welfare.communal.actions.seats import NewSeat
from welfare.communal.group_words import DUTY_WORDS, HOLDER_WORDS
from welfare.communal.guard import GuardedForm
from welfare.communal.models.groups import LONGEST_LINE
from welfare.rules.unit_types import UnitType, has_pupils
from welfare.rules.welfare_groups import Duty, SeatHolder
from welfare.ui.fields import ChoiceTiles, DateText, Option, Select, TextLine, WholeNumber, enum_options
from welfare.ui.forms import PageForm

MOST_PLACES = 30


class SeatDays(GuardedForm):
    """From when to when, and for which language."""

    language = ChoiceTiles(
        _l("Which language group does it speak for?"), hint=_l("Where the unit is bilingual."), is_optional=True
    )
    begins_on = DateText(_l("From which day?"), missing=_l("Write the first day."))
    ends_on = DateText(
        _l("To which day?"), hint=_l("Leave it empty if the seat goes on to the end of the term."), is_optional=True
    )

    def offer_languages(self, languages: Iterable[Option]) -> None:
        """Offer the languages of a bilingual unit."""
        self.language.offer(languages)


class StaffSeatForm(SeatDays):
    """Somebody who works there, by name."""

    who = Select(
        _l("Who?"),
        hint=_l("Staff of this unit and of the offices above it, each with the post they sit for."),
        missing=_l("Choose who sits in the group."),
    )
    duty = ChoiceTiles(
        _l("What does this person do for the group?"),
        options=enum_options(DUTY_WORDS),
        in_rows=True,
        missing=_l("Choose one."),
        default=Duty.MEMBER,
    )

    def offer(self, staff: Iterable[Option]) -> None:
        """Offer those who work there."""
        self.who.offer(staff)

    def to_command(self) -> NewSeat:
        """What was chosen."""
        return NewSeat(
            holder=SeatHolder.STAFF,
            person_id=self.who.data.person_id,
            role=self.who.data.role,
            duty=self.duty.data,
            language=self.language.data or "",
            begins_on=self.begins_on.data,
            ends_on=self.ends_on.data,
        )


class OtherSeatForm(SeatDays):
    """Seats of pupils, guardians or a partner: how many and how chosen, and nobody’s name."""

    holder = ChoiceTiles(_l("Whose seats?"), options=enum_options(HOLDER_WORDS), missing=_l("Choose whose they are."))
    partner = TextLine(
        _l("Which organisation?"),
        hint=_l("Only for a partner: a parish, youth services, an association."),
        is_optional=True,
        limit=LONGEST_LINE,
    )
    how_chosen = TextLine(
        _l("How are they chosen?"),
        hint=_l("For example by the student council, or by the parents’ association. Nobody is named here."),
        is_optional=True,
        limit=LONGEST_LINE,
    )
    places = WholeNumber(_l("How many seats?"), least=1, most=MOST_PLACES, missing=_l("Write how many."), default=1)

    def offer_in(self, unit_type: UnitType | None) -> None:
        """Offer seats of pupils where there are any."""
        holders = [holder for holder in HOLDER_WORDS if has_pupils(unit_type) or holder is not SeatHolder.PUPILS]
        self.holder.offer([Option(holder, HOLDER_WORDS[holder]) for holder in holders])

    def validate_partner(self, field: TextLine) -> None:
        """A partner is an organisation with a name."""
        if self.holder.data is SeatHolder.PARTNER and not field.data:
            raise ValidationError(_("Write the name of the organisation."))

    def validate_how_chosen(self, field: TextLine) -> None:
        """Who was chosen is nobody’s to know here."""
        if self.holder.data in {SeatHolder.PUPILS, SeatHolder.GUARDIANS} and not field.data:
            raise ValidationError(_("Write how they are chosen."))

    def to_command(self) -> NewSeat:
        """What was typed."""
        is_partner = self.holder.data is SeatHolder.PARTNER
        return NewSeat(
            holder=self.holder.data,
            partner=self.partner.data if is_partner else "",
            how_chosen=self.how_chosen.data,
            places=self.places.data,
            language=self.language.data or "",
            begins_on=self.begins_on.data,
            ends_on=self.ends_on.data,
        )


class EndSeatForm(PageForm):
    """The last day of a seat."""

    last_day = DateText(_l("Which is its last day?"), missing=_l("Write the last day."))
