"""What the recording forms offer, by name, and what they begin with."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from welfare.accounts.words import ROLE_WORDS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.consents.forms import WillChoices
from welfare.consents.models import ExpressionOfWill
from welfare.consents.queries import people_by_id
from welfare.consents.staff import AtWork, professionals_among, staff_at
from welfare.consents.wills import Said
from welfare.consents.words import CAPACITY_WORDS
from welfare.people.pages import PersonName, names_of
from welfare.rules.consent import ConsentKind, GiverCapacity
from welfare.ui.fields import Option

OUTSIDER_WORDS = ("outsider_name", "outsider_role", "outsider_organisation")
CARRIED_OVER = (*OUTSIDER_WORDS, "scope", "excluded")
"""Words of an earlier expression with which a new answer to the same question begins."""


def will_choices(work: UnitOfWork, said: Said, school_id: UUID, kind: ConsentKind) -> WillChoices:
    """Open the names that the form of a kind offers."""
    staff = staff_at(work.session, school_id, said.on)
    capacities = _capacities(said)
    people = people_by_id(work.session, capacities)
    names = names_of(work, [*people.values(), *(each.person for each in staff)])
    outsiders = _outsiders(work, said, kind)
    return WillChoices(
        givers=[
            Option(id, names[id].full, CAPACITY_WORDS[capacities[id]]) for id in _self_first(said, names, capacities)
        ],
        capacities=capacities,
        members=[_staff_option(each, names) for each in _by_name(staff, names)],
        assessors=[_staff_option(each, names) for each in _by_name(professionals_among(staff), names)],
        assessor_roles={each.person.id: each.role for each in staff},
        outsiders=[Option(id, words["outsider_name"]) for id, words in outsiders.items()],
        outsider_words=outsiders,
    )


def known_words(work: UnitOfWork, said: Said, earlier: ExpressionOfWill | None) -> dict[str, Any]:
    """What a new answer begins with: the finding in force, and the words of the answer that it replaces."""
    found = [row for row in said.rows if row.ability is not None]
    newest = max(found, key=lambda row: (row.ability_on or row.given_on, row.recorded_at), default=None)
    return _finding_words(work, newest) | _earlier_words(work, earlier)


def _finding_words(work: UnitOfWork, row: ExpressionOfWill | None) -> dict[str, Any]:
    if row is None:
        return {}
    words = work.decrypt_document(row, ExpressionOfWill.document)
    assessor: str = words.get("ability_assessor_id", "")
    return {
        "ability": row.ability,
        "ability_on": row.ability_on,
        "ability_grounds": words.get("ability_grounds", ""),
        "ability_assessor": UUID(assessor) if assessor else None,
    }


def _earlier_words(work: UnitOfWork, row: ExpressionOfWill | None) -> dict[str, Any]:
    if row is None:
        return {}
    words = work.decrypt_document(row, ExpressionOfWill.document)
    carried: dict[str, Any] = {name: words.get(name, "") for name in CARRIED_OVER if not name.startswith("outsider")}
    return carried | {
        "giver": row.giver_person_id,
        "member": row.named_person_id,
        "outsider": row.outsider_id,
        "outsider_email": words.get("outsider_email", ""),
        "outsider_mail_agreed": bool(words.get("outsider_email")),
        "language": row.language,
        "way": row.way,
    }


def _capacities(said: Said) -> dict[UUID, GiverCapacity]:
    """Who may answer, the student first, and in what capacity (LHL 3-5 §; rule 35)."""
    found = {said.student_id: GiverCapacity.SELF}
    for row in said.guardianships:
        if not row.has_custody:
            found[row.guardian_id] = GiverCapacity.REPRESENTATIVE
        elif said.on < said.adult_from:
            found[row.guardian_id] = GiverCapacity.GUARDIAN
    return found


def _self_first(said: Said, names: Mapping[UUID, PersonName], givers: Iterable[UUID]) -> list[UUID]:
    """The student, then the others by name."""
    return sorted(givers, key=lambda id: (id != said.student_id, names[id].sort_key))


def _outsiders(work: UnitOfWork, said: Said, kind: ConsentKind) -> Mapping[UUID, Mapping[str, str]]:
    """Those named before in expressions of this kind, with the newest words about each."""
    rows = {row.outsider_id: row for row in said.rows if row.outsider_id is not None and row.kind is kind}
    work.prefetch(rows.values())
    opened = {id: work.decrypt_document(row, ExpressionOfWill.document) for id, row in rows.items()}
    return {id: {name: words.get(name, "") for name in OUTSIDER_WORDS} for id, words in opened.items()}


def _staff_option(each: AtWork, names: Mapping[UUID, PersonName]) -> Option:
    return Option(each.person.id, names[each.person.id].full, ROLE_WORDS[each.role])


def _by_name(staff: Iterable[AtWork], names: Mapping[UUID, PersonName]) -> list[AtWork]:
    return sorted(staff, key=lambda each: names[each.person.id].sort_key)
