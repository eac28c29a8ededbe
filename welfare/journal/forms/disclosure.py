"""The form of a disclosure: what, to whom, on what ground (OHL 20 § 5, 22-23 §; rules 24 and 25)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from welfare.journal.forms.entry import EntryForm
from welfare.journal.forms.texts import EntryLine, EntryText
from welfare.journal.words import GROUND_WORDS
from welfare.rules.consent import ConsentKind
from welfare.rules.disclosure import RULES, DisclosureGround, DisclosureLack, citation
from welfare.ui.fields import ChoiceTiles, Option, Select
from welfare.ui.formats import date_text
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class GivenConsent:
    """A consent in force that lets data go to the recipient it names."""

    id: UUID
    number: str
    kind: ConsentKind
    recipient: str
    scope: str
    valid_to: date | None


class DisclosureForm(EntryForm):
    """A disclosure's entry."""

    NAMES: ClassVar[tuple[str, ...]] = ("what", "to_whom", "ground", "necessity", "question")

    what = EntryText(
        _l("What is given?"),
        hint=_l("A selected extract, not the journal. For teachers: what to do, without the reasons."),
        missing=_l("Write what is given."),
        rows=4,
    )
    to_whom = EntryLine(
        _l("To whom?"),
        hint=_l("Name and task, or the group: teachers of class 8B (6)."),
        is_optional=True,
        optional_words=_l("a consent names the recipient itself"),
    )
    ground = Select(_l("On what ground?"), missing=_l("Choose the ground of the disclosure."), width="full")
    consent = ChoiceTiles(_l("By which consent?"), is_optional=True, optional_words=_l("when the ground is a consent"))
    necessity = EntryText(
        _l("Why is it necessary?"),
        hint=_l("Only what the recipient’s task cannot do without may be given without consent."),
        is_optional=True,
        optional_words=_l("when the ground allows only what is necessary"),
        rows=3,
    )
    question = EntryText(
        _l("What is asked of the expert?"),
        is_optional=True,
        optional_words=_l("when an expert is asked for advice"),
        rows=3,
    )

    def offer_grounds(self, grounds: Iterable[DisclosureGround]) -> None:
        """Offer these grounds, each with its section."""
        self.ground.offer(Option(each, GROUND_WORDS[each], citation(each, current_locale())) for each in grounds)

    def offer_consents(self, consents: Iterable[GivenConsent]) -> None:
        """Offer the consents in force, and to go without."""
        self.consents = {each.id: each for each in consents}
        options = [Option(each.id, each.recipient, _about(each)) for each in self.consents.values()]
        self.consent.offer([*options, Option("", _("No consent"))])

    def document(self) -> dict[str, Any]:
        """A consent that the ground does not ask for is left out; one that it asks for names the recipient."""
        consent = self.consent_for_ground
        typed = super().document()
        if consent is None:
            return typed
        return {
            **typed,
            "to_whom": typed["to_whom"] or consent.recipient,
            "consent": consent.id.hex,
            "consent_number": consent.number,
        }

    @property
    def consent_for_ground(self) -> GivenConsent | None:
        """The chosen consent, if the ground asks for one of its kind."""
        chosen = self.consents.get(self.consent.data)
        ground: DisclosureGround | None = self.ground.data
        return chosen if chosen and ground and RULES[ground].consent is chosen.kind else None

    def validate(self, *args: Any, **kwargs: Any) -> bool:  # noqa: ANN401 - WTForms' own
        """Also: a consent reaches no further than to the recipient it names (OHL 22 § 2 mom 1 k.)."""
        is_valid = super().validate(*args, **kwargs)
        consent = self.consent_for_ground
        if consent and self.to_whom.data and consent.recipient.casefold() not in self.to_whom.data.casefold():
            words = _(
                "The consent names %(recipient)s. Leave the recipient empty, or choose another consent or ground."
            )
            self.refuse("to_whom", words % {"recipient": consent.recipient})
            return False
        return is_valid


def refuse_disclosure(form: EntryForm, lacks: Iterable[DisclosureLack]) -> None:
    """Say at the fields what keeps the data from being disclosed."""
    by_consent = _("This ground needs a valid written consent. Choose one, or another ground.")
    words = {
        DisclosureLack.WHAT: ("what", _("Write what is given.")),
        DisclosureLack.TO_WHOM: ("to_whom", _("Write to whom it is given.")),
        DisclosureLack.GROUND: ("ground", _("Choose the ground of the disclosure.")),
        DisclosureLack.CONSENT: ("ground", by_consent),
        DisclosureLack.NECESSITY: ("necessity", _("This ground allows only what is necessary. Write why it is.")),
        DisclosureLack.QUESTION: ("question", _("Write what is asked of the expert.")),
    }
    for lack in lacks:
        form.refuse(*words[lack])


def _about(consent: GivenConsent) -> str:
    until = _("valid to %(day)s", day=date_text(consent.valid_to)) if consent.valid_to else _("until the matter closes")
    return f"{consent.number}, {until}: {consent.scope}"
