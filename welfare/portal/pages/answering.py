"""The page on which somebody decides who may take part: each question by name, and what a yes and a no mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from welfare.accounts.words import ROLE_WORDS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.cases.pages.text import words_of
from welfare.consents.actions import INFORMATION_VERSION
from welfare.consents.models import ExpressionOfWill
from welfare.consents.pages import Names
from welfare.consents.queries import said_about
from welfare.consents.staff import staff_at
from welfare.consents.wills import Question, Said
from welfare.people.models import Person
from welfare.portal.actions import Asking, revision_of
from welfare.portal.asking import Asked, asked_of, finding_of
from welfare.portal.forms import AnswersForm, answers_form, name_of
from welfare.portal.pages.reader import Reader
from welfare.rules.answers import default_valid_to
from welfare.rules.consent import ConsentKind
from welfare.ui.fields import ChoiceTiles
from welfare.ui.formats import date_text


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question with its answers."""

    field: ChoiceTiles
    who: str
    scope: str
    means: str
    now: str


@dataclass(frozen=True)
class AnswersPage:
    """Everything that is asked of the reader in one matter."""

    reader: Reader
    case: Case
    said: Said
    asked: Sequence[Asked]
    subject: str
    questions: Sequence[QuestionView]
    until: date
    version: str
    form: AnswersForm
    words: Mapping[Question, Mapping[str, str]]

    @classmethod
    def of(cls, work: UnitOfWork, student: Person, case: Case, *, is_shown: bool) -> "AnswersPage":
        """Open the names; with ``is_shown`` the form shows what has been answered."""
        reader = Reader.of(work, student)
        said = said_about(work.session, case, work.facts.on)
        asked = asked_of(work.session, case, said, work.actor.person_id)
        newest = [each.newest for each in asked if each.newest is not None]
        names = Names.of(work, newest, {named for _kind, named in (each.question for each in asked)})
        told = _Told(reader, names, _roles(work, case), {each.question: _words_of(work, each.newest) for each in asked})
        form = answers_form(tuple(name_of(each.question) for each in asked))(today=work.facts.on)
        form.offer(
            {each.question: _title(each.question, told.name(each.question)) for each in asked},
            {each.question: each.may_say_yes for each in asked},
        )
        if is_shown:
            form.show({each.question: each.is_yes for each in asked})
            form.revision.put(revision_of(said))
        return cls(
            reader=reader,
            case=case,
            said=said,
            asked=asked,
            subject=words_of(work, case).subject_words,
            questions=[_view(form, each, told) for each in asked],
            until=default_valid_to(work.facts.on),
            version=INFORMATION_VERSION,
            form=form,
            words=told.words,
        )

    def asking(self, work: UnitOfWork) -> Asking:
        """What is answered; the words of the finding are opened only here."""
        finding = _words_of(work, finding_of(self.said))
        return Asking(said=self.said, asked=self.asked, words=self.words, finding=finding)


@dataclass(frozen=True, slots=True)
class _Told:
    """How this reader is told of those whom the questions name: under non-disclosure a guardian by the task alone."""

    reader: Reader
    names: Names
    roles: Mapping[object, str]
    words: Mapping[Question, Mapping[str, str]]

    def name(self, question: Question) -> str:
        """What stands in the question."""
        if self.reader.may_know_where:
            return self.names.of_person(question[1])
        return self._task(question) or _("outside participant")

    def who(self, question: Question) -> str:
        """What stands beneath it."""
        if not self.reader.may_know_where:
            return ""
        place = self.words[question].get("outsider_organisation")
        return self.roles.get(question[1], "") or ", ".join(filter(None, (self._task(question), place)))

    def _task(self, question: Question) -> str:
        return self.roles.get(question[1], "") or self.words[question].get("outsider_role", "")


def _words_of(work: UnitOfWork, row: ExpressionOfWill | None) -> Mapping[str, str]:
    return work.decrypt_document(row, ExpressionOfWill.document) if row else {}


def _title(question: Question, name: str) -> str:
    kind, _named = question
    titles = {
        ConsentKind.GROUP_HANDLING: _("May a group work on this matter?"),
        ConsentKind.GROUP_MEMBER: _("May this person be in the group: %(name)s?", name=name),
        ConsentKind.OUTSIDER_PARTICIPATION: _("May this person come to the meetings: %(name)s?", name=name),
        ConsentKind.DISCLOSURE: _("May information be given to: %(name)s?", name=name),
        ConsentKind.TRANSFER: _("May information go on to a new school: %(name)s?", name=name),
    }
    return titles[kind]


def _roles(work: UnitOfWork, case: Case) -> Mapping[object, str]:
    at_work = staff_at(work.session, case.school_id, work.facts.on)
    return {each.person.id: str(ROLE_WORDS[each.role]) for each in at_work}


def _view(form: AnswersForm, asked: Asked, told: _Told) -> QuestionView:
    return QuestionView(
        field=form.field_of(asked.question),
        who=told.who(asked.question),
        scope=told.words[asked.question].get("scope", ""),
        means=_means(asked.question[0]),
        now=_now(asked),
    )


def _means(kind: ConsentKind) -> str:
    meanings = {
        ConsentKind.GROUP_HANDLING: _(
            "Yes: the group may meet and keep a journal of this matter. No: there is no group, and each worker helps "
            "alone. What has been written stays, because the law asks for it."
        ),
        ConsentKind.GROUP_MEMBER: _(
            "Yes: may read this matter’s journal and plan, write in it and come to meetings. No: sees nothing of it, "
            "from the moment you save."
        ),
        ConsentKind.OUTSIDER_PARTICIPATION: _("Yes: may come to meetings, and reads nothing here. No: does not come."),
        ConsentKind.DISCLOSURE: _("Yes: may be told just this and nothing else. No: nothing more is given."),
        ConsentKind.TRANSFER: _("Yes: the new school gets what helps to go on. No: nothing of this goes there."),
    }
    return meanings[kind]


def _now(asked: Asked) -> str:
    if asked.own is None or asked.is_yes is None:
        return _("You have not answered, or your answer has ended.")
    day = date_text(asked.own.given_on)
    if not asked.is_yes:
        return _("You said no on %(day)s.", day=day)
    if asked.own.valid_to is None:
        return _("You said yes on %(day)s. It holds until the matter is over.", day=day)
    return _("You said yes on %(day)s. It holds until %(until)s.", day=day, until=date_text(asked.own.valid_to))
