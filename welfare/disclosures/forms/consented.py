"""Consents on which a disclosure may rest, as a form offers them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask_babel import gettext as _

from welfare.rules.consent import ConsentKind
from welfare.ui.fields import Option
from welfare.ui.formats import date_text


@dataclass(frozen=True, slots=True)
class GivenConsent:
    """A consent in force that lets data go to the recipient it names."""

    id: UUID
    number: str
    kind: ConsentKind
    recipient: str
    scope: str
    excluded: str
    valid_to: date | None

    @property
    def option(self) -> Option:
        """Its recipient; below, how long it holds, what it covers and what it leaves out."""
        return Option(self.id, self.recipient, self._about)

    @property
    def _about(self) -> str:
        day = date_text(self.valid_to) if self.valid_to else ""
        until = _("valid to %(day)s", day=day) if day else _("until the matter closes")
        covers = f"{self.number}, {until}: {self.scope}"
        return _("%(covers)s. Not: %(excluded)s", covers=covers, excluded=self.excluded) if self.excluded else covers
