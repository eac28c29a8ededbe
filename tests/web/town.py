"""A bilingual municipality of six schools with three school years of communal work, seeded once for all its tests."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from config.settings import Settings
from tests.builders import Someone
from tests.databases import Copies, Store
from tests.web.command_line import run
from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.loaders import load_unit
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.rules.actors import Role
from welfare.rules.permissions import Permission
from welfare.rules.unit_types import OF_PUPILS
from welfare.web.app import close, create_app, utc_now
from welfare.web.seeding.stage import Asked, SceneClock, Stage

SCHOOLS = 6
WORDS = ("seed", "--profile", "municipality", "--schools", str(SCHOOLS))


@dataclass(frozen=True)
class Town:
    """What was seeded, and what the command said of it."""

    store: Store
    app: Flask
    document: Any
    told: str

    def holder(self, role: Role, place_id: UUID | None = None) -> Someone:
        """Somebody in this role, at this school."""
        for user in self.document["users"]:
            if user["role"] == role and place_id in {None, UUID(user["organisation_id"])}:
                return Someone(UUID(user["person_id"]), UUID(user["id"]), user["name"])
        raise LookupError(role)

    @property
    def provider_id(self) -> UUID:
        """The municipality."""
        return self._place(OrganisationKind.PROVIDER)

    @property
    def county_id(self) -> UUID:
        """The county above it."""
        return self._place(OrganisationKind.COUNTY)

    def name_of(self, place_id: UUID) -> str:
        """Its Finnish name."""
        return str(next(each["name_fi"] for each in self.document["organisations"] if each["id"] == str(place_id)))

    def _place(self, kind: OrganisationKind) -> UUID:
        return next(UUID(each["id"]) for each in self.document["organisations"] if each["kind"] == kind)

    @contextmanager
    def rehearsed(
        self, role: Role, place_id: UUID, permission: Permission = Permission.COMMUNITY_READ
    ) -> Iterator[tuple[UnitOfWork, Any]]:
        """A unit of work as from the gate, within a request; whatever is done in it is undone."""
        stage = Stage(self.app.extensions["ledger"], SceneClock(utc_now()), "test")
        scene = stage.scene(self.holder(role, place_id).account_id, permission, Asked("unit", load_unit, place_id))
        with self.app.test_request_context("/", headers={"Accept-Language": "en"}), scene as (work, unit):
            undone = work.session.begin_nested()
            yield work, unit
            undone.rollback()

    @property
    def school_ids(self) -> list[UUID]:
        """By their codes: the first has three years behind it, the last opened this autumn."""
        with self.app.extensions["ledger"].transaction() as reading:
            pupils = Organisation.kind == OrganisationKind.SCHOOL, Organisation.unit_type.in_(OF_PUPILS)
            return list(
                reading.session.scalars(select(Organisation.id).where(*pupils).order_by(Organisation.official_code))
            )


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def town(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """The municipality; tests look at it and change nothing."""
    copies: Copies = request.getfixturevalue(f"{request.param}_template")
    with copies(tmp_path_factory.mktemp("town") / "instance") as store:
        found = run(store, *WORDS, "--json")
        app = create_app(Settings.from_env({"WELFARE_INSTANCE": str(store.instance), "DATABASE_URL": store.url}))
        yield Town(store, app, json.loads(found.stdout), found.stderr)
        close(app)
