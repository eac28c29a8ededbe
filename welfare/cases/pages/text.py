"""The sealed words of a matter."""

from dataclasses import dataclass

from flask_babel import gettext as _

from welfare.audit.gap import Gap
from welfare.audit.unit_of_work import Document, UnitOfWork
from welfare.cases.models import Case
from welfare.consents.pages import Names
from welfare.consents.queries import account_people
from welfare.requests.words import SUBJECTS
from welfare.rules.subjects import Subject
from welfare.ui.formats import moment_text
from welfare.ui.versions import Conflict


@dataclass(frozen=True, slots=True)
class CaseWords:
    """Subject, title and background; gaps where they cannot be opened."""

    subject: str
    title: str
    background: str

    @property
    def subject_words(self) -> str:
        """The subject as people say it."""
        return Gap() if isinstance(self.subject, Gap) else str(SUBJECTS[Subject(self.subject)])

    def changed(self, title: str, background: str) -> Document:
        """The document with other words and the same subject."""
        return {"subject": self.subject, "title": title, "background": background}


def words_of(work: UnitOfWork, case: Case) -> CaseWords:
    """Open the words of a matter."""
    document = work.decrypt_document(case, Case.document)
    return CaseWords(document["subject"], document["title"], document["background"])


def conflict_of(work: UnitOfWork, case: Case, mine: str, stored: str) -> Conflict:
    """One text of two writers, side by side, with who saved the stored one and when."""
    person_id = account_people(work.session, [case.text_saved_by])[case.text_saved_by]
    name = Names.of(work, [], [person_id]).of_person(person_id)
    saved = _("Saved %(moment)s by %(name)s", moment=moment_text(case.text_saved_at), name=name)
    return Conflict.between(mine, stored, mine_under=_("Not saved yet"), stored_under=saved)
