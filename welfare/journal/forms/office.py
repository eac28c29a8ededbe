"""In which of one's own offices something is written (OHL 20 § 4 k. 6)."""

from collections.abc import Sequence

from flask_babel import lazy_gettext as _l

from welfare.accounts.words import ROLE_WORDS
from welfare.rules.actors import Role
from welfare.ui.fields import ChoiceTiles, Option
from welfare.ui.forms import RevisedForm


class OfficeForm(RevisedForm):
    """A form whose writer may hold several offices."""

    office = ChoiceTiles(_l("In which office do you write?"), in_rows=True)

    def offer_offices(self, offices: Sequence[Role]) -> None:
        """Ask for the office only where there is more than one."""
        self.leading_office = offices[0]
        if len(offices) == 1:
            del self.office
        else:
            self.office.offer(Option(role, ROLE_WORDS[role]) for role in offices)

    @property
    def chosen_office(self) -> Role:
        """The office written in. To be asked of a valid form."""
        role: Role = self.office.data if "office" in self else self.leading_office
        return role
