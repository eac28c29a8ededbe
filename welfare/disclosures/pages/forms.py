"""The form of a disclosure made ready: the journal's sentences, the readers, the grounds and the consents."""

from uuid import UUID

from welfare.accounts.words import ROLE_WORDS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.disclosures.actions import Reader
from welfare.disclosures.forms import GivingForm
from welfare.disclosures.pages.consents import given_consents
from welfare.disclosures.pages.record import offered_entries
from welfare.disclosures.queries import candidates_for
from welfare.disclosures.queries.parcels import partners_of
from welfare.drafts.pages import SavedDraft, load_draft
from welfare.journal.actions import draft_of_new
from welfare.journal.pages.forms import as_seen
from welfare.journal.queries import grounds_at, offices_of
from welfare.people.pages import names_of
from welfare.rules.clauses import is_responsible
from welfare.rules.disclosure import DisclosureGround
from welfare.rules.journal import EntryKind
from welfare.rules.receivers import may_decide
from welfare.ui.fields import Option


def posted_giving(work: UnitOfWork, case: Case) -> GivingForm:
    """The form as it was sent."""
    return _offered(work, case, GivingForm(today=work.facts.on))


def kept_giving(work: UnitOfWork, case: Case, saved: SavedDraft) -> GivingForm:
    """The form as its draft has it."""
    return _offered(work, case, GivingForm(today=work.facts.on, formdata=saved.formdata))


def fresh_giving(work: UnitOfWork, case: Case) -> GivingForm:
    """The form as its writer left it, or as a new one begins."""
    saved = load_draft(work, draft_of_new(case, EntryKind.DISCLOSURE).purpose, case.id)
    if saved is not None:
        return as_seen(kept_giving(work, case, saved), saved.revision)
    form = _offered(work, case, GivingForm(today=work.facts.on, formdata=None))
    form.occurred_on.put(work.facts.on)
    return as_seen(form, 0)


def grounds_for(work: UnitOfWork, case: Case) -> list[DisclosureGround]:
    """The grounds that the law knows for the school, and on which this member decides."""
    is_lead = is_responsible(work.actor, work.facts)
    return [each for each in grounds_at(work.session, case.school_id) if may_decide(each, is_lead=is_lead)]


def _offered(work: UnitOfWork, case: Case, form: GivingForm) -> GivingForm:
    form.offer_offices(offices_of(work.actor))
    form.passages.offer_entries(offered_entries(work, case))
    form.offer_grounds(grounds_for(work, case))
    form.offer_consents(given_consents(work, case))
    form.offer_readers(*_readers(work, case))
    form.offer_partners([Option(row.id, row.name) for row in partners_of(work.session, case.controller_id)])
    return form


def _readers(work: UnitOfWork, case: Case) -> tuple[dict[UUID, Reader], list[Option]]:
    found = candidates_for(work.session, case, work.facts.on)
    names = names_of(work, (staff.person for _, staff in found))
    ordered = sorted(found, key=lambda each: names[each[1].person.id].sort_key)
    readers = {account.id: Reader(account.id, staff.person.id) for account, staff in ordered}
    options = [
        Option(account.id, names[staff.person.id].full, str(ROLE_WORDS[staff.role])) for account, staff in ordered
    ]
    return readers, options
