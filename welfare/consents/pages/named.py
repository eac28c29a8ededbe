"""The names that expressions speak of: givers, experts, guardians, and outsiders known only from a sealed document."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.consents.models import ExpressionOfWill
from welfare.consents.queries import people_by_id
from welfare.consents.wills import Question
from welfare.consents.words import KIND_WORDS
from welfare.people.pages import PersonName, names_of
from welfare.rules.consent import ConsentKind


@dataclass(frozen=True)
class Names:
    """Opened names by id."""

    by_id: dict[UUID, str]
    people: dict[UUID, PersonName] = field(default_factory=dict)
    """Those of them whom the directory knows, with more than the full name."""

    @classmethod
    def of(cls, work: UnitOfWork, rows: Sequence[ExpressionOfWill], others: Iterable[UUID | None] = ()) -> "Names":
        """Open every name that these expressions need, and those of others."""
        ids = {row.giver_person_id for row in rows} | {row.named_person_id for row in rows} | set(others)
        people = names_of(work, people_by_id(work.session, ids).values())
        found = {id: name.full for id, name in people.items()}
        outside = {row.outsider_id: row for row in rows if row.outsider_id is not None}
        work.prefetch(outside.values())
        opened = {id: work.decrypt_document(row, ExpressionOfWill.document) for id, row in outside.items()}
        found |= {id: words.get("outsider_name", "") for id, words in opened.items()}
        return cls(found, people)

    def of_person(self, person_id: UUID | None) -> str:
        """One name; empty for nobody."""
        return self.by_id.get(person_id, "") if person_id else ""

    def title(self, question: Question) -> str:
        """What a question is about, by name."""
        kind, named = question
        name = self.of_person(named)
        titles = {
            ConsentKind.GROUP_MEMBER: _("%(name)s as a member", name=name),
            ConsentKind.OUTSIDER_PARTICIPATION: _("%(name)s takes part", name=name),
            ConsentKind.DISCLOSURE: _("Information to %(name)s", name=name),
            ConsentKind.TRANSFER: _("Transfer to %(name)s", name=name),
            ConsentKind.MINOR_PROHIBITION: _("%(name)s is left out", name=name),
        }
        return titles.get(kind, str(KIND_WORDS[kind]))


def outsider_words(work: UnitOfWork, row: ExpressionOfWill) -> dict[str, str]:
    """Name, task and organisation of the outsider whom an expression names."""
    words = work.decrypt_document(row, ExpressionOfWill.document)
    return {name: words.get(f"outsider_{name}", "") for name in ("name", "role", "organisation")}
