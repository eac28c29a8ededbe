"""What is said of a form that was printed, and how it reads on paper; sealed words are opened here."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from flask_babel import force_locale
from flask_babel import gettext as _

from welfare.accounts.words import ROLE_WORDS
from welfare.audit.gap import GapDocument
from welfare.audit.unit_of_work import Document, UnitOfWork
from welfare.consents.papers.forms import OFFICE
from welfare.consents.papers.information import InformationText
from welfare.consents.papers.models import ConsentForm
from welfare.consents.wills import Matter
from welfare.consents.words import CAPACITY_WORDS, KIND_SLUGS, KIND_WORDS, LANGUAGE_WORDS
from welfare.documents.paper import Ballot, Block, Facts, Lines, Paper, Signatures, Words
from welfare.organisations.models import Organisation
from welfare.people.hiding import is_family_hidden
from welfare.people.models import Person
from welfare.people.pages import PersonName
from welfare.people.queries import placements_of
from welfare.rules.actors import Role
from welfare.rules.consent import ConsentKind, GiverCapacity, Way
from welfare.ui.formats import date_text, moment_text
from welfare.ui.locale import DEFAULT_LOCALE, LANGUAGE_NAMES


class FormGapError(LookupError):
    """The sealed words of a form cannot be opened, so its paper cannot be made."""


@dataclass(frozen=True, slots=True)
class PrintedForm:
    """The page of one printed form."""

    id: UUID
    number: str
    kind_words: str
    kind_slug: str
    facts: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, work: UnitOfWork, form: ConsentForm) -> "PrintedForm":
        """Open what was asked, and of whom."""
        words = work.decrypt_document(form, ConsentForm.document)
        facts = [
            (_("Printed"), moment_text(form.printed_at)),
            (_("Language"), LANGUAGE_WORDS[form.language]),
            (_("What it is about"), words.get("purpose", "")),
        ]
        if not isinstance(words, GapDocument):
            facts += [(_("Asked about"), each["name"]) for each in words.get("named", [])]
            facts += [(_("To be signed by"), each["name"]) for each in words.get("givers", [])]
        return cls(form.id, form.number, str(KIND_WORDS[form.kind]), KIND_SLUGS[form.kind], tuple(facts))


def asked_words(work: UnitOfWork, form: ConsentForm) -> dict[str, Any]:
    """What an answer to a printed form begins with."""
    words = work.decrypt_document(form, ConsentForm.document)
    if isinstance(words, GapDocument):
        return {"paper_number": form.number}
    named: list[dict[str, str]] = words.get("named", [])
    only = named[0] if len(named) == 1 else {}
    is_of_school = bool(only) and (form.kind is ConsentKind.GROUP_MEMBER or OFFICE in only)
    valid_to = words.get("valid_to")
    return {
        "paper_number": form.number,
        "way": Way.PAPER,
        "language": form.language,
        "scope": words.get("scope"),
        "excluded": words.get("excluded"),
        "valid_to": date.fromisoformat(valid_to) if valid_to else None,
        "member": form.named_ids[0] if is_of_school else None,
        **({} if is_of_school else {f"outsider_{name}": said for name, said in only.items()}),
    }


def language_of(work: UnitOfWork, student_id: UUID) -> str:
    """The language of a student, as far as forms speak it."""
    identity = work.decrypt_document(work.session.get_one(Person, student_id), Person.identity)
    language: str = identity.get("language") or DEFAULT_LOCALE
    return language if language in LANGUAGE_NAMES else DEFAULT_LOCALE


def matter_words(work: UnitOfWork, case: Matter, language: str) -> Document:
    """Whose matter it is and who asks, to be kept with a form.

    Where the student or a guardian is under non-disclosure for safety, neither school, class nor provider is printed,
    nor the number of the matter, which names the school: a paper leaves the house (661/2009 36 §; rule 32).
    """
    student = work.session.get_one(Person, case.student_id)
    words: dict[str, Any] = {"student": PersonName.of(work, student).full, **_asker(work, case.school_id)}
    if is_family_hidden(work.session, student.id, work.facts.on):
        return words
    places = placements_of(work.session, [student.id], work.facts.on)
    here = next((place for place in places if place.school.id == case.school_id), None)
    return words | {
        "class": here.school_class.name if here else "",
        "school": work.session.get_one(Organisation, case.school_id).name(language),
        "provider": work.session.get_one(Organisation, case.controller_id).name(language),
        "matter": case.number,
    }


def _asker(work: UnitOfWork, school_id: UUID) -> dict[str, str]:
    actor = work.actor
    person = work.session.get(Person, actor.person_id) if actor.person_id else None
    role = next((post.role for post in actor.posts if school_id in post.school_ids), None)
    name = PersonName.of(work, person).full if person else ""
    return {"asker": name, "asker_role": role.value if role else ""}


def paper_of(work: UnitOfWork, form: ConsentForm) -> Paper:
    """The paper of a form, in the language of the family. Raises FormGapError."""
    words = work.decrypt_document(form, ConsentForm.document)
    if isinstance(words, GapDocument):
        raise FormGapError(form.number)
    with force_locale(form.language):
        told = InformationText(form.information_version, form.language)
        number = _("Form %(number)s", number=form.number)
        matter = _("Matter %(number)s", number=words["matter"]) if words.get("matter") else ""
        law = form.kind.law.text(form.language)
        version = _(
            "information text, version %(version)s, %(language)s",
            version=form.information_version,
            language=LANGUAGE_WORDS[form.language],
        )
        return Paper(
            title=str(_TITLES[form.kind]()),
            language=form.language,
            number=f"{number} · {version}",
            made_at=form.printed_at,
            under=" · ".join(filter(None, (words.get("provider"), words.get("school"), law))),
            marks=[" · ".join(filter(None, (matter, number))), _("Secret when filled in")],
            blocks=_blocks(form, words, told),
        )


_TITLES = {
    ConsentKind.GROUP_HANDLING: lambda: _("Consent to handling the matter in an expert group"),
    ConsentKind.GROUP_MEMBER: lambda: _("Consent to members of the expert group"),
    ConsentKind.OUTSIDER_PARTICIPATION: lambda: _("Consent to a partner or relative taking part"),
    ConsentKind.DISCLOSURE: lambda: _("Consent to giving information"),
    ConsentKind.TRANSFER: lambda: _("Consent to the transfer of welfare information"),
}


def _blocks(form: ConsentForm, words: Document, told: InformationText) -> list[Block]:
    of_kind = told.sections[form.kind.value]
    how_long, answers, keeps = (told.sections[name] for name in ("how_long", "who_answers", "who_keeps"))
    return [
        Words(told.opening.text),
        Facts(_asked(words)),
        Words(of_kind.text, heading=of_kind.heading),
        Ballot([_("Asked about"), _("Task"), _("Your answer")], _rows(form, words), [_("Yes"), _("No")]),
        *_limits(words),
        Words(f"{_validity(words)} {how_long.text}", heading=how_long.heading),
        Words(answers.text, heading=answers.heading),
        Words(keeps.text, heading=keeps.heading),
        Signatures(_to_sign(words), columns=2),
    ]


def _asked(words: Document) -> list[tuple[str, str]]:
    role = words.get("asker_role")
    asker = f"{words['asker']}, {str(ROLE_WORDS[Role(role)]).lower()}" if role else words.get("asker", "")
    return [
        (_("Pupil"), ", ".join(filter(None, (words["student"], words.get("class"))))),
        (_("What it is about"), words["purpose"]),
        (_("Who asks"), asker),
    ]


def _rows(form: ConsentForm, words: Document) -> list[tuple[str, str]]:
    if form.kind is ConsentKind.GROUP_HANDLING:
        return [(str(KIND_WORDS[form.kind]), "")]
    return [(each["name"], _task(form.kind, each)) for each in words["named"]]


def _task(kind: ConsentKind, named: dict[str, str]) -> str:
    if kind is ConsentKind.GROUP_MEMBER or OFFICE in named:
        return str(ROLE_WORDS[Role(named.get(OFFICE) or named["role"])])
    return ", ".join(filter(None, (named.get("role"), named.get("organisation"))))


def _limits(words: Document) -> list[Block]:
    scope = words.get("scope")
    covered: list[Block] = [Words(scope, heading=_("What may be talked about or given"))] if scope else []
    more = _("You can leave things out here, if you wish.")
    return [
        *covered,
        Lines(2, f"{words.get('excluded', '')}\n{more}".strip(), heading=_("What may not be talked about")),
    ]


def _validity(words: Document) -> str:
    if words.get("valid_to"):
        return _("In force until %(day)s at the latest.", day=date_text(date.fromisoformat(words["valid_to"])))
    return ""


def _to_sign(words: Document) -> list[str]:
    signed = [
        _(
            "%(name)s, %(capacity)s: place, day and signature",
            name=each["name"],
            capacity=CAPACITY_WORDS[GiverCapacity(each["capacity"])],
        )
        for each in words["givers"]
    ]
    return [*signed, _("Received by, office and day"), _("Interpreter, if one was present")]
