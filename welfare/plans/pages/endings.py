"""A goal or a measure that somebody ended while it was being written: both texts, and where one's own stands now."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask_babel import gettext as _

from welfare.accounts.models import Account
from welfare.audit.unit_of_work import UnitOfWork
from welfare.journal.measure_words import MEASURE_WORDS
from welfare.people.models import Person
from welfare.people.pages import PersonName
from welfare.plans.forms import PlanForm
from welfare.plans.forms.moving import Move, Moved, Typed, words_of
from welfare.plans.forms.typing import as_typed
from welfare.plans.models import PlanGoal, PlanMeasure
from welfare.plans.pages.known import PlanBefore
from welfare.plans.queries import goals_of, measures_of
from welfare.plans.words import OUTCOME_WORDS, WEIGHT_WORDS
from welfare.ui.formats import moment_text
from welfare.ui.versions import Conflict


@dataclass(frozen=True, slots=True)
class Ending:
    """What became of it meanwhile, where one's own words stand, and the two texts."""

    id: str
    title: str
    lead: str
    versions: Conflict


def endings_of(work: UnitOfWork, before: PlanBefore, form: PlanForm, found: Moved) -> list[Ending]:
    """What a page tells of everything that was moved; ``form`` is the one in which it stands now."""
    if before.plan is None or not found.moves:
        return []
    goals = {row.number: row for row in goals_of(work.session, before.plan.id)}
    measures = {(row.goal_id, row.number): row for row in measures_of(work.session, before.plan.id)}
    stored = as_typed(before.text)
    made = []
    for move in found.moves:
        goal = goals[move.goal]
        measure = measures.get((goal.id, move.measure)) if move.measure else None
        made.append(_ending(work, form, move, (found.typed, stored), goal if move.measure is None else measure))
    return made


def _ending(
    work: UnitOfWork, form: PlanForm, move: Move, texts: tuple[Typed, Typed], row: PlanGoal | PlanMeasure | None
) -> Ending:
    typed, stored = texts
    own = words_of(typed, move.to) if move.measure is None else words_of(typed, move.goal, move.to)
    now = [*_lines(form, words_of(stored, move.goal, move.measure), move), *_outcome(work, row)]
    conflict = Conflict.between(
        "\n".join(_lines(form, own)),
        "\n".join(now),
        mine_under=_("On this page, not saved"),
        stored_under=_by_whom(work, row),
    )
    if move.measure is None:
        title = _("Goal %(goal)s", goal=move.goal)
        lead = _(
            "Goal %(goal)s was closed while you were writing. What you wrote stands below as goal %(new)s: "
            "empty its fields if it is not set anew.",
            goal=move.goal,
            new=move.to,
        )
    else:
        title = _("Goal %(goal)s, measure %(measure)s", goal=move.goal, measure=move.measure)
        lead = _(
            "Measure %(measure)s of goal %(goal)s ended while you were writing. What you wrote stands below as "
            "measure %(new)s: empty its fields if it is not agreed on anew.",
            goal=move.goal,
            measure=move.measure,
            new=move.to,
        )
    return Ending(f"g{move.goal}-{move.measure or 0}", title, lead, conflict)


def _lines(form: PlanForm, words: Typed, old: Move | None = None) -> Iterator[str]:
    """A line for each thing said, as the form calls it."""
    for name, value in words.items():
        shown = _as_the_form_has_it(name, old) if old else name
        if value.strip() and shown in form:
            said = str(WEIGHT_WORDS[int(value)]) if name.endswith("_weight") and value in {"1", "2", "3"} else value
            label = str(form[shown].label.text)
            yield f"{label} {said}" if label.endswith("?") else f"{label}: {said}"


def _as_the_form_has_it(name: str, move: Move) -> str:
    if move.measure is None:
        return f"g{move.to}_{name.partition('_')[2]}"
    return f"g{move.goal}_m{move.to}_{name.split('_', 2)[2]}"


def _outcome(work: UnitOfWork, row: PlanGoal | PlanMeasure | None) -> Iterator[str]:
    """What became of it, as whoever ended it wrote."""
    if isinstance(row, PlanGoal) and row.outcome:
        yield str(OUTCOME_WORDS[row.outcome])
        yield work.decrypt(row, PlanGoal.note)
    elif isinstance(row, PlanMeasure) and row.ended_at:
        yield str(MEASURE_WORDS[row.state])
        yield work.decrypt(row, PlanMeasure.note)


def _by_whom(work: UnitOfWork, row: PlanGoal | PlanMeasure | None) -> str:
    at, by = (row.closed_at, row.closed_by) if isinstance(row, PlanGoal) else (None, None)
    if isinstance(row, PlanMeasure):
        at, by = row.ended_at, row.ended_by
    if at is None:
        return _("Not in the newest version any more")
    account = work.session.get(Account, by) if by else None
    person = work.session.get(Person, account.person_id) if account and account.person_id else None
    name = PersonName.of(work, person).full if person else ""
    return ", ".join(filter(None, (name, moment_text(at))))
