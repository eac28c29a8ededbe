"""The verbs of the cases room."""

from welfare.cases.actions.editing import StaleTextError, edit_text
from welfare.cases.actions.excluding import ResponsibleExcludedError, end_exclusion, exclude
from welfare.cases.actions.grouping import (
    MemberBlock,
    MemberRefusedError,
    add_member,
    add_participant,
    change_responsible,
    end_participation,
    remove_member,
)
from welfare.cases.actions.leading import LeadTakenError, take_lead
from welfare.cases.actions.proposing import ProposeCase, propose_case
from welfare.cases.actions.stepping import BlockedStepError, Evaluation, UnfinishedWorkError, step_case, unfinished_in

__all__ = [
    "BlockedStepError",
    "Evaluation",
    "LeadTakenError",
    "MemberBlock",
    "MemberRefusedError",
    "ProposeCase",
    "ResponsibleExcludedError",
    "StaleTextError",
    "UnfinishedWorkError",
    "add_member",
    "add_participant",
    "change_responsible",
    "edit_text",
    "end_exclusion",
    "end_participation",
    "exclude",
    "propose_case",
    "remove_member",
    "step_case",
    "take_lead",
    "unfinished_in",
]
