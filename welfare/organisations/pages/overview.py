"""The tree of county, provider and schools."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.loaders import administrator_of
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.organisations.queries import organisations_with_classes
from welfare.organisations.words import UNIT_WORDS, language_words
from welfare.rules.actors import Role
from welfare.ui.locale import current_locale, name_key


@dataclass(frozen=True)
class SchoolLine:
    """One school in the tree."""

    id: UUID
    name: str
    short_name: str
    unit_type: str | None
    languages: str
    classes: int
    ended_on: date | None
    is_own: bool


@dataclass(frozen=True)
class Branch:
    """A county or a provider with what stands under it."""

    id: UUID | None
    name: str
    is_own: bool
    providers: Sequence["Branch"] = ()
    schools: Sequence[SchoolLine] = ()


@dataclass(frozen=True)
class OverviewPage:
    """Every organisation of the installation; those one administers lead on."""

    counties: Sequence[Branch]

    @classmethod
    def of(cls, work: UnitOfWork) -> "OverviewPage":
        """Drawn from two queries."""
        return cls(_Tree(work).counties())


class _Tree:
    def __init__(self, work: UnitOfWork) -> None:
        self._actor, self._locale = work.actor, current_locale()
        self._own = work.actor.controllers(Role.ADMINISTRATOR)
        self._under: defaultdict[UUID | None, list[tuple[Organisation, int]]] = defaultdict(list)
        found = organisations_with_classes(work.session, work.facts.on)
        for organisation, classes in sorted(found, key=lambda pair: name_key(pair[0].name(self._locale))):
            self._under[organisation.parent_id].append((organisation, classes))

    def counties(self) -> list[Branch]:
        """The roots; providers without a county stand together at the end."""
        roots = [each for each, _ in self._under[None]]
        counties = [each for each in roots if each.kind is OrganisationKind.COUNTY]
        alone = [self._provider(each) for each in roots if each.kind is OrganisationKind.PROVIDER]
        branches = [
            Branch(each.id, each.name(self._locale), self._is_own(each), providers=self._providers(each))
            for each in counties
        ]
        return [*branches, *([Branch(None, "", is_own=False, providers=alone)] if alone else [])]

    def _providers(self, county: Organisation) -> list[Branch]:
        return [self._provider(each) for each, _ in self._under[county.id] if each.kind is OrganisationKind.PROVIDER]

    def _provider(self, provider: Organisation) -> Branch:
        schools = [self._school(each, classes) for each, classes in self._under[provider.id]]
        present_first = sorted(schools, key=lambda school: school.ended_on is not None)
        return Branch(provider.id, provider.name(self._locale), self._is_own(provider), schools=present_first)

    def _school(self, school: Organisation, classes: int) -> SchoolLine:
        return SchoolLine(
            id=school.id,
            name=school.name(self._locale),
            short_name=school.short_name,
            unit_type=str(UNIT_WORDS[school.unit_type]) if school.unit_type else None,
            languages=language_words(school.teaching_languages),
            classes=classes,
            ended_on=school.ended_on,
            is_own=self._is_own(school),
        )

    def _is_own(self, organisation: Organisation) -> bool:
        return administrator_of(self._actor, organisation) in self._own
