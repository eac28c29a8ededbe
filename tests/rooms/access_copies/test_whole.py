"""Nothing that a register holds about a person is forgotten: every sealed record is a kind, or named here with why."""

from flask import Flask

from welfare.access_copies.kinds import KINDS
from welfare.access_copies.labels import LABELS, NOT_TOLD
from welfare.audit.verify_data import sealed_models
from welfare.crypto.sealed import sealed_columns

NOT_IN_A_COPY = {
    "access_copy": "a request for a copy is kept beside the log, outside the registers",
    "access_copy_part": "the same",
    "log_request": "the same",
    "rectification": "the same",
    "log_review_note": "about those who read, kept beside the log",
    "emergency": "kept beside the log, and told there",
    "breach": "what went wrong with data: those concerned are told of it on their own pages",
    "retention_hold": "why a record is not destroyed yet, kept by those who see to retention",
    "protection": "the directory's, told by whoever sets it (661/2009 36 §)",
    "account": "the house's own: nothing of a matter",
    "draft": "not finished: no document of the authority yet (JulkL 5 § 3)",
    "mail_text": "says nothing but that something waits",
    "worker_cover": "about workers, names no client",
    "transfer_keys": "the provider's own keys",
    "roster_delivery_part": "the delivered roster, whose data are in the directory",
    "roster_preview": "the same",
    "meeting_feedback_sent": "ids alone: that somebody has sent the questions about a meeting, whatever was said",
    "note_disclosure": "ids alone; the disclosure is told",
    "consent_form": "a printed form whose answer is told",
    "signed_paper_chunk": "pieces of a picture that is named, and given beside the copy",
    "transfer_arrival": "the number of a parcel; what it held is told",
}


def test_every_sealed_record_is_a_kind_or_is_left_out_for_a_reason(app: Flask) -> None:
    del app
    told = {kind.model.__tablename__ for kind in KINDS.values()}
    assert {model.__tablename__ for model in sealed_models()} - told - NOT_IN_A_COPY.keys() == set()
    assert told.isdisjoint(NOT_IN_A_COPY)


def test_the_kinds_tell_every_sealed_column_of_their_records_but_two_digests() -> None:
    digests = {"person.likeness", "signed_paper.document"}
    told = {
        f"{kind.model.__tablename__}.{attribute.key}"
        for kind in KINDS.values()
        for attribute in (*(text for text, _label in kind.texts), *kind.documents)
    }
    models = {kind.model for kind in KINDS.values()}
    assert {f"{model.__tablename__}.{name}" for model in models for name in sealed_columns(model)} - told == digests


def test_a_label_is_never_one_of_the_fields_that_are_not_told() -> None:
    assert NOT_TOLD.isdisjoint(LABELS)
