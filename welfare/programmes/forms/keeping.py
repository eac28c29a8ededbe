"""A programme in a form: its names, how far it has come, who coordinates it, and the questions of its kind."""

from collections.abc import Iterable
from functools import cache
from typing import cast

from flask_babel import lazy_gettext as _l

from welfare.communal.guard import GuardedForm
from welfare.programmes.actions import Content
from welfare.programmes.forms.asking import answers_in, fields_of, shown_in
from welfare.programmes.kinds import KINDS
from welfare.programmes.models import LONGEST_NAME, Programme
from welfare.programmes.words import STATE_WORDS
from welfare.rules.programmes import ProgrammeKind
from welfare.ui.fields import ChoiceTiles, Option, Select, TextLine, enum_options
from welfare.ui.forms import RevisedForm


class ProgrammeForm(GuardedForm, RevisedForm):
    """What every kind asks."""

    kind: ProgrammeKind
    state = ChoiceTiles(
        _l("How far is it?"), options=enum_options(STATE_WORDS), in_rows=True, missing=_l("Choose how far it is.")
    )
    coordinator = Select(
        _l("Who coordinates it?"),
        hint=_l("One of the staff. The coordinator may also count what is done."),
        is_optional=True,
        blank=_l("Nobody yet"),
    )

    def offer_staff(self, options: Iterable[Option]) -> None:
        """Let the coordinator be one of these."""
        self.coordinator.offer(options)

    def to_content(self) -> Content:
        """What was answered."""
        names = {name: self[name].data for name in ("name_fi", "name_sv") if name in self}
        return Content(
            state=self.state.data,
            coordinator_id=self.coordinator.data,
            details=answers_in(self, KINDS[self.kind].details),
            **names,
        )


class _NamedForm(ProgrammeForm):
    """What a kind asks of which a unit has many."""

    name_fi = TextLine(_l("Name in Finnish"), missing=_l("Write the name in Finnish."), limit=LONGEST_NAME)
    name_sv = TextLine(_l("Name in Swedish"), missing=_l("Write the name in Swedish."), limit=LONGEST_NAME)


@cache
def programme_form(kind: ProgrammeKind) -> type[ProgrammeForm]:
    """The form of a kind."""
    base = _NamedForm if KINDS[kind].is_many else ProgrammeForm
    made = type(f"{kind.name.title()}Form", (base,), {"kind": kind, **fields_of(KINDS[kind].details)})
    return cast("type[ProgrammeForm]", made)


def values_of(programme: Programme) -> dict[str, object]:
    """The stored values by field name."""
    names = {"name_fi": programme.name_fi, "name_sv": programme.name_sv} if KINDS[programme.kind].is_many else {}
    return {
        "state": programme.state,
        "coordinator": programme.coordinator_id,
        "revision": programme.revision,
        **names,
        **shown_in(programme.details, KINDS[programme.kind].details),
    }
