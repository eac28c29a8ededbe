"""The copy and the decision on paper, in the asker's language."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from flask_babel import force_locale
from flask_babel import gettext as _

from welfare.access_copies.models import AccessCopy
from welfare.access_copies.pages.binding import ground_words
from welfare.access_copies.words import LIMIT_WORDS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.pages.papers import decider, ombudsman
from welfare.datarights.pages.request import asker_words
from welfare.documents.paper import Block, Contents, Facts, Paper, Words
from welfare.organisations.models import Organisation
from welfare.oversight.words import REGISTER_WORDS
from welfare.rules.access_copies import LEFT_OUT, CopyLimit, CopyOutcome, law_of
from welfare.ui.formats import date_text, long_date_text

LONG = 120
"""A text longer than this stands below its label."""


def copy_document(work: UnitOfWork, row: AccessCopy) -> dict[str, Any]:
    """The copy as it was put together, for machines (see docs/access_copy.md)."""
    return work.decrypt_document(row, AccessCopy.copy)


def copy_paper(work: UnitOfWork, row: AccessCopy) -> Paper:
    """The copy as it was put together."""
    with force_locale(row.language):
        bound = copy_document(work, row)
        return _paper(work, row, _("Copy of your data"), [*_of_copy(work, row, bound)])


def decision_paper(work: UnitOfWork, row: AccessCopy) -> Paper:
    """The decision: what is not given, on which grounds, and how to appeal."""
    with force_locale(row.language):
        return _paper(work, row, _("Decision on a copy of data"), [*_of_decision(work, row)])


def _paper(work: UnitOfWork, row: AccessCopy, title: str, blocks: list[Block]) -> Paper:
    controller = work.session.get_one(Organisation, row.controller_id)
    return Paper(
        title=title,
        language=row.language,
        number=row.number,
        made_at=row.decided_at or work.now,
        blocks=blocks,
        under=controller.name(row.language),
        marks=[_("Secret")],
    )


def _asked(work: UnitOfWork, row: AccessCopy) -> list[tuple[str, str]]:
    words = work.decrypt_document(row, AccessCopy.document)
    return [
        (_("Concerns"), words["name"]),
        (_("Register"), str(REGISTER_WORDS[row.register])),
        (_("Asked by"), asker_words(work, row, words)),
        (_("Came on"), date_text(row.received_on)),
    ]


def _of_copy(work: UnitOfWork, row: AccessCopy, bound: dict[str, Any]) -> Iterator[Block]:
    made = datetime.fromisoformat(bound["made_at"]).date()
    records = bound["records"]
    yield Facts(
        [*_asked(work, row), (_("As it stood on"), date_text(made)), (_("Number of records"), str(len(records)))]
    )
    yield Words(
        _(
            "This is everything that the register holds about the person, record by record. Where something is left "
            "out, %(mark)s stands in its place, with the ground below. What you have written and shown to nobody is on "
            "your own page alone.",
            mark=LEFT_OUT,
        ),
        heading=_("How to read this"),
    )
    if bound["whereabouts_left_out"]:
        yield Words(
            _(
                "Places, times of meetings and names of staff are left out, because they could tell where somebody is "
                "to be found whose whereabouts are protected."
            )
        )
    if "information" in bound:  # a copy from before this was told is given as it was bound
        yield Facts([(term, text) for term, text in bound["information"]], heading=_("How the data is used"))
    if not records:
        yield Words(_("The register holds nothing about the person."))
        return
    yield Contents(_("Contents"))
    for record in records:
        yield from _of_record(record)
    yield ombudsman()


def _of_record(record: dict[str, Any]) -> Iterator[Block]:
    day = f", {date_text(date.fromisoformat(record['day']))}" if record["day"] else ""
    heading = f"{record['number']}. {record['kind_name']}{day}"
    if record["withheld"]:
        yield Words(_("Left out as a whole: %(ground)s", ground=ground_words(record["withheld"])), heading=heading)
        return
    short = [(each["label"], each["text"]) for each in record["fields"] if len(each["text"]) <= LONG]
    grounds = {ground["code"]: ground_words(ground) for each in record["fields"] for ground in each["left_out"]}
    yield Facts(short, heading=heading)
    for each in record["fields"]:
        if len(each["text"]) > LONG:
            yield Words(f"{each['label']}:\n{each['text']}")
    if grounds:
        yield Words(_("Left out here: %(grounds)s", grounds="; ".join(grounds.values())))


def _of_decision(work: UnitOfWork, row: AccessCopy) -> Iterator[Block]:
    yield Facts(_asked(work, row))
    said = work.decrypt_document(row, AccessCopy.decision) if row.decision else {}
    if row.outcome is CopyOutcome.REFUSED:
        yield Words(_("The copy is not given."), heading=_("Decision"))
        why = row.refused_why or CopyLimit.NO_RIGHT
        yield Words(f"{LIMIT_WORDS[why]} ({law_of(why).text(row.language)}).", heading=_("Ground"))
        if why is CopyLimit.NO_RIGHT:
            yield Words(_("The decision tells neither that the person is in the register nor that the person is not."))
    else:
        yield Words(_("The copy is given without what is named here."), heading=_("Decision"))
        lines = [(name, words) for name, words in said.get("left_out", ())]
        yield Facts(lines, heading=_("What is left out, and on which ground"))
    if said:
        yield Words(said["words"], heading=_("Grounds in words"))
    yield _appeal()
    yield ombudsman()
    if row.decided_at:
        yield Facts([(_("Decided"), long_date_text(row.decided_at.date())), (_("By"), decider(work, row))])


def _appeal() -> Words:
    return Words(
        _(
            "You may appeal against this decision to the administrative court, in writing, within 30 days of being "
            "told of it (Openness Act, section 33). Say which decision you appeal against, what you want to be changed "
            "and why, and enclose this decision."
        ),
        heading=_("How to appeal"),
    )
