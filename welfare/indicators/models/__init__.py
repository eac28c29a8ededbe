"""Tables of the indicators room."""

from welfare.indicators.models.climate import ClimateCode, ClimateSurvey, ClimateTally
from welfare.indicators.models.following import AbsenceCount, AbsencePart, Defect, Inspection, ResultDiscussion
from welfare.indicators.models.own import OwnIndicator
from welfare.indicators.models.values import (
    LONGEST_CODE,
    LONGEST_NAME,
    LONGEST_PLACE,
    LONGEST_SOURCE,
    ImportedRegion,
    IndicatorAlias,
    IndicatorImport,
    IndicatorValue,
    PastValue,
)

__all__ = [
    "LONGEST_CODE",
    "LONGEST_NAME",
    "LONGEST_PLACE",
    "LONGEST_SOURCE",
    "AbsenceCount",
    "AbsencePart",
    "ClimateCode",
    "ClimateSurvey",
    "ClimateTally",
    "Defect",
    "ImportedRegion",
    "IndicatorAlias",
    "IndicatorImport",
    "IndicatorValue",
    "Inspection",
    "OwnIndicator",
    "PastValue",
    "ResultDiscussion",
]
