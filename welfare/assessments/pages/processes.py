"""A provider's processes."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from welfare.arrangements.words import STATE_LOOKS, STATE_WORDS
from welfare.assessments.models import AssessmentProcess, ProcessVersion
from welfare.assessments.queries import newest_versions
from welfare.assessments.words import INFORMANT_WORDS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.queries import providers_kept_by
from welfare.rules.assessments import Informant
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class ProcessLine:
    """One process in the list."""

    id: UUID
    name: str
    number: int
    asked: str
    state: str
    look: tuple[str, str]


@dataclass(frozen=True, slots=True)
class ProviderPart:
    """One provider's processes."""

    id: UUID
    name: str
    lines: Sequence[ProcessLine]


@dataclass(frozen=True, slots=True)
class ProcessesPage:
    """The processes that the reader keeps."""

    providers: Sequence[ProviderPart]

    @classmethod
    def of(cls, work: UnitOfWork) -> "ProcessesPage":
        """Read them."""
        return cls(
            [
                ProviderPart(
                    provider.id,
                    provider.name(current_locale()),
                    [_line(process, version) for process, version in newest_versions(work.session, provider.id)],
                )
                for provider in providers_kept_by(work.session, work.actor)
            ]
        )


def _line(process: AssessmentProcess, version: ProcessVersion) -> ProcessLine:
    asked = [str(INFORMANT_WORDS[each]) for each in Informant if version.questions(each)]
    return ProcessLine(
        id=process.id,
        name=version.name(current_locale()),
        number=version.number,
        asked=", ".join(asked),
        state=str(STATE_WORDS[process.state]),
        look=STATE_LOOKS[process.state],
    )
