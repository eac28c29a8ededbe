"""The scans of one expression, as its page lists them. The papers themselves are not opened for that."""

from dataclasses import dataclass
from uuid import UUID

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.consents.models import ExpressionOfWill
from welfare.consents.papers.models import SignedPaper
from welfare.consents.papers.queries import papers_of
from welfare.consents.papers.words import KIND_NAMES, STATE_WORDS, UNSCANNED
from welfare.rules.consent import Way
from welfare.rules.permissions import Permission, decide
from welfare.rules.signed_papers import MOST_PAPERS, PaperState, Serving
from welfare.ui.formats import moment_text, number_text

LOOKS = {PaperState.HELD: ("soon", "clock"), PaperState.CLEAN: ("good", "check"), PaperState.REFUSED: ("late", "lock")}
_KILO = 1024


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One scan."""

    id: UUID
    words: str
    state: str
    look: tuple[str, str]
    is_served: bool
    may_be_scanned_again: bool


@dataclass(frozen=True, slots=True)
class SignedPapers:
    """All scans of an expression, and whether another may be attached."""

    lines: tuple[PaperLine, ...]
    may_attach: bool

    @classmethod
    def of(cls, work: UnitOfWork, row: ExpressionOfWill, serving: Serving) -> "SignedPapers":
        """List them."""
        may_record = decide(work.actor, Permission.CONSENT_RECORD, work.facts).is_granted
        papers = papers_of(work.session, row.id)
        kept = sum(paper.state is not PaperState.REFUSED for paper in papers)
        is_on_paper = row.way is Way.PAPER and row.case_id is not None
        lines = tuple(_line(paper, serving, may_record=may_record) for paper in papers)
        return cls(lines, may_record and is_on_paper and kept < MOST_PAPERS)


def _line(paper: SignedPaper, serving: Serving, *, may_record: bool) -> PaperLine:
    is_served = serving.allows(paper.state)
    is_held = paper.state is PaperState.HELD
    size = _("%(count)s kB", count=number_text(-(-paper.size // _KILO)))
    return PaperLine(
        id=paper.id,
        words=f"{KIND_NAMES[paper.kind]}, {size}, {moment_text(paper.kept_at)}",
        state=str(UNSCANNED if is_held and is_served else STATE_WORDS[paper.state]),
        look=LOOKS[paper.state],
        is_served=is_served,
        may_be_scanned_again=is_held and may_record and serving.has_scanner,
    )
