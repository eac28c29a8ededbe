"""The duty lights of a unit as its page shows them: what is late first, each with its rule and its next action."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.duties import DutyLight, duties_of
from welfare.communal.words import LIGHT_LOOKS, STATE_WORDS
from welfare.organisations.models import Organisation
from welfare.rules.duties import DutyState
from welfare.rules.unit_types import SCOPE_LAW, has_pupils
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class LightView:
    """One light: its look is the tone of the theme and an icon, for colour alone tells nobody anything."""

    light: DutyLight
    tone: str
    icon: str
    state: str


@dataclass(frozen=True, slots=True)
class LightsPart:
    """All lights of one unit, and how many stand how."""

    views: Sequence[LightView]
    counts: str
    note: str = ""
    """Where student welfare is no duty of the unit, and why."""

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation) -> "LightsPart":
        """Ask every room; the worst come first, otherwise in the order of the rooms."""
        lights = duties_of(work, [unit])[unit.id]
        order = tuple(DutyState)
        ranked = sorted(lights, key=lambda light: order.index(light.state), reverse=True)
        counts = counts_text([light.state for light in lights])
        return cls([view_of(light) for light in ranked], counts, _note(unit))


def view_of(light: DutyLight) -> LightView:
    """A light with its look."""
    tone, icon = LIGHT_LOOKS[light.state]
    return LightView(light, tone, icon, str(STATE_WORDS[light.state]))


def counts_text(states: Sequence[DutyState]) -> str:
    """How many are in order, not yet due, soon due and late; what there is none of is not said."""
    in_order, not_yet, soon, late = (states.count(state) for state in DutyState)
    said = [
        ngettext("%(num)d in order", "%(num)d in order", in_order) if in_order else "",
        ngettext("%(num)d not yet due", "%(num)d not yet due", not_yet) if not_yet else "",
        ngettext("%(num)d soon due", "%(num)d soon due", soon) if soon else "",
        ngettext("%(num)d late", "%(num)d late", late) if late else "",
    ]
    return " · ".join(filter(None, said)) or _("No duties yet")


def _note(unit: Organisation) -> str:
    if has_pupils(unit.unit_type):
        return ""
    return _(
        "Student welfare begins with pre-primary education (%(law)s). Its duties do not bind this unit: what it plans "
        "and does together here is its own will.",
        law=SCOPE_LAW.short_in(current_locale()),
    )
