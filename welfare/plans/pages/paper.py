"""The plan on paper: whole for the group, in plain words for the student or a guardian; the same bytes each time."""

from collections.abc import Iterator, Sequence

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.documents.paper import Block, Facts, Paper, Table, Words
from welfare.plans.models import Plan
from welfare.plans.pages.easy import EasyFor, EasyGoal, EasyPlan
from welfare.plans.pages.reading import GoalView, PlanPage
from welfare.plans.queries import newest_version
from welfare.rules.printing import SECRECY
from welfare.ui.charts import Plot
from welfare.ui.formats import date_text, level_text, long_date_text, moment_text, number_text
from welfare.ui.locale import current_locale


def whole_paper(work: UnitOfWork, case: Case, plan: Plan, foot: str) -> Paper:
    """Everything a member reads on the page."""
    page = PlanPage.of(work, case, plan)
    return _paper(work, plan, case.number, (_("Individual welfare plan"), list(_whole(page)), foot))


def plain_paper(work: UnitOfWork, case: Case, plan: Plan, reader: EasyFor, foot: str) -> Paper:
    """What the student or a guardian reads."""
    page = EasyPlan.of(work, case, plan, reader)
    return _paper(work, plan, page.number, (page.title, list(_plain(page)), foot))


def _paper(work: UnitOfWork, plan: Plan, matter: str, made: tuple[str, Sequence[Block], str]) -> Paper:
    title, blocks, foot = made
    newest = newest_version(work.session, plan)
    return Paper(
        title=title,
        language=current_locale(),
        number="-".join(filter(None, (matter, f"S{newest.number}"))),
        made_at=newest.written_at,
        blocks=blocks,
        under=_("Version %(number)s, %(day)s", number=newest.number, day=long_date_text(newest.agreed_on)),
        marks=[_("Secret: %(law)s", law=SECRECY.text(current_locale()))],
        foot=foot,
    )


def _whole(page: PlanPage) -> Iterator[Block]:
    yield Facts([(_("Name"), page.matter.student), (_("Matter"), page.matter.number)], heading=_("Pupil"))
    yield from _voice(page.voice, page.voice_by, page.why_absent)
    if page.strengths:
        yield Words(page.strengths, heading=_("Strengths and resources"))
    yield from (Words(text, heading=label) for label, text in page.body)
    for goal in page.goals:
        yield from _goal(goal)
    if page.whole:
        yield _ratings(page.whole)
    yield from (Words(text, heading=label) for label, text in page.side)
    agreed = ", ".join(f"{name} ({how.lower()})" for name, how in page.agreed)
    days = [(_("Agreed on"), date_text(page.agreed_on)), (_("Review"), date_text(page.review_on))]
    written = f"{moment_text(page.written_at)}, {page.author}, {page.office}"
    yield Facts([*days, (_("Agreed by"), agreed), (_("Written"), written)], heading=_("Days and agreement"))


def _voice(voice: str, by: str, why_absent: str) -> Iterator[Block]:
    if voice:
        heading = _("The pupil’s own words about need and wishes")
        yield Words(f"{voice}\n({by})" if by else voice, heading=heading, is_voice=True)
    if why_absent:
        yield Words(why_absent, heading=_("Why the pupil’s words are missing"))


def _goal(goal: GoalView) -> Iterator[Block]:
    heading = _("Goal %(number)s: %(title)s", number=goal.text.number, title=goal.text.title)
    start = goal.text.start or "–"
    if goal.outcome:
        start = "\n".join(filter(None, (start, _("Closed: %(outcome)s", outcome=goal.outcome), goal.note)))
    yield Words(start, heading=heading)
    heads = [_("Level"), _("What it means")]
    yield Table(heads, [(level_text(figure), described) for figure, _words, described in goal.levels])
    rows = [(m.text.what, m.text.by, m.text.followed_by, _until(m.text.until)) for m in goal.measures]
    yield Table([_("What is done"), _("Carried out by"), _("Followed up by"), _("By when")], rows)
    if goal.plot:
        yield _ratings(goal.plot)


def _until(day: object) -> str:
    return date_text(day) if day else "–"  # type: ignore[arg-type]  # a date where there is one


def _ratings(plot: Plot) -> Table:
    """Each day in a row: paper is high, not wide."""
    figure = level_text if plot.is_signed else number_text
    rows = [
        (label, *(plot.gap if value is None else figure(round(value)) for value in values))
        for label, values in zip(plot.labels, zip(*(each.values for each in plot.series), strict=True), strict=True)
    ]
    return Table([_("Day"), *(each.name for each in plot.series)], rows, heading=plot.title)


def _plain(page: EasyPlan) -> Iterator[Block]:
    yield from _voice(page.voice, page.voice_by, "")
    if page.strengths:
        yield Words(page.strengths, heading=_("What is good already"))
    for goal in page.goals:
        yield from _plain_goal(goal)
    yield from (Words(text, heading=label) for label, text in page.parts)
    days = [(_("We agreed on this"), date_text(page.agreed_on)), (_("We look at it again"), date_text(page.review_on))]
    yield Facts([*days, (_("Those who agreed"), ", ".join(page.agreed))], heading=_("What was agreed"))


def _plain_goal(goal: EasyGoal) -> Iterator[Block]:
    heading = _("Goal %(number)s: %(title)s", number=goal.number, title=goal.title)
    yield Words(goal.start or goal.expected, heading=heading)
    yield Table([_("Level"), _("What it means")], [(figure, described) for figure, _words, described in goal.levels])
    yield Table([_("What is done"), _("Who does it"), _("When")], [(s.what, s.who, s.when) for s in goal.steps])
    if goal.plot:
        yield _ratings(goal.plot)
