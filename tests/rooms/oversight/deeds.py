"""Events as people leave them, and what a page of the trail shows of them."""

import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select

from tests.builders import Someone, Village
from tests.client import Page
from welfare.audit.event import Origin, Outcome
from welfare.audit.ledger import Ledger
from welfare.audit.models import AuditEvent
from welfare.audit.unit_of_work import Grant
from welfare.rules.actors import Actor, Facts, Post, Role, World
from welfare.rules.permissions import Permission
from welfare.rules.registers import Register


@dataclass(frozen=True)
class Deeds:
    """Makes events in the provider's chain, or another one."""

    ledger: Ledger
    village: Village

    def leave(
        self,
        who: Someone,
        permission: Permission,
        *,
        about: UUID | None = None,
        within: UUID | None = None,
        outcome: Outcome = Outcome.DONE,
        chain_id: UUID | None = None,
    ) -> None:
        """Somebody does something, or is refused; ``within`` = the matter it is about."""
        post = Post(Role.CURATOR, self.village.school_id, self.village.county_id)
        actor = Actor(who.account_id, who.person_id, World.STAFF, (post,), full_sign_in=True, session_id=uuid4())
        facts = Facts(
            on=self.ledger.clock().date(),
            controller_id=chain_id or self.village.provider_id,
            register=Register.WELFARE,
            subject_ids=tuple((kind, id) for kind, id in (("person", about), ("case", within)) if id),
        )
        grant = Grant(permission.value, facts, ("is_staff", "is_group_member"), Origin("request-1", "192.0.2.7"))
        if outcome is not Outcome.DONE:
            self.ledger.record(actor, grant, outcome, {"status": "404"})
            return
        with self.ledger.transaction(writes=True) as transaction, self.ledger.work(transaction, actor, grant):
            pass

    def last(self, chain_id: UUID | None = None) -> dict[str, Any]:
        """The body of a chain's newest event."""
        chain = chain_id or self.village.provider_id
        statement = select(AuditEvent.body).where(AuditEvent.chain_id == chain).order_by(AuditEvent.seq.desc())
        with self.ledger.transaction() as transaction:
            body: dict[str, Any] = json.loads(transaction.session.scalars(statement.limit(1)).one())
        return body


def rows(page: Page) -> list[list[str]]:
    """The cells of the list of events; an empty list where there is none."""
    table = page.tree.first("table", when=lambda node: node.inside("section") is not None and _is_trail(node))
    body = table.first("tbody") if table else None
    return [[cell.text for cell in row.all("th", "td")] for row in body.all("tr")] if body else []


def _is_trail(node: Any) -> bool:  # noqa: ANN401 - a node of the page
    caption = node.first("caption")
    return caption is not None and caption.text == "Events, newest first"


def open_first(page: Page) -> Page:
    """The page of the newest event of a list."""
    address = next(node.get("href") for node in page.tree.all("a") if node.inside("tbody") is not None)
    return page.client.get(address)
