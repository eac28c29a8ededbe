"""What is told with every copy: why the data is used, where it comes from and goes, and for how long (GDPR 15(1))."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from welfare.rules.citations import Citation, Statute
from welfare.rules.registers import Register
from welfare.ui.fields.drawn import Words
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class Use:
    """How one register is used, and the sections that say so."""

    purpose: Words
    laws: tuple[Citation, ...]
    source: Words
    receivers: Words
    kept: Words


_BY_THE_SERVICE = _l("The pupil, the guardians and the worker; other services and authorities where the law allows it.")
_TO_THE_SERVICE = _l(
    "The workers of the service that the pupil needs; others by a consent or where the law says so, as the record of "
    "what was given out shows."
)
_PATIENT = Use(
    purpose=_l("Planning, giving and following up the psychologist’s and health care’s part of student welfare."),
    laws=(Citation(Statute.OHL, "21"), Citation(Statute.ATL, "13")),
    source=_BY_THE_SERVICE,
    receivers=_TO_THE_SERVICE,
    kept=_l("12 years from death or, where that is not known, 120 years from birth."),
)
USES: Mapping[Register, Use] = {
    Register.WELFARE: Use(
        purpose=_l("Arranging and carrying out individual student welfare in an expert group."),
        laws=(Citation(Statute.OHL, "20"), Citation(Statute.OHL, "21")),
        source=_l("The pupil, the guardians, the members of the group and the register of the school."),
        receivers=_l(
            "The members of the group whom the consent names, and those to whom something was given out, as the record "
            "of what was given out shows."
        ),
        kept=_l("As long as the education provider has decided in its records plan: the law names no time."),
    ),
    Register.SOCIAL: Use(
        purpose=_l("Planning, giving and following up the curator’s part of student welfare."),
        laws=(Citation(Statute.OHL, "21"), Citation(Statute.ATL, "13")),
        source=_BY_THE_SERVICE,
        receivers=_TO_THE_SERVICE,
        kept=_l("10 or 30 years from the closing of the record, by the kind of service."),
    ),
    Register.PSYCHOLOGY: _PATIENT,
    Register.HEALTH: _PATIENT,
}
"""Of the registers a copy is given of; which they are is told by `datarights.queries`."""


def information_on(register: Register) -> list[tuple[str, str]]:
    """Term and text of each thing that GDPR 15(1)(a)-(h) names, in the language in force."""
    use, language = USES[register], current_locale()
    laws = "; ".join(law.text(language) for law in use.laws)
    return [
        (_("What the data is used for"), str(use.purpose)),
        (_("By which law"), f"{laws}. {_('Public task, article 6(1)(e) of the Regulation')}."),
        (_("Where it comes from"), str(use.source)),
        (_("Who gets it"), str(use.receivers)),
        (_("How long it is kept"), str(use.kept)),
        (
            _("What you may ask for"),
            _("A mistake to be corrected, the use to be limited meanwhile, and who has read and changed the data."),
        ),
        (_("Decisions by machine"), _("None are made.")),
    ]
