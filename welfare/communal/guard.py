"""The guard of communal texts: no identity code passes, and what could name a pupil only with a reason (COM F04).

How a room uses it: its form is a `GuardedForm`, its route asks `lets_through` after the form was valid, its template
draws ``{{ guard(form) }}`` of ``communal/_guard.html`` within the form. Nothing that is found is kept: not the word,
not the pupil, not the sentence. The event has a reason by its code, and for how many words it was given.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.loaders import keeper_of
from welfare.communal.queries.groups import workplace_of
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.people.pages.across_the_wall import LookedFor, pupils_mentioned
from welfare.rules.identity_code import mentions_code
from welfare.rules.mentions import MayStand, Mention, could_be_whole_name, new_mentions
from welfare.rules.registers import Register
from welfare.ui.fields import ChoiceTiles, TextLine, enum_options
from welfare.ui.forms import PageForm

MAY_STAND_WORDS = {
    MayStand.PLACE: _l("It is a place or a thing called so"),
    MayStand.ADULT: _l("It is somebody of the staff or another adult at work"),
    MayStand.PUBLIC: _l("It is a public person, an author or the name of a programme"),
    MayStand.WORD: _l("It is an ordinary word"),
}


class GuardedForm(PageForm):
    """A form whose texts nobody's identity code and no pupil's name may stand in."""

    may_stand = ChoiceTiles(
        _l("Why may the word stand?"),
        hint=_l("If it is a pupil, take the name out: the group handles matters of everybody, never one pupil’s."),
        options=enum_options(MAY_STAND_WORDS),
        in_rows=True,
        is_optional=True,
    )
    found: Sequence[Mention] = ()
    """What its writer is asked about; drawn, and kept nowhere."""

    @property
    def guarded(self) -> Iterator[TextLine]:
        """The texts that are looked at."""
        return (field for field in self if isinstance(field, TextLine) and isinstance(field.data, str))


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in texts: whether a code stands there, and what could name a pupil."""

    has_code: bool
    mentions: Sequence[Mention]

    @property
    def is_clear(self) -> bool:
        """Whether nothing was found."""
        return not self.has_code and not self.mentions


def look(
    work: UnitOfWork,
    unit: Organisation,
    texts: Sequence[str],
    before: Collection[str] = (),
    *,
    is_asked_by_pupil: bool = False,
) -> Findings:
    """Look through texts of a unit; ``before`` are texts that have been let through already."""
    whole = "\n".join(text for text in texts if text and text not in before)
    if mentions_code(whole):
        return Findings(has_code=True, mentions=())
    found = _mentions(work, unit, whole, is_asked_by_pupil=is_asked_by_pupil)
    return Findings(has_code=False, mentions=new_mentions(found, before))


def lets_through(work: UnitOfWork, unit: Organisation, form: GuardedForm, before: Collection[str] = ()) -> bool:
    """Whether the texts of a form may be saved; if not, the form says why and asks."""
    fields = list(form.guarded)
    coded = [field for field in fields if mentions_code(field.data)]
    for field in coded:
        field.errors = [*field.errors, _("There is a personal identity code in the text. Take it out.")]
    if coded:
        return False
    found = look(work, unit, [field.data for field in fields], before).mentions
    if found and form.may_stand.data is None:
        form.found, form.may_stand.is_optional = found, False
        form.refuse("may_stand", _("A pupil may be named here. Take the name out, or choose why the word may stand."))
        return False
    if found:
        note_override(work, unit, form.may_stand.data, len(found))
    return True


def note_override(work: UnitOfWork, unit: Organisation, why: MayStand, count: int) -> None:
    """Leave in the event that somebody let words stand, and why; never which."""
    codes = {"guard": "overridden", "may_stand": why.value, "words": count}
    work.note(keeper_of(unit), Register.COMMUNAL, ("unit", unit.id), **codes)


def _mentions(work: UnitOfWork, unit: Organisation, text: str, *, is_asked_by_pupil: bool) -> tuple[Mention, ...]:
    """Of a school every pupil by any name; of a provider's schools whole names; in a county's texts codes alone."""
    is_school = unit.kind is OrganisationKind.SCHOOL
    if unit.kind is OrganisationKind.COUNTY or not text.strip() or not (is_school or could_be_whole_name(text)):
        return ()
    within = select(Organisation.id).where(Organisation.provider_id == unit.id, Organisation.ended_on.is_(None))
    schools = [unit.id] if is_school else work.session.scalars(within).all()
    workplace = workplace_of(work.session, unit)
    among = LookedFor(
        schools,
        workplace.places,
        workplace.roles,
        whole_names_alone=not is_school,
        is_asked_by_pupil=is_asked_by_pupil,
    )
    return pupils_mentioned(work, text, among, work.facts.on)
