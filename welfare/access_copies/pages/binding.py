"""Putting a copy together: every record in order, without what is left out; the same for paper, file and page."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext as _

from welfare.access_copies.kinds import KINDS
from welfare.access_copies.models import AccessCopy, CopyPart
from welfare.access_copies.pages.information import information_on
from welfare.access_copies.pages.opening import CopyField, Opener
from welfare.access_copies.queries import parts_of
from welfare.access_copies.words import LIMIT_WORDS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.crypto.sealed import Sealed
from welfare.organisations.models import Organisation
from welfare.oversight.words import REGISTER_WORDS
from welfare.rules.access_copies import CopyLimit, Span, law_of, left_out, seen_as
from welfare.ui.formats import local
from welfare.ui.locale import current_locale

SCHEMA = "access-copy-1"
Bound = dict[str, Any]
AT_ONCE = 100


def bind(work: UnitOfWork, copy: AccessCopy, language: str) -> Bound:
    """Open every record that is given and put it together, in the words of a language that is in force already."""
    parts, opener = parts_of(work.session, copy), Opener.for_copy(work, copy)
    work.prefetch(parts)
    records = [
        _record(work, number, part, fields)
        for number, (part, fields) in enumerate(zip(parts, _opened(opener, parts), strict=True), 1)
    ]
    controller = work.session.get_one(Organisation, copy.controller_id)
    return {
        "schema": SCHEMA,
        "number": copy.number,
        "controller": controller.name(language),
        "register": copy.register.value,
        "register_name": str(REGISTER_WORDS[copy.register]),
        "about": work.decrypt_document(copy, AccessCopy.document)["name"],
        "language": language,
        "received_on": copy.received_on.isoformat(),
        "made_at": work.now.isoformat(timespec="seconds"),
        "information": information_on(copy.register),
        "whereabouts_left_out": opener.hides,
        "records": records,
    }


def left_out_of(bound: Bound) -> list[tuple[str, str]]:
    """What is not given, record by record, with the grounds: for the decision, which outlives the copy."""
    found = []
    for record in bound["records"]:
        name = f"{record['number']}. {record['kind_name']}"
        inner = {ground["code"]: ground_words(ground) for each in record["fields"] for ground in each["left_out"]}
        if record["withheld"]:
            found.append((name, _("the whole record: %(ground)s", ground=ground_words(record["withheld"]))))
        elif inner:
            found.append((name, _("some passages: %(grounds)s", grounds="; ".join(inner.values()))))
    if bound["whereabouts_left_out"]:
        found.append((_("Places and names of staff"), ground_words(_ground(CopyLimit.PLACE))))
    return found


def ground_words(ground: Bound) -> str:
    """A ground with its law."""
    return f"{ground['words']} ({ground['law']})"


def spans_in(work: UnitOfWork, part: CopyPart, fields: Sequence[CopyField]) -> dict[str, list[Span]]:
    """What is left out of a part, by field; of a text that reads otherwise than it was seen (a new name), all of it."""
    if not part.has_spans:
        return {}
    kept = work.decrypt_document(part, CopyPart.document)
    spans = {key: [Span(a, b, CopyLimit(code)) for a, b, code in found] for key, found in kept["spans"].items()}
    seen, own = kept["seen"], [each for each in fields if each.key in spans]
    changed = {each.key: each.text for each in own if seen_as(each.text) != seen.get(each.key)}
    return spans | {key: [Span(0, len(text), spans[key][0].limit)] for key, text in changed.items()}


def withheld_in(work: UnitOfWork, part: CopyPart) -> CopyLimit | None:
    """Why the whole record is left out, if it is."""
    return CopyLimit(work.decrypt_document(part, CopyPart.document)["withheld"]) if part.is_withheld else None


def record_of(work: UnitOfWork, part: CopyPart) -> Sealed | None:
    """The record of a part, if it is there as it was gathered."""
    kind = KINDS[part.kind]
    row = work.session.get(kind.model, part.row_id)
    return row if row is not None and kind.state_of(work.session, row) == part.row_revision else None


def _opened(opener: Opener, parts: Sequence[CopyPart]) -> list[list[tuple[CopyField, list[Span]]]]:
    """The fields of each part with their spans; the keys of many records are unwrapped at once."""
    found = []
    for first in range(0, len(parts), AT_ONCE):
        some = parts[first : first + AT_ONCE]
        rows = [record_of(opener.work, part) for part in some]
        opener.work.prefetch(row for row in rows if row is not None)
        for part, row in zip(some, rows, strict=True):
            is_given = row is not None and not part.is_withheld
            fields = opener.fields(KINDS[part.kind], row) if row is not None and is_given else []
            spans = spans_in(opener.work, part, fields)
            found.append([(field, spans.get(field.key, [])) for field in fields])
    return found


def _record(work: UnitOfWork, number: int, part: CopyPart, fields: Sequence[tuple[CopyField, list[Span]]]) -> Bound:
    withheld = withheld_in(work, part)
    return {
        "number": number,
        "kind": part.kind,
        "kind_name": str(KINDS[part.kind].words),
        "day": local(part.at).date().isoformat() if part.at else None,
        "withheld": _ground(withheld) if withheld else None,
        "fields": [
            {
                "name": field.key,
                "label": field.label,
                "text": left_out(field.text, spans),
                "left_out": [_ground(limit) for limit in sorted({span.limit for span in spans})],
            }
            for field, spans in fields
        ],
    }


def _ground(limit: CopyLimit) -> Bound:
    return {"code": limit.value, "words": str(LIMIT_WORDS[limit]), "law": law_of(limit).short_in(current_locale())}
