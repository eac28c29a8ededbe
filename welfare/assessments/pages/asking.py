"""Who may be asked in a matter, by name, and what the journal says where the question itself tells of the matter."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from flask_babel import gettext as _

from welfare.assessments.actions import Ask
from welfare.assessments.informants import informants_of
from welfare.assessments.models import ProcessVersion
from welfare.assessments.words import INFORMANT_WORDS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.consents.models import ExpressionOfWill
from welfare.consents.pages import Names
from welfare.journal.actions import NewEntry
from welfare.journal.queries import offices_of
from welfare.rules.clauses import is_responsible
from welfare.rules.disclosure import DisclosureGround
from welfare.rules.journal import EntryKind
from welfare.ui.fields import Option
from welfare.ui.locale import current_locale


def informant_options(work: UnitOfWork, case: Case, without: Sequence[UUID] = ()) -> list[Option]:
    """Those who may be asked and have not been, by name and capacity."""
    people = [each for each in _who_may_be_asked(work, case) if each.person_id not in without]
    names = Names.of(work, [], {each.person_id for each in people})
    return [Option(each.person_id, names.of_person(each.person_id), _capacity(each)) for each in people]


def ask_of(work: UnitOfWork, case: Case, person_ids: Sequence[UUID], version: ProcessVersion) -> list[Ask]:
    """Those chosen, as they are asked; for who takes no part, with the journal's line."""
    chosen = [each for each in _who_may_be_asked(work, case) if each.person_id in person_ids]
    names = Names.of(work, [], {each.person_id for each in chosen if each.consent_id})
    return [
        replace(each, entry=_line(work, each.consent_id, names.of_person(each.person_id), version))
        if each.consent_id
        else each
        for each in chosen
    ]


def _who_may_be_asked(work: UnitOfWork, case: Case) -> Sequence[Ask]:
    by_lead = is_responsible(work.actor, work.facts)
    return informants_of(work.session, case, work.facts.on, by_lead=by_lead)


def _capacity(asked: Ask) -> str:
    words = str(INFORMANT_WORDS[asked.informant])
    return _("%(capacity)s, by written consent", capacity=words) if asked.consent_id else words


def _line(work: UnitOfWork, consent_id: UUID, name: str, version: ProcessVersion) -> NewEntry:
    """What was told, to whom and on what ground (OHL 20 § 5)."""
    consent = work.session.get_one(ExpressionOfWill, consent_id)
    model = version.name(current_locale())
    document = {
        "what": _("That the pupil’s ability to study is assessed, and the questions of “%(name)s”.", name=model),
        "to_whom": name,
        "ground": DisclosureGround.CONSENT.value,
        "consent": consent.id.hex,
        "consent_number": consent.number,
        "necessity": "",
        "question": "",
        "how": _("Questions in the service"),
    }
    return NewEntry(
        kind=EntryKind.DISCLOSURE,
        occurred_on=work.facts.on,
        office=offices_of(work.actor)[0],
        document=document,
        replaces_draft=False,
    )
