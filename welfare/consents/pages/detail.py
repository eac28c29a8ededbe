"""One expression with everything that was recorded of it (IND §6.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from flask_babel import gettext as _

from welfare.accounts.words import ROLE_WORDS
from welfare.audit.gap import Gap, GapDocument
from welfare.audit.unit_of_work import Document, UnitOfWork
from welfare.consents.actions.withdrawing import ENDS_BY_WITHDRAWAL
from welfare.consents.models import ExpressionOfWill
from welfare.consents.pages.cards import State, WillCard, card_of, state_of
from welfare.consents.pages.named import Names
from welfare.consents.papers.models import ConsentForm
from welfare.consents.prohibitions import status_of_row
from welfare.consents.queries import account_people
from welfare.consents.wills import PROHIBITION, Said
from welfare.consents.words import (
    ABILITY_WORDS,
    ANSWER_WORDS,
    CAPACITY_WORDS,
    KIND_SLUGS,
    KIND_WORDS,
    LANGUAGE_WORDS,
    WAY_WORDS,
)
from welfare.rules.actors import Role
from welfare.rules.consent import Answer
from welfare.rules.permissions import Permission, decide
from welfare.ui.formats import date_range_text, date_text, moment_text
from welfare.ui.locale import current_locale

Fact = tuple[str, str]


@dataclass(frozen=True, slots=True)
class WillPage:
    """The page of one expression, on the screen and on paper."""

    id: UUID
    number: str
    title: str
    kind_words: str
    kind_slug: str
    law: str
    state: State
    facts: tuple[Fact, ...]
    related: tuple[WillCard, ...]
    language: str
    is_prohibition: bool
    may_be_withdrawn: bool
    may_record: bool
    may_read_assessment: bool

    @classmethod
    def of(cls, work: UnitOfWork, said: Said, row: ExpressionOfWill) -> "WillPage":
        """Open one expression; its earlier and later ones only by name."""
        related = [other for other in said.rows if _belong_together(row, other)]
        people = account_people(work.session, [row.recorded_by])
        names = Names.of(work, [row, *related], {row.student_id, *people.values()})
        words = work.decrypt_document(row, ExpressionOfWill.document)
        return cls(
            id=row.id,
            number=row.number,
            title=names.title((row.kind, row.named_id)),
            kind_words=str(KIND_WORDS[row.kind]),
            kind_slug=KIND_SLUGS[row.kind],
            law=row.kind.law.text(current_locale()),
            state=state_of(work, said, row),
            facts=(
                *_answer_facts(row, names),
                *_worded(words),
                *_record_facts(work, row, names, people[row.recorded_by]),
            ),
            related=tuple(card_of(work, said, other, names) for other in related),
            language=row.language,
            is_prohibition=row.kind is PROHIBITION,
            may_be_withdrawn=row.answer is Answer.GIVEN and _holds(work, said, row),
            may_record=decide(work.actor, Permission.CONSENT_RECORD, work.facts).is_granted,
            may_read_assessment=decide(work.actor, Permission.PROHIBITION_READ, work.facts).is_granted,
        )


def _holds(work: UnitOfWork, said: Said, row: ExpressionOfWill) -> bool:
    if row.kind is PROHIBITION:
        return status_of_row(work.session, row, said.on) is not None
    return said.status_of_row(row) in ENDS_BY_WITHDRAWAL


def _belong_together(row: ExpressionOfWill, other: ExpressionOfWill) -> bool:
    return other.id != row.id and (other.kind, other.named_id) == (row.kind, row.named_id)


def _answer_facts(row: ExpressionOfWill, names: Names) -> Sequence[Fact]:
    giver = f"{names.of_person(row.giver_person_id)}, {CAPACITY_WORDS[row.capacity]}"
    forbids = row.kind is PROHIBITION and row.answer is Answer.GIVEN
    facts = [
        (_("Pupil"), names.of_person(row.student_id)),
        (_("The answer"), _("Prohibited") if forbids else str(ANSWER_WORDS[row.answer])),
        (_("Given by"), giver),
        (_("Day"), date_text(row.given_on)),
        (_("Way"), str(WAY_WORDS[row.way])),
    ]
    if row.answer is Answer.GIVEN and row.kind is not PROHIBITION:
        open_end = f"{date_text(row.valid_from)} – {_('until the matter closes')}"
        facts.append((_("In force"), date_range_text(row.valid_from, row.valid_to) if row.valid_to else open_end))
    if row.ability is not None:
        facts.append((_("Ability to judge the meaning"), str(ABILITY_WORDS[row.ability])))
        facts.append((_("Assessed on"), date_text(row.ability_on or row.given_on)))
    if row.other_deciders_prevented:
        facts.append((_("The other guardian"), _("Prevented, and waiting would have harmed the pupil")))
    return facts


def _worded(words: Document) -> Sequence[Fact]:
    if isinstance(words, GapDocument):
        return [(_("What was written"), Gap())]
    labels = {
        "outsider_name": _("Named"),
        "outsider_role": _("Task or relation"),
        "outsider_organisation": _("Organisation"),
        "outsider_email": _("E-mail for invitations"),
        "weighty_reason": _("Weighty reason"),
        "scope": _("What it covers"),
        "excluded": _("What it leaves out"),
        "extent": _("What was taken back"),
        "ability_grounds": _("Grounds of the finding"),
        "ability_assessor": _("Assessed by"),
        "prevented_reason": _("Why the other guardian was prevented"),
        "place": _("Place"),
        "interpreter": _("Interpreter"),
        "note": _("Note"),
    }
    facts = [(label, words.get(name, "")) for name, label in labels.items() if name in words]
    if "ability_profession" in words:
        facts.append((_("Assessor's profession"), str(ROLE_WORDS[Role(words["ability_profession"])])))
    return facts


def _record_facts(work: UnitOfWork, row: ExpressionOfWill, names: Names, recorder: UUID | None) -> Sequence[Fact]:
    facts = [
        (_("Recorded"), f"{moment_text(row.recorded_at)}, {names.of_person(recorder)}"),
        (_("Number"), row.number),
    ]
    if row.form_id is not None:
        facts.append((_("Number on the paper"), work.session.get_one(ConsentForm, row.form_id).number))
    if row.information_version:
        told = _(
            "Version %(version)s, %(language)s", version=row.information_version, language=LANGUAGE_WORDS[row.language]
        )
        facts.insert(0, (_("Information text"), told))
    return facts
