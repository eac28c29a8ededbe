"""The letter itself, the same for everybody: where the pages are, the code, what they are, and where to get help."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from flask_babel import force_locale
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.documents.paper import Framed, Leaf, Paper, Words
from welfare.family_letters.pages import hides_place, language_of
from welfare.organisations.models import Organisation
from welfare.people.models import Person
from welfare.people.pages import names_of
from welfare.rules.family_letters import LASTS
from welfare.ui.formats import date_text


@dataclass(frozen=True, slots=True)
class Bundle:
    """What the letters of one class share, and the code of each reader."""

    school: Organisation
    address: str
    codes: Mapping[UUID, str]


def letters_paper(work: UnitOfWork, people: Sequence[Person], bundle: Bundle) -> Paper:
    """One paper, a leaf for each person in the family's language. A letter says nothing of any matter."""
    rows = list(people)
    names = names_of(work, rows)
    leaves = [_leaf(work, bundle, person, names[person.id].full, is_first=person is rows[0]) for person in rows]
    return Paper(
        title=_("Letters to the own pages"),
        language=language_of(work, rows[0]),
        number=f"{len(rows)}",
        made_at=work.now,
        blocks=leaves,
        is_bundle=True,
    )


def _leaf(work: UnitOfWork, bundle: Bundle, person: Person, name: str, *, is_first: bool) -> Leaf:
    language = language_of(work, person)
    with force_locale(language):
        provider = work.session.get_one(Organisation, person.controller_id)
        sender = "" if hides_place(work, person) else f"{bundle.school.name(language)}, {provider.name(language)}"
        until = date_text(work.now + LASTS)
        return Leaf(
            title=_("Your own pages in student welfare"),
            language=language,
            under="\n".join(filter(None, (name, sender, date_text(work.now)))),
            is_first=is_first,
            parts=[
                Words(
                    _(
                        "Every pupil and every guardian gets this letter. With it you come to your own pages, on which "
                        "you can ask for help, see who has read your information, and decide who may take part. The "
                        "letter does not mean that something is wrong."
                    )
                ),
                Framed(
                    [(_("Address"), bundle.address), (_("Your code"), bundle.codes[person.id])],
                    heading=_("How you come in"),
                ),
                Words(
                    _(
                        "Open the address, write the code, and your birth date or the last four signs of your personal "
                        "identity code. Then you choose a user name and a password. The code works once and only for "
                        "you, until %(day)s.",
                        day=until,
                    )
                ),
                Words(
                    _(
                        "Keep the letter where others do not see it, and destroy it when you have come in. Nobody ever "
                        "asks you for the code by phone, message or e-mail. If the code does not work, if it has been "
                        "used and not by you, or if you have lost the letter, tell the school office: a new letter "
                        "ends this one."
                    ),
                    heading=_("Good to know"),
                ),
                Words(
                    _(
                        "If somebody is in danger, call 112. The helpline for children and young people is 116 111, "
                        "free of charge."
                    ),
                    heading=_("If you need help now"),
                ),
            ],
        )
