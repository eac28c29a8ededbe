"""The fields of a form. Each draws itself whole: label, hint, error, control (``{{ form.name }}``)."""

from welfare.ui.fields.chosen import Checkbox, Checkboxes, ChoiceTiles, Option, Select, enum_options
from welfare.ui.fields.drawn import DrawnField, Look
from welfare.ui.fields.hidden import HiddenId, HiddenRevision, HiddenSeen, IdempotencyKey, Seen
from welfare.ui.fields.timed import DateText, TimeText
from welfare.ui.fields.typed import CodeText, DecimalNumber, LongText, PasswordText, TextLine, WholeNumber
from welfare.ui.fields.uploaded import Upload

__all__ = [
    "Checkbox",
    "Checkboxes",
    "ChoiceTiles",
    "CodeText",
    "DateText",
    "DecimalNumber",
    "DrawnField",
    "HiddenId",
    "HiddenRevision",
    "HiddenSeen",
    "IdempotencyKey",
    "LongText",
    "Look",
    "Option",
    "PasswordText",
    "Seen",
    "Select",
    "TextLine",
    "TimeText",
    "Upload",
    "WholeNumber",
    "enum_options",
]
