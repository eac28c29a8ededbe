"""Taking a pupil as a client, and looking for one among one's own."""

from collections.abc import Sequence

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import ValidationError

from welfare.rules.service_records import ServiceDesk
from welfare.service_notes.actions import BeginClient
from welfare.service_notes.forms.texts import NoteText
from welfare.service_notes.words import INITIATORS, KEPT_APART, NO_CONFLICT, NO_CONFLICT_HINT, SERVICE_WORDS
from welfare.ui.fields import Checkbox, ChoiceTiles, DateText, Option, Select, TextLine, enum_options
from welfare.ui.forms import PageForm


class FindForm(PageForm):
    """A part of a name. It is posted, so that no address holds it; nothing is saved, so it carries no key."""

    idempotency_key = None  # type: ignore[assignment]
    name = TextLine(_l("Name of the pupil"), missing=_l("Write a part of the name"), limit=100, width="mid")


class BeginForm(PageForm):
    """When the service begins, on whose initiative and why; and in which service, for who works in several."""

    desk = ChoiceTiles(_l("In which service?"), missing=_l("Choose the service."))
    started_on = DateText(_l("When does the service begin?"), missing=_l("Write the day."))
    initiator = Select(
        _l("On whose initiative does the service begin?"),
        missing=_l("Choose on whose initiative it begins."),
        options=enum_options(INITIATORS),
    )
    grounds = NoteText(
        _l("Why does it begin?"),
        hint=_l("Write what is necessary, and no more. The client has a right to read it."),
        missing=_l("Write why the service begins."),
        rows=4,
    )

    no_conflict = Checkbox(NO_CONFLICT, hint=NO_CONFLICT_HINT, is_optional=True)
    """Asked only of a record that a colleague who has left has ended."""

    def offer_desks(self, desks: Sequence[ServiceDesk]) -> None:
        """Ask for the service only where there is more than one."""
        self.only_desk = desks[0]
        if len(desks) == 1:
            del self.desk
        else:
            self.desk.offer(
                Option(each.register, SERVICE_WORDS[each.register], KEPT_APART[each.register]) for each in desks
            )
            self.desks = {each.register: each for each in desks}

    @property
    def chosen_desk(self) -> ServiceDesk:
        """The register that the file will be of. To be asked of a valid form."""
        return self.desks[self.desk.data] if "desk" in self else self.only_desk

    def validate_started_on(self, field: DateText) -> None:
        """It has begun, or begins today."""
        if self.today and field.data > self.today:
            raise ValidationError(_("The day is still to come. Write the day on which the service begins."))

    def to_command(self) -> BeginClient:
        """The command of a valid form."""
        return BeginClient(
            started_on=self.started_on.data,
            initiator=self.initiator.data,
            grounds=self.grounds.data,
            declares_no_conflict=self.no_conflict.data,
        )
